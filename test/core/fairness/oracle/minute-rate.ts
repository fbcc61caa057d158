import type { FairnessPerson } from '../../../../src/core/fairness/fairness-person.ts';
import { readClock } from './local-clock.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const everyWeekday = [1, 2, 3, 4, 5, 6, 7];
const dayMinutes = 1440;
const nearMinutes = 120;

/**
 * The burden of every single minute for a person, epoch milliseconds in, 0 to 6 out; null where the zone is unknown.
 * Written from the text of the rules alone, one minute at a time, so that it shares no thought with the core.
 */
export function minuteRates(person: FairnessPerson): (ms: number) => number | null {
  const week = weekOf(person.workingHours);
  const daysOff = new Set(person.daysOff);
  return (ms) => {
    const zone = person.stays.findLast(({ fromMs }) => fromMs <= ms)?.zone ?? null;
    if (zone === null) return null;
    const { date, weekday, minute } = readClock(zone, ms);
    const isDayOff = week.isFree(weekday) || daysOff.has(date);
    return Math.min(6, week.rateAt(weekday, minute) + (isDayOff ? 2 : 0));
  };
}

interface Week {
  readonly isFree: (weekday: number) => boolean;
  /** Without what a day off adds. */
  readonly rateAt: (weekday: number, minute: number) => number;
}

/** Most people of all groups keep the same few working hours: each minute of a week is judged once for them. */
const weeks = new WeakMap<FairnessPerson['workingHours'], Week>();

function weekOf(workingHours: FairnessPerson['workingHours']): Week {
  const known = weeks.get(workingHours);
  if (known) return known;
  const stated = everyWeekday.map((weekday) => statedWindows(workingHours, weekday));
  const usual = usualWindows(stated);
  const base = stated.map((windows) => (windows.length > 0 ? windows : usual));
  const judged: number[] = [];
  const week: Week = {
    isFree: (weekday) => onWeekday(stated, weekday).length === 0,
    rateAt: (weekday, minute) => {
      const at = weekday * dayMinutes + minute;
      judged[at] ??= baseRate(base, weekday, minute);
      return judged[at];
    },
  };
  weeks.set(workingHours, week);
  return week;
}

function onWeekday<T>(table: readonly (readonly T[])[], weekday: number): readonly T[] {
  return table[(weekday + 6) % 7] ?? [];
}

function baseRate(base: readonly (readonly Stretch[])[], weekday: number, minute: number): number {
  if (onWeekday(base, weekday).some(({ start, end }) => minute >= start && minute < end)) return 0;
  if (minute >= 23 * 60 || minute < 7 * 60) return 6;
  const isNear = [-1, 0, 1].some((days) =>
    onWeekday(base, weekday + days).some(
      ({ start, end }) =>
        minute >= start + days * dayMinutes - nearMinutes && minute < end + days * dayMinutes + nearMinutes,
    ),
  );
  return isNear ? 1 : 2;
}

function statedWindows(workingHours: FairnessPerson['workingHours'], weekday: number): Stretch[] {
  return workingHours
    .filter(({ weekdays }) => weekdays.includes(weekday))
    .map(({ start, end }) => ({ start: start.hour * 60 + start.minute, end: end.hour * 60 + end.minute }));
}

/** The windows that most weekdays have, the earliest weekday's where several are as common. */
function usualWindows(stated: readonly (readonly Stretch[])[]): readonly Stretch[] {
  const working = stated.filter((windows) => windows.length > 0);
  const hours = working.map(hoursOf);
  const counts = hours.map((own) => hours.filter((others) => others === own).length);
  return working[counts.indexOf(Math.max(...counts))] ?? [{ start: 9 * 60, end: 17 * 60 }];
}

/** The same text for the same hours: two windows that meet or overlap are no other hours than one. */
function hoursOf(windows: readonly Stretch[]): string {
  const joined: Stretch[] = [];
  for (const { start, end } of windows.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) joined.splice(-1, 1, { start: last.start, end: Math.max(last.end, end) });
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) => `${start}-${end}`).join();
}
