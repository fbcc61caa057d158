import { describe, expect, it } from '@jest/globals';
import { createLinkMaker } from '../../../src/cli/service/link-maker.ts';

const key = new Uint8Array(32).fill(5);
const links = createLinkMaker(key, 'https://gate.acme.example');

describe('links that need no sign-in', () => {
  it('are the same for the same subject, of 128 bits, and found by the digest of their token', () => {
    const link = links.linkTo('case', 'one');
    expect(link).toEqual(links.linkTo('case', 'one'));
    const token = /^https:\/\/gate\.acme\.example\/c\/([\w-]{22})$/.exec(link?.url ?? '')?.[1] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    expect(links.digestOf(token)).toBe(link?.digest);
    expect(link?.digest).not.toContain(token);
  });

  it('differ by subject, by purpose and by key', () => {
    const other = createLinkMaker(new Uint8Array(32).fill(6), 'https://gate.acme.example');
    const made = [
      links.linkTo('case', 'one'),
      links.linkTo('case', 'two'),
      links.linkTo('offer', 'one'),
      other.linkTo('case', 'one'),
    ];
    expect(new Set(made.map((link) => link?.digest)).size).toBe(4);
    expect(made[2]?.url).toContain('/o/');
  });

  it('are none where nobody stated an address', () => {
    expect(createLinkMaker(key, null).linkTo('case', 'one')).toBeNull();
  });
});
