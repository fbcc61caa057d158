import type { Window } from '../meeting/event-time.ts';
import { unionOf } from '../meeting/intervals.ts';
import { type SlotGrid, type SlotRange, slotsInside, slotsTouching } from './slot-grid.ts';

/** What is known of somebody's calendar. */
export interface Availability {
  /** Time for which the calendar was read; anything else is unknown, which is never free. */
  readonly known: readonly Window[];
  readonly busy: readonly Window[];
}

/** What keeps somebody from a slot, and what is not known. */
export interface TimeLimits {
  /** Null: nobody read this calendar. */
  readonly availability: Availability | null;
  /** Protected time: no-meeting days, focus blocks, holidays. Nothing is put there. */
  readonly blocked: readonly Window[];
}

/** Whether somebody can come to a slot, as a number so that a search can keep one for each slot. */
export const attends = { yes: 0, unknown: 1, busy: 2, protected: 3 } as const;
/** One of the values of `attends`. */
export type Attends = (typeof attends)[keyof typeof attends];

/**
 * For each slot: whether this person can come. What is protected says so even where they are busy as well.
 *
 * @param bufferMinutes free time that has to lie before and after a meeting, between it and others
 */
export function attendanceOfSlots(
  grid: SlotGrid,
  { availability, blocked }: TimeLimits,
  bufferMinutes: number,
): Uint8Array {
  const found = new Uint8Array(grid.count).fill(attends.unknown);
  const bufferMs = bufferMinutes * 60_000;
  for (const window of unionOf(availability?.known ?? []))
    mark(found, slotsInside(grid, window, bufferMinutes), attends.yes);
  for (const { fromMs, toMs } of availability?.busy ?? [])
    mark(found, slotsTouching(grid, { fromMs: fromMs - bufferMs, toMs: toMs + bufferMs }), attends.busy);
  for (const window of blocked) mark(found, slotsTouching(grid, window), attends.protected);
  return found;
}

function mark(found: Uint8Array, { from, to }: SlotRange, value: Attends): void {
  if (from < to) found.fill(value, from, to);
}
