import type { Window } from '../meeting/event-time.ts';
import { intersectionOf, unionOf } from '../meeting/intervals.ts';
import { offsetRuns } from '../meeting/offset-runs.ts';
import type { Policy, WeeklyWindow } from '../meeting/policy.ts';
import {
  addDays,
  instantToLocal,
  isKnownZone,
  type WallTime,
  wallTimeToInstant,
  weekdayOf,
} from '../meeting/wall-time.ts';
import { zoneStays } from '../meeting/zone-at.ts';
import { type FocusEvent, minutesOf } from './protection.ts';

const midnight: WallTime = { hour: 0, minute: 0 };

/**
 * The protected time of one person as instants, for a search: no-meeting days, public holidays and focus time, the same
 * that the protections find in a single meeting. Working hours are not among them: what lies outside them costs, and
 * the fairness weighs that.
 *
 * Each day is that of the clock where the person then is; where nobody knows which, only events of the calendar itself
 * are known.
 *
 * @returns disjoint windows in order; events of the calendar may reach out of `window`
 */
export function protectedWindows(
  policy: Policy,
  focusEvents: readonly FocusEvent[],
  window: Window,
): Window[] {
  const windows: Window[] = [...focusEvents];
  const stays = zoneStays(policy);
  for (const [index, { fromMs, zone }] of stays.entries()) {
    const from = Math.max(window.fromMs, fromMs);
    const to = Math.min(window.toMs, stays[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY);
    if (zone === null || !isKnownZone(zone) || from >= to) continue;
    windows.push(...windowsOfStay(policy, zone, { fromMs: from, toMs: to }));
  }
  return unionOf(windows).filter(({ fromMs, toMs }) => fromMs < window.toMs && toMs > window.fromMs);
}

/** Protected time of the days that a stay touches, cut to the stay. */
function windowsOfStay(policy: Policy, zone: string, stay: Window): Window[] {
  const windows: Window[] = [];
  const last = instantToLocal(stay.toMs, zone).date;
  for (let date = instantToLocal(stay.fromMs, zone).date; date <= last; date = addDays(date, 1))
    windows.push(...windowsOfDay(policy, date, zone));
  return intersectionOf(unionOf(windows), [stay]);
}

function windowsOfDay(
  { noMeetingDays, publicHolidays, focus }: Policy,
  date: string,
  zone: string,
): Window[] {
  const weekday = weekdayOf(date);
  const day = {
    fromMs: wallTimeToInstant(date, midnight, zone),
    toMs: wallTimeToInstant(addDays(date, 1), midnight, zone),
  };
  const isFree =
    publicHolidays.includes(date) ||
    noMeetingDays.some((free) => free.weekday === weekday && !free.exceptDates.includes(date));
  if (isFree) return [day];
  const blocks = focus.blocks.filter(({ weekdays }) => weekdays.includes(weekday));
  return blocks.length === 0 ? [] : blocksOnClock(blocks, date, zone, day);
}

/** An hour that the clock shows twice is protected both times, one that it skips never. */
function blocksOnClock(blocks: readonly WeeklyWindow[], date: string, zone: string, day: Window): Window[] {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`);
  return offsetRuns(zone, day).flatMap(({ window, offsetMinutes }) => {
    const at = (time: WallTime): number => asIfUtc + (minutesOf(time) - offsetMinutes) * 60_000;
    const shown = blocks.map(({ start, end }) => ({ fromMs: at(start), toMs: at(end) }));
    return intersectionOf(unionOf(shown), [window]);
  });
}
