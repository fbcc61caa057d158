import { describe, expect, it } from '@jest/globals';
import { faultPointOf, faultPoints, firstPoints } from './gate/fault-points.ts';

const nameOf = (point: string | null) => point?.slice(0, point.lastIndexOf(':')) ?? null;

describe('the points at which processes are killed', () => {
  it('are all met by two workers that die at theirs', () => {
    const hits: string[] = [];
    for (let start = 0; start < 24; start += 1) {
      for (const process of [1, 2]) {
        const name = nameOf(faultPointOf({ process, start, seed: 1, hits, mostPasses: 40 }));
        if (name !== null) hits.push(name);
      }
    }
    expect(new Set(hits)).toEqual(new Set([...firstPoints, ...faultPoints]));
  });

  it('are those that were hit least, at every other start', () => {
    const hits = faultPoints.filter((point) => point !== 'promptOwner:before-call');
    const point = faultPointOf({ process: 1, start: 2, seed: 1, hits, mostPasses: 40 });
    expect(nameOf(point)).toBe('promptOwner:before-call');
  });

  it('leave every fourth start alive', () => {
    const wish = { process: 1, seed: 1, hits: [], mostPasses: 40 };
    expect([1, 2, 3, 7].map((start) => faultPointOf({ ...wish, start }) === null)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('come sooner where there is less to do', () => {
    const passes = (mostPasses: number) =>
      Array.from({ length: 30 }, (_, seed) => {
        const point = faultPointOf({ process: 1, start: 1, seed, hits: [], mostPasses }) ?? '';
        return Number(point.slice(point.lastIndexOf(':') + 1));
      });
    expect(Math.max(...passes(400))).toBeGreaterThan(Math.max(...passes(40)));
    expect(Math.min(...passes(1))).toBe(1);
  });
});
