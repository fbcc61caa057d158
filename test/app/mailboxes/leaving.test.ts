import { afterEach, describe, expect, it } from '@jest/globals';
import { pullMailbox } from '../../../src/app/intake/pull-mailbox.ts';
import { connectMailbox } from '../../../src/app/mailboxes/connect-mailbox.ts';
import { keepHolds } from '../../../src/app/mailboxes/keep-holds.ts';
import { leaveMailbox } from '../../../src/app/mailboxes/leave-mailbox.ts';
import { offboardMailbox } from '../../../src/app/mailboxes/offboard-mailbox.ts';
import { renewSubscription } from '../../../src/app/mailboxes/renew-subscription.ts';
import { worldsOf } from '../../contract/open-world.ts';
import { openWebhook, type Webhook } from '../../contract/webhook.ts';
import {
  actsOf,
  type ContractWorld,
  entriesOf,
  entryOf,
  fields,
  invite,
  owner,
  pull,
  window,
} from '../../contract/world.ts';
import {
  dyingStore,
  gatesOnOneStore,
  ProcessEnded,
  providerNames,
  signIn,
  subscriptionsAt,
  type TestGate,
} from './gate-world.ts';

const gateIn = gatesOnOneStore();
const webhooks: Webhook[] = [];
afterEach(async () => {
  await Promise.all(webhooks.splice(0).map((webhook) => webhook.close()));
});

const policyText = `organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  noMeetingDays: [wednesday]
  holds: { inCalendar: true }
  enforcement: { default: observe, no-meeting-day: grace }`;

interface Living {
  readonly world: ContractWorld;
  readonly gate: TestGate;
  readonly mailboxId: string;
}

/** An active mailbox with a subscription and four holds. */
async function living(world: ContractWorld, grant: 'person' | 'company' = 'company'): Promise<Living> {
  const webhook = await openWebhook(world.provider);
  webhooks.push(webhook);
  const gate = gateIn(world, { baseUrl: new URL(webhook.address).origin });
  const { deps, organizationId } = gate;
  await gate.inside((tx) => tx.organizations.change({ observeDays: 0, policyText }));
  const provider = world.provider.name;
  const connection =
    grant === 'person' ? { provider, signedIn: await signIn(world) } : { provider, address: owner };
  const result = await connectMailbox(deps, organizationId, connection);
  if (!result.ok) throw new Error(result.code);
  const { mailboxId } = result;
  await renewSubscription(deps, organizationId, mailboxId);
  await keepHolds(deps, organizationId, mailboxId);
  await gate.act();
  return { world, gate, mailboxId };
}

const leave = ({ gate, mailboxId }: Living, withdrawAnswers = false) =>
  leaveMailbox(gate.deps, gate.organizationId, mailboxId, { withdrawAnswers, actor: 'operator' });
const offboard = ({ gate, mailboxId }: Living) => offboardMailbox(gate.deps, gate.organizationId, mailboxId);
const judge = async ({ gate, mailboxId }: Living) => {
  const pulled = await pullMailbox(gate.deps, gate.organizationId, mailboxId);
  if (pulled.kind !== 'done') throw new Error(pulled.why);
};
const gateEntries = async (world: ContractWorld) =>
  entriesOf(await pull(world)).filter(({ gateKey }) => gateKey !== null);
const answerTo = async ({ world }: Living, event: { readonly uid: string }) =>
  (await entryOf(world, event)).owner.answer;
const deadlinesOf = ({ gate }: Living) => gate.inside((tx) => tx.deadlines.due(Number.MAX_SAFE_INTEGER, 100));

describe.each(providerNames)('leaving a mailbox of %s', (provider) => {
  const open = worldsOf(provider);

  it('removes what the gate created there, gives the grant back and forgets it', async () => {
    const left = await living(await open(), 'person');
    expect(await gateEntries(left.world)).toHaveLength(4);
    expect(await leave(left)).toBe(true);
    expect((await left.gate.mailbox(left.mailboxId)).state).toBe('leaving');
    // Microsoft takes no grant back: the person has to remove the application.
    const remains = { holds: 0, subscriptions: 0, grant: provider === 'microsoft' };
    expect(await offboard(left)).toEqual({ kind: 'done', remains });
    expect(await gateEntries(left.world)).toEqual([]);
    expect(subscriptionsAt(left.world)).toEqual([]);
    expect(await left.gate.mailbox(left.mailboxId)).toMatchObject({
      state: 'left',
      grant: { kind: 'person', refreshToken: '' },
      cursor: null,
      window: null,
    });
    expect(left.gate.logged).toContain('mailbox-left');
    expect(await offboard(left)).toEqual({ kind: 'done', remains: null });
    expect(await leave(left)).toBe(false);
  });

  it('leaves the grant of a company, which is not ours to give back', async () => {
    const left = await living(await open());
    await leave(left);
    expect(await offboard(left)).toMatchObject({ remains: { holds: 0, subscriptions: 0, grant: false } });
    expect(await left.gate.mailbox(left.mailboxId)).toMatchObject({ grant: { kind: 'company' } });
    // The next mailbox of the company still works.
    expect((await left.world.mailbox.calendar.ownerHours()).ok).toBe(true);
  });

  it('keeps answers that were given, and gives no others', async () => {
    const left = await living(await open());
    const given = invite(left.world);
    await judge(left);
    await left.gate.act();
    expect(await answerTo(left, given)).toBe('tentative');
    const late = invite(left.world, fields({ summary: 'Another review' }));
    await judge(left);
    expect(await deadlinesOf(left)).not.toEqual([]);
    await leave(left);
    expect(await deadlinesOf(left)).toEqual([]);
    expect(await offboard(left)).toMatchObject({ kind: 'done' });
    await left.gate.act();
    expect(await answerTo(left, given)).toBe('tentative');
    expect(await answerTo(left, late)).toBe('needs-action');
    expect(actsOf(left.world, 'answer')).toHaveLength(1);
  });

  it('takes tentative answers back first where that is asked', async () => {
    const left = await living(await open());
    const given = invite(left.world);
    await judge(left);
    await left.gate.act();
    expect(await leave(left, true)).toBe(true);
    const waiting = await offboard(left);
    expect(waiting).toMatchObject({ kind: 'again', why: '1 effects are under way' });
    expect((await left.gate.mailbox(left.mailboxId)).state).toBe('leaving');
    await left.gate.act();
    expect(await offboard(left)).toMatchObject({ kind: 'done', remains: { holds: 0 } });
    const standing = await left.gate.inside((tx) => tx.answers.standing(left.mailboxId, given.uid));
    expect(standing).toEqual([]);
    // Outlook knows no way back to no answer: the stated second way is another tentative one.
    expect(await answerTo(left, given)).toBe(provider === 'google' ? 'needs-action' : 'tentative');
  });

  it('goes on wherever the process ended', async () => {
    // Read, first hold, last hold, subscription, end.
    for (const at of [1, 3, 6, 8, 9]) {
      const left = await living(await open(), 'person');
      await leave(left);
      const { deps, organizationId } = left.gate;
      for (const when of ['before', 'after'] as const) {
        const dying = { ...deps, store: dyingStore(deps.store, at, when) };
        await offboardMailbox(dying, organizationId, left.mailboxId).catch((error: unknown) => {
          if (!(error instanceof ProcessEnded)) throw error;
        });
      }
      expect(await offboard(left)).toMatchObject({ kind: 'done' });
      expect(await gateEntries(left.world)).toEqual([]);
      expect(subscriptionsAt(left.world)).toEqual([]);
      expect(await left.gate.mailbox(left.mailboxId)).toMatchObject({
        state: 'left',
        grant: { refreshToken: '' },
      });
    }
  }, 30_000);

  it('says what could not be removed where the person took the grant back before', async () => {
    const left = await living(await open(), 'person');
    const { gate, mailboxId } = left;
    // Seen through another store the mailbox is opened anew, without an access token at hand.
    const fresh = { ...gate.deps, store: { ...gate.deps.store } };
    await leave(left);
    left.world.revokeGrants(owner);
    const result = await offboardMailbox(fresh, gate.organizationId, mailboxId);
    expect(result).toMatchObject({ kind: 'done', remains: { holds: 4, subscriptions: 1 } });
    expect((await gate.mailbox(mailboxId)).state).toBe('left');
    expect(await gate.inside((tx) => tx.holds.ofMailbox(mailboxId))).toHaveLength(4);
    expect(await gate.inside((tx) => tx.subscriptions.ofMailbox(mailboxId))).toEqual([]);
  });

  it('waits for a hold that is just being made, and then removes it', async () => {
    const world = await open();
    const left = await living(world);
    const { gate, mailboxId } = left;
    const text = policyText.replace('[wednesday]', '[wednesday, friday]');
    await gate.inside((tx) => tx.organizations.change({ policyText: text }));
    await keepHolds(gate.deps, gate.organizationId, mailboxId);
    const nowMs = gate.deps.clock.nowMs();
    const [first] = await gate.inside((tx) => tx.effects.forgotten(Number.MAX_SAFE_INTEGER, 10));
    const claim = { nowMs, untilMs: nowMs + 1_000, prepared: {} };
    await gate.inside((tx) => tx.effects.claim(first?.id ?? '', claim));
    await leave(left);
    expect(await offboard(left)).toMatchObject({ kind: 'again', afterMs: 5_000 });
    world.sandbox.parts.clock.advance(1_000);
    await gate.act();
    expect(await gateEntries(world)).toHaveLength(5);
    expect(await offboard(left)).toMatchObject({ kind: 'done', remains: { holds: 0 } });
    expect(await gateEntries(world)).toEqual([]);
    // Those that nobody had begun never came to be.
    expect(await gate.inside((tx) => tx.holds.ofMailbox(mailboxId))).toEqual([]);
  });
});

describe('leaving', () => {
  const open = worldsOf('google');

  it('waits for a provider that is away', async () => {
    const left = await living(await open());
    const { gate, mailboxId, world } = left;
    const problem = {
      code: 'unavailable',
      status: 503,
      detail: 'backendError',
      retryAfterMs: 9_000,
    } as const;
    const away = {
      ...world.provider,
      openMailbox: (...args: Parameters<typeof world.provider.openMailbox>) => {
        const mailbox = world.provider.openMailbox(...args);
        const releaseHold = async () => ({ ok: false, problem }) as const;
        return { ...mailbox, calendar: { ...mailbox.calendar, releaseHold } };
      },
    };
    await leave(left);
    const deps = { ...gate.deps, providers: { google: away, microsoft: null } };
    expect(await offboardMailbox(deps, gate.organizationId, mailboxId)).toEqual({
      kind: 'again',
      afterMs: 9_000,
      why: 'unavailable: backendError',
    });
    expect((await gate.mailbox(mailboxId)).state).toBe('leaving');
    expect(await offboard(left)).toMatchObject({ kind: 'done', remains: { holds: 0 } });
  });

  it('ends without credentials too, and says what stands there still', async () => {
    const left = await living(await open(), 'person');
    await leave(left);
    const deps = { ...left.gate.deps, providers: { google: null, microsoft: null } };
    expect(await offboardMailbox(deps, left.gate.organizationId, left.mailboxId)).toEqual({
      kind: 'done',
      remains: { holds: 4, subscriptions: 1, grant: true },
    });
    expect((await left.gate.mailbox(left.mailboxId)).state).toBe('left');
  });

  it('is asked for once, and never of a mailbox that nobody wants to leave', async () => {
    const left = await living(await open());
    expect(await offboard(left)).toEqual({ kind: 'done', remains: null });
    expect(subscriptionsAt(left.world)).toHaveLength(1);
    expect(await leave({ ...left, mailboxId: '00000000-0000-4000-8000-000000000000' })).toBe(false);
    expect(await leave(left)).toBe(true);
    expect(await leave(left)).toBe(true);
    expect((await left.gate.jobs()).filter((kind) => kind === 'offboard')).toHaveLength(2);
    expect(await offboard(left)).toMatchObject({ kind: 'done' });
    expect((await left.world.mailbox.calendar.pullChanges(null, window)).ok).toBe(true);
  });
});
