import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { giniOf, jainOf } from '../../../src/core/fairness/indices.ts';

const burdens = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2, maxLength: 12 });

/** The definition: the mean difference of all ordered pairs over twice the mean, times n / (n - 1). */
function pairwiseGini(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const difference =
    values.flatMap((x) => values.map((y) => Math.abs(x - y))).reduce((sum, d) => sum + d, 0) / n ** 2;
  return mean === 0 ? 0 : (difference / (2 * mean)) * (n / (n - 1));
}

describe("Gini's coefficient", () => {
  it('is that of all pairs, from 0 to 1', () => {
    fc.assert(
      fc.property(burdens, (values) => {
        expect(giniOf(values)).toBeCloseTo(pairwiseGini(values), 9);
        expect(giniOf(values)).toBeGreaterThanOrEqual(0);
        expect(giniOf(values)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it.each([
    ['all the same', [7, 7, 7], 0],
    ['one carries all', [0, 0, 90, 0], 1],
    ['all zero', [0, 0], 0],
    ['one alone', [90], 0],
    ['nobody', [], 0],
    ['1, 2 and 3', [3, 1, 2], 1 / 3],
  ])('of %s', (_, values, expected) => {
    expect(giniOf(values)).toBeCloseTo(expected, 12);
  });
});

describe("Jain's index", () => {
  it('lies between 1/n and 1, whatever the unit', () => {
    fc.assert(
      fc.property(burdens, fc.integer({ min: 2, max: 60 }), (values, unit) => {
        expect(jainOf(values)).toBeGreaterThanOrEqual(1 / values.length - 1e-12);
        expect(jainOf(values)).toBeLessThanOrEqual(1 + 1e-12);
        expect(jainOf(values.map((value) => value * unit))).toBeCloseTo(jainOf(values), 9);
      }),
    );
  });

  it.each([
    ['all the same', [7, 7, 7], 1],
    ['one carries all', [0, 0, 90, 0], 1 / 4],
    ['all zero', [0, 0], 1],
    ['nobody', [], 1],
    ['1, 2 and 3', [1, 2, 3], 36 / 42],
  ])('of %s', (_, values, expected) => {
    expect(jainOf(values)).toBeCloseTo(expected, 12);
  });
});
