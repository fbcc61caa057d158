import { DateTime } from 'luxon';

const clockTime = /\b(?:[01]\d|2[0-3]):[0-5]\d\b/g;

/** The beginning of the hour in which a time falls on the clock of an IANA zone; both in epoch milliseconds. */
export function fullHour(ms: number, zone: string): number {
  return DateTime.fromMillis(ms, { zone }).startOf('hour').toMillis();
}

/**
 * A deadline in English for a reader whose zone nobody knows: `Friday 27 November, 17:00 (Paris time)`. The full hour is
 * told: whoever keeps to it is in time. Epoch milliseconds.
 *
 * @param zone IANA name; null is written in UTC
 */
export function spokenDeadline(ms: number, zone: string | null): string {
  const clock = zone ?? 'UTC';
  return spokenTime(fullHour(ms, clock), clock);
}

/** An instant, epoch milliseconds, on the clock of an IANA zone: `Friday 27 November, 17:23 (Paris time)`. */
export function spokenTime(ms: number, zone: string): string {
  const time = DateTime.fromMillis(ms, { zone }).toFormat('cccc d LLLL, HH:mm', { locale: 'en-GB' });
  return `${time} (${clockName(zone)})`;
}

/** `Paris time` of `Europe/Paris`; a zone that is no place keeps its name. */
export function clockName(zone: string): string {
  if (zone === 'Etc/UTC') return 'UTC';
  const [area, ...places] = zone.split('/');
  const place = places.at(-1);
  return place === undefined || area === 'Etc' ? zone : `${place.replaceAll('_', ' ')} time`;
}

/**
 * A sentence of the gate with the name of the clock behind the last time of it: `Propose Thu 2026-11-26 14:00 (Paris
 * time) instead.` What stands in brackets is on the clocks of others, and one without a time stays as it is.
 */
export function withClock(sentence: string, clock: string): string {
  const [open = ''] = sentence.split('(', 1);
  const last = [...open.matchAll(clockTime)].at(-1);
  if (last === undefined) return sentence;
  const end = last.index + last[0].length;
  return `${sentence.slice(0, end)} (${clock})${sentence.slice(end)}`;
}
