import { DateTime } from 'luxon';
import type { MeetingSlot } from '../../app/ports/calendar.ts';
import { instantToLocal, isKnownZone, wallTimeToInstant } from '../../core/meeting/wall-time.ts';

/** A time as Graph takes it, without an offset. */
interface GraphTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/**
 * Start and end of a slot on the clock of its zone. In the hour that clocks repeat the clock alone would not say
 * which one is meant, and an unknown zone is refused by Graph: both are written in UTC.
 */
export function slotTimes(slot: MeetingSlot): { readonly start: GraphTime; readonly end: GraphTime } {
  const exact =
    isKnownZone(slot.zone) && [slot.startMs, slot.endMs].every((ms) => isFirstReading(ms, slot.zone));
  const zone = exact ? slot.zone : 'UTC';
  return { start: graphTime(slot.startMs, zone), end: graphTime(slot.endMs, zone) };
}

/** A slot as instants: for proposals, which everybody sees on their own clock anyway. */
export function utcTimes(slot: MeetingSlot): { readonly start: GraphTime; readonly end: GraphTime } {
  return slotTimes({ ...slot, zone: 'UTC' });
}

/**
 * Once a week on the clock of the slot's zone, `numberOfOccurrences` times. Where `slotTimes` falls back to UTC so does
 * this, because a series has one clock.
 * Source: learn.microsoft.com/graph/api/resources/patternedrecurrence
 */
export function weeklyFrom(slot: MeetingSlot, weeks: number): object {
  const { timeZone } = slotTimes(slot).start;
  const { date, weekday } = instantToLocal(slot.startMs, timeZone);
  const pattern = { type: 'weekly', interval: 1, daysOfWeek: [weekdayNames[weekday - 1]] };
  const range = {
    type: 'numbered',
    startDate: date,
    numberOfOccurrences: weeks,
    recurrenceTimeZone: timeZone,
  };
  return { pattern, range };
}

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function graphTime(ms: number, zone: string): GraphTime {
  const dateTime = DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
  return { dateTime, timeZone: zone };
}

function isFirstReading(ms: number, zone: string): boolean {
  const { date, minuteOfDay } = instantToLocal(ms, zone);
  const wall = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  return wallTimeToInstant(date, wall, zone) === Math.floor(ms / 60_000) * 60_000;
}
