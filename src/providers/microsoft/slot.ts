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

function graphTime(ms: number, zone: string): GraphTime {
  const dateTime = DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
  return { dateTime, timeZone: zone };
}

function isFirstReading(ms: number, zone: string): boolean {
  const { date, minuteOfDay } = instantToLocal(ms, zone);
  const wall = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  return wallTimeToInstant(date, wall, zone) === Math.floor(ms / 60_000) * 60_000;
}
