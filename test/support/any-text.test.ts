import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyText } from './any-text.ts';

const sample = fc.sample(anyText({ maxLength: 20 }), { numRuns: 3000, seed: 1 });

describe('any text', () => {
  it('is well-formed, has every kind of character, and keeps its length', () => {
    expect(sample.every((text) => text.isWellFormed() && [...text].length <= 20)).toBe(true);
    const characters = sample.join('');
    for (const kind of [
      /\p{Cc}/u,
      /[a-z]/,
      /\p{Script=Han}/u,
      /[\u{e000}-\u{f8ff}]/u,
      /[\u{10000}-\u{10ffff}]/u,
    ])
      expect(characters).toMatch(kind);
    expect(characters).toContain('\u0000');
  });

  it('has the dangerous strings of fast-check', () => {
    expect(sample).toContain('__proto__');
  });
});
