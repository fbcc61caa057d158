import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonText } from '../../src/cli/json-text.ts';

describe('JSON for a terminal', () => {
  it('shows no character that could move others about', () => {
    const text = jsonText({ summary: '\u202Eevil\u2066\u009B2J\u200B\uFEFF\u001B[2J' });
    expect(text).toBe('{"summary":"\\u202eevil\\u2066\\u009b2J\\u200b\\ufeff\\u001b[2J"}');
  });

  it('is the same value, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
