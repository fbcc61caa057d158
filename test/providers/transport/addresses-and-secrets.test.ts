import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAllowedAddress } from '../../../src/providers/transport/allowed-address.ts';
import { readRetryAfter } from '../../../src/providers/transport/retry-after.ts';
import { isSameSecret } from '../../../src/providers/transport/same-secret.ts';

describe('an address that a token may go to', () => {
  const roots = ['https://graph.microsoft.com/', 'http://127.0.0.1:4010/'];

  it.each([
    ['the root', 'https://graph.microsoft.com/v1.0/me', true],
    ['the sandbox on this machine', 'http://127.0.0.1:4010/v1.0/me', true],
    ['another port of this machine', 'http://127.0.0.1:4011/v1.0/me', false],
    ['the root without encryption', 'http://graph.microsoft.com/v1.0/me', false],
    ['a host that begins alike', 'https://graph.microsoft.com.evil.example/v1.0/me', false],
    ['a user name that looks like the host', 'https://graph.microsoft.com@evil.example/', false],
    ['a user name at the right host', 'https://evil@graph.microsoft.com/', false],
    ['another scheme', 'file:///v1.0/me', false],
    ['no address', '/v1.0/me', false],
  ])('%s', (_, address, allowed) => {
    expect(isAllowedAddress(address, roots)).toBe(allowed);
  });

  it('is never unencrypted to another machine, even where that is a root', () => {
    expect(isAllowedAddress('http://calendar.example/x', ['http://calendar.example/'])).toBe(false);
  });
});

describe('Retry-After', () => {
  const nowMs = Date.parse('2026-11-23T10:00:00Z');

  it.each([
    ['seconds', '12', 12_000],
    ['a fraction of a second, as Graph sends it', '0.25', 250],
    ['a date', 'Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
    ['a date that has passed', 'Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['nothing', null, null],
    ['an empty header', ' ', null],
    ['other words', 'soon', null],
  ])('%s', (_, header, expected) => {
    expect(readRetryAfter(header, nowMs)).toBe(expected);
  });
});

describe('secrets', () => {
  it('are the same only where they are, and never where one is missing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(isSameSecret(a, b)).toBe(a === b && a !== '');
        expect(isSameSecret(a, a)).toBe(a !== '');
      }),
    );
    expect(isSameSecret(undefined, '')).toBe(false);
    expect(isSameSecret(null, 'x')).toBe(false);
  });
});
