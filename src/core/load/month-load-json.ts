import type { MonthLoad } from './month-load.ts';

/** The figures of `audit --json`: hours and money with two decimals. */
export interface MonthLoadJson {
  readonly month: string;
  readonly zone: string;
  /** Occurrences that count and start in the month. */
  readonly occurrences: number;
  readonly hours: Readonly<Record<'meeting' | 'after' | 'conflict' | 'focus' | 'fragmented', number>>;
  readonly cost: number;
  readonly series: readonly {
    readonly uid: string;
    readonly summary: string | null;
    readonly inMonth: number;
    readonly hoursPerYear: number;
  }[];
}

/** Turns minutes into rounded hours, here and nowhere before. */
export function monthLoadJson(load: MonthLoad): MonthLoadJson {
  const { meeting, after, conflict, focus, fragmented } = load.minutes;
  return {
    month: load.month,
    zone: load.zone,
    occurrences: load.occurrences.length,
    hours: {
      meeting: toHours(meeting),
      after: toHours(after),
      conflict: toHours(conflict),
      focus: toHours(focus),
      fragmented: toHours(fragmented),
    },
    cost: twoDecimals(load.cost),
    series: load.series.map(({ uid, summary, inMonth, minutesPerYear }) => ({
      uid,
      summary,
      inMonth,
      hoursPerYear: toHours(minutesPerYear),
    })),
  };
}

/** Minutes to hours with two decimals. */
export function toHours(minutes: number): number {
  return twoDecimals(minutes / 60);
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
