import type { Attendee } from '../meeting/meeting.ts';
import { peopleOf, readerOf } from '../meeting/people.ts';
import type { CountedOccurrence } from './counted-occurrences.ts';

/** Person-minutes: duration times the people who have not declined (peers.md 6.1, "total meeting cost"). */
export function personMinutes(occurrences: readonly CountedOccurrence[]): number {
  return occurrences.reduce((sum, { fromMs, toMs, people }) => sum + ((toMs - fromMs) / 60_000) * people, 0);
}

/**
 * What the reader's own invites cost others, in person-minutes (peers.md 6.1, "generated workload meeting hours").
 * Null where nobody said who the reader is and the calendar does not mark its owner.
 */
export function generatedPersonMinutes(
  occurrences: readonly CountedOccurrence[],
  me: string | null,
): number | null {
  let minutes = 0;
  let readerKnown = me !== null;
  for (const { meeting, fromMs, toMs, people } of occurrences) {
    const reader = readerOf(meeting, me);
    readerKnown ||= reader.attendee !== null || reader.organizes;
    // A calendar that names nobody says nothing about others.
    if (!reader.organizes || (meeting.attendees.length === 0 && !meeting.attendeesOmitted)) continue;
    const ownAddress = reader.email ?? meeting.organizer?.email ?? null;
    const isReader = (person: Attendee) =>
      person.self || (ownAddress !== null && person.email === ownAddress);
    const readerIsCounted = meeting.attendeesOmitted || peopleOf(meeting).some(isReader);
    minutes += ((toMs - fromMs) / 60_000) * (readerIsCounted ? people - 1 : people);
  }
  return readerKnown ? minutes : null;
}
