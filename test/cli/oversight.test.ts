import { describe, expect, it } from '@jest/globals';
import { run } from './memory-deps.ts';

describe('the command "erase"', () => {
  it('does nothing until it is told that it is meant', async () => {
    const { status, stdout, stderr } = await run(['erase', 'ann@acme.example']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('for good');
    expect(stderr).toContain('--yes');
  });
});

describe('the command "audit-log"', () => {
  it('refuses a link that is none', async () => {
    for (const link of ['12', '12:abc', `x:${'0'.repeat(64)}`, `1:${'G'.repeat(64)}`]) {
      const { status, stderr } = await run(['audit-log', '--head', link]);
      expect([status, stderr]).toEqual([2, expect.stringContaining('this is no link of an audit log')]);
    }
  });
});
