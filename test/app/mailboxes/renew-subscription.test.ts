import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connectMailbox } from '../../../src/app/mailboxes/connect-mailbox.ts';
import { renewSubscription } from '../../../src/app/mailboxes/renew-subscription.ts';
import { worldsOf } from '../../contract/open-world.ts';
import { openWebhook, type Webhook } from '../../contract/webhook.ts';
import { type ContractWorld, dayMs, hourMs, invite, nowMs, owner } from '../../contract/world.ts';
import {
  dyingStore,
  gatesOnOneStore,
  ProcessEnded,
  providerNames,
  subscriptionsAt,
  type TestGate,
} from './gate-world.ts';

const gateIn = gatesOnOneStore();
const webhooks: Webhook[] = [];
afterEach(async () => {
  await Promise.all(webhooks.splice(0).map((webhook) => webhook.close()));
});

interface Connected {
  readonly world: ContractWorld;
  readonly gate: TestGate;
  readonly webhook: Webhook;
  readonly mailboxId: string;
}

async function connectedTo(world: ContractWorld): Promise<Connected> {
  const webhook = await openWebhook(world.provider);
  webhooks.push(webhook);
  const gate = gateIn(world, { baseUrl: new URL(webhook.address).origin });
  const { name } = world.provider;
  const result = await connectMailbox(gate.deps, gate.organizationId, { provider: name, address: owner });
  if (!result.ok) throw new Error(result.code);
  return { world, gate, webhook, mailboxId: result.mailboxId };
}

const renew = ({ gate, mailboxId }: Connected) =>
  renewSubscription(gate.deps, gate.organizationId, mailboxId);
const rowsOf = ({ gate, mailboxId }: Connected) => gate.inside((tx) => tx.subscriptions.ofMailbox(mailboxId));

/** Notifications of a new invitation, each with whether it belongs to a subscription that the store knows. */
async function notified(connected: Connected): Promise<readonly boolean[]> {
  const { world, webhook } = connected;
  const before = webhook.notifications.length;
  invite(world);
  await world.sandbox.settled();
  const rows = await rowsOf(connected);
  return webhook.notifications
    .slice(before)
    .filter(({ kind }) => kind === 'changed')
    .map(({ subscriptionId, isFrom }) =>
      rows.some((row) => [row.id, row.providerId].includes(subscriptionId) && isFrom(row.secret ?? '')),
    );
}

describe.each(providerNames)('a subscription at %s', (provider) => {
  const open = worldsOf(provider);

  it('is confirmed with what was granted, tells of changes, and is followed by a pull', async () => {
    const connected = await connectedTo(await open());
    expect(await renew(connected)).toEqual({ kind: 'done' });
    const [row, ...others] = await rowsOf(connected);
    expect(others).toEqual([]);
    expect(subscriptionsAt(connected.world)).toEqual([row?.providerId]);
    expect(row?.expiresMs).toBeGreaterThan(nowMs + 2 * dayMs);
    expect(await connected.gate.jobs()).toEqual(['subscribe', 'pull', 'pull']);
    const told = await notified(connected);
    expect(told.length).toBeGreaterThan(0);
    expect(told).not.toContain(false);
  });

  it('is renewed without a moment in which nothing is notified', async () => {
    const connected = await connectedTo(await open());
    await renew(connected);
    const [first] = await rowsOf(connected);
    connected.world.sandbox.parts.clock.advance((first?.expiresMs ?? 0) - nowMs - 20 * hourMs);
    expect(await renew(connected)).toEqual({ kind: 'done' });
    const [second, ...others] = await rowsOf(connected);
    expect(others).toEqual([]);
    expect(subscriptionsAt(connected.world)).toEqual([second?.providerId]);
    expect(second?.expiresMs).toBeGreaterThan((first?.expiresMs ?? 0) + dayMs);
    connected.world.sandbox.parts.clock.advance(21 * hourMs);
    const told = await notified(connected);
    expect(told.length).toBeGreaterThan(0);
    expect(told).not.toContain(false);
  });

  it('is one after being asked for several times', async () => {
    const connected = await connectedTo(await open());
    for (let run = 0; run < 3; run += 1) expect(await renew(connected)).toEqual({ kind: 'done' });
    expect(await rowsOf(connected)).toHaveLength(1);
    expect(subscriptionsAt(connected.world)).toHaveLength(1);
  });

  it('forgets what was proposed long ago and never confirmed', async () => {
    const connected = await connectedTo(await open());
    const { gate, mailboxId, world } = connected;
    const propose = (number: number) => {
      world.sandbox.parts.clock.advance(1);
      return gate.inside((tx) =>
        tx.subscriptions.add({
          id: randomUUID(),
          mailboxId,
          providerId: null,
          resourceId: null,
          secret: `secret ${number}`,
          expiresMs: null,
          createdMs: world.sandbox.parts.clock.nowMs(),
        }),
      );
    };
    await propose(1);
    await propose(2);
    world.sandbox.parts.clock.advance(2 * hourMs);
    await propose(3);
    await renew(connected);
    // The first is the one that is confirmed now; another run may still be asking for the third.
    expect((await rowsOf(connected)).map(({ secret }) => secret)).toEqual(['secret 1', 'secret 3']);
  });

  it('is made anew where the provider has none any more', async () => {
    const connected = await connectedTo(await open());
    await renew(connected);
    const [first] = await rowsOf(connected);
    connected.world.sandbox.parts.clock.advance((first?.expiresMs ?? 0) - nowMs + hourMs);
    expect(await renew(connected)).toEqual({ kind: 'done' });
    const rows = await rowsOf(connected);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.secret).not.toBe(first?.secret);
    expect(await notified(connected)).toContain(true);
  });

  // Read, propose, confirm, look for others: killed before and after each.
  it('survives the end of the process at every point, with one secret for what is asked once', async () => {
    for (let at = 1; at <= 4; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const connected = await connectedTo(await open());
        const { gate, mailboxId, world } = connected;
        const store = dyingStore(gate.deps.store, at, when);
        const deps = { ...gate.deps, store };
        await renewSubscription(deps, gate.organizationId, mailboxId).catch((error: unknown) => {
          if (!(error instanceof ProcessEnded)) throw error;
        });
        const [proposed] = await rowsOf(connected);
        expect(await renew(connected)).toEqual({ kind: 'done' });
        const [row, ...others] = await rowsOf(connected);
        expect(others).toEqual([]);
        if (proposed) expect(row).toMatchObject({ id: proposed.id, secret: proposed.secret });
        expect(subscriptionsAt(world)).toContain(row?.providerId);
        expect(await notified(connected)).toContain(true);
        // Whatever Google made of a request whose answer was lost bears the same id and secret.
        if (provider === 'google') expect(await notified(connected)).not.toContain(false);
        await gate.inside((tx) => tx.mailboxes.change(mailboxId, { state: 'left' }));
      }
    }
  }, 30_000);
});

describe('a mailbox has no subscription', () => {
  const open = worldsOf('google');

  it.each([null, 'http://gate.example', 'ftp://127.0.0.1', 'not an address'])(
    'where notifications cannot reach %s',
    async (baseUrl) => {
      const connected = await connectedTo(await open());
      const deps = { ...connected.gate.deps, baseUrl };
      const result = await renewSubscription(deps, connected.gate.organizationId, connected.mailboxId);
      expect(result).toEqual({ kind: 'done' });
      expect(await rowsOf(connected)).toEqual([]);
      expect(subscriptionsAt(connected.world)).toEqual([]);
    },
  );

  it('while it is being left', async () => {
    const connected = await connectedTo(await open());
    await connected.gate.inside((tx) => tx.mailboxes.change(connected.mailboxId, { state: 'leaving' }));
    expect(await renew(connected)).toEqual({ kind: 'done' });
    expect(subscriptionsAt(connected.world)).toEqual([]);
  });
});

describe('a provider that refuses a subscription', () => {
  const open = worldsOf('google');
  const refusing = async (
    code: 'unavailable' | 'permission-missing' | 'request-refused' | 'not-supported',
  ) => {
    const world = await open();
    const connected = await connectedTo(world);
    const problem = { code, status: null, detail: 'because', retryAfterMs: 7_000 };
    const provider = {
      ...world.provider,
      openMailbox: (...args: Parameters<typeof world.provider.openMailbox>) => {
        const mailbox = world.provider.openMailbox(...args);
        const subscribe = async () => ({ ok: false, problem }) as const;
        return { ...mailbox, calendar: { ...mailbox.calendar, subscribe } };
      },
    };
    const { gate, mailboxId } = connected;
    const deps = { ...gate.deps, providers: { google: provider, microsoft: null } };
    const result = await renewSubscription(deps, gate.organizationId, mailboxId);
    return { result, connected, record: await gate.mailbox(mailboxId) };
  };

  it('is asked again later where that may help', async () => {
    const { result, record } = await refusing('unavailable');
    expect(result).toEqual({ kind: 'again', afterMs: 7_000, why: 'unavailable: because' });
    expect(record.problem).toBeNull();
  });

  it('is a problem of the mailbox where somebody has to act', async () => {
    const { result, record, connected } = await refusing('permission-missing');
    expect(result).toEqual({ kind: 'done' });
    expect(record.problem).toEqual({ code: 'permission-missing', sinceMs: nowMs });
    expect(await renew(connected)).toEqual({ kind: 'done' });
    expect(await rowsOf(connected)).toHaveLength(1);
  });

  // Regression: Graph tries our address first; a web process that was just starting left the mailbox unheard.
  it('is asked again where it may only have missed us', async () => {
    const { result, record } = await refusing('request-refused');
    expect(result).toEqual({ kind: 'again', afterMs: 7_000, why: 'request-refused: because' });
    expect(record.problem).toBeNull();
  });

  it('is only logged where it is our own fault', async () => {
    const { result, record, connected } = await refusing('not-supported');
    expect(result).toEqual({ kind: 'done' });
    expect(record.problem).toBeNull();
    expect(connected.gate.logged).toContain('mailbox-refused');
  });
});
