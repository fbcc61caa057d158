import { IANAZone } from 'luxon';

/** A wall-clock time of a day. Hour 24 with minute 0 is the end of the day. */
export interface WallTime {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}

/** A local view of an instant. */
export interface LocalTime {
  /** `YYYY-MM-DD` in that zone. */
  readonly date: string;
  /** Minutes since local midnight as the clock shows it, 0 to 1439. */
  readonly minuteOfDay: number;
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  /** `Wed 2026-11-25 10:30`, for people. */
  readonly text: string;
}

/** True for a name that the time-zone database of this runtime knows. */
export function isKnownZone(zone: string): boolean {
  // `isValidZone` asks the runtime anew each time, which takes longer than all of a time check; instances are kept.
  return IANAZone.create(zone).isValid;
}

/**
 * The one place where a wall-clock time becomes an instant.
 * In a hole (clocks go forward) the time is moved forward by the length of the hole, as RFC 5545 section 3.3.5 says:
 * the offset before the change applies. In an overlap (clocks go back) the first of the two instants is taken.
 * luxon alone resolves an overlap by the offset of *today*, so its answer would change with the seasons.
 *
 * @param date `YYYY-MM-DD`
 * @param zone IANA name; throws a RangeError where unknown, so check with `isKnownZone` first
 * @returns epoch milliseconds
 */
export function wallTimeToInstant(date: string, time: WallTime, zone: string): number {
  const asIfUtc =
    Date.parse(`${date}T00:00:00Z`) + ((time.hour * 60 + time.minute) * 60 + (time.second ?? 0)) * 1000;
  const iana = IANAZone.create(zone);
  if (!iana.isValid || Number.isNaN(asIfUtc))
    throw new RangeError(`not a wall time in a known zone: ${date} ${zone}`);
  const day = 86_400_000;
  const offsets = [asIfUtc - day, asIfUtc, asIfUtc + day].map((ms) => offsetMinutes(iana, ms));
  const instants = offsets.map((offset) => asIfUtc - offset * 60_000);
  const exact = instants.filter((ms) => ms + offsetMinutes(iana, ms) * 60_000 === asIfUtc);
  // In a hole no offset fits: the offset before the change is that of the day before.
  return exact.length > 0 ? Math.min(...exact) : asIfUtc - (offsets[0] ?? 0) * 60_000;
}

/** What a clock on the wall of `zone` shows at an instant (epoch milliseconds). Throws a RangeError for an unknown zone. */
export function instantToLocal(ms: number, zone: string): LocalTime {
  // luxon's own parts and formats take ten times as long, and every occurrence of every meeting passes here.
  const iana = IANAZone.create(zone);
  const clock = new Date(ms + (iana.isValid ? offsetMinutes(iana, ms) * 60_000 : Number.NaN));
  if (Number.isNaN(clock.getTime())) throw new RangeError(`not an instant in a known zone: ${ms} ${zone}`);
  const iso = clock.toISOString();
  const date = iso.slice(0, 10);
  return {
    date,
    minuteOfDay: clock.getUTCHours() * 60 + clock.getUTCMinutes(),
    weekday: ((clock.getUTCDay() + 6) % 7) + 1,
    text: `${weekdayNames[clock.getUTCDay()]} ${date} ${iso.slice(11, 16)}`,
  };
}

/** Asking the runtime for an offset takes longer than all else in a time check, and meetings share their hours. */
const knownOffsets = new Map<string, number>();
const mostKnownOffsets = 10_000;
const quarterHourMs = 900_000;
/** From 1973 on every change of every zone falls on a quarter of an hour (Liberia's of 1972 was the last that did not). */
const quarterHoursFromMs = Date.UTC(1973, 0);

/** Offset from UTC in minutes at an instant (epoch milliseconds). */
function offsetMinutes(zone: IANAZone, ms: number): number {
  if (!(ms >= quarterHoursFromMs)) return zone.offset(ms);
  const key = `${zone.name} ${Math.floor(ms / quarterHourMs)}`;
  const known = knownOffsets.get(key);
  if (known !== undefined) return known;
  const offset = zone.offset(ms);
  if (knownOffsets.size >= mostKnownOffsets) knownOffsets.clear();
  knownOffsets.set(key, offset);
  return offset;
}

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** The day after `date` by `days` (may be negative), both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of the week of a date, both `YYYY-MM-DD`. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

/** ISO weekday of a date, 1 is Monday. */
export function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
