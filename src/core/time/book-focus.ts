import type { Window } from '../meeting/event-time.ts';
import { gapsOf, totalMs, unionOf } from '../meeting/intervals.ts';
import type { WeeklyGoal } from '../meeting/policy.ts';
import { instantToLocal } from '../meeting/wall-time.ts';

/** A stretch of time, epoch milliseconds, with the clock that it is read on. */
export interface ZonedWindow extends Window {
  /** Known IANA zone. */
  readonly zone: string;
}

/** One week of somebody who wants so many hours of focus time in it. Lists of windows are disjoint and in order. */
export interface FocusWeek {
  readonly goal: WeeklyGoal;
  readonly working: readonly ZonedWindow[];
  /** What is protected anyway and counts towards the goal. */
  readonly protectedTime: readonly Window[];
  /** Nothing is booked over it. */
  readonly busy: readonly Window[];
  /** What makes a block that was booked before give way: all that is busy, or for a hard goal less. */
  readonly displacing: readonly Window[];
  /** Blocks that were booked before, in order. */
  readonly standing: readonly ZonedWindow[];
  /** Nothing is booked before this instant. */
  readonly fromMs: number;
}

/** Half a day: the other half stays open for others, and the goal spreads over the week. */
const mostMs = 4 * 3_600_000;
/** Calendars show quarters of an hour. */
const stepMs = 900_000;

/**
 * Chooses the blocks of focus time of a week, in order: those that stand and still fit stay, and what is missing to the
 * goal is booked into the largest gaps of the working time, of equal ones the earliest in the day, then in the week. A
 * gap of four hours is as good as a longer one, and no block is longer than that. Together with the protected time the
 * blocks never exceed the goal; less is booked where no gap has the least length. The same week gives the same blocks.
 */
export function bookFocus(week: FocusWeek): readonly ZonedWindow[] {
  const leastMs = week.goal.leastMinutes * 60_000;
  let leftMs = week.goal.hours * 3_600_000 - totalMs(week.protectedTime);
  const blocks: ZonedWindow[] = [];
  const book = (block: ZonedWindow): void => {
    blocks.push(block);
    leftMs -= block.toMs - block.fromMs;
  };
  for (const block of week.standing) {
    if (block.toMs - block.fromMs <= leftMs && stillFits(block, week, leastMs)) book(block);
  }
  for (;;) {
    const gap = bestGap(week, blocks, leastMs);
    const lengthMs = gap === null ? 0 : lengthIn(gap, leftMs, leastMs);
    if (gap === null || lengthMs < leastMs) return blocks.toSorted((a, b) => a.fromMs - b.fromMs);
    book({ ...gap, toMs: gap.fromMs + lengthMs });
  }
}

function stillFits(block: ZonedWindow, week: FocusWeek, leastMs: number): boolean {
  // What has begun protects what it can; moving it would help nobody.
  if (block.fromMs < week.fromMs) return true;
  return (
    block.toMs - block.fromMs >= leastMs &&
    week.working.some(({ fromMs, toMs }) => fromMs <= block.fromMs && block.toMs <= toMs) &&
    ![...week.displacing, ...week.protectedTime].some((window) => overlaps(window, block))
  );
}

function overlaps(a: Window, b: Window): boolean {
  return a.fromMs < b.toMs && b.fromMs < a.toMs;
}

function bestGap(week: FocusWeek, blocks: readonly Window[], leastMs: number): ZonedWindow | null {
  const past = { fromMs: Number.NEGATIVE_INFINITY, toMs: week.fromMs };
  const taken = unionOf([past, ...week.busy, ...week.protectedTime, ...blocks]);
  const gaps = week.working
    .flatMap((stretch) => gapsOf([stretch], taken).map((gap) => ({ ...gap, zone: stretch.zone })))
    .map((gap) => ({ ...gap, fromMs: Math.ceil(gap.fromMs / stepMs) * stepMs }))
    .filter(({ fromMs, toMs }) => toMs - fromMs >= leastMs);
  const worth = ({ fromMs, toMs }: Window) => Math.min(toMs - fromMs, Math.max(mostMs, leastMs));
  const minuteOf = ({ fromMs, zone }: ZonedWindow) => instantToLocal(fromMs, zone).minuteOfDay;
  const [best] = gaps.toSorted(
    (a, b) => worth(b) - worth(a) || minuteOf(a) - minuteOf(b) || a.fromMs - b.fromMs,
  );
  return best ?? null;
}

/** As long as the gap and the goal let it be, and so that what is then left is not too short to be booked. */
function lengthIn({ fromMs, toMs }: Window, leftMs: number, leastMs: number): number {
  const whole = Math.floor(Math.min(toMs - fromMs, Math.max(mostMs, leastMs), leftMs) / stepMs) * stepMs;
  const restMs = leftMs - whole;
  const isLost = restMs > 0 && restMs < leastMs && leftMs >= 2 * leastMs;
  return isLost ? Math.max(leastMs, Math.floor((leftMs - leastMs) / stepMs) * stepMs) : whole;
}
