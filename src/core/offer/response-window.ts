import type { Policy, ResponseWindow } from '../meeting/policy.ts';
import { addDays, instantToLocal, wallTimeToInstant, weekdayOf } from '../meeting/wall-time.ts';
import { minutesOf } from '../time/protection.ts';

/** A calendar without a single working day must not be searched for ever. */
const farthestDays = 60;

type WorkingTime = Pick<Policy, 'zone' | 'workingHours' | 'publicHolidays'>;

/**
 * When an answer is due, epoch milliseconds, counted in the reader's working days.
 * Hours count day by day: 24 hours is the same clock time on the next working day, so nobody answers on a Sunday.
 * Whole working days end with the working hours of that day. Without a zone, UTC is counted.
 */
export function answerDue(nowMs: number, window: ResponseWindow, person: WorkingTime): number {
  const zone = person.zone ?? 'UTC';
  const now = instantToLocal(nowMs, zone);
  if ('workingDays' in window) {
    const date = workingDayAfter(now.date, window.workingDays, person);
    return wallTimeToInstant(date, endOfWork(date, person), zone);
  }
  const wholeDays = Math.floor(window.hours / 24);
  const rest = window.hours - wholeDays * 24;
  const date = workingDayAfter(now.date, wholeDays, person);
  const minute = now.minuteOfDay + Math.round(rest * 60);
  const carried = minute >= 1440 ? workingDayAfter(date, 1, person) : date;
  return wallTimeToInstant(carried, { hour: Math.floor((minute % 1440) / 60), minute: minute % 60 }, zone);
}

/** The n-th working day after a date; a date that is none counts as the next one, since nobody reads before. */
function workingDayAfter(date: string, days: number, person: WorkingTime): string {
  let at = date;
  let left = days;
  for (let looked = 0; looked < farthestDays + days * 7; looked++) {
    if (isWorkingDay(at, person) && left-- === 0) return at;
    at = addDays(at, 1);
  }
  return addDays(date, days);
}

function isWorkingDay(date: string, { workingHours, publicHolidays }: WorkingTime): boolean {
  return (
    !publicHolidays.includes(date) && workingHours.some((window) => window.weekdays.includes(weekdayOf(date)))
  );
}

function endOfWork(date: string, { workingHours }: WorkingTime): { hour: number; minute: number } {
  const ends = workingHours
    .filter((window) => window.weekdays.includes(weekdayOf(date)))
    .map((window) => minutesOf(window.end));
  const last = ends.length > 0 ? Math.max(...ends) : 1020;
  return { hour: Math.floor(last / 60), minute: last % 60 };
}
