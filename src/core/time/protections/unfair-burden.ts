import { fairnessPersonOf, isOffHours } from '../off-hours.ts';
import type { Protection } from '../protection.ts';

/**
 * Off-hours again for somebody who already carried an unfair share of the series. Without that memory nothing is unfair:
 * of a first late meeting `outside-working-hours` speaks.
 */
export const unfairBurden: Protection = {
  name: 'unfair-burden',
  source: 'policy: timeZone, workingHours',
  collides: (_span, policy, _busyFocus, instant, unfairPercent) => {
    if (unfairPercent === null || instant === null) return false;
    const person = fairnessPersonOf('', policy);
    return person !== null && isOffHours(person, instant);
  },
  because: ({ text }, { person, unfairPercent }) =>
    `${text} is off-hours again for ${person}, who carried ${unfairPercent ?? 0} % of this series' off-hours.`,
};
