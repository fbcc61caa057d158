import { DateTime } from 'luxon';
import type { Window } from '../meeting/event-time.ts';
import { msPerFrame } from '../meeting/intervals.ts';
import { wallTimeToInstant, weekdayOf } from '../meeting/wall-time.ts';
import type { CountedOccurrence } from './counted-occurrences.ts';
import { datesOfMonth, dayBounds } from './month-bounds.ts';

/** One day of the month. All minutes are of the union of meetings. */
export interface DayLoad {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  /** The last day of the month carries what runs over its midnight, so that the days sum to the meeting hours. */
  readonly minutes: number;
  /** 24 entries by the hour on the wall; an hour that the clocks repeat can hold 120, one that they skip 0. */
  readonly minutesByHour: readonly number[];
  /** Of the occurrences that start on this day: duration times people. */
  readonly personMinutes: number;
}

/** One weekday over the whole month. */
export interface WeekdayLoad {
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  readonly minutes: number;
  readonly personMinutes: number;
}

/** One ISO week, as far as it lies in the month. */
export interface WeekLoad {
  /** ISO 8601, for example `2026-W40`. */
  readonly week: string;
  /** First and last date of the week that are in the month. */
  readonly fromDate: string;
  readonly toDate: string;
  readonly window: Window;
  readonly minutes: number;
}

/**
 * The load of each day of the month.
 *
 * @param union of the occurrences
 * @param occurrences that start in the month, by start
 */
export function loadByDay(
  union: readonly Window[],
  occurrences: readonly CountedOccurrence[],
  month: string,
  zone: string,
): DayLoad[] {
  const dates = datesOfMonth(month);
  const days = openEnded(dates.map((date) => dayBounds(date, zone)));
  const perDay = msPerFrame(days, union);
  const perHour = msPerFrame(
    dates.flatMap((date) => hoursOf(date, zone)),
    union,
  );
  const people = personMinutesPerFrame(days, occurrences);
  return dates.map((date, index) => ({
    date,
    weekday: weekdayOf(date),
    minutes: (perDay[index] ?? 0) / 60_000,
    minutesByHour: perHour.slice(index * 24, index * 24 + 24).map((ms) => ms / 60_000),
    personMinutes: people[index] ?? 0,
  }));
}

/** Minutes of the union of meetings for each ISO week; the first and the last week hold only days of the month. */
export function loadByWeek(union: readonly Window[], month: string, zone: string): WeekLoad[] {
  const byWeek = new Map<string, string[]>();
  for (const date of datesOfMonth(month)) {
    const week = isoWeek(date);
    byWeek.set(week, [...(byWeek.get(week) ?? []), date]);
  }
  const weeks = [...byWeek].map(([week, dates]) => ({
    week,
    fromDate: dates[0] ?? '',
    toDate: dates.at(-1) ?? '',
  }));
  const windows = openEnded(
    weeks.map(({ fromDate, toDate }) => ({
      fromMs: dayBounds(fromDate, zone).fromMs,
      toMs: dayBounds(toDate, zone).toMs,
    })),
  );
  const perWeek = msPerFrame(windows, union);
  return weeks.map((week, index) => ({
    ...week,
    window: windows[index] ?? { fromMs: 0, toMs: 0 },
    minutes: (perWeek[index] ?? 0) / 60_000,
  }));
}

/** The load of each ISO weekday, Monday first. */
export function loadByWeekday(days: readonly DayLoad[]): WeekdayLoad[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const same = days.filter((day) => day.weekday === weekday);
    return {
      weekday,
      minutes: same.reduce((sum, day) => sum + day.minutes, 0),
      personMinutes: same.reduce((sum, day) => sum + day.personMinutes, 0),
    };
  });
}

function personMinutesPerFrame(
  frames: readonly Window[],
  occurrences: readonly CountedOccurrence[],
): number[] {
  const sums = frames.map(() => 0);
  let index = 0;
  for (const { fromMs, toMs, people } of occurrences) {
    while (index < frames.length - 1 && fromMs >= (frames[index]?.toMs ?? 0)) index += 1;
    sums[index] = (sums[index] ?? 0) + ((toMs - fromMs) / 60_000) * people;
  }
  return sums;
}

function isoWeek(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).toFormat("kkkk-'W'WW");
}

function hoursOf(date: string, zone: string): Window[] {
  const { fromMs, toMs } = dayBounds(date, zone);
  const edge = (hour: number) =>
    // Zone arithmetic is slow, and a day of 24 hours needs none.
    toMs - fromMs === 24 * 3_600_000
      ? fromMs + hour * 3_600_000
      : wallTimeToInstant(date, { hour, minute: 0 }, zone);
  const edges = [...Array.from({ length: 24 }, (_, hour) => edge(hour)), toMs];
  // A skipped hour starts where the next one does; `max` keeps it empty where the hole is not a whole hour.
  return edges
    .slice(0, 24)
    .map((start, hour) => ({ fromMs: start, toMs: Math.max(start, edges[hour + 1] ?? start) }));
}

/** A meeting belongs to the month of its start and counts whole, so the last frame holds what runs over the end. */
function openEnded(frames: readonly Window[]): Window[] {
  return frames.map((frame, index) =>
    index === frames.length - 1 ? { fromMs: frame.fromMs, toMs: Number.MAX_SAFE_INTEGER } : frame,
  );
}
