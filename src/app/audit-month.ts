import { DateTime } from 'luxon';
import { monthBounds } from '../core/load/month-bounds.ts';
import type { EventTime, Occurrence, Window } from '../core/meeting/event-time.ts';
import type { Meeting } from '../core/meeting/meeting.ts';
import { instantToLocal, wallTimeToInstant } from '../core/meeting/wall-time.ts';

const dayMs = 86_400_000;

/** The last full calendar month before an instant, `YYYY-MM`, on the clock of `zone`. */
export function lastFullMonth(nowMs: number, zone: string): string {
  const [year = 0, month = 1] = instantToLocal(nowMs, zone).date.split('-').map(Number);
  const index = year * 12 + month - 2;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/**
 * What has to be read before the zone is known: the month and the eleven after it, a day wider on both sides,
 * since zones differ by up to 26 hours. Without a month: every month that may be the last full one somewhere.
 *
 * @param month `YYYY-MM`; a RangeError where it is not one
 */
export function readingWindow(month: string | null, nowMs: number): Window {
  const [first, last] =
    month === null
      ? [lastFullMonth(nowMs, 'Etc/GMT+12'), lastFullMonth(nowMs, 'Etc/GMT-14')]
      : [month, month];
  const { fromMs } = monthBounds(first, 'UTC');
  const toMs = DateTime.fromMillis(monthBounds(last, 'UTC').fromMs, { zone: 'utc' })
    .plus({ years: 1 })
    .toMillis();
  return { fromMs: fromMs - dayMs, toMs: toMs + dayMs };
}

/** The occurrences that start in the month, whether they count or not. */
export function occurrencesIn(meeting: Meeting, month: string, zone: string): readonly Occurrence[] {
  const bounds = monthBounds(month, zone);
  return meeting.occurrences.filter(({ start }) => {
    if (start.kind === 'date') return start.date.startsWith(month);
    const ms = startMs(start, zone);
    return ms !== null && ms >= bounds.fromMs && ms < bounds.toMs;
  });
}

/** The instant of a start, epoch milliseconds; null where it has none. Days begin at midnight in `zone`. */
export function startMs(start: EventTime, zone: string): number | null {
  if (start.kind === 'instant') return start.ms;
  if (start.kind === 'date') return wallTimeToInstant(start.date, { hour: 0, minute: 0 }, zone);
  if (start.kind === 'unknown') return null;
  const [hour = 0, minute = 0] = start.local.slice(11).split(':').map(Number);
  return wallTimeToInstant(start.local.slice(0, 10), { hour, minute }, zone);
}
