import { weekRates } from '../../core/fairness/day-rates.ts';
import { type FairnessPerson, zoneOfPerson } from '../../core/fairness/fairness-person.ts';
import { hourKinds } from '../../core/fairness/hour-kinds.ts';
import { instantToLocal, weekdayOf } from '../../core/meeting/wall-time.ts';

const minutesPerDay = 1440;
const stepMinutes = 15;

/** How a time lies in somebody's day, in a word or two: `fits`, `early`, `late`, `night`, `day off`. */
export function hoursWord(person: FairnessPerson, startMs: number, endMs: number): string {
  const kinds = hourKinds(person, startMs, endMs);
  if (kinds === null) return 'zone unknown';
  if (kinds.asleep > 0) return kinds.dayOff > 0 ? 'night, day off' : 'night';
  if (kinds.dayOff > 0) return 'day off';
  if (kinds.near + kinds.awake === 0) return 'fits';
  return isBeforeWork(person, startMs, endMs) ? 'early' : 'late';
}

/** True where the working hours that are nearest lie ahead; what begins or ends inside them is decided by the rest. */
function isBeforeWork(person: FairnessPerson, startMs: number, endMs: number): boolean {
  const { baseRateAt } = weekRates(person.workingHours);
  const zone = zoneOfPerson(person, startMs) ?? 'UTC';
  const isWork = (ms: number, shift: number): boolean => {
    const { date, minuteOfDay } = instantToLocal(ms, zone);
    const minute = (minuteOfDay + shift + 2 * minutesPerDay) % minutesPerDay;
    return baseRateAt(weekdayOf(date), minute) === 0;
  };
  for (let away = 0; away <= minutesPerDay / 2; away += stepMinutes) {
    if (isWork(startMs, away === 0 ? 0 : -away)) return false;
    if (isWork(endMs - 1, away)) return true;
  }
  return false;
}

/** Whole point-minutes with thin groups of thousands: `1,860`. */
export function pointsText(points: number): string {
  return points.toLocaleString('en-GB');
}
