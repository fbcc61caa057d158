import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

/** From this difference of clocks on, an ordinary hour for one is early or late for another (09:00 to 17:00 minus a shared core). */
const farApartHours = 5;

/**
 * People in several zones must weigh in and it is not urgent: the longer window makes the result better.
 * Planning that could be argued about together becomes written then; what is contested stays live.
 */
export const severalZones: NeedRule = {
  name: 'several-zones',
  source: 'principles: several zones must weigh in and it is not urgent (E0, E3)',
  judge: (facts) => {
    if (facts.zoneSpreadHours < farApartHours || facts.signals.urgency.value !== 'normal') return null;
    const found = shareOf(facts, ['joint-planning']);
    if (!found) return null;
    return {
      says: 'async',
      share: found.share / 2,
      because: `People sit ${Math.round(facts.zoneSpreadHours)} hours of clock apart and it is not urgent: in writing all can weigh in.`,
    };
  },
};
