import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareWorstFirst, worstFirst } from '../../../src/core/fairness/worst-first.ts';

const list = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }).map(worstFirst);

describe('lists of what people carry', () => {
  it.each([
    ['the worst off decides, whatever the sum', [5, 5, 5], [6, 0, 0]],
    ['then the next', [6, 1, 9], [6, 2, 0]],
    ['by number, not by text', [9], [10]],
    ['a list that begins another is fairer', [6], [6, 0]],
    ['nobody is fairest', [], [0]],
  ])('%s', (_, fairer, other) => {
    expect(compareWorstFirst(fairer, other)).toBeLessThan(0);
    expect(compareWorstFirst(other, fairer)).toBeGreaterThan(0);
  });

  it('have one order: 0 for equal ones alone, and no circles', () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        expect(compareWorstFirst(a, b) === 0).toBe(a.join() === b.join());
        expect(Math.sign(compareWorstFirst(a, b)) + Math.sign(compareWorstFirst(b, a))).toBe(0);
        const isOrdered = compareWorstFirst(a, b) <= 0 && compareWorstFirst(b, c) <= 0;
        if (isOrdered) expect(compareWorstFirst(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('are sorted by number in a copy', () => {
    const values = [2, 10, 9];
    expect(worstFirst(values)).toEqual([10, 9, 2]);
    expect(values).toEqual([2, 10, 9]);
  });
});
