import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Keyring, keyIdOf, open, SecretUnreadable, seal } from '../../src/store/secrets.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const old: Keyring = { current: 'k1', keys: new Map([['k1', key(1)]]) };
const both: Keyring = {
  current: 'k2',
  keys: new Map([
    ['k1', key(1)],
    ['k2', key(2)],
  ]),
};
const place = { organizationId: 'o', table: 'mailboxes', column: 'sealed_grant', rowId: 'm' };

describe('a sealed value', () => {
  it('opens where it was sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = seal(text, place, old);
        expect(sealed).toMatch(/^v1\.k1\.[\w-]+$/);
        expect(open(sealed, place, old)).toBe(text);
      }),
    );
  });

  it('is never the same twice', () => {
    const sealed = Array.from({ length: 100 }, () => seal('token', place, old));
    expect(new Set(sealed).size).toBe(100);
  });

  it('does not open when a single character of it is another one', () => {
    const sealed = seal('refresh token', place, both);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'AZaz09-_.~ \n'), (index, character) => {
        fc.pre(sealed[index] !== character);
        const changed = sealed.slice(0, index) + character + sealed.slice(index + 1);
        expect(() => open(changed, place, both)).toThrow(SecretUnreadable);
      }),
      { numRuns: 500 },
    );
  });

  it('does not open when a bit of its bytes is flipped, or when it is cut', () => {
    const sealed = seal('refresh token', place, old);
    const bytes = Buffer.from(sealed.slice(6), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(`v1.k1.${changed.toString('base64url')}`, place, old)).toThrow(SecretUnreadable);
    }
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = `v1.k1.${bytes.subarray(0, length).toString('base64url')}`;
      expect(() => open(cut, place, old)).toThrow(SecretUnreadable);
    }
  });

  it('does not open in another place', () => {
    const sealed = seal('token', place, old);
    for (const part of ['organizationId', 'table', 'column', 'rowId'] as const)
      expect(() => open(sealed, { ...place, [part]: 'x' }, old)).toThrow(SecretUnreadable);
    // Parts that only look the same when they are written one after the other.
    const shifted = { ...place, table: 'mailboxessealed', column: '_grant' };
    expect(() => open(sealed, shifted, old)).toThrow(SecretUnreadable);
  });

  it('opens under an older key that is still there', () => {
    expect(open(seal('token', place, old), place, both)).toBe('token');
    expect(keyIdOf(seal('token', place, both))).toBe('k2');
  });

  it('names the key that is missing and what to do, and nothing of the value', () => {
    const sealed = seal('token', place, both);
    const opening = () => open(sealed, place, old);
    expect(opening).toThrow(expect.objectContaining({ why: 'key-missing', keyId: 'k2' }));
    expect(opening).toThrow(/mailboxes\.sealed_grant of m .* key "k2".* Add that key again/);
  });

  it('does not open under another key of the same name', () => {
    const other: Keyring = { current: 'k1', keys: new Map([['k1', key(9)]]) };
    expect(() => open(seal('token', place, old), place, other)).toThrow(
      expect.objectContaining({ why: 'damaged', keyId: 'k1' }),
    );
  });

  it('is not made without the current key', () => {
    expect(() => seal('token', place, { current: 'k3', keys: old.keys })).toThrow(SecretUnreadable);
  });
});
