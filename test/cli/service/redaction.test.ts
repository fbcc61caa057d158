import { describe, expect, it } from '@jest/globals';
import { createLog } from '../../../src/cli/service/log.ts';
import { createRedaction } from '../../../src/cli/service/redaction.ts';

const secrets = ['postgres://gate:p%40ssword99@db/x', 'b:AAAAkeyAAAAkeyAAAAkey', 'client-secret-1'];
const redact = createRedaction(secrets);

describe('what no log shows', () => {
  it.each([
    ['a database address', 'connect to postgres://gate:p%40ssword99@db/x failed', 'p%40ssword99'],
    ['its password alone, decoded', 'password p@ssword99 is wrong', 'p@ssword99'],
    ['a key out of the ring', 'key AAAAkeyAAAAkeyAAAAkey', 'AAAAkey'],
    ['a client secret', 'client_secret=client-secret-1&x=1', 'client-secret-1'],
    ['a bearer token', 'authorization: Bearer abcdefghijkl.mno', 'abcdefghijkl'],
    ['a token of Google', 'got ya29.a0AfH6SMBxxxxxxxx', 'a0AfH6SMB'],
    ['a refresh token of Google', 'kept 1//0gAbCdEfGhIjKlMn', 'gAbCdEfGh'],
    ['a signed token', 'id eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', 'eyJzdWIi'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBg\\n-----END', 'MIIEvQ'],
    ['a link of ours', 'GET http://gate/c/tkPe35jyoWn1R89iA0Dn4A', 'tkPe35jyoWn1R89iA0Dn4A'],
    ['a field of that name', '{"refreshToken":"0.AXoAabc"}', 'AXoAabc'],
  ])('is %s', (_, text, hidden) => {
    expect(text).toContain(hidden);
    expect(redact(text)).not.toContain(hidden);
    expect(redact(text)).toContain('[removed]');
  });

  it('leaves other words alone', () => {
    const text = 'pulled ann@acme.example in 12 ms, cursor-expired, https://gate.acme.example/hooks/google';
    expect(redact(text)).toBe(text);
  });

  it('takes linear time on a line that looks like secrets', () => {
    const beganMs = performance.now();
    redact(`${'secret='.repeat(30_000)}${'://a:'.repeat(30_000)}${'Bearer '.repeat(30_000)}`);
    expect(performance.now() - beganMs).toBeLessThan(2_000);
  });
});

describe('the log', () => {
  it('names nobody, whoever an error or a provider names', () => {
    const lines: string[] = [];
    const options = { level: 'info', colors: false, readable: false, nowMs: () => 0, redact } as const;
    const log = createLog({ ...options, write: (line) => lines.push(line) });
    log.error('failed', { error: new Error("no calendar of Ann <Ann.O'Neil+x@mail.acme.example>") });
    log.warn('refused', { detail: 'https://api.example/users/ann%40acme.example/events, express@5.1.0' });
    expect(lines.join('')).not.toMatch(/O'Neil|ann%40|acme/i);
    expect(lines.join('')).toContain('express@5.1.0');
    const beganMs = performance.now();
    for (const text of ['a@'.repeat(100_000), `${'a.'.repeat(100_000)}`, 'a@b.c'.repeat(50_000)])
      log.info(text);
    expect(performance.now() - beganMs).toBeLessThan(3_000);
  });

  const logged = (readable: boolean) => {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const nowMs = () => Date.parse('2026-11-21T10:00:00Z');
    const log = createLog({ level: 'info', write, readable, colors: false, nowMs, redact });
    log.warn('pull-failed', { mailbox: 'm1', error: new Error('Bearer abcdefghijklmn\nsecond'), pages: 3 });
    return lines.join('');
  };

  it('writes one JSON object a line, errors without secrets', () => {
    const line = logged(false);
    expect(line.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({
      level: 'warn',
      time: '2026-11-21T10:00:00.000Z',
      msg: 'pull-failed',
      mailbox: 'm1',
      pages: 3,
    });
    expect(line).not.toContain('abcdefghijklmn');
  });

  it('is readable on a terminal', () => {
    expect(logged(true)).toMatch(/^10:00:00 warn {2}pull-failed mailbox=m1 error=".*" pages=3\n$/);
  });
});
