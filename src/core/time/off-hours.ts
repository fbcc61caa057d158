import type { FairnessPerson } from '../fairness/fairness-person.ts';
import { hourKinds } from '../fairness/hour-kinds.ts';
import type { Occurrence, Window } from '../meeting/event-time.ts';
import type { Policy } from '../meeting/policy.ts';
import { isKnownZone } from '../meeting/wall-time.ts';
import { zoneStays } from '../meeting/zone-at.ts';

/** What lasts longer is no meeting (design: a meeting lasts at most twelve hours), and burdens nobody as one. */
const longestMs = 12 * 3_600_000;

/** What the policy says of somebody's hours, as fairness weighs them; null where no zone is known. */
export function fairnessPersonOf(name: string, policy: Policy): FairnessPerson | null {
  const stays = zoneStays(policy).map(({ fromMs, zone }) => ({
    fromMs,
    zone: zone !== null && isKnownZone(zone) ? zone : null,
  }));
  if (stays.every(({ zone }) => zone === null)) return null;
  return { name, stays, workingHours: policy.workingHours, daysOff: policy.publicHolidays };
}

/** The occurrence as instants; null where it has none, or where it is too long or too short for a meeting. */
export function meetingWindow({ start, end }: Occurrence): Window | null {
  if (start.kind !== 'instant' || end.kind !== 'instant') return null;
  const lengthMs = end.ms - start.ms;
  return lengthMs > 0 && lengthMs <= longestMs ? { fromMs: start.ms, toMs: end.ms } : null;
}

/** True where a minute of it is asleep, or awake and more than two hours from working hours. Unknown is not. */
export function isOffHours(person: FairnessPerson, { fromMs, toMs }: Window): boolean {
  // Kinds of hours are counted minute by minute, and an invite may claim to last for years.
  if (toMs - fromMs > longestMs) return false;
  const kinds = hourKinds(person, fromMs, toMs);
  return kinds !== null && kinds.awake + kinds.asleep > 0;
}
