import { DateTime } from 'luxon';
import type { EventMoment } from '../calendar/event-copy.ts';
import type { Weekday } from './sample-meeting.ts';

const isoWeekdays: Readonly<Record<Weekday, number>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5 };

export function isoWeekday(day: Weekday): number {
  return isoWeekdays[day];
}

/** Midnight of the first Monday on or after an instant, in a zone. */
export function firstMonday(fromMs: number, zone: string): DateTime {
  const midnight = DateTime.fromMillis(fromMs, { zone })
    .plus({ days: 1 })
    .minus({ milliseconds: 1 })
    .startOf('day');
  return midnight.plus({ days: (8 - midnight.weekday) % 7 });
}

/** @param at wall-clock time `HH:mm` in the zone of `date` */
export function atTime(date: DateTime, at: string): DateTime {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return date.set({ hour, minute, second: 0, millisecond: 0 });
}

export function instantOf(time: DateTime): EventMoment {
  return { kind: 'instant', ms: time.toMillis(), zone: time.zoneName ?? 'UTC' };
}

export function dateOf(time: DateTime): EventMoment {
  return { kind: 'date', date: time.toFormat('yyyy-MM-dd') };
}

/** The midnights of a zone from an instant up to another. */
export function midnightsBetween(fromMs: number, toMs: number, zone: string): DateTime[] {
  const days: DateTime[] = [];
  const first = DateTime.fromMillis(fromMs, { zone }).startOf('day');
  for (let day = first; day.toMillis() < toMs; day = day.plus({ days: 1 })) days.push(day);
  return days;
}
