import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { policyDifference } from '../../../src/app/policy/policy-difference.ts';

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

/** What one of the two texts has, as far as it is not left out. */
const textOf = (parts: ReturnType<typeof policyDifference>, without: 'removed' | 'added') =>
  parts.flatMap((part) => (part.kind === 'left-out' || part.kind === without ? [] : part.lines));

describe('the difference of two texts', () => {
  it('is nothing where they are equal', () => {
    expect(policyDifference('a\nb\n', 'a\nb\n')).toEqual([]);
  });

  it('names what goes and what comes, with three lines around', () => {
    const rest = Array.from({ length: 9 }, (_, index) => `line ${index}`);
    const before = lines(...rest, 'days: [monday]', ...rest.map((line) => `${line}.`));
    const after = lines(...rest, 'days: [friday]', ...rest.map((line) => `${line}.`));
    expect(policyDifference(before, after)).toEqual([
      { kind: 'left-out', count: 6 },
      { kind: 'same', lines: ['line 6', 'line 7', 'line 8'] },
      { kind: 'removed', lines: ['days: [monday]'] },
      { kind: 'added', lines: ['days: [friday]'] },
      { kind: 'same', lines: ['line 0.', 'line 1.', 'line 2.'] },
      { kind: 'left-out', count: 6 },
    ]);
  });

  it('sees that a section moved apart from one that stayed', () => {
    const difference = policyDifference(lines('a', 'x', 'b', 'c', 'd'), lines('b', 'c', 'a', 'x', 'd'));
    expect(difference).toEqual([
      { kind: 'removed', lines: ['a', 'x'] },
      { kind: 'same', lines: ['b', 'c'] },
      { kind: 'added', lines: ['a', 'x'] },
      { kind: 'same', lines: ['d'] },
    ]);
  });

  it('makes one text the other, whatever they hold', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ''), { maxLength: 7 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        fc.pre(one.join('\n') !== other.join('\n'));
        const parts = policyDifference(lines(...one), lines(...other));
        const leftOut = parts.reduce((sum, part) => sum + (part.kind === 'left-out' ? part.count : 0), 0);
        expect(textOf(parts, 'added')).toHaveLength(Math.max(1, one.length) - leftOut);
        fc.pre(leftOut === 0);
        expect(lines(...textOf(parts, 'added'))).toBe(lines(...one));
        expect(lines(...textOf(parts, 'removed'))).toBe(lines(...other));
      }),
    );
  });

  it('of texts with nothing in common is one for the other, and compares no longer', () => {
    const many = (mark: string) => Array.from({ length: 5_000 }, (_, index) => `${mark}${index}`);
    expect(policyDifference(lines(...many('a')), lines(...many('b')))).toEqual([
      { kind: 'removed', lines: many('a') },
      { kind: 'added', lines: many('b') },
    ]);
  });
});
