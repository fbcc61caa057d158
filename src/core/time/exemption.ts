import type { Meeting } from '../meeting/meeting.ts';
import { domainOf, peopleOf } from '../meeting/people.ts';
import type { Policy } from '../meeting/policy.ts';
import type { Reason } from '../need/need.ts';
import { actNames, acts } from '../signals/acts.ts';
import type { SignalReading } from '../signals/read-signals.ts';
import type { Collision, Exemption } from './check-time.ts';

/** A purpose this likely counts as that purpose; half as likely makes an exemption thinkable. */
const likely = 0.6;
const thinkable = 0.2;

export interface ExemptionFinding {
  readonly exemption: Exemption;
  readonly reason: Reason | null;
}

/**
 * Whether the policy lifts its protections for this meeting: a written emergency, an exempt organizer, domain or
 * category, or a purpose that the free day allows. Exceptions are written down beforehand; nothing else lifts one.
 * A free day's purposes lift nothing but free days, so an allowed interview still respects nights and focus time.
 */
export function findExemption(
  meeting: Meeting,
  policy: Policy,
  { signals, probability }: SignalReading,
  protections: readonly Collision[],
): ExemptionFinding {
  if (protections.length === 0) return { exemption: 'none', reason: null };
  if (signals.urgency.value === 'emergency')
    return exempt('The policy names this an emergency.', 'policy: emergencies');
  const organizer = meeting.organizer?.email ?? null;
  if (organizer !== null && includes(policy.exempt.people, organizer))
    return exempt(`${organizer} is exempt.`, 'policy: exempt.people');
  const category = meeting.categories.find((name) => includes(policy.exempt.categories, name));
  if (category !== undefined)
    return exempt(`The category ${category} is exempt.`, 'policy: exempt.categories');
  const domain = [organizer, ...peopleOf(meeting).map((person) => person.email)]
    .map(domainOf)
    .find((name) => name !== null && includes(policy.exempt.domains, name));
  if (domain) return exempt(`People of ${domain} are exempt.`, 'policy: exempt.domains');
  const freeDaysOnly = protections.every(({ rule }) => rule === 'no-meeting-day');
  const allowed = new Set(freeDaysOnly ? policy.noMeetingDays.flatMap((day) => day.allowPurposes) : []);
  const share = actNames.reduce(
    (sum, act) => (allowed.has(acts[act].purpose) ? sum + probability(act) : sum),
    0,
  );
  if (share >= likely)
    return exempt(
      `The free day allows meetings for this purpose (${signals.purpose.value}).`,
      'policy: noMeetingDays.allowPurposes',
    );
  const emergency = policy.emergencies.length > 0 ? probability('incident') : 0;
  return { exemption: share + emergency >= thinkable ? 'possible' : 'none', reason: null };
}

function exempt(because: string, source: string): ExemptionFinding {
  return { exemption: 'exempt', reason: { rule: 'exemption', says: 'exempt', because, source } };
}

function includes(list: readonly string[], wanted: string): boolean {
  const lower = wanted.toLowerCase();
  return list.some((entry) => entry.toLowerCase() === lower);
}
