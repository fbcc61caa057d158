import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Window } from '../../../src/core/meeting/event-time.ts';
import {
  coveredTwice,
  gapsOf,
  intersectionOf,
  msPerFrame,
  totalMs,
  unionOf,
} from '../../../src/core/meeting/intervals.ts';

const length = 60;
const window = fc
  .tuple(fc.integer({ min: 0, max: length }), fc.integer({ min: 0, max: 20 }))
  .map(([fromMs, size]) => ({ fromMs, toMs: Math.min(length, fromMs + size) }));
const windows = fc.array(window, { maxLength: 12 });

/** How many of the windows cover each millisecond: the slow and obvious answer. */
function coverage(list: readonly Window[]): number[] {
  return Array.from({ length }, (_, ms) => list.filter((w) => w.fromMs <= ms && ms < w.toMs).length);
}

function covers(list: readonly Window[]): boolean[] {
  return coverage(list).map((count) => count > 0);
}

describe('windows of time', () => {
  it('unite to exactly the time that any of them covers, disjoint, joined and in order', () => {
    fc.assert(
      fc.property(windows, (list) => {
        const union = unionOf(list);
        expect(covers(union)).toEqual(covers(list));
        for (const [index, next] of union.slice(1).entries()) {
          expect(next.fromMs).toBeGreaterThan(union[index]?.toMs ?? Number.NaN);
        }
      }),
    );
  });

  it('overlap in exactly the time that two or more cover, counted once', () => {
    fc.assert(
      fc.property(windows, (list) => {
        const expected = coverage(list).map((count) => count >= 2);
        expect(covers(coveredTwice(list))).toEqual(expected);
        expect(totalMs(coveredTwice(list))).toBe(expected.filter(Boolean).length);
      }),
    );
  });

  it('intersect in exactly the time that both lists cover', () => {
    fc.assert(
      fc.property(windows, windows, (left, right) => {
        const both = covers(left).map((covered, ms) => covered && (covers(right)[ms] ?? false));
        expect(covers(intersectionOf(unionOf(left), unionOf(right)))).toEqual(both);
      }),
    );
  });

  it('leave gaps that are exactly the frame without them', () => {
    fc.assert(
      fc.property(windows, windows, (frames, taken) => {
        const free = covers(frames).map((inside, ms) => inside && !covers(taken)[ms]);
        expect(covers(gapsOf(unionOf(frames), unionOf(taken)))).toEqual(free);
      }),
    );
  });

  it('sum to what each frame holds', () => {
    fc.assert(
      fc.property(windows, windows, (frames, list) => {
        const disjoint = unionOf(frames);
        const expected = disjoint.map(
          (frame) => covers(list).slice(frame.fromMs, frame.toMs).filter(Boolean).length,
        );
        expect(msPerFrame(disjoint, unionOf(list))).toEqual(expected);
      }),
    );
  });

  it('keep gaps of touching frames apart, and let one meeting cut both', () => {
    const frames = [
      { fromMs: 0, toMs: 10 },
      { fromMs: 10, toMs: 20 },
    ];
    expect(gapsOf(frames, [])).toEqual(frames);
    expect(gapsOf(frames, [{ fromMs: 8, toMs: 13 }])).toEqual([
      { fromMs: 0, toMs: 8 },
      { fromMs: 13, toMs: 20 },
    ]);
  });
});
