import type ICAL from 'ical.js';
import { toIcalTime } from './written-time.ts';

const dayMs = 86_400_000;
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/**
 * Corrects what ical.js 2.2.1 gives too much, found by comparing it with a second implementation: days that a month
 * does not have are moved into the next month, INTERVAL is forgotten beside BYMONTH, BYWEEKNO and a BYDAY of two digits
 * are misread. Takes BYWEEKNO off the rule, since it is applied here.
 *
 * @returns whether a wall-clock reading that ical.js gave is an occurrence of the rule
 */
export function correctRule(recur: ICAL.Recur, startWallMs: number): (wallMs: number) => boolean {
  const start = new Date(startWallMs);
  const months: readonly number[] | undefined = recur.parts.BYMONTH;
  const checks: ((date: Date) => boolean)[] = [];
  if (months) checks.push((date) => months.includes(date.getUTCMonth() + 1));
  if (recur.freq === 'MONTHLY' && months && recur.interval > 1) {
    const { interval } = recur;
    checks.push((date) => (monthOf(date) - monthOf(start)) % interval === 0);
  }
  if (recur.freq === 'YEARLY') checks.push(...yearlyChecks(recur, start));
  return (wallMs) => {
    const date = new Date(wallMs);
    return checks.every((check) => check(date));
  };
}

function yearlyChecks(recur: ICAL.Recur, start: Date): ((date: Date) => boolean)[] {
  const { parts, wkst } = recur;
  const weeks: readonly number[] | undefined = parts.BYWEEKNO;
  if (weeks) {
    delete parts.BYWEEKNO;
    parts.BYDAY ??= [weekdayNames[start.getUTCDay()] ?? 'MO'];
    return [
      (date) =>
        weeks.includes(weekOf(date, wkst)) ||
        weeks.includes(weekOf(date, wkst) - weeksAround(date, wkst) - 1),
    ];
  }
  const days: readonly string[] | undefined = parts.BYDAY;
  if (days) return parts.BYMONTH ? [] : [(date) => days.some((day) => isWeekdayOfYear(day, date))];
  if (parts.BYYEARDAY || parts.BYMONTHDAY) return [];
  const sameMonth = (date: Date): boolean =>
    parts.BYMONTH !== undefined || date.getUTCMonth() === start.getUTCMonth();
  return [(date) => date.getUTCDate() === start.getUTCDate() && sameMonth(date)];
}

function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** `20MO` is the twentieth Monday of the year, `-1MO` the last, `MO` every one. */
function isWeekdayOfYear(day: string, date: Date): boolean {
  if (day.slice(-2) !== weekdayNames[date.getUTCDay()]) return false;
  const position = Number.parseInt(day, 10);
  if (Number.isNaN(position)) return true;
  const yearStart = new Date(date).setUTCMonth(0, 1);
  const yearEnd = new Date(date).setUTCMonth(11, 31);
  const fromStart = Math.floor((date.getTime() - yearStart) / dayMs / 7) + 1;
  const fromEnd = Math.floor((yearEnd - date.getTime()) / dayMs / 7) + 1;
  return position > 0 ? position === fromStart : -position === fromEnd;
}

function weekOf(date: Date, wkst: ICAL.Recur['wkst']): number {
  return toIcalTime(date.getTime(), true).weekNumber(wkst);
}

/** Weeks in the year that the week of `date` belongs to: the number of the week that holds its fourth-last day. */
function weeksAround(date: Date, wkst: ICAL.Recur['wkst']): number {
  const week = weekOf(date, wkst);
  const nearEnd = week === 1 && date.getUTCMonth() === 11;
  const nearStart = week > 50 && date.getUTCMonth() === 0;
  const year = date.getUTCFullYear() + (nearEnd ? 1 : nearStart ? -1 : 0);
  return weekOf(new Date(Date.UTC(year, 11, 28)), wkst);
}
