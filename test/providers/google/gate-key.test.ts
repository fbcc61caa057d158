import { describe, expect, it } from '@jest/globals';
import { idFromKey } from '../../../src/providers/google/gate-key.ts';

describe('id of an act', () => {
  it('is the same for the same act, and in the alphabet of event ids', () => {
    const id = idFromKey('meeting', 'ana@acme.example', 'act-1');
    expect(id).toMatch(/^[0-9a-v]{51}$/);
    expect(idFromKey('meeting', 'ana@acme.example', 'act-1')).toBe(id);
  });

  it('differs by kind, by mailbox and by key', () => {
    const ids = [
      idFromKey('meeting', 'ana@acme.example', 'act-1'),
      idFromKey('hold', 'ana@acme.example', 'act-1'),
      idFromKey('meeting', 'ben@acme.example', 'act-1'),
      idFromKey('meeting', 'ana@acme.example', 'act-2'),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  it('is base32hex of SHA-256', () => {
    // Python: base64.b32hexencode(hashlib.sha256(b'["hold","m","k"]').digest()), without the last, incomplete character.
    expect(idFromKey('hold', 'm', 'k')).toBe('8l63r3fuqdgnt1pv3bfkcq443eb5vlen4ia7692qrekc1o3gno8');
  });

  it('refuses keys that Google would cut', () => {
    expect(() => idFromKey('hold', 'm', '')).toThrow(RangeError);
    expect(() => idFromKey('hold', 'm', 'k'.repeat(1_025))).toThrow(RangeError);
  });
});
