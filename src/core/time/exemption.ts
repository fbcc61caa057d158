import type { Meeting } from '../meeting/meeting.ts';
import { domainOf, peopleOf } from '../meeting/people.ts';
import type { Policy } from '../meeting/policy.ts';
import type { Reason } from '../need/need.ts';
import { actNames, acts } from '../signals/acts.ts';
import type { SignalReading } from '../signals/read-signals.ts';
import type { Exemption } from './check-time.ts';
import type { FoundCollision } from './find-collisions.ts';

/** A purpose this likely counts as that purpose; half as likely makes an exemption thinkable. */
const likely = 0.6;
const thinkable = 0.2;

export interface ExemptionFinding {
  readonly exemption: Exemption;
  readonly reason: Reason | null;
  /** What still holds. Empty exactly where the exemption is `exempt`, or where there was nothing to lift. */
  readonly remaining: readonly FoundCollision[];
}

/**
 * Whether the policy lifts its protections for this meeting: a written emergency, an exempt organizer, domain or
 * category, or a purpose that the free day allows. Exceptions are written down beforehand; nothing else lifts one.
 * A free day's purposes lift that weekday alone: an allowed interview still respects nights, focus time and other free
 * days, and what they do not lift remains.
 */
export function findExemption(
  meeting: Meeting,
  policy: Policy,
  reading: SignalReading,
  collisions: readonly FoundCollision[],
): ExemptionFinding {
  if (collisions.length === 0) return { exemption: 'none', reason: null, remaining: [] };
  const reason = liftsAll(meeting, policy, reading);
  if (reason) return { exemption: 'exempt', reason, remaining: [] };
  const remaining = collisions.filter((found) => shareAllowed(found, reading) < likely);
  const allowed =
    remaining.length === collisions.length
      ? null
      : exempt(
          `The free day allows meetings for this purpose (${reading.signals.purpose.value}).`,
          'policy: noMeetingDays.allowPurposes',
        );
  if (remaining.length === 0) return { exemption: 'exempt', reason: allowed, remaining };
  const emergency = policy.emergencies.length > 0 ? reading.probability('incident') : 0;
  const isPossible = remaining.every((found) => shareAllowed(found, reading) + emergency >= thinkable);
  return { exemption: isPossible ? 'possible' : 'none', reason: allowed, remaining };
}

/** What lifts every protection at once; null where nothing does. */
function liftsAll(meeting: Meeting, policy: Policy, { signals }: SignalReading): Reason | null {
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
  return domain ? exempt(`People of ${domain} are exempt.`, 'policy: exempt.domains') : null;
}

/** How likely the meeting serves a purpose for which the policy lifts this collision, 0 to 1. */
function shareAllowed({ allowedPurposes }: FoundCollision, { probability }: SignalReading): number {
  if (allowedPurposes.length === 0) return 0;
  return actNames.reduce(
    (sum, act) => (allowedPurposes.includes(acts[act].purpose ?? '') ? sum + probability(act) : sum),
    0,
  );
}

function exempt(because: string, source: string): Reason {
  return { rule: 'exemption', says: 'exempt', because, source };
}

function includes(list: readonly string[], wanted: string): boolean {
  const lower = wanted.toLowerCase();
  return list.some((entry) => entry.toLowerCase() === lower);
}
