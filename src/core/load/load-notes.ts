import type { Meeting } from '../meeting/meeting.ts';
import type { CalendarReading } from './counted-occurrences.ts';

/** What a reader of the figures should know about the calendar behind them: unknown times, cut series, guesses not made. */
export function loadNotes(
  meetings: readonly Meeting[],
  reading: CalendarReading,
  unknownTimes: number,
): string[] {
  const notes: string[] = [];
  if (unknownTimes > 0) {
    notes.push(
      `${counted(unknownTimes, 'entry has', 'entries have')} a time that could not be read; not counted.`,
    );
  }
  const cut = meetings.filter((meeting) => meeting.occurrencesTruncated).length;
  if (cut > 0) {
    notes.push(
      `${counted(cut, 'series was', 'series were')} too long to expand fully; the figures are a lower bound.`,
    );
  }
  const floating = meetings.filter((meeting) => meeting.start.kind === 'floating').length;
  if (floating > 0) {
    notes.push(`${counted(floating, 'entry names', 'entries name')} no time zone; read in ${reading.zone}.`);
  }
  const omitted = meetings.filter((meeting) => meeting.attendeesOmitted).length;
  if (omitted > 0) {
    notes.push(
      `${counted(omitted, 'meeting hides', 'meetings hide')} some attendees; counted with those shown, two at least.`,
    );
  }
  if (!reading.namesAttendees && meetings.length > 0) {
    notes.push('No entry names attendees: every timed entry counts as a meeting, with one person.');
  }
  return notes;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
