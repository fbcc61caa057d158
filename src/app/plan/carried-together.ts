import { burdenBetween, burdenTimeline } from '../../core/fairness/burden.ts';
import type { FairnessPerson } from '../../core/fairness/fairness-person.ts';
import { carriedAt, type LedgerEntry } from '../../core/fairness/ledger.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { peopleOf } from '../../core/meeting/people.ts';
import { isOffHours, meetingWindow } from '../../core/time/off-hours.ts';
import type { MeetingRecord } from '../ports/store/meetings.ts';

/**
 * What each of these people carried off-hours in meetings that the planner was in, too: only those are the planner's to
 * know. Who declined carried nothing.
 *
 * @param records entries of the planner's own mailbox
 * @param window the past that they were read for; ends now
 * @returns whole point-minutes by name, for those who carried any
 */
export function carriedTogether(
  records: readonly MeetingRecord[],
  people: readonly FairnessPerson[],
  window: Window,
): ReadonlyMap<string, number> {
  const timelines = new Map(
    people.map((person) => [person.name, { person, timeline: burdenTimeline(person, window) }]),
  );
  const entries = records.flatMap(({ entry: { meeting, owner } }): LedgerEntry[] => {
    if (meeting.status === 'cancelled' || !meeting.busy || owner.answer === 'declined') return [];
    const there = peopleOf(meeting).filter(({ answer }) => answer !== 'declined');
    const past = meeting.occurrences.flatMap((occurrence) => {
      const time = occurrence.counts ? meetingWindow(occurrence) : null;
      const isInside = time !== null && time.fromMs >= window.fromMs && time.toMs <= window.toMs;
      return isInside ? [{ time, declinedBy: occurrence.declinedBy ?? [] }] : [];
    });
    return there.flatMap(({ email }) => {
      const known = email === null ? undefined : timelines.get(email);
      if (known === undefined || email === null) return [];
      return past.flatMap(({ time, declinedBy }) => {
        if (declinedBy.includes(email) || !isOffHours(known.person, time)) return [];
        const pointMinutes = burdenBetween(known.timeline, time.fromMs, time.toMs) ?? 0;
        return [{ person: email, series: null, atMs: time.fromMs, pointMinutes }];
      });
    });
  });
  return carriedAt(entries, window.toMs);
}
