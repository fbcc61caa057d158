import { describe, expect, it } from '@jest/globals';
import { auditLogText } from '../../src/cli/audit-log.ts';
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
  it('writes times as ISO 8601, and keeps who acted on somebody who was erased', () => {
    const atMs = Date.UTC(2026, 10, 21, 8, 9, 10, 11);
    const undone = { actor: 'ann@acme.example', subject: 'focus-block', data: { sinceMs: atMs, undone: 2 } };
    const left = { actor: 'ann@acme.example', subject: null, data: {} };
    const text = auditLogText({
      entries: [
        { seq: 2, atMs, action: 'rule.undone', content: undone, left: null },
        { seq: 1, atMs, action: 'mailbox.left', content: null, left },
      ],
      ...{ head: null, chain: null },
    });
    const at = '2026-11-21T08:09:10.011Z';
    expect(text).toBe(
      `2  ${at}  rule.undone  ann@acme.example  focus-block  sinceMs=${at} undone=2\n` +
        `1  ${at}  mailbox.left  ann@acme.example  (erased)\n`,
    );
  });

  it('refuses a link that is none', async () => {
    for (const link of ['12', '12:abc', `x:${'0'.repeat(64)}`, `1:${'G'.repeat(64)}`]) {
      const { status, stderr } = await run(['audit-log', '--head', link]);
      expect([status, stderr]).toEqual([2, expect.stringContaining('this is no link of an audit log')]);
    }
  });
});
