import { describe, expect, it } from '@jest/globals';
import { expectation } from '../../../src/config/policy/describe-issue.ts';
import { keyText, shown } from '../../../src/config/policy/policy-problem.ts';

describe('expectation', () => {
  it.each([
    [{ enum: ['a', 'b'] }, 'one of a, b'],
    [{ const: 'none' }, '`none`'],
    [{ type: 'boolean' }, '`true` or `false`'],
    [{ type: 'number', minimum: 1, maximum: 8 }, 'a number from 1 to 8'],
    [{ type: 'number', exclusiveMinimum: 0, maximum: 8 }, 'a number above 0 to 8'],
    [{ type: 'string' }, 'text'],
    [{ type: 'string', title: 'a date', examples: ['2026-12-24'] }, 'a date, for example `2026-12-24`'],
    [{ type: 'array', minItems: 1, items: { type: 'string' } }, 'a list (not empty), each text'],
    [{ type: 'object', properties: { a: {}, b: {} } }, 'a group with the keys a, b'],
    [{ type: 'object' }, 'a group of names'],
    [{ anyOf: [{ const: 'all' }, { type: 'string' }, { type: 'string' }] }, '`all`, or text'],
    [undefined, 'nothing'],
  ])('puts %j into words', (node, words) => {
    expect(expectation(node)).toBe(words);
  });
});

describe('shown', () => {
  it('shows one short line whatever it is given', () => {
    expect(shown('a\nb')).toBe('"a b"');
    expect(shown('x'.repeat(1_000_000))).toBe(`"${'x'.repeat(60)}…"`);
    expect([shown([1]), shown({ a: 1 }), shown(null), shown(3)]).toEqual([
      'a list',
      'a group of keys',
      'null',
      '3',
    ]);
  });
});

describe('keyText', () => {
  it('joins keys with dots and list positions in brackets', () => {
    expect(keyText(['teams', 'A', 'noMeetingDays', 0, 'day'])).toBe('teams.A.noMeetingDays[0].day');
    expect(keyText([])).toBe('');
  });
});
