import type { FairnessPerson } from '../fairness/fairness-person.ts';
import { unfairMultiple } from '../fairness/warnings.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { carriedBefore } from './carried-before.ts';
import type { ProtectedPerson } from './find-collisions.ts';
import { fairnessPersonOf } from './off-hours.ts';

/** What people carried, from which an unfair share is known. */
export interface CarriedSources {
  readonly meeting: Pick<Meeting, 'occurrences'>;
  /** Epoch milliseconds; null where nobody knows, and then nothing of the meeting counts as past. */
  readonly nowMs: number | null;
  /** What each person carried for this series, in point-minutes by address; null takes the meeting's own past. */
  readonly carried: ReadonlyMap<string, number> | null;
}

/**
 * The same people, marked where somebody carried an unfair share of a series: more than `unfairMultiple` times the mean
 * of all whose zone is known, of at least two. Where nothing was carried nobody is: a first late meeting is not unfair.
 */
export function withUnfairShares(
  people: readonly ProtectedPerson[],
  { meeting, nowMs, carried }: CarriedSources,
): readonly ProtectedPerson[] {
  // Most invites name no colleague whose zone is known, and pay nothing for this.
  if (people.length < 2 || (carried === null && nowMs === null)) return people;
  const placed = people.flatMap(({ person, policy }): FairnessPerson[] => {
    const placedPerson = fairnessPersonOf(person, policy);
    return placedPerson === null ? [] : [placedPerson];
  });
  if (placed.length < 2) return people;
  const loads = carried ?? carriedBefore(meeting, placed, nowMs ?? 0);
  const all = placed.reduce((sum, { name }) => sum + (loads.get(name) ?? 0), 0);
  const fair = (unfairMultiple * all) / placed.length;
  const known = new Set(placed.map(({ name }) => name));
  return people.map((each) => {
    const load = known.has(each.person) ? (loads.get(each.person) ?? 0) : 0;
    return load > fair ? { ...each, unfairPercent: Math.round((100 * load) / all) } : each;
  });
}
