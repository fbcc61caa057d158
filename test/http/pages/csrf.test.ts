import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csrfOf, isCsrfOf } from '../../../src/http/pages/csrf.ts';

const pad = (byte: number) => Buffer.alloc(32, byte).toString('base64url');

describe('the csrf of a form', () => {
  it('is another one on each page, and fits the browser on all of them', () => {
    const [one, other] = [csrfOf('cookie', pad(1)), csrfOf('cookie', pad(2))];
    expect(one).not.toBe(other);
    for (const made of [one, other]) {
      expect(made).toMatch(/^[\w-]{86}$/);
      expect(isCsrfOf('cookie', made)).toBe(true);
      expect(isCsrfOf('another cookie', made)).toBe(false);
    }
  });

  it('does not fit once anything of it was changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(csrfOf('cookie', pad(3)), 'base64url');
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(isCsrfOf('cookie', bytes.toString('base64url'))).toBe(false);
      }),
    );
  });

  it.each([undefined, null, '', 'x', 'A'.repeat(86), ['a', 'b'], { length: 64 }, 'ä'.repeat(1_000_000)])(
    'is not %#',
    (given) => {
      expect(isCsrfOf('cookie', given)).toBe(false);
    },
  );
});
