import { describe, expect, it } from '@jest/globals';
import { connectCompanyMailboxes, connectMailbox } from '../../../src/app/mailboxes/connect-mailbox.ts';
import type { Store } from '../../../src/app/ports/store/store.ts';
import { worldsOf } from '../../contract/open-world.ts';
import { colleague, dayMs, nowMs, owner } from '../../contract/world.ts';
import {
  dyingStore,
  gatesOnOneStore,
  ProcessEnded,
  providerNames,
  signIn,
  type TestGate,
} from './gate-world.ts';

const gateIn = gatesOnOneStore();

const connect = async (
  { deps, organizationId }: TestGate,
  connection: Parameters<typeof connectMailbox>[2],
) => {
  const result = await connectMailbox(deps, organizationId, connection);
  if (!result.ok) throw new Error(result.code);
  return result;
};

describe.each(providerNames)('connecting a mailbox of %s', (provider) => {
  const open = worldsOf(provider);

  it('observes a new one for as long as the organization says, and wakes what has to follow', async () => {
    const world = await open();
    const gate = gateIn(world);
    const signedIn = await signIn(world);
    const result = await connect(gate, { provider, signedIn });
    expect(result).toMatchObject({ isNew: true, state: 'observing', hoursProblem: null, isNotified: false });
    expect(await gate.mailbox(result.mailboxId)).toMatchObject({
      address: owner,
      grant: { kind: 'person' },
      state: 'observing',
      observingUntilMs: nowMs + 7 * dayMs,
      connectedMs: nowMs,
      cursor: null,
      problem: null,
      hours: { zone: 'Europe/Paris' },
    });
    expect(await gate.jobs()).toEqual(['subscribe', 'pull']);
  });

  it('makes a mailbox active at once where nothing is to be observed', async () => {
    const gate = gateIn(await open());
    await gate.inside((tx) => tx.organizations.change({ observeDays: 0 }));
    const result = await connect(gate, { provider, address: ` ${owner.toUpperCase()} ` });
    expect(result).toMatchObject({ state: 'active', observingUntilMs: null, address: owner });
  });

  it('takes a new grant without a second mailbox and without ending the observation', async () => {
    const world = await open();
    const gate = gateIn(world);
    const first = await connect(gate, { provider, address: owner, otherAddresses: ['O.Owner@kiln.example'] });
    const problem = { code: 'sign-in-required', sinceMs: nowMs } as const;
    await gate.inside((tx) => tx.mailboxes.change(first.mailboxId, { problem }));
    await gate.inside((tx) =>
      tx.mailboxes.moveCursor(first.mailboxId, null, {
        cursor: 'c',
        window: { fromMs: 0, toMs: 1 },
        pulledMs: nowMs,
      }),
    );
    await gate.inside((tx) => tx.organizations.change({ observeDays: 0 }));
    const signedIn = await signIn(world);
    const again = await connect(gate, { provider, signedIn });
    expect(again).toMatchObject({ mailboxId: first.mailboxId, isNew: false, state: 'observing' });
    expect(await gate.inside((tx) => tx.mailboxes.all())).toHaveLength(1);
    expect(await gate.mailbox(first.mailboxId)).toMatchObject({
      grant: { kind: 'person' },
      problem: null,
      otherAddresses: ['o.owner@kiln.example'],
      observingUntilMs: nowMs + 7 * dayMs,
      // The way to the mailbox is another one now.
      cursor: null,
    });
  });

  it('heals one whose grant cannot be decrypted any more', async () => {
    const world = await open();
    const gate = gateIn(world);
    const first = await connect(gate, { provider, address: owner });
    await gate.damageGrant(first.mailboxId);
    await expect(gate.mailbox(first.mailboxId)).rejects.toThrow(/connect the mailbox again|Add that key/);
    const again = await connect(gate, { provider, signedIn: await signIn(world) });
    expect(again).toMatchObject({ mailboxId: first.mailboxId, isNew: false, hoursProblem: null });
    expect(await gate.mailbox(first.mailboxId)).toMatchObject({ grant: { kind: 'person' }, cursor: null });
  });

  it('keeps what stops a mailbox as its problem', async () => {
    const world = await open();
    const gate = gateIn(world);
    const signedIn = await signIn(world);
    world.revokeGrants(owner);
    const result = await connect(gate, { provider, signedIn });
    expect(result.hoursProblem).toBe('sign-in-required');
    expect(await gate.mailbox(result.mailboxId)).toMatchObject({
      problem: { code: 'sign-in-required', sinceMs: nowMs },
      hours: null,
    });
  });

  it('says which scopes are missing', async () => {
    const world = await open();
    const signedIn = { ...(await signIn(world)), missingScopes: ['calendar'] };
    expect(await connect(gateIn(world), { provider, signedIn })).toMatchObject({
      missingScopes: ['calendar'],
    });
  });

  it('connects the mailboxes of a company one by one, each with its own result', async () => {
    const gate = gateIn(await open());
    const results = await connectCompanyMailboxes(gate.deps, gate.organizationId, provider, [
      owner,
      'nobody',
      colleague,
    ]);
    expect(results).toMatchObject([
      { ok: true, address: owner },
      { ok: false, address: 'nobody', code: 'not-an-address' },
      { ok: true, address: colleague },
    ]);
    expect(await gate.inside((tx) => tx.mailboxes.all())).toMatchObject([
      { address: colleague, grant: { kind: 'company' } },
      { address: owner },
    ]);
  });

  it('can be done again wherever it was cut off', async () => {
    const gate = gateIn(await open());
    const dies = async (store: Store) =>
      connectMailbox({ ...gate.deps, store }, gate.organizationId, { provider, address: owner });
    await expect(dies(dyingStore(gate.deps.store, 1, 'before'))).rejects.toThrow(ProcessEnded);
    expect(await gate.inside((tx) => tx.mailboxes.all())).toEqual([]);
    for (const [at, when] of [
      [1, 'after'],
      [2, 'before'],
    ] as const)
      await expect(dies(dyingStore(gate.deps.store, at, when))).rejects.toThrow(ProcessEnded);
    await connect(gate, { provider, address: owner });
    const [record, ...others] = await gate.inside((tx) => tx.mailboxes.all());
    expect(others).toEqual([]);
    expect(record).toMatchObject({ observingUntilMs: nowMs + 7 * dayMs, hours: { zone: 'Europe/Paris' } });
  });
});

describe('a mailbox is not connected', () => {
  const open = worldsOf('google');

  it('without credentials of its provider', async () => {
    const { deps, organizationId } = gateIn(await open());
    expect(await connectMailbox(deps, organizationId, { provider: 'microsoft', address: owner })).toEqual({
      ok: false,
      address: owner,
      code: 'provider-not-configured',
    });
  });

  it('at the other provider, or while it is being left', async () => {
    const world = await open();
    const gate = gateIn(world);
    const deps = { ...gate.deps, providers: { google: world.provider, microsoft: world.provider } };
    const { mailboxId } = await connect(gate, { provider: 'google', address: owner });
    const again = (provider: 'google' | 'microsoft') =>
      connectMailbox(deps, gate.organizationId, { provider, address: owner });
    expect(await again('microsoft')).toMatchObject({ ok: false, code: 'other-provider' });
    await gate.inside((tx) => tx.mailboxes.change(mailboxId, { state: 'leaving' }));
    expect(await again('google')).toMatchObject({ ok: false, code: 'being-left' });
    await gate.inside((tx) => tx.mailboxes.change(mailboxId, { state: 'left' }));
    const anew = await connect(gate, { provider: 'google', address: owner });
    expect(anew.isNew).toBe(true);
    expect(anew.mailboxId).not.toBe(mailboxId);
  });
});
