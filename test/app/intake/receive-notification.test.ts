import { describe, expect, it } from '@jest/globals';
import { rememberSubscriptions } from '../../../src/app/intake/known-subscriptions.ts';
import { receiveNotification } from '../../../src/app/intake/receive-notification.ts';
import { ann, createReceiver, mia, mila, nowMs, providers } from './receiver.ts';
import { batch, item, posted, push, subscription } from './webhook-requests.ts';

describe('a genuine notification', () => {
  it('of Google stands in the inbox with one pull when it is answered 200', async () => {
    const { deps, memory } = createReceiver();
    expect(await receiveNotification(deps, 'google', push(ann))).toEqual({ status: 200, body: '' });
    expect(memory.commits).toEqual([
      {
        organizationId: 'acme',
        rows: [
          {
            id: '00000000-0000-4000-8000-000000000001',
            mailboxId: 'mailbox-ann',
            subscriptionId: 'subscription-ann',
            kind: 'changed',
            receivedMs: nowMs,
          },
        ],
        jobs: [{ kind: 'pull', organizationId: 'acme', mailboxId: 'mailbox-ann' }],
      },
    ]);
  });

  it('of Graph is answered 202', async () => {
    const { deps, memory } = createReceiver();
    expect(await receiveNotification(deps, 'microsoft', batch(item(mia)))).toEqual({ status: 202, body: '' });
    expect(memory.commits.map(({ jobs }) => jobs)).toEqual([
      [{ kind: 'pull', organizationId: 'acme', mailboxId: 'mailbox-mia' }],
    ]);
  });

  it('several of one mailbox in a batch are one pull, and each organization has its own transaction', async () => {
    const { deps, memory } = createReceiver();
    await receiveNotification(deps, 'microsoft', batch(item(mia), item(mila), item(mia)));
    const commits = memory.commits.map(({ organizationId, rows, jobs }) => [
      organizationId,
      rows.length,
      jobs.map((job) => job.kind),
    ]);
    expect(commits).toEqual([
      ['acme', 2, ['pull']],
      ['other', 1, ['pull']],
    ]);
  });

  it('that a channel of Google has begun brings no pull', async () => {
    const { deps, memory } = createReceiver();
    const began = push(ann, { 'x-goog-resource-state': 'sync' });
    expect((await receiveNotification(deps, 'google', began)).status).toBe(200);
    expect(memory.commits.map(({ rows, jobs }) => [rows.map(({ kind }) => kind), jobs])).toEqual([
      [['started'], []],
    ]);
  });

  it.each([
    ['reauthorizationRequired', 'renewal-due', ['pull', 'subscribe']],
    ['subscriptionRemoved', 'subscription-removed', ['pull', 'subscribe']],
    ['missed', 'notifications-lost', ['pull']],
  ])('of the life of a subscription, %s, is %s and sends %j', async (lifecycleEvent, kind, jobs) => {
    const { deps, memory } = createReceiver();
    const life = batch(item(mia, { changeType: undefined, lifecycleEvent }));
    expect((await receiveNotification(deps, 'microsoft', life)).status).toBe(202);
    expect(
      memory.commits.map((commit) => [commit.rows[0]?.kind, commit.jobs.map((job) => job.kind)]),
    ).toEqual([[kind, jobs]]);
  });

  it('sent again is taken again and only pulls: it carries no data', async () => {
    const { deps, memory } = createReceiver();
    const recorded = push(ann);
    await receiveNotification(deps, 'google', recorded);
    await receiveNotification(deps, 'google', recorded);
    expect(memory.commits.flatMap(({ jobs }) => jobs)).toEqual([
      { kind: 'pull', organizationId: 'acme', mailboxId: 'mailbox-ann' },
      { kind: 'pull', organizationId: 'acme', mailboxId: 'mailbox-ann' },
    ]);
  });

  it('sent again without end is put off as soon as it is more than any calendar sends', async () => {
    const { deps: bare, memory } = createReceiver();
    const deps = { ...bare, known: rememberSubscriptions(bare.store.directory, bare.clock) };
    const statuses = new Map<number, number>();
    for (let times = 0; times < 2_500; times += 1) {
      const { status } = await receiveNotification(deps, 'google', push(ann));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [200, 2_000],
      [503, 500],
    ]);
    expect(memory.commits.flatMap(({ rows }) => rows)).toHaveLength(2_000);
  });
});

describe('a forged notification is refused', () => {
  const longer = `${ann.secret}x`;
  it.each([
    ['wrong token', push({ ...ann, secret: 'guessed' })],
    ['right token and more', push({ ...ann, secret: longer })],
    ['missing token', push(ann, { 'x-goog-channel-token': null })],
    ['empty token', push({ ...ann, secret: '' })],
    ['wrong channel id', push({ ...ann, subscriptionId: 'subscription-nobody' })],
    ['right token of another channel', push({ ...ann, secret: subscription('bob').secret })],
    ["other provider's subscription", push(mia)],
    ['subscription without a secret, empty token', push(subscription('empty', { secret: '' }))],
    [
      'subscription without a secret, no token',
      push(subscription('empty'), { 'x-goog-channel-token': null }),
    ],
  ])('at Google: %s', async (_, request) => {
    const { deps, memory } = createReceiver();
    expect(await receiveNotification(deps, 'google', request)).toEqual({ status: 403, body: 'refused' });
    expect(memory.commits).toEqual([]);
  });

  it.each([
    ['wrong client state', batch(item({ ...mia, secret: 'guessed' }))],
    ['missing client state', batch(item(mia, { clientState: undefined }))],
    ['client state null', batch(item(mia, { clientState: null }))],
    ['client state of another subscription', batch(item({ ...mia, secret: mila.secret }))],
    ['unknown subscription', batch(item({ ...mia, subscriptionId: 'subscription-nobody' }))],
    ["other provider's subscription", batch(item(ann))],
    ['an id that is none', batch(item({ ...mia, subscriptionId: `'; drop table inbox; --\0` }))],
    ['an id of 1 kB', batch(item({ ...mia, subscriptionId: 'x'.repeat(1_024) }))],
    [
      'lifecycle event with a wrong client state',
      batch(item({ ...mia, secret: 'x' }, { lifecycleEvent: 'missed' })),
    ],
  ])('at Graph: %s', async (_, request) => {
    const { deps, memory } = createReceiver();
    expect(await receiveNotification(deps, 'microsoft', request)).toEqual({ status: 403, body: 'refused' });
    expect(memory.commits).toEqual([]);
  });

  it.each([
    ['first', [item({ ...mia, secret: 'guessed' }), item(mila)], ['other']],
    ['second', [item(mia), item({ ...mila, secret: mia.secret })], ['acme']],
  ])('as the %s item of a batch, and the genuine one is taken', async (_, items, organizations) => {
    const { deps, memory, lines } = createReceiver();
    expect((await receiveNotification(deps, 'microsoft', batch(...items))).status).toBe(202);
    expect(memory.commits.map(({ organizationId }) => organizationId)).toEqual(organizations);
    expect(lines).toEqual([
      {
        level: 'warn',
        event: 'notification-refused',
        fields: { provider: 'microsoft', forged: 1, unknown: 0, malformed: 0, taken: 1 },
      },
    ]);
  });

  it('for now where the secret of its subscription cannot be decrypted, which costs no other one', async () => {
    const known = {
      find: async (id: string) => (id === mia.subscriptionId ? { ...mia, secret: null } : mila),
      mayTake: () => true,
    };
    const { deps, memory, lines } = createReceiver({ known });
    // Not 403, which nobody repeats: with the right key it may well be genuine.
    expect(await receiveNotification(deps, 'microsoft', batch(item(mia)))).toEqual({
      status: 503,
      body: 'try again',
    });
    expect(memory.commits).toEqual([]);
    const unreadable = { level: 'error', event: 'subscription-secret-unreadable' };
    expect(lines).toEqual([{ ...unreadable, fields: { provider: 'microsoft', count: 1 } }]);
    expect((await receiveNotification(deps, 'microsoft', batch(item(mia), item(mila)))).status).toBe(202);
    expect(memory.commits.map(({ organizationId }) => organizationId)).toEqual(['other']);
  });

  it('in thousands, and the database is asked for twenty at most', async () => {
    const { deps, memory } = createReceiver();
    const forged = Array.from({ length: 3_000 }, (_, n) => item({ ...mia, subscriptionId: `guess-${n}` }));
    expect((await receiveNotification(deps, 'microsoft', batch(...forged))).status).toBe(403);
    expect(memory.lookups).toHaveLength(20);
  });

  it('and no log line holds a token, whatever happens', async () => {
    const { deps, lines } = createReceiver();
    await receiveNotification(deps, 'google', push({ ...ann, secret: 'guessed' }));
    await receiveNotification(deps, 'google', push(ann));
    await receiveNotification(deps, 'microsoft', batch(item(mia), item({ ...mia, secret: 'guessed' })));
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/guessed|secret-of/);
  });
});

describe('what is no notification is refused', () => {
  it.each([
    ['not JSON', posted('<xml/>'), 400],
    ['JSON of another form', posted('[1]'), 400],
    ['empty', posted(''), 400],
    ['bytes that are no text', { ...posted(''), body: new Uint8Array([0xff, 0xfe, 0x00]) }, 400],
    ['wrongly typed', posted(JSON.stringify({ value: [item(mia)] }), 'text/plain'), 415],
    ['items of another form only', batch('x', 7, null, { subscriptionId: 7 }), 400],
    ['a validation token of 8 kB', { ...posted(''), query: { validationToken: 'x'.repeat(8_192) } }, 413],
  ])('by Graph: %s', async (_, request, status) => {
    const { deps, memory } = createReceiver();
    expect((await receiveNotification(deps, 'microsoft', request)).status).toBe(status);
    expect(memory.commits).toEqual([]);
  });

  it.each([
    ['no headers', { headers: {}, query: {}, body: new Uint8Array() }, 400],
    ['an unknown state', push(ann, { 'x-goog-resource-state': 'exploded' }), 400],
    ['a body', push(ann, {}, 'x'.repeat(5_000)), 413],
    ['a channel id that is none', push(ann, { 'x-goog-channel-id': '../../etc' }), 400],
  ])('by Google: %s', async (_, request, status) => {
    const { deps, memory } = createReceiver();
    expect((await receiveNotification(deps, 'google', request)).status).toBe(status);
    expect(memory.commits).toEqual([]);
  });

  it('and an item of another form costs only itself', async () => {
    const { deps, memory } = createReceiver();
    const genuine = JSON.stringify(item(mia));
    const request = posted(`{"value":[{"__proto__":${genuine}},${genuine},{"constructor":1}]}`);
    expect((await receiveNotification(deps, 'microsoft', request)).status).toBe(202);
    expect(memory.commits.flatMap(({ rows }) => rows)).toHaveLength(1);
  });

  it('an empty batch is no fault and writes nothing', async () => {
    const { deps, memory } = createReceiver();
    expect((await receiveNotification(deps, 'microsoft', batch())).status).toBe(202);
    expect(memory.commits).toEqual([]);
  });
});

describe('what this installation lacks', () => {
  it('a provider without credentials has no webhook, also no handshake', async () => {
    const { deps, memory } = createReceiver({ providers: { google: null, microsoft: null } });
    const handshake = { ...posted(''), query: { validationToken: 'hello' } };
    expect((await receiveNotification(deps, 'google', push(ann))).status).toBe(404);
    expect(await receiveNotification(deps, 'microsoft', handshake)).toEqual({
      status: 404,
      body: 'not configured',
    });
    expect(memory.lookups).toEqual([]);
  });

  it('a database that is away is 503 and a line for the operator, so that the provider repeats', async () => {
    const { deps, memory, lines } = createReceiver();
    memory.fail = new Error('connection refused');
    expect((await receiveNotification(deps, 'google', push(ann))).status).toBe(503);
    expect((await receiveNotification(deps, 'microsoft', batch(item(mia)))).status).toBe(503);
    memory.fail = null;
    expect((await receiveNotification(deps, 'google', push(ann))).status).toBe(200);
    expect(lines.map(({ level, event }) => `${level} ${event}`)).toEqual([
      'error notification-not-stored',
      'error notification-not-stored',
    ]);
  });

  it('the echo of Graph is given back exactly', async () => {
    const { deps } = createReceiver({ providers });
    const validationToken = 'Validation: <script>alert(1)</script> \u0000 ü';
    expect(
      await receiveNotification(deps, 'microsoft', { ...posted(''), query: { validationToken } }),
    ).toEqual({ status: 200, body: validationToken });
  });
});
