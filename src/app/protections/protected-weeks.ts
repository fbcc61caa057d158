import { gapsOf, totalMs } from '../../core/meeting/intervals.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { mondayOf } from '../../core/meeting/wall-time.ts';
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

/** This week and the three after it; empty where nobody knows the clock. */
export function protectedWeeks(
  policy: Policy,
  nowMs: number,
  holds: readonly HoldRecord[],
): readonly ProtectedWeek[] {
  const window = goalWindow(policy, nowMs);
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

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.fromMs <= inner.fromMs && inner.toMs <= outer.toMs;
}
