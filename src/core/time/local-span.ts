import type { Occurrence } from '../meeting/event-time.ts';
import { addDays, instantToLocal, isKnownZone, weekdayOf } from '../meeting/wall-time.ts';
import type { LocalDay, LocalSpan } from './protection.ts';

const minutesPerDay = 1440;
/** An occurrence that touches more days than this is an all-day matter; more would only cost time. */
const mostDays = 14;

/**
 * An occurrence as a clock in `zone` shows it. Floating times and dates need no zone.
 * Null is unknown: no zone, an unknown zone, or a time that could not be read.
 */
export function toLocalSpan({ start, end }: Occurrence, zone: string | null): LocalSpan | null {
  if (start.kind === 'date') {
    const last = end.kind === 'date' && end.date > start.date ? addDays(end.date, -1) : start.date;
    return {
      days: daysBetween(start.date, 0, last, minutesPerDay),
      text: `${weekdayName(start.date)} ${start.date}`,
    };
  }
  if (start.kind === 'floating') {
    const until = end.kind === 'floating' && end.local >= start.local ? end.local : start.local;
    const from = clockOf(start.local);
    const to = clockOf(until);
    return {
      days: daysBetween(from.date, from.minute, to.date, to.minute),
      text: `${weekdayName(from.date)} ${from.date} ${start.local.slice(11, 16)}`,
    };
  }
  if (start.kind === 'unknown' || zone === null || !isKnownZone(zone)) return null;
  const from = instantToLocal(start.ms, zone);
  const to = instantToLocal(end.kind === 'instant' ? Math.max(end.ms, start.ms) : start.ms, zone);
  return { days: daysBetween(from.date, from.minuteOfDay, to.date, to.minuteOfDay), text: from.text };
}

function clockOf(local: string): { date: string; minute: number } {
  return { date: local.slice(0, 10), minute: Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)) };
}

/** Splits a stretch of local time by days. A stretch that ends at midnight does not touch the day that begins then. */
function daysBetween(firstDate: string, from: number, lastDate: string, to: number): LocalDay[] {
  const days: LocalDay[] = [];
  for (let date = firstDate; date <= lastDate && days.length < mostDays; date = addDays(date, 1)) {
    const start = date === firstDate ? from : 0;
    const end = date === lastDate ? to : minutesPerDay;
    if (end > start || days.length === 0)
      days.push({ date, weekday: weekdayOf(date), from: start, to: Math.max(end, start) });
  }
  return days;
}

function weekdayName(date: string): string {
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(date) - 1] ?? '';
}
