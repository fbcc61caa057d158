import type { Attendee, Meeting } from './meeting.ts';

/** Which of the attendees is the reader, and in which role. */
export interface Reader {
  /** Lower case; null where nobody said who reads. */
  readonly email: string | null;
  readonly attendee: Attendee | null;
  /** True where the reader called the meeting. */
  readonly organizes: boolean;
}

/**
 * Finds the reader of a meeting: the calendar's own mark (`self`) wins over a given address,
 * because aliases and delegates make addresses differ (Google names people by `self`, not by address).
 */
export function readerOf(meeting: Meeting, me: string | null): Reader {
  const wanted = me?.toLowerCase() ?? null;
  const attendee =
    (wanted && meeting.attendees.find((person) => person.email === wanted)) ||
    meeting.attendees.find((person) => person.self) ||
    null;
  const organizer = meeting.organizer;
  const organizes =
    organizer !== null &&
    (organizer.self || (organizer.email !== null && organizer.email === (wanted ?? attendee?.email)));
  return { email: wanted ?? attendee?.email ?? null, attendee, organizes };
}

/** The people of a meeting: everybody but rooms and equipment, the organizer included once. */
export function peopleOf(meeting: Pick<Meeting, 'organizer' | 'attendees'>): readonly Attendee[] {
  const people = meeting.attendees.filter((person) => person.kind !== 'room' && person.kind !== 'resource');
  const organizer = meeting.organizer;
  if (!organizer || organizer.email === null || people.some((person) => person.email === organizer.email))
    return people;
  const chair: Attendee = {
    email: organizer.email,
    name: organizer.name,
    kind: 'individual',
    role: 'chair',
    answer: 'accepted',
    self: organizer.self,
  };
  return people.length === 0 ? people : [chair, ...people];
}

/** The part of an address after the last `@`, lower case; null where there is none. */
export function domainOf(email: string | null): string | null {
  const at = email?.lastIndexOf('@') ?? -1;
  return email && at >= 0 && at < email.length - 1 ? email.slice(at + 1).toLowerCase() : null;
}
