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

/** A proposal as a line for people: `Proposed time: Thu 26 Nov 2026, 11:00 to 12:00 (Europe/Paris)`. */
export function proposalLine({ startMs, endMs, zone }: MeetingSlot): string {
  const clock = isKnownZone(zone) ? zone : 'UTC';
  const [start, end] = [startMs, endMs].map((ms) => DateTime.fromMillis(ms, { zone: clock, locale: 'en' }));
  const sameDay = instantToLocal(startMs, clock).date === instantToLocal(endMs, clock).date;
  const until = end?.toFormat(sameDay ? 'HH:mm' : dayAndTime);
  return `Proposed time: ${start?.toFormat(dayAndTime)} to ${until} (${clock})`;
}

const dayAndTime = 'ccc d LLL yyyy, HH:mm';

function graphTime(ms: number, zone: string): GraphTime {
  const dateTime = DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
  return { dateTime, timeZone: zone };
}

function isFirstReading(ms: number, zone: string): boolean {
  const { date, minuteOfDay } = instantToLocal(ms, zone);
  const wall = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  return wallTimeToInstant(date, wall, zone) === Math.floor(ms / 60_000) * 60_000;
}
