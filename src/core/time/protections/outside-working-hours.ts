import type { WeeklyWindow } from '../../meeting/policy.ts';
import { type LocalDay, minutesOf, type Protection } from '../protection.ts';

/** Before or after the person's working hours, or on a day they do not work. */
export const outsideWorkingHours: Protection = {
  name: 'outside-working-hours',
  source: 'policy: workingHours',
  collides: ({ days }, { workingHours }) => days.some((day) => !isCovered(day, workingHours)),
  because: ({ text }) => `${text} is outside working hours.`,
};

/** True where the working windows of that day, taken together, cover the whole stretch. */
function isCovered({ weekday, from, to }: LocalDay, windows: readonly WeeklyWindow[]): boolean {
  let reached = from;
  const today = windows
    .filter((window) => window.weekdays.includes(weekday))
    .sort((a, b) => minutesOf(a.start) - minutesOf(b.start));
  for (const window of today) {
    if (minutesOf(window.start) <= reached && minutesOf(window.end) > reached)
      reached = minutesOf(window.end);
  }
  return (
    today.some((window) => minutesOf(window.start) <= from && minutesOf(window.end) >= from) && reached >= to
  );
}
