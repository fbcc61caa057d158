import { DateTime, IANAZone } from 'luxon';
import type { EventMoment } from '../calendar/event-copy.ts';
import { midnightMs } from '../calendar/midnight.ts';

/** `EventDateTime` of the API. */
export interface EventDateTime {
  readonly date?: string | null | undefined;
  readonly dateTime?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
}

const offset = /(?:[zZ]|[+-]\d{2}:?\d{2})$/;

/** @param zone IANA zone that the answer is in: that of the calendar, or the `timeZone` parameter */
export function writeMoment(moment: EventMoment, zone: string): EventDateTime {
  return moment.kind === 'date'
    ? { date: moment.date }
    : { dateTime: inZone(moment.ms, zone), timeZone: moment.zone };
}

/** RFC 3339 with the offset of the zone, without milliseconds. UTC is written as `Z`. */
export function inZone(ms: number, zone: string): string {
  const text = DateTime.fromMillis(ms, { zone }).toISO({ suppressMilliseconds: true });
  if (text === null) throw new RangeError(`${ms} ms in ${zone} is no time`);
  return text;
}

/** RFC 3339 with milliseconds, UTC: the form of `created` and `updated`. */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}

/** Epoch milliseconds of an RFC 3339 time with its mandatory offset; null when it is none. */
export function readTimestamp(text: string): number | null {
  if (!text.includes('T') || !offset.test(text)) return null;
  const time = DateTime.fromISO(text);
  return time.isValid ? Math.floor(time.toMillis() / 1000) * 1000 : null;
}

export function isZone(name: string): boolean {
  // `isValidZone` asks the runtime anew each time; instances are kept.
  return IANAZone.create(name).isValid;
}

/**
 * Reads a written time; a text says what is wrong with it.
 *
 * @param calendarZone where neither the time nor its offset says more
 */
export function readMoment(written: EventDateTime, calendarZone: string): EventMoment | string {
  if (written.date) {
    if (written.dateTime) return 'Start and end times must either both be date or both be dateTime.';
    const date = DateTime.fromFormat(written.date, 'yyyy-MM-dd', { zone: 'utc' });
    return date.isValid ? { kind: 'date', date: written.date } : `Invalid date: ${written.date.slice(0, 40)}`;
  }
  if (!written.dateTime) return 'Missing date or dateTime.';
  if (written.timeZone && !isZone(written.timeZone)) return 'Invalid time zone definition.';
  if (!written.timeZone && !offset.test(written.dateTime)) return 'Missing time zone definition.';
  const zone = written.timeZone || calendarZone;
  const time = DateTime.fromISO(written.dateTime, { zone });
  if (!time.isValid || !written.dateTime.includes('T')) {
    return `Invalid value for: dateTime ${written.dateTime.slice(0, 40)}`;
  }
  return { kind: 'instant', ms: time.toMillis(), zone };
}

/** Epoch milliseconds of a moment; whole days begin at midnight of the zone. */
export function momentMs(moment: EventMoment, zone: string): number {
  return moment.kind === 'instant' ? moment.ms : midnightMs(moment.date, zone);
}

/**
 * The moment that the key of an occurrence stands for.
 *
 * @param like gives the zone
 */
export function keyMoment(originalStart: string, like: EventMoment): EventMoment {
  const time = DateTime.fromISO(originalStart, { zone: 'utc' });
  if (!originalStart.includes('T')) return { kind: 'date', date: time.toFormat('yyyy-MM-dd') };
  return { kind: 'instant', ms: time.toMillis(), zone: like.kind === 'instant' ? like.zone : 'UTC' };
}
