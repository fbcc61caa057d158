import type { Window } from '../../core/meeting/event-time.ts';
import { intersectionOf, unionOf } from '../../core/meeting/intervals.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import {
  addDays,
  instantToLocal,
  isKnownZone,
  mondayOf,
  wallTimeToInstant,
} from '../../core/meeting/wall-time.ts';
import { zoneAt } from '../../core/meeting/zone-at.ts';
import { bookFocus, type ZonedWindow } from '../../core/time/book-focus.ts';
import type { HoldRecord } from '../ports/store/holds.ts';
import { type ProtectedDay, protectedDays } from './protected-days.ts';
import { holdFor, type WantedHold } from './wanted-holds.ts';

const midnight = { hour: 0, minute: 0 };
const weeksAhead = 4;

/** What stands in a calendar, as far as a weekly goal has to know it. */
export interface CalendarTime {
  /** All that takes time but focus time of the gate itself. */
  readonly busy: readonly Window[];
  /** The part of it that the owner took on themselves: their own entries, and what they accepted. */
  readonly takenOn: readonly Window[];
  /** The owner's own focus entries. */
  readonly focus: readonly Window[];
  /** Holds that stand, for whatever reason. */
  readonly holds: readonly HoldRecord[];
}

/** This week from its Monday on and the three after it, on the clock where the person is; null where nobody knows it. */
export function goalWindow(policy: Policy, nowMs: number): Window | null {
  const zone = zoneAt(policy, nowMs);
  if (zone === null || !isKnownZone(zone)) return null;
  const today = instantToLocal(nowMs, zone).date;
  const monday = mondayOf(today);
  return {
    fromMs: wallTimeToInstant(monday, midnight, zone),
    toMs: wallTimeToInstant(addDays(monday, 7 * weeksAhead), midnight, zone),
  };
}

/**
 * The holds by which a weekly goal of focus time is booked, by start. A soft one gives way to whatever takes time; a hard
 * one is a focus block, so an invite that nobody accepted does not move it.
 */
export function goalHolds(policy: Policy, nowMs: number, calendar: CalendarTime): readonly WantedHold[] {
  const window = goalWindow(policy, nowMs);
  const goal = policy.focus.weeklyGoal;
  if (!goal || window === null) return [];
  const isHard = goal.firmness === 'hard';
  const busy = unionOf([...calendar.busy, ...calendar.focus]);
  const displacing = isHard ? unionOf(calendar.takenOn) : busy;
  const autoDecline = isHard ? policy.holds.autoDecline : 'none';
  const days = protectedDays(policy, { ...window, toMs: window.toMs - 1 });
  return [...Map.groupBy(days, ({ date }) => mondayOf(date))]
    .flatMap(([monday, ofWeek]) => {
      const week = weekOf(monday, ofWeek);
      const protectedTime = unionOf([
        ...ofWeek.flatMap(({ free, focus }) => [...free, ...focus]),
        ...intersectionOf(unionOf(calendar.focus), [week]),
      ]);
      const standing = standingIn(calendar.holds, week, ofWeek);
      const working = workingOf(ofWeek);
      // What begins at this very instant counts as begun: a hold would come too late.
      const fromMs = nowMs + 1;
      return bookFocus({ goal, working, protectedTime, busy, displacing, standing, fromMs });
    })
    .map((block) => holdFor('focus-goal', block, autoDecline));
}

/** When the hours are that are booked for a weekly goal. Those of a hard one are focus time for the rules. */
export function goalTime(holds: readonly HoldRecord[]): readonly Window[] {
  return holds.filter(isGoalHold).map(({ startMs, endMs }) => ({ fromMs: startMs, toMs: endMs }));
}

function isGoalHold({ key }: HoldRecord): boolean {
  return key.startsWith('focus-goal ');
}

function weekOf(monday: string, days: readonly ProtectedDay[]): Window {
  const [first, last] = [days[0], days.at(-1)];
  return {
    fromMs: first ? wallTimeToInstant(monday, midnight, first.zone) : 0,
    toMs: last ? wallTimeToInstant(addDays(monday, 7), midnight, last.zone) : 0,
  };
}

function workingOf(days: readonly ProtectedDay[]): readonly ZonedWindow[] {
  return days.flatMap(({ working, zone }) => working.map((window) => ({ ...window, zone })));
}

function standingIn(
  holds: readonly HoldRecord[],
  week: Window,
  days: readonly ProtectedDay[],
): readonly ZonedWindow[] {
  return holds
    .filter((hold) => isGoalHold(hold) && hold.startMs >= week.fromMs && hold.startMs < week.toMs)
    .map(({ startMs, endMs, key }) => ({
      fromMs: startMs,
      toMs: endMs,
      // The clock it was booked on; without it the hold would get another name, and be made anew.
      zone: key.split(' ')[3] ?? days[0]?.zone ?? 'UTC',
    }))
    .toSorted((a, b) => a.fromMs - b.fromMs);
}
