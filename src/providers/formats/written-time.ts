import ICAL from 'ical.js';
import { IANAZone } from 'luxon';
import type { EventTime } from '../../core/meeting/event-time.ts';
import { wallTimeToInstant } from '../../core/meeting/wall-time.ts';

/** The rules by which a wall-clock time becomes an instant. */
export type ZoneRules =
  | { readonly kind: 'iana'; readonly name: string }
  /** A constant offset east of UTC, in minutes. */
  | { readonly kind: 'fixed'; readonly offsetMinutes: number }
  /** A VTIMEZONE of the file whose name no database knows. */
  | { readonly kind: 'custom'; readonly zone: ICAL.Timezone }
  /** Whatever zone the reader is in. */
  | { readonly kind: 'floating' }
  /** Not a time of day at all: a whole day. */
  | { readonly kind: 'date' }
  | { readonly kind: 'unknown'; readonly text: string };

/**
 * A time as a calendar writes it: a wall clock and whose it is.
 * `wallMs` is the wall-clock reading as if it were UTC (epoch milliseconds), so that days and hours can be
 * added without a time zone getting in the way.
 */
export interface WrittenTime {
  readonly wallMs: number;
  readonly zone: ZoneRules;
  /** The instant where it was written with its offset; in the hour that clocks repeat, the wall clock alone cannot tell. */
  readonly instantMs?: number;
}

/**
 * A length in the two kinds of RFC 5545 section 3.3.6: `wallMs` is added to the clock on the wall (days, weeks),
 * `exactMs` to the instant (hours, minutes, seconds).
 */
export interface Length {
  readonly wallMs: number;
  readonly exactMs: number;
}

export const utc: ZoneRules = { kind: 'iana', name: 'UTC' };

const dayMs = 86_400_000;
const isoPattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/;

/** `YYYY-MM-DD` of a wall-clock reading. */
export function wallDate(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** `YYYY-MM-DDTHH:mm:ss` of a wall-clock reading. */
function wallText(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 19);
}

/**
 * Reads the wall clock of `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`; what follows (fractions, `Z`) is left to the caller.
 *
 * @returns null where it is no date of the calendar, for example 30 February
 */
export function parseWall(iso: string): { readonly wallMs: number; readonly hasTime: boolean } | null {
  const [, date, time] = isoPattern.exec(iso) ?? [];
  if (date === undefined) return null;
  // A leap second has no instant of its own in epoch milliseconds.
  const clock = (time ?? '00:00:00').replace(/:60$/, ':59');
  const wallMs = Date.parse(`${date}T${clock}Z`);
  if (Number.isNaN(wallMs) || wallText(wallMs) !== `${date}T${clock}`) return null;
  return { wallMs, hasTime: time !== undefined };
}

/** The instant (epoch milliseconds) of a written time; null for days, floating times and unknown zones. */
export function instantOf({ wallMs, zone, instantMs }: WrittenTime): number | null {
  if (instantMs !== undefined) return instantMs;
  switch (zone.kind) {
    case 'iana':
      return ianaInstant(wallMs, zone.name);
    case 'fixed':
      return wallMs - zone.offsetMinutes * 60_000;
    case 'custom':
      return wallMs - customOffsetMs(wallMs, zone.zone);
    default:
      return null;
  }
}

/** What the wall clock of a zone shows at an instant, in the form of `WrittenTime.wallMs`; null without instants. */
export function wallAt(instantMs: number, zone: ZoneRules): number | null {
  switch (zone.kind) {
    case 'iana':
      return instantMs + IANAZone.create(zone.name).offset(instantMs) * 60_000;
    case 'fixed':
      return instantMs + zone.offsetMinutes * 60_000;
    case 'custom':
      return instantMs + customOffsetMs(instantMs + customOffsetMs(instantMs, zone.zone), zone.zone);
    default:
      return null;
  }
}

/** The provider-neutral form of a written time. An unknown zone keeps its words and gets no instant. */
export function toEventTime(time: WrittenTime): EventTime {
  const { wallMs, zone } = time;
  if (zone.kind === 'date') return { kind: 'date', date: wallDate(wallMs) };
  if (zone.kind === 'floating') return { kind: 'floating', local: wallText(wallMs) };
  const ms = instantOf(time);
  if (ms === null)
    return {
      kind: 'unknown',
      text: `${wallText(wallMs)} ${zone.kind === 'unknown' ? zone.text : ''}`.trim(),
    };
  return { kind: 'instant', ms, zone: zone.kind === 'iana' ? zone.name : null };
}

/** The exclusive end of something that begins at `start`; whole days always last at least one. */
export function endOf(start: WrittenTime, length: Length): EventTime {
  if (start.zone.kind === 'date') {
    return toEventTime({
      ...start,
      wallMs: start.wallMs + Math.max(dayMs, Math.ceil((length.wallMs + length.exactMs) / dayMs) * dayMs),
    });
  }
  const later = length.wallMs === 0 ? start : { wallMs: start.wallMs + length.wallMs, zone: start.zone };
  const instant = instantOf(later);
  if (instant === null) return toEventTime({ zone: later.zone, wallMs: later.wallMs + length.exactMs });
  return {
    kind: 'instant',
    ms: instant + length.exactMs,
    zone: start.zone.kind === 'iana' ? start.zone.name : null,
  };
}

/**
 * The length between two written times. Between instants it is exact, as RFC 5545 section 3.8.5.3 says of a
 * series with DTEND; otherwise it is the difference of the clocks.
 *
 * @returns negative where the end lies before the start
 */
export function lengthBetween(start: WrittenTime, end: WrittenTime): Length {
  const [from, to] = [instantOf(start), instantOf(end)];
  if (from !== null && to !== null) return { wallMs: 0, exactMs: to - from };
  return { wallMs: end.wallMs - start.wallMs, exactMs: 0 };
}

/** Wall clocks already resolved, per zone: asking the runtime for an offset is the slowest step of reading a calendar. */
const resolvedInstants = new Map<string, Map<number, number>>();
const rememberedPerZone = 20_000;

function ianaInstant(wallMs: number, zone: string): number {
  if (zone === 'UTC') return wallMs;
  let known = resolvedInstants.get(zone);
  if (known === undefined || known.size >= rememberedPerZone) {
    known = new Map();
    resolvedInstants.set(zone, known);
  }
  const before = known.get(wallMs);
  if (before !== undefined) return before;
  const second = Math.floor((wallMs - Math.floor(wallMs / dayMs) * dayMs) / 1000);
  const instantMs = wallTimeToInstant(wallDate(wallMs), { hour: 0, minute: 0, second }, zone);
  known.set(wallMs, instantMs);
  return instantMs;
}

/** ical.js writes out every change of a VTIMEZONE up to the year asked for, so far years take the rules of this one. */
const lastCustomYearMs = Date.parse('2100-01-01T00:00:00Z');

function customOffsetMs(wallMs: number, zone: ICAL.Timezone): number {
  return zone.utcOffset(toIcalTime(Math.min(wallMs, lastCustomYearMs), false)) * 1000;
}

/** A floating ical.js time of a wall-clock reading. */
export function toIcalTime(wallMs: number, isDate: boolean): ICAL.Time {
  const date = new Date(wallMs);
  const fields = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isDate,
  };
  return new ICAL.Time(fields, ICAL.Timezone.localTimezone);
}
