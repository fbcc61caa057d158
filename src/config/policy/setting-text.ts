import type { NoMeetingDay, ResponseWindow, WeeklyWindow } from '../../core/meeting/policy.ts';
import type { WallTime } from '../../core/meeting/wall-time.ts';
import { withoutControls } from './policy-problem.ts';
import { weekdayNames } from './value-schemas.ts';

/** `Wednesday` for ISO weekday 3. */
export function weekdayText(weekday: number): string {
  const name = weekdayNames[weekday - 1] ?? `day ${weekday}`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `Monday to Friday` where the weekdays follow one another, else `Monday and Thursday`. */
function weekdaysText(weekdays: readonly number[]): string {
  const sorted = [...new Set(weekdays)].toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first !== undefined && last !== undefined && sorted.length > 2 && last - first === sorted.length - 1) {
    return `${weekdayText(first)} to ${weekdayText(last)}`;
  }
  return listText(sorted.map(weekdayText));
}

/** `Monday to Friday 09:00-17:00`. */
export function windowText({ weekdays, start, end }: WeeklyWindow): string {
  return `${weekdaysText(weekdays)} ${clockText(start)}-${clockText(end)}`;
}

function clockText({ hour, minute }: WallTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `24 hours` or `5 working days`. */
export function responseWindowText(window: ResponseWindow): string {
  return 'hours' in window ? countText(window.hours, 'hour') : countText(window.workingDays, 'working day');
}

/** `Wednesday`, with what may happen on it all the same. */
export function noMeetingDayText({ weekday, allowPurposes, exceptDates }: NoMeetingDay): string {
  const purposes = allowPurposes.length > 0 ? ` except for ${listText(allowPurposes)}` : '';
  const dates = exceptDates.length > 0 ? ` except on ${listText(exceptDates)}` : '';
  return `${weekdayText(weekday)}${purposes}${purposes && dates ? ' and' : ''}${dates}`;
}

/** `1 person`, `8 people`: a count with its noun. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`; free text is made safe to show. */
export function listText(items: readonly string[]): string {
  const safe = items.map(withoutControls);
  return safe.length < 2 ? safe.join('') : `${safe.slice(0, -1).join(', ')} and ${safe.at(-1)}`;
}
