import { describe, expect, it } from '@jest/globals';
import { connectMailbox } from '../../../src/app/mailboxes/connect-mailbox.ts';
import { openMailbox } from '../../../src/app/mailboxes/open-mailbox.ts';
import type { CalendarProvider, MailboxEvents } from '../../../src/app/ports/provider.ts';
import { worldsOf } from '../../contract/open-world.ts';
import { type ContractWorld, owner, unwrap } from '../../contract/world.ts';
import { gatesOnOneStore, providerNames, signIn, type TestGate } from './gate-world.ts';

const gateIn = gatesOnOneStore();

async function connected(gate: TestGate, world: ContractWorld) {
  const connection = { provider: world.provider.name, signedIn: await signIn(world) };
  const result = await connectMailbox(gate.deps, gate.organizationId, connection);
  if (!result.ok) throw new Error(result.code);
  return result.mailboxId;
}

/** A provider that keeps how often it was opened, and what it is to tell of renewed grants. */
function watched(provider: CalendarProvider) {
  const events: MailboxEvents[] = [];
  const openMailboxOf: CalendarProvider['openMailbox'] = (account, told = {}) => {
    events.push(told);
    return provider.openMailbox(account, told);
  };
  return { events, provider: { ...provider, openMailbox: openMailboxOf } };
}

describe.each(providerNames)('opening a mailbox of %s', (name) => {
  const open = worldsOf(name);

  it('keeps the opened one as long as its account is the same', async () => {
    const world = await open();
    const { events, provider } = watched(world.provider);
    const gate = gateIn({ ...world, provider });
    const { deps, organizationId } = gate;
    const id = await connected(gate, world);
    const record = await gate.mailbox(id);
    const before = events.length;
    const first = openMailbox(deps, organizationId, record);
    expect(openMailbox(deps, organizationId, { ...record })).toBe(first);
    const other = openMailbox(deps, organizationId, { ...record, otherAddresses: ['x@kiln.example'] });
    expect(other).not.toBe(first);
    const company = openMailbox(deps, organizationId, { ...record, grant: { kind: 'company' } });
    expect(company).not.toBe(other);
    expect(events.length - before).toBeLessThanOrEqual(3);
  });

  it('stores a renewed grant before it is used, and goes on with the same opened mailbox', async () => {
    const world = await open();
    const { events, provider } = watched(world.provider);
    const gate = gateIn({ ...world, provider });
    const id = await connected(gate, world);
    const opened = openMailbox(gate.deps, gate.organizationId, await gate.mailbox(id));
    await events.at(-1)?.onGrantRenewed?.({ kind: 'person', refreshToken: 'second' });
    const record = await gate.mailbox(id);
    expect(record.grant).toEqual({ kind: 'person', refreshToken: 'second' });
    expect(openMailbox(gate.deps, gate.organizationId, record)).toBe(opened);
    await events.at(-1)?.onGrantRenewed?.({ kind: 'person', refreshToken: 'third' });
    expect((await gate.mailbox(id)).grant).toEqual({ kind: 'person', refreshToken: 'third' });
  });

  it('leaves a grant that came from a new sign-in meanwhile', async () => {
    const world = await open();
    const { events, provider } = watched(world.provider);
    const gate = gateIn({ ...world, provider });
    const id = await connected(gate, world);
    const grant = { kind: 'person', refreshToken: 'signed in again' } as const;
    await gate.inside((tx) => tx.mailboxes.change(id, { grant }));
    await events.at(-1)?.onGrantRenewed?.({ kind: 'person', refreshToken: 'late' });
    expect((await gate.mailbox(id)).grant).toEqual(grant);
  });

  it('gives null where the provider is not configured', async () => {
    const world = await open();
    const gate = gateIn(world, { providers: { google: null, microsoft: null } });
    const record = {
      id: 'a',
      provider: name,
      address: owner,
      otherAddresses: [],
      grant: { kind: 'company' },
    } as const;
    expect(openMailbox(gate.deps, gate.organizationId, record)).toBeNull();
  });
});

describe('a grant that Microsoft renews', () => {
  const open = worldsOf('microsoft');

  it('stands in the store after the first request', async () => {
    const world = await open();
    const gate = gateIn(world);
    const signedIn = await signIn(world);
    const connection = { provider: 'microsoft', signedIn } as const;
    const result = await connectMailbox(gate.deps, gate.organizationId, connection);
    if (!result.ok) throw new Error(result.code);
    const record = await gate.mailbox(result.mailboxId);
    const isRotated = gate.logged.includes('grant-renewed');
    // Whether the emulator replaces the token is its own matter; what it gave last has to be what is stored.
    if (isRotated) expect(record.grant).not.toEqual(signedIn.grant);
    else expect(record.grant).toEqual(signedIn.grant);
    const fresh = world.provider.openMailbox(record);
    expect(unwrap(await fresh.calendar.ownerHours()).zone).toBe('Europe/Paris');
  });
});
