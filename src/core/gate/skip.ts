import type { Meeting } from '../meeting/meeting.ts';
import { peopleOf, readerOf } from '../meeting/people.ts';
import type { Reason } from '../need/need.ts';
import { ownAnswerOf } from './own-answer.ts';

/** What is known of the file or calendar that a meeting stands in. */
export interface Surroundings {
  /** True where any event of the file names attendees: then an event without others is an own hold. */
  readonly namesAttendees: boolean;
}

/** Why an entry is no meeting to judge; null where it is one. */
export function skipReason(meeting: Meeting, me: string | null, surroundings: Surroundings): Reason | null {
  const reader = readerOf(meeting, me);
  if (meeting.status === 'cancelled') return skip('cancelled', 'It was cancelled.');
  if (meeting.method === 'REPLY') return skip('reply', 'It is an answer to an invite, not an invite.');
  if (meeting.entryType !== 'default')
    return skip('own-entry', `It is no meeting but ${entryNames[meeting.entryType]}.`);
  if (ownAnswerOf(meeting, me) === 'declined') return skip('declined', 'It is already declined.');
  if (!meeting.busy) return skip('free', 'It does not block any time.');
  if (meeting.start.kind === 'date') return skip('all-day', 'It marks a day and has no time of its own.');
  if (surroundings.namesAttendees && !meeting.attendeesOmitted && othersIn(meeting, reader.email) === 0) {
    return skip('own-hold', 'Nobody else is in it.');
  }
  return null;
}

const entryNames = {
  'focus-time': 'focus time',
  'out-of-office': 'an absence',
  'working-location': 'a place of work',
  birthday: 'a birthday',
  other: 'another kind of entry',
} as const;

/** People besides the reader; where nobody said who reads, one of them is taken to be the reader. */
function othersIn(meeting: Meeting, reader: string | null): number {
  const people = peopleOf(meeting);
  const isReader = people.some((person) => person.self || (reader !== null && person.email === reader));
  return isReader ? people.length - 1 : reader === null ? Math.max(0, people.length - 1) : people.length;
}

function skip(rule: string, because: string): Reason {
  return { rule, says: 'skip', because, source: 'design: what is not a meeting' };
}
