import type { Window } from '../../core/meeting/event-time.ts';
import { intersectionOf, unionOf } from '../../core/meeting/intervals.ts';
import type { Policy, WeeklyWindow } from '../../core/meeting/policy.ts';
import {
  addDays,
  instantToLocal,
  isKnownZone,
  wallTimeToInstant,
  weekdayOf,
} from '../../core/meeting/wall-time.ts';
import { zoneStays } from '../../core/meeting/zone-at.ts';

/** One date on one clock, as far as the person is there. Windows are disjoint and in order. */
export interface ProtectedDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** IANA name. */
  readonly zone: string;
  readonly working: readonly Window[];
  /** The working hours of a no-meeting day. */
  readonly free: readonly Window[];
  /** Focus blocks of the policy. */
  readonly focus: readonly Window[];
}

/**
 * The days that a window of time touches, in order, cut where another clock begins or ends. Public holidays are left
 * out, and days on which nobody knows the clock.
 */
export function protectedDays(policy: Policy, window: Window): readonly ProtectedDay[] {
  const stays = zoneStays(policy);
  return stays.flatMap(({ fromMs, zone }, index) => {
    const stay = { fromMs, toMs: stays[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY };
    return zone !== null && isKnownZone(zone) ? daysOfStay(policy, zone, stay, window) : [];
  });
}

function daysOfStay(policy: Policy, zone: string, stay: Window, window: Window): ProtectedDay[] {
  const from = Math.max(stay.fromMs, window.fromMs);
  const to = Math.min(stay.toMs, window.toMs);
  if (from >= to) return [];
  const days: ProtectedDay[] = [];
  const last = instantToLocal(to, zone).date;
  for (let date = instantToLocal(from, zone).date; date <= last; date = addDays(date, 1)) {
    if (policy.publicHolidays.includes(date)) continue;
    const working = intersectionOf(onDate(policy.workingHours, date, zone), [stay]);
    const focus = intersectionOf(onDate(policy.focus.blocks, date, zone), [stay]);
    days.push({ date, zone, working, free: isFree(policy, date) ? working : [], focus });
  }
  return days;
}

function isFree({ noMeetingDays }: Policy, date: string): boolean {
  const weekday = weekdayOf(date);
  return noMeetingDays.some((day) => day.weekday === weekday && !day.exceptDates.includes(date));
}

/** The windows of a date as instants, joined where they touch. */
function onDate(windows: readonly WeeklyWindow[], date: string, zone: string): Window[] {
  const weekday = weekdayOf(date);
  return unionOf(
    windows
      .filter(({ weekdays }) => weekdays.includes(weekday))
      .map(({ start, end }) => ({
        fromMs: wallTimeToInstant(date, start, zone),
        toMs: wallTimeToInstant(date, end, zone),
      })),
  );
}
