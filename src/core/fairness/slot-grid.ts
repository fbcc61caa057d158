import type { Window } from '../meeting/event-time.ts';

const minuteMs = 60_000;
/** Slots start on the quarter hours of UTC. */
export const slotStepMinutes = 15;

/** All slots of a search: the same distance apart, each as long as the meeting. */
export interface SlotGrid {
  /** Start of the first slot, minutes since the epoch. */
  readonly firstMinute: number;
  readonly durationMinutes: number;
  readonly count: number;
}

/** Every slot that starts on a UTC quarter hour at or after the window's start and ends at or before its end. */
export function slotGrid(window: Window, durationMinutes: number): SlotGrid {
  const stepMs = slotStepMinutes * minuteMs;
  const firstMs = Math.ceil(window.fromMs / stepMs) * stepMs;
  const last = Math.floor((window.toMs - durationMinutes * minuteMs - firstMs) / stepMs);
  return { firstMinute: firstMs / minuteMs, durationMinutes, count: Math.max(0, last + 1) };
}

/** Start of a slot, epoch milliseconds. */
export function slotStartMs({ firstMinute }: SlotGrid, slot: number): number {
  return (firstMinute + slot * slotStepMinutes) * minuteMs;
}

/** A range of slots, `to` excluded. */
export interface SlotRange {
  readonly from: number;
  readonly to: number;
}

/** The slots that overlap a window by any time at all. */
export function slotsTouching(grid: SlotGrid, { fromMs, toMs }: Window): SlotRange {
  if (fromMs >= toMs) return { from: 0, to: 0 };
  const from =
    Math.floor((fromMs / minuteMs - grid.durationMinutes - grid.firstMinute) / slotStepMinutes) + 1;
  const to = Math.ceil((toMs / minuteMs - grid.firstMinute) / slotStepMinutes);
  return clipped(grid, from, to);
}

/** The slots that lie inside a window with `bufferMinutes` before and after them. */
export function slotsInside(grid: SlotGrid, { fromMs, toMs }: Window, bufferMinutes: number): SlotRange {
  const from = Math.ceil((fromMs / minuteMs + bufferMinutes - grid.firstMinute) / slotStepMinutes);
  const lastStart = toMs / minuteMs - bufferMinutes - grid.durationMinutes - grid.firstMinute;
  return clipped(grid, from, Math.floor(lastStart / slotStepMinutes) + 1);
}

function clipped({ count }: SlotGrid, from: number, to: number): SlotRange {
  return { from: Math.max(0, from), to: Math.min(count, to) };
}
