import type { WeeklyWindow } from '../../../core/meeting/policy.ts';
import type { PageFrame } from '../page-frame.ts';

/** Weekdays as policies write them, from Monday on. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** 2024 began on a Monday. */
const mondayMs = Date.UTC(2024, 0, 1);

/** A weekday in the reader's language; 1 is Monday. */
export function weekdayText(
  weekday: number,
  { locale }: Pick<PageFrame, 'locale'>,
  width: 'long' | 'short',
): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
  return format.format(mondayMs + (weekday - 1) * 86_400_000);
}

/** `Mon–Fri 09:00–17:00`, `Tue, Thu 09:00–12:00`. */
export function windowText(
  { weekdays: days, start, end }: WeeklyWindow,
  frame: Pick<PageFrame, 'locale'>,
): string {
  const names = days.map((day) => weekdayText(day, frame, 'short'));
  const isRun = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index);
  const text = isRun ? `${names[0]}–${names.at(-1)}` : names.join(', ');
  return `${text} ${clock(start)}–${clock(end)}`;
}

function clock({ hour, minute }: WeeklyWindow['start']): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
