import type { Occurrence } from '../meeting/event-time.ts';
import type { Answer, Meeting } from '../meeting/meeting.ts';
import { readerOf } from '../meeting/people.ts';

/** The reader's answer: what the calendar states as the owner's own, else that of their entry among the attendees. */
export function ownAnswerOf(meeting: Meeting, me: string | null): Answer {
  const { ownAnswer } = meeting;
  if (ownAnswer !== undefined && ownAnswer !== 'unknown') return ownAnswer;
  return readerOf(meeting, me).attendee?.answer ?? 'unknown';
}

/** An answer that a person gave is never overridden; one that is still open may be given. */
export function isDecided(answer: Answer): boolean {
  return answer !== 'needs-action' && answer !== 'unknown';
}

/** True where somebody said who reads: by address, or by a mark of the calendar. */
export function isReaderKnown(meeting: Meeting, me: string | null): boolean {
  return (
    me !== null ||
    readerOf(meeting, me).attendee !== null ||
    meeting.organizer?.self === true ||
    meeting.ownAnswer !== undefined
  );
}

/** True where the reader (lower-case address) declined this one occurrence of a series. */
export function hasDeclined(
  { declinedBy }: Occurrence & { readonly declinedBy?: readonly string[] },
  reader: string | null,
): boolean {
  return reader !== null && (declinedBy ?? []).includes(reader);
}
