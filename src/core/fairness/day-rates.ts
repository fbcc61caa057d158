import type { WeeklyWindow } from '../meeting/policy.ts';

/** Points a minute: in preferred hours, near them, awake, asleep, and what a day off adds (design: burden). */
export const rates = { preferred: 0, near: 1, awake: 2, asleep: 6, dayOff: 2, most: 6 } as const;
/** Within so many minutes before or after preferred hours a minute is `near`. */
const nearMinutes = 120;
/** Sleep, in minutes of the day: from 23:00, until 07:00. */
const sleepFrom = 1380;
const sleepUntil = 420;
const minutesPerDay = 1440;

/** A part of a local day with one rate: it ends where the next begins, the last at midnight. */
interface RateStep {
  /** Minute of the local day at which it begins. */
  readonly from: number;
  /** Points a minute. */
  readonly rate: number;
}

/** The rates of a person's week. */
export interface WeekRates {
  /** Steps of a weekday (ISO, 1 is Monday) from midnight on. */
  readonly stepsOf: (weekday: number, isDayOff: boolean) => readonly RateStep[];
  /** The rate of a minute of the local day without what a day off adds. */
  readonly baseRateAt: (weekday: number, minute: number) => number;
  /** True for a weekday without working hours. */
  readonly isFree: (weekday: number) => boolean;
}

/** Hours of one day in minutes, the end excluded; sorted, disjoint. */
type Hours = readonly (readonly [from: number, to: number])[];

/**
 * What each minute of a week costs somebody with these working hours: 0 inside them, else 6 from 23:00 to 07:00,
 * else 1 within two hours before or after them (over midnight, too), else 2. A weekday without working hours, and
 * every day off, costs 2 more, at most 6; its hours are those that most working weekdays have, 09:00 to 17:00 where
 * there are none. Sleep at three times the evening: design.md, "Time-zone fairness".
 */
export function weekRates(workingHours: readonly WeeklyWindow[]): WeekRates {
  const known = knownWeeks.get(workingHours) ?? ratesOfWeek(workingHours);
  knownWeeks.set(workingHours, known);
  return known;
}

/** Every search asks for the week of everyone anew, and a stated list of hours never changes. */
const knownWeeks = new WeakMap<readonly WeeklyWindow[], WeekRates>();

function ratesOfWeek(workingHours: readonly WeeklyWindow[]): WeekRates {
  const stated = weekdays.map((weekday) => hoursOf(workingHours, weekday));
  const usual = usualHours(stated);
  const hours = stated.map((own) => (own.length > 0 ? own : usual));
  const steps = weekdays.map((_, index) => {
    const base = stepsOfDay(
      hours.at(index - 1) ?? usual,
      hours[index] ?? usual,
      hours[(index + 1) % 7] ?? usual,
    );
    return {
      working: base,
      off: base.map(({ from, rate }) => ({ from, rate: Math.min(rate + rates.dayOff, rates.most) })),
    };
  });
  const isFree = (weekday: number): boolean => stated[weekday - 1]?.length === 0;
  return {
    stepsOf: (weekday, isDayOff) => {
      const day = steps[weekday - 1];
      return (isDayOff || isFree(weekday) ? day?.off : day?.working) ?? [];
    },
    baseRateAt: (weekday, minute) =>
      steps[weekday - 1]?.working.findLast(({ from }) => from <= minute)?.rate ?? rates.asleep,
    isFree,
  };
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function hoursOf(windows: readonly WeeklyWindow[], weekday: number): Hours {
  const sorted = windows
    .filter((window) => window.weekdays.includes(weekday))
    .map(({ start, end }) => [start.hour * 60 + start.minute, end.hour * 60 + end.minute] as [number, number])
    .sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** The hours that most weekdays have, of those that have any; the earliest weekday wins a tie. */
function usualHours(stated: readonly Hours[]): Hours {
  const counts = Map.groupBy(
    stated.filter((hours) => hours.length > 0),
    (hours) => JSON.stringify(hours),
  );
  const most = [...counts.values()].reduce<readonly Hours[]>((a, b) => (b.length > a.length ? b : a), []);
  return most[0] ?? [[540, 1020]];
}

/** Boundaries of a day in order, each with the rate of the minutes up to the next one. */
function stepsOfDay(before: Hours, today: Hours, after: Hours): RateStep[] {
  const around = [
    ...before.map(([from, to]) => [from - minutesPerDay, to - minutesPerDay] as const),
    ...today,
    ...after.map(([from, to]) => [from + minutesPerDay, to + minutesPerDay] as const),
  ];
  const boundaries = [
    0,
    sleepUntil,
    sleepFrom,
    ...around.flatMap(([from, to]) => [from - nearMinutes, from, to, to + nearMinutes]),
  ].filter((minute) => minute >= 0 && minute < minutesPerDay);
  const steps: RateStep[] = [];
  for (const from of [...new Set(boundaries)].sort((a, b) => a - b)) {
    const rate = rateOf(from, today, around);
    if (steps.at(-1)?.rate !== rate) steps.push({ from, rate });
  }
  return steps;
}

function rateOf(minute: number, today: Hours, around: Hours): number {
  if (today.some(([from, to]) => minute >= from && minute < to)) return rates.preferred;
  if (minute >= sleepFrom || minute < sleepUntil) return rates.asleep;
  const isNear = around.some(([from, to]) => minute >= from - nearMinutes && minute < to + nearMinutes);
  return isNear ? rates.near : rates.awake;
}
