import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type SlotRange,
  slotGrid,
  slotStartMs,
  slotsInside,
  slotsTouching,
} from '../../../src/core/fairness/slot-grid.ts';

const minuteMs = 60_000;
const fromMs = Date.parse('2026-03-02T09:00Z');

function starts({ from, to }: SlotRange): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

describe('the slots of a window', () => {
  it('begin on quarter hours inside it, and the last still fits', () => {
    const grid = slotGrid({ fromMs: fromMs + 1, toMs: fromMs + 120 * minuteMs }, 60);
    expect(grid).toEqual({ firstMinute: fromMs / minuteMs + 15, durationMinutes: 60, count: 4 });
    expect(slotStartMs(grid, 3)).toBe(fromMs + 60 * minuteMs);
  });

  it('are none where the meeting does not fit', () => {
    expect(slotGrid({ fromMs, toMs: fromMs + 60 * minuteMs - 1 }, 60).count).toBe(0);
    expect(slotGrid({ fromMs, toMs: fromMs - 1440 * minuteMs }, 60).count).toBe(0);
  });
});

describe('the slots that', () => {
  const halfMinutes = fc.integer({ min: -300, max: 900 }).map((half) => fromMs + half * 30_000);
  const question = fc.record({
    grid: fc
      .integer({ min: 1, max: 130 })
      .map((duration) => slotGrid({ fromMs, toMs: fromMs + 360 * minuteMs }, duration)),
    window: fc
      .tuple(halfMinutes, halfMinutes)
      .map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) })),
    buffer: fc.integer({ min: 0, max: 40 }),
  });

  it('touch a window are those that share time with it', () => {
    fc.assert(
      fc.property(question, ({ grid, window }) => {
        const expected = starts({ from: 0, to: grid.count }).filter((slot) => {
          const start = slotStartMs(grid, slot);
          const shared =
            Math.min(start + grid.durationMinutes * minuteMs, window.toMs) - Math.max(start, window.fromMs);
          return shared > 0;
        });
        expect(starts(slotsTouching(grid, window))).toEqual(expected);
      }),
    );
  });

  it('lie inside a window are those that do with their buffers', () => {
    fc.assert(
      fc.property(question, ({ grid, window, buffer }) => {
        const expected = starts({ from: 0, to: grid.count }).filter((slot) => {
          const start = slotStartMs(grid, slot);
          const end = start + (grid.durationMinutes + buffer) * minuteMs;
          return start - buffer * minuteMs >= window.fromMs && end <= window.toMs;
        });
        expect(starts(slotsInside(grid, window, buffer))).toEqual(expected);
      }),
    );
  });
});
