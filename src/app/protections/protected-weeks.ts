import { gapsOf, totalMs } from '../../core/meeting/intervals.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { instantToLocal, isKnownZone, mondayOf } from '../../core/meeting/wall-time.ts';
import { zoneAt } from '../../core/meeting/zone-at.ts';
import { goalTime, goalWindow } from '../mailboxes/goal-holds.ts';
import { protectedDays } from '../mailboxes/protected-days.ts';
import type { HoldRecord } from '../ports/store/holds.ts';

/** Protected time of one week, in minutes; no minute counts twice. */
export interface ProtectedWeek {
  /** `YYYY-MM-DD` of its Monday. */
  readonly monday: string;
  /** Working hours of no-meeting days. */
  readonly freeDays: number;
  /** Focus hours that the policy states. */
  readonly focus: number;
  /** Booked for the weekly goal. */
  readonly goal: number;
}

/**
 * This week and the three after it; four whole weeks from the next Monday on once nothing of this week is left to work.
 * Empty where nobody knows the clock.
 */
export function protectedWeeks(
  policy: Policy,
  nowMs: number,
  holds: readonly HoldRecord[],
): readonly ProtectedWeek[] {
  const window = goalWindow(policy, isWeekOver(policy, nowMs) ? nowMs + 2 * dayMs : nowMs);
  if (window === null) return [];
  const days = protectedDays(policy, { ...window, toMs: window.toMs - 1 });
  const booked = goalTime(holds);
  return [...Map.groupBy(days, ({ date }) => mondayOf(date))].map(([monday, ofWeek]) => {
    const minutes = { monday, freeDays: 0, focus: 0, goal: 0 };
    for (const { free, focus, working } of ofWeek) {
      minutes.freeDays += totalMs(free) / 60_000;
      minutes.focus += totalMs(gapsOf(focus, free)) / 60_000;
      minutes.goal += totalMs(booked.filter((hold) => working.some((hours) => isIn(hold, hours)))) / 60_000;
    }
    return minutes;
  });
}

const dayMs = 86_400_000;

/** On a Saturday or Sunday, where no working hours are on either. */
function isWeekOver(policy: Policy, nowMs: number): boolean {
  const zone = zoneAt(policy, nowMs);
  if (zone === null || !isKnownZone(zone)) return false;
  const isWorked = policy.workingHours.some(({ weekdays }) => weekdays.some((weekday) => weekday > 5));
  return instantToLocal(nowMs, zone).weekday > 5 && !isWorked;
}

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.fromMs <= inner.fromMs && inner.toMs <= outer.toMs;
}
