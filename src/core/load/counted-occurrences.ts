import type { EventTime, Occurrence, Window } from '../meeting/event-time.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { peopleOf, readerOf } from '../meeting/people.ts';
import { wallTimeToInstant } from '../meeting/wall-time.ts';

/** Anything longer is a marker in the calendar and not a meeting (peers.md 6.1, Multitudes). */
export const longestMeetingHours = 12;

/** One occurrence that counts as a meeting, as instants. */
export interface CountedOccurrence extends Window {
  readonly meeting: Meeting;
  /** The title of this occurrence. */
  readonly summary: string | null;
  /** People who have not declined; one in a calendar that names no attendees. */
  readonly people: number;
}

/** Whose calendar it is, and where its floating times are read. */
export interface CalendarReading {
  readonly zone: string;
  readonly me: string | null;
  /** Whether any entry of the calendar names attendees; where none does, every timed entry is a meeting. */
  readonly namesAttendees: boolean;
}

/** True where any of the meetings names attendees. */
export function namesAttendees(meetings: readonly Meeting[]): boolean {
  return meetings.some((meeting) => meeting.attendees.length > 0 || meeting.attendeesOmitted);
}

/**
 * Whether an entry is a meeting, as far as the entry itself tells: busy, not cancelled, not declined by the
 * calendar's owner, at least two people. Tentative and unanswered count. Time is a matter of each occurrence.
 */
export function countsAsMeeting(meeting: Meeting, reading: CalendarReading): boolean {
  if (!meeting.busy || meeting.status === 'cancelled') return false;
  if (meeting.entryType !== 'default' && meeting.entryType !== 'other') return false;
  if (meeting.ownAnswer === 'declined') return false;
  if (readerOf(meeting, reading.me).attendee?.answer === 'declined') return false;
  return !reading.namesAttendees || meeting.attendeesOmitted || peopleOf(meeting).length >= 2;
}

/** How many people an entry takes time from: those who have not declined, rooms left out. */
export function attendingPeople(meeting: Meeting, reading: CalendarReading): number {
  if (!reading.namesAttendees) return 1;
  const known = peopleOf(meeting).filter((person) => person.answer !== 'declined').length;
  return meeting.attendeesOmitted ? Math.max(2, known) : known;
}

/**
 * The occurrences that count and start within the window, by start.
 * `unknownTimes` is how many would have counted but have a time that could not be read.
 * The same occurrence read twice (same UID, same original start) counts once: calendars are exported in pieces.
 */
export function countedOccurrences(
  meetings: readonly Meeting[],
  reading: CalendarReading,
  within: Window,
): { readonly occurrences: readonly CountedOccurrence[]; readonly unknownTimes: number } {
  const occurrences: CountedOccurrence[] = [];
  const toMs = instantReader(reading.zone);
  const seenByUid = new Map<string, Set<number | string>>();
  let unknownTimes = 0;
  for (const meeting of meetings) {
    if (!countsAsMeeting(meeting, reading)) continue;
    const people = attendingPeople(meeting, reading);
    const me = readerOf(meeting, reading.me).email;
    if (meeting.occurrences.length === 0 && meeting.start.kind === 'unknown') unknownTimes += 1;
    const seen = seenByUid.get(meeting.uid) ?? new Set();
    seenByUid.set(meeting.uid, seen);
    for (const occurrence of meeting.occurrences) {
      if (!occurrence.counts || (me !== null && occurrence.declinedBy?.includes(me))) continue;
      if (occurrence.start.kind === 'unknown' || occurrence.end.kind === 'unknown') {
        unknownTimes += 1;
        continue;
      }
      const window = windowOf(occurrence, toMs);
      if (!window || window.fromMs < within.fromMs || window.fromMs >= within.toMs) continue;
      const key = keyOf(occurrence.originalStart);
      if (seen.has(key)) continue;
      seen.add(key);
      occurrences.push({
        fromMs: window.fromMs,
        toMs: window.toMs,
        meeting,
        summary: occurrence.summary ?? meeting.summary,
        people,
      });
    }
  }
  occurrences.sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
  return { occurrences, unknownTimes };
}

/** Null for all-day entries and for entries that are too long to be a meeting. */
function windowOf(occurrence: Occurrence, toMs: (time: EventTime) => number | null): Window | null {
  const fromMs = toMs(occurrence.start);
  const endMs = toMs(occurrence.end);
  if (fromMs === null || endMs === null || endMs - fromMs > longestMeetingHours * 3_600_000) return null;
  // An end before its start is a writing mistake of the calendar: it happens, but takes no time.
  return { fromMs, toMs: Math.max(fromMs, endMs) };
}

/** Floating times repeat (every Monday at ten in every team), and zone arithmetic is the slow part. */
function instantReader(zone: string): (time: EventTime) => number | null {
  const known = new Map<string, number>();
  return (time) => {
    if (time.kind === 'instant') return time.ms;
    if (time.kind !== 'floating') return null;
    const before = known.get(time.local);
    if (before !== undefined) return before;
    const [hour = 0, minute = 0, second = 0] = time.local.slice(11).split(':').map(Number);
    const ms = wallTimeToInstant(time.local.slice(0, 10), { hour, minute, second }, zone);
    known.set(time.local, ms);
    return ms;
  };
}

function keyOf(time: EventTime): number | string {
  if (time.kind === 'instant') return time.ms;
  if (time.kind === 'date') return time.date;
  return time.kind === 'floating' ? time.local : time.text;
}
