import type { EventTime, Occurrence } from '../../core/meeting/event-time.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import { occurrenceKey } from '../../core/meeting/occurrence-key.ts';
import { isKnownZone, wallTimeToInstant } from '../../core/meeting/wall-time.ts';
import type { CalendarEntry, OccurrenceView } from '../ports/calendar.ts';

/** Google's ids of occurrences: that of the series (base32hex, no underscore), and the start that the rule gives. */
const googleOccurrenceId = /^.+_\d{8}(?:T\d{6}Z)?$/;

/**
 * Which part of its meeting an entry is: empty for a single meeting or a whole series, else the occurrence's key. Who
 * was invited to single dates of a series on Google has each as an entry of its own, all with the series' UID (on
 * Graph they have UIDs of their own).
 */
export function subjectOf({ meeting }: CalendarEntry): string {
  const [only] = meeting.occurrences;
  if (meeting.recurrence !== null || only === undefined || !googleOccurrenceId.test(meeting.id)) return '';
  return occurrenceKey(only.originalStart);
}

/** True for a series with its occurrences. */
export function isSeries({ meeting }: CalendarEntry): boolean {
  return meeting.recurrence !== null;
}

/** The occurrence of a series with this key; null where the entry shows none. */
export function occurrenceOf({ meeting }: CalendarEntry, occurrence: string): Occurrence | null {
  return meeting.occurrences.find(({ originalStart }) => occurrenceKey(originalStart) === occurrence) ?? null;
}

/** What the owner sees apart from the series; null for an occurrence that is as the series. */
export function viewOf({ exceptions }: CalendarEntry, occurrence: string): OccurrenceView | null {
  return exceptions.find(({ originalStart }) => occurrenceKey(originalStart) === occurrence) ?? null;
}

/** One occurrence as a meeting of its own, at its own time; it still repeats, which tells what it is for. */
export function occurrenceMeeting(meeting: Meeting, occurrence: Occurrence): Meeting {
  return {
    ...meeting,
    summary: occurrence.summary ?? meeting.summary,
    start: occurrence.start,
    end: occurrence.end,
    occurrences: [occurrence],
    occurrencesTruncated: false,
  };
}

/** Epoch milliseconds; null for a day, for a floating time without a known zone, and for what was not understood. */
export function instantOf(time: EventTime, zone: string | null): number | null {
  if (time.kind === 'instant') return time.ms;
  if (time.kind !== 'floating' || zone === null || !isKnownZone(zone)) return null;
  const [date = '', clock = ''] = time.local.split('T');
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  return wallTimeToInstant(date, { hour, minute, second }, zone);
}
