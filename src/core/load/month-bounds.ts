import type { Window } from '../meeting/event-time.ts';
import { addDays, wallTimeToInstant } from '../meeting/wall-time.ts';

const midnight = { hour: 0, minute: 0 };

/**
 * A calendar month as instants: local midnight of its first day to local midnight of the next month's.
 * A month in which the clocks change has 743 or 745 hours where others have 744.
 *
 * @param month `YYYY-MM`; a RangeError where it is not one
 * @param zone IANA name; a RangeError where unknown
 */
export function monthBounds(month: string, zone: string): Window {
  return monthsFrom(month, 1, zone);
}

/** The twelve months from the first day of `month`: what *hours per year* looks at. */
export function yearFrom(month: string, zone: string): Window {
  return monthsFrom(month, 12, zone);
}

/** The dates of a month, `YYYY-MM-DD`, in order. */
export function datesOfMonth(month: string): string[] {
  const dates: string[] = [];
  for (let date = firstDay(month, 0); date < firstDay(month, 1); date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** A date as instants, local midnight to local midnight. */
export function dayBounds(date: string, zone: string): Window {
  return {
    fromMs: wallTimeToInstant(date, midnight, zone),
    toMs: wallTimeToInstant(addDays(date, 1), midnight, zone),
  };
}

function monthsFrom(month: string, count: number, zone: string): Window {
  return {
    fromMs: wallTimeToInstant(firstDay(month, 0), midnight, zone),
    toMs: wallTimeToInstant(firstDay(month, count), midnight, zone),
  };
}

function firstDay(month: string, later: number): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new RangeError(`not a month (YYYY-MM): ${month.slice(0, 40)}`);
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + later;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
