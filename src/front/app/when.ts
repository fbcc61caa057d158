import type { PageFrame } from './page-frame.ts';
import type { Texts } from './texts.ts';

/** What a time needs to be written: all of it is the reader's. */
export type WhenFrame = Pick<PageFrame, 'language' | 'locale' | 'zone' | 'nowMs'>;

const unknownTime: Texts<string> = { en: 'Time unknown', de: 'Zeit unbekannt' };

const hourMs = 3_600_000;
/** The shortest day there is, where the clock goes forward. */
const shortestDayMs = 23 * hourMs;

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/**
 * When something is, in the reader's zone and writing: `Wed 25 Nov, 10:00–10:30`, the day once where it begins and
 * ends on it, without hours where it runs from midnight to midnight, with the year where it is another than now's.
 * The zone is added where it is not the reader's own (`UTC`: nobody knows theirs), and the offset where the clock
 * shows the same hour twice. Instants in milliseconds; a start of null is an unknown time, an end of null leaves the
 * end out.
 */
export function whenText(startMs: number | null, endMs: number | null, frame: WhenFrame): string {
  if (startMs === null) return unknownTime[frame.language];
  if (endMs === null || endMs <= startMs) return momentText(startMs, frame);
  if (isWholeDays(startMs, endMs, frame)) {
    return formatOf({ ...day, ...yearOf([startMs, endMs - 1], frame) }, frame).formatRange(
      startMs,
      endMs - 1,
    );
  }
  const parts = { ...day, ...clock, ...yearOf([startMs, endMs], frame), ...zoneOf([startMs, endMs], frame) };
  return formatOf(parts, frame).formatRange(startMs, endMs);
}

/** One instant: `Wed 25 Nov, 10:00`, with year and zone as `whenText` has them. */
export function momentText(ms: number, frame: WhenFrame): string {
  return formatOf({ ...day, ...clock, ...yearOf([ms], frame), ...zoneOf([ms], frame) }, frame).format(ms);
}

/** One instant to the second, with year and offset whoever reads it: `21 Nov 2026, 15:04:05 GMT+1`. */
export function stampText(ms: number, frame: WhenFrame): string {
  const parts = { day: 'numeric', month: 'short', year: 'numeric', timeZoneName: 'shortOffset' } as const;
  return formatOf({ ...parts, ...clock, second: '2-digit' }, frame).format(ms);
}

/** The day of an instant in the reader's zone: `Wednesday 25 November`, with the year where it is another than now's. */
export function dayText(ms: number, frame: WhenFrame): string {
  return formatOf({ weekday: 'long', day: 'numeric', month: 'long', ...yearOf([ms], frame) }, frame).format(
    ms,
  );
}

/** The hour of an instant in the reader's zone: `10:00`, `10:00 AM`. */
export function timeText(ms: number, frame: WhenFrame): string {
  return formatOf({ ...clock, ...zoneOf([ms], frame) }, frame).format(ms);
}

/** As core writes a time that it speaks of: on the clock of whoever it concerns, `Wed 2026-11-25 10:00`. */
const coreTime = /\b(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})\b/g;
const coreDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/**
 * A sentence of core with its times written as the reader writes them: `Wed 25 Nov, 10:00 is on a free day.` The clock
 * stays the one that core spoke of. Whatever only looks like a time (a day that does not exist, another weekday) is left
 * as it is.
 */
export function readersDates(sentence: string, frame: WhenFrame): string {
  return sentence.replace(coreTime, (found: string, weekday: string, date: string, time: string) => {
    const ms = Date.parse(`${date}T${time}:00Z`);
    if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(`${date}T${time}`)) return found;
    if (coreDays[new Date(ms).getUTCDay()] !== weekday) return found;
    return formatOf({ ...day, ...clock, ...yearOf([ms], frame) }, { ...frame, zone: 'UTC' }).format(ms);
  });
}

function formatOf(parts: Intl.DateTimeFormatOptions, { locale, zone }: WhenFrame): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone });
}

function yearOf(instants: readonly number[], frame: WhenFrame): Intl.DateTimeFormatOptions {
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: frame.zone });
  const now = year.format(frame.nowMs);
  return instants.every((ms) => year.format(ms) === now) ? {} : { year: 'numeric' };
}

function zoneOf(instants: readonly number[], { zone }: WhenFrame): Intl.DateTimeFormatOptions {
  if (zone === 'UTC') return { timeZoneName: 'short' };
  return instants.some((ms) => isShownTwice(ms, zone)) ? { timeZoneName: 'shortOffset' } : {};
}

/** Whether the clock of the zone shows this hour a second time, an hour earlier or later. */
function isShownTwice(ms: number, zone: string): boolean {
  const shown = wallClock(ms, zone);
  return shown === wallClock(ms - hourMs, zone) || shown === wallClock(ms + hourMs, zone);
}

function isWholeDays(startMs: number, endMs: number, { zone }: WhenFrame): boolean {
  if (endMs - startMs < shortestDayMs) return false;
  return [startMs, endMs].every((ms) => wallClock(ms, zone).endsWith('00:00'));
}

function wallClock(ms: number, zone: string): string {
  const parts = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat('en-GB', { ...parts, hourCycle: 'h23', timeZone: zone }).format(ms);
}
