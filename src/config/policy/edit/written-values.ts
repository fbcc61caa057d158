import type { WrittenFreeDay, WrittenHours } from '../../../app/ports/policy-desk.ts';
import type { NoMeetingDay, WeeklyWindow } from '../../../core/meeting/policy.ts';
import type { WallTime } from '../../../core/meeting/wall-time.ts';
import { weekdayNames } from '../value-schemas.ts';

/** A weekly window in the words of a policy. */
export function writtenHours({ weekdays, start, end }: WeeklyWindow): WrittenHours {
  return { days: weekdays.map(dayName), hours: `${clock(start)}-${clock(end)}` };
}

/** A no-meeting day in the words of a policy. */
export function writtenFreeDay({ weekday, allowPurposes, exceptDates }: NoMeetingDay): WrittenFreeDay {
  return { day: dayName(weekday), allow: allowPurposes, except: exceptDates };
}

/** The same as it is put into a text: only the name where that says all. */
export function shortFreeDay({ day, allow, except }: WrittenFreeDay): unknown {
  if (allow.length === 0 && except.length === 0) return day;
  return { day, ...(allow.length > 0 && { allow }), ...(except.length > 0 && { except }) };
}

function dayName(weekday: number): string {
  return weekdayNames[weekday - 1] ?? '';
}

function clock({ hour, minute }: WallTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
