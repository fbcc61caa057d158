import { offsetRuns } from '../meeting/offset-runs.ts';
import { rates, weekRates } from './day-rates.ts';
import { type FairnessPerson, zoneOfPerson } from './fairness-person.ts';

const minuteMs = 60_000;
const minutesPerDay = 1440;

/** How a slot lies in somebody's day, in minutes. The four kinds of hours add up to the slot; days off count beside. */
export interface HourKinds {
  readonly preferred: number;
  readonly near: number;
  readonly awake: number;
  readonly asleep: number;
  /** Minutes on a day off, whatever their kind. */
  readonly dayOff: number;
}

/**
 * The kinds of the minutes of one slot, for words; `burdenTimeline` is for searches.
 *
 * @returns null where the zone is unknown at the start
 */
export function hourKinds(person: FairnessPerson, startMs: number, endMs: number): HourKinds | null {
  const zone = zoneOfPerson(person, startMs);
  if (zone === null) return null;
  const week = weekRates(person.workingHours);
  const kinds = { preferred: 0, near: 0, awake: 0, asleep: 0, dayOff: 0 };
  for (const { window, offsetMinutes } of offsetRuns(zone, { fromMs: startMs, toMs: endMs })) {
    const to = Math.floor(window.toMs / minuteMs) + offsetMinutes;
    for (let minute = Math.floor(window.fromMs / minuteMs) + offsetMinutes; minute < to; minute += 1) {
      const day = Math.floor(minute / minutesPerDay);
      const date = new Date(day * minutesPerDay * minuteMs);
      const weekday = ((date.getUTCDay() + 6) % 7) + 1;
      kinds[kindOf(week.baseRateAt(weekday, minute - day * minutesPerDay))] += 1;
      if (week.isFree(weekday) || person.daysOff.includes(date.toISOString().slice(0, 10))) kinds.dayOff += 1;
    }
  }
  return kinds;
}

function kindOf(rate: number): Exclude<keyof HourKinds, 'dayOff'> {
  if (rate === rates.preferred) return 'preferred';
  if (rate === rates.near) return 'near';
  return rate === rates.asleep ? 'asleep' : 'awake';
}
