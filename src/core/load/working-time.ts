import type { Window } from '../meeting/event-time.ts';
import { gapsOf, intersectionOf, totalMs, unionOf } from '../meeting/intervals.ts';
import type { WeeklyWindow } from '../meeting/policy.ts';
import { wallTimeToInstant, weekdayOf } from '../meeting/wall-time.ts';

/**
 * From this length a gap is focus time (peers.md 6.1: Microsoft "total focus hours", Clockwise and Multitudes agree).
 */
export const focusFromMinutes = 120;

/**
 * Working time of each date as instants, in order. Windows of one date that overlap or touch are one stretch;
 * stretches of different dates stay apart, also at midnight. Each end is converted on its own date,
 * so that a day on which the clocks change has the hours that the wall shows.
 *
 * @param dates `YYYY-MM-DD`, in order
 */
export function workingWindows(
  dates: readonly string[],
  weekly: readonly WeeklyWindow[],
  zone: string,
): Window[] {
  return dates.flatMap((date) => {
    const weekday = weekdayOf(date);
    const today = weekly.filter((window) => window.weekdays.includes(weekday));
    return unionOf(
      today.map((window) => ({
        fromMs: wallTimeToInstant(date, window.start, zone),
        toMs: wallTimeToInstant(date, window.end, zone),
      })),
    );
  });
}

/** Milliseconds of the meetings (a union) outside working time. */
export function afterHoursMs(meetings: readonly Window[], working: readonly Window[]): number {
  return totalMs(meetings) - totalMs(intersectionOf(meetings, unionOf(working)));
}

/** The working time without meetings, in milliseconds: gaps long enough for focus, and the rest. */
export function gapMs(
  meetings: readonly Window[],
  working: readonly Window[],
): { readonly focus: number; readonly fragmented: number } {
  const gaps = gapsOf(working, meetings);
  const focus = totalMs(gaps.filter((gap) => gap.toMs - gap.fromMs >= focusFromMinutes * 60_000));
  return { focus, fragmented: totalMs(gaps) - focus };
}
