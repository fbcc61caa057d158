import type { Window } from '../meeting/event-time.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { CountedOccurrence } from './counted-occurrences.ts';

/** What a series takes. Minutes are sums of durations, so that two series that collide count each. */
export interface SeriesLoad {
  readonly uid: string;
  readonly summary: string | null;
  /** Occurrences that start in the month. */
  readonly inMonth: number;
  readonly minutesInMonth: number;
  /** Of its actual occurrences in the twelve months from the first day of the month. */
  readonly minutesPerYear: number;
  /** The same, times the people who have not declined. */
  readonly personMinutesPerYear: number;
}

/**
 * Every UID that recurs, or has more than one occurrence, and is met for at least once in the year;
 * the largest number of hours per year first, then by UID.
 *
 * @param yearOccurrences counted occurrences of the twelve months
 */
export function seriesHours(
  meetings: readonly Meeting[],
  yearOccurrences: readonly CountedOccurrence[],
  month: Window,
): SeriesLoad[] {
  const recurring = recurringUids(meetings);
  const byUid = new Map<string, Mutable<SeriesLoad>>();
  for (const { meeting, fromMs, toMs, people } of yearOccurrences) {
    if (!recurring.has(meeting.uid)) continue;
    const series = byUid.get(meeting.uid) ?? emptySeries(meeting);
    byUid.set(meeting.uid, series);
    const minutes = (toMs - fromMs) / 60_000;
    series.summary ??= meeting.summary;
    series.minutesPerYear += minutes;
    series.personMinutesPerYear += minutes * people;
    if (fromMs >= month.toMs) continue;
    series.inMonth += 1;
    series.minutesInMonth += minutes;
  }
  return [...byUid.values()].sort((a, b) => b.minutesPerYear - a.minutesPerYear || compareText(a.uid, b.uid));
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function emptySeries({ uid, summary }: Meeting): Mutable<SeriesLoad> {
  return { uid, summary, inMonth: 0, minutesInMonth: 0, minutesPerYear: 0, personMinutesPerYear: 0 };
}

/** Some calendars name a series once with its rule, others list each occurrence under the same UID. */
function recurringUids(meetings: readonly Meeting[]): Set<string> {
  const occurrences = new Map<string, number>();
  for (const meeting of meetings) {
    const count = meeting.recurrence ? 2 : meeting.occurrences.length;
    occurrences.set(meeting.uid, (occurrences.get(meeting.uid) ?? 0) + count);
  }
  return new Set([...occurrences].filter(([, count]) => count > 1).map(([uid]) => uid));
}

/** By code unit: the same order on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
