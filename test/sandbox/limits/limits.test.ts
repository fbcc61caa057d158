import { describe, expect, it } from '@jest/globals';
import { createClock } from '../../../src/sandbox/clock.ts';
import { createLimits } from '../../../src/sandbox/limits/limits.ts';
import type { LimitedRequest } from '../../../src/sandbox/limits/limits-figures.ts';
import { type ChangedLimits, limitFigures } from '../../../src/sandbox/limits/limits-figures.ts';
import { chargedUser, mailboxOf } from '../../../src/sandbox/limits/limits-user.ts';
import { type SwitchPositions, switchPositions } from '../../../src/sandbox/switches.ts';
import { somebody } from '../somebody.ts';

function start(changed: ChangedLimits = {}, positions: Partial<SwitchPositions> = {}) {
  const clock = createClock(() => 0, Date.parse('2026-11-02T08:00:00Z'));
  const limits = createLimits(clock, () => switchPositions(positions), limitFigures(changed));
  const enter = (fields: Partial<LimitedRequest> = {}) =>
    limits.enter({
      provider: 'google',
      clientId: 'gate',
      user: 'ada@acme.example',
      uploadBytes: 0,
      ...fields,
    });
  const graph = (fields: Partial<LimitedRequest> = {}) => enter({ provider: 'microsoft', ...fields });
  return { clock, limits, enter, graph };
}

function leave(entry: ReturnType<ReturnType<typeof start>['enter']>): void {
  if (entry.admitted) entry.leave();
}

describe('limits of Google', () => {
  it('are counted by user in a window that slides', () => {
    const { clock, enter } = start({ google: { userPerMinute: 2 } });
    expect(enter().admitted).toBe(true);
    clock.advance(30_000);
    expect(enter().admitted).toBe(true);
    expect(enter()).toEqual({ admitted: false, kind: 'mailbox', retryAfterSeconds: null });
    expect(enter({ user: 'ben@acme.example' }).admitted).toBe(true);
    clock.advance(29_999);
    expect(enter().admitted).toBe(false);
    clock.advance(1);
    expect(enter().admitted).toBe(true);
    expect(enter().admitted).toBe(false);
  });

  it('are counted by project over all users, and a refusal costs nothing', () => {
    const { clock, limits, enter } = start({ google: { projectPerMinute: 3 } });
    for (const user of ['a', 'b', 'c']) expect(enter({ user }).admitted).toBe(true);
    for (const user of ['d', 'e']) expect(enter({ user })).toMatchObject({ kind: 'project' });
    expect(enter({ clientId: 'other' }).admitted).toBe(true);
    clock.advance(60_000);
    expect(enter().admitted).toBe(true);
    expect(limits.report()).toEqual({
      'google user per minute': { limit: 600, mostSeen: 1, refused: 0 },
      'google project per minute': { limit: 3, mostSeen: 4, refused: 2 },
    });
  });

  it('forget what has left the window, however much it was', () => {
    const { clock, enter } = start({ google: { userPerMinute: 5000 } });
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 5000; n += 1) expect(enter().admitted).toBe(true);
      expect(enter().admitted).toBe(false);
      clock.advance(60_000);
    }
  });
});

describe('limits of Microsoft', () => {
  it('let four requests of a mailbox run at once', () => {
    const { limits, graph } = start();
    const entries = Array.from({ length: 4 }, () => graph());
    expect(graph()).toEqual({ admitted: false, kind: 'concurrency', retryAfterSeconds: 1 });
    expect(graph({ user: 'ben@acme.example' }).admitted).toBe(true);
    expect(graph({ clientId: 'other' }).admitted).toBe(true);
    for (const entry of entries.slice(0, 1)) leave(entry);
    expect(graph().admitted).toBe(true);
    expect(graph().admitted).toBe(false);
    expect(limits.report()['microsoft mailbox at once']).toEqual({ limit: 4, mostSeen: 5, refused: 2 });
  });

  it('say when the window has room again, in whole seconds', () => {
    const { clock, graph } = start({ microsoft: { mailboxPer10Minutes: 1 } });
    leave(graph());
    clock.advance(1500);
    expect(graph()).toEqual({ admitted: false, kind: 'mailbox', retryAfterSeconds: 599 });
    clock.advance(598_500);
    expect(graph().admitted).toBe(true);
  });

  it('take 15 MB in 30 seconds, unless a switch says that nobody counts', () => {
    const half = 8 * 1024 * 1024;
    const strict = start();
    leave(strict.graph({ uploadBytes: half }));
    expect(strict.graph({ uploadBytes: half })).toMatchObject({ kind: 'mailbox', retryAfterSeconds: 30 });
    expect(strict.graph().admitted).toBe(true);
    strict.clock.advance(30_000);
    expect(strict.graph({ uploadBytes: half }).admitted).toBe(true);
    const lenient = start({}, { 'microsoft.upload-limit': 'absent' });
    for (let n = 0; n < 4; n += 1) expect(lenient.graph({ uploadBytes: half }).admitted).toBe(true);
  });

  it('hold an application over all mailboxes, unless a switch says otherwise', () => {
    const figures = { microsoft: { applicationPerSecond: 2 } };
    const strict = start(figures);
    for (const user of ['a', null]) expect(strict.graph({ user }).admitted).toBe(true);
    expect(strict.graph({ user: 'c' })).toEqual({ admitted: false, kind: 'project', retryAfterSeconds: 1 });
    const lenient = start(figures, { 'microsoft.global-limit': 'absent' });
    for (const user of ['a', 'b', 'c']) expect(lenient.graph({ user }).admitted).toBe(true);
  });
});

describe('whom a request is charged to', () => {
  const ada = somebody('ada@acme.example', { userId: 'guid-of-ada' });
  const find = (name: string) => (['guid-of-ada', 'ada@acme.example'].includes(name) ? ada : null);
  const access = {
    provider: 'google',
    mailbox: 'ada@acme.example',
    scopes: [],
    clientId: 'gate',
    expiresMs: 0,
  } as const;
  const charged = (
    provider: 'google' | 'microsoft',
    path: string,
    fields = {},
    quotaUser: string | null = null,
  ) => chargedUser({ provider, path, access: { ...access, ...fields }, quotaUser, find });

  it('is the owner of the mailbox at Google, whoever is named, or the service account', () => {
    expect(charged('google', '/x')).toBe('ada@acme.example');
    expect(charged('google', '/x', {}, 'team-7')).toBe('team-7');
    expect(charged('google', '/x', { serviceAccount: 'gate@p.iam.gserviceaccount.com' })).toBe(
      'gate@p.iam.gserviceaccount.com',
    );
  });

  it.each([
    ['/v1.0/me/events', 'ada@acme.example'],
    ['/v1.0/users/guid-of-ada/calendarView', 'ada@acme.example'],
    ['/v1.0/Users/Ben%40acme.example/events', 'ben@acme.example'],
    ['/v1.0/users/%ff/events', '%ff'],
    ['/v1.0/me/drive/root:/a.txt:/content', null],
    ['/v1.0/me/drive', null],
    ['/v1.0/me', null],
    ['/v1.0/subscriptions', null],
  ])('is the mailbox of the path at Microsoft: %s', (path, user) => {
    expect(charged('microsoft', path)).toBe(user);
  });

  it('is nobody where an application speaks of itself', () => {
    expect(mailboxOf('/v1.0/me/events', { ...access, mailbox: null }, find)).toBeNull();
  });
});
