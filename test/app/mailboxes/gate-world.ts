import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { sql } from 'kysely';
import { carryOut } from '../../../src/app/effects/carry-out.ts';
import type { GateDeps } from '../../../src/app/gate-deps.ts';
import type { CalendarProvider, SignedIn } from '../../../src/app/ports/provider.ts';
import type { MailboxRecord } from '../../../src/app/ports/store/mailboxes.ts';
import type { Store, StoreTransaction } from '../../../src/app/ports/store/store.ts';
import { systemChance } from '../../../src/cli/service/chance.ts';
import { createLinkMaker } from '../../../src/cli/service/link-maker.ts';
import { createPolicyBook } from '../../../src/cli/service/policy-book.ts';
import { createWording } from '../../../src/front/wording/create-wording.ts';
import { type ContractWorld, owner, unwrap } from '../../contract/world.ts';
import { openTestStore, type TestStore } from '../../support/test-store.ts';

/** An organization of its own in the database of the test file, and what happened there. */
export interface TestGate {
  readonly deps: GateDeps;
  readonly organizationId: string;
  /** Names of the events that were logged. */
  readonly logged: readonly string[];
  readonly inside: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  readonly mailbox: (id: string) => Promise<MailboxRecord>;
  /** From now on its grant cannot be decrypted. */
  readonly damageGrant: (id: string) => Promise<void>;
  /** Jobs of this organization by kind, in order. */
  readonly jobs: () => Promise<readonly string[]>;
  /** Carries out what is open, and what follows from it, until nothing is. */
  readonly act: () => Promise<void>;
}

const mostRounds = 20;

/** Opens gates on one database for the whole file, embedded unless stated; each has an organization of its own. */
export function gatesOnOneStore(
  placeOf: () => Promise<Parameters<typeof openTestStore>[0]> = async () => ({}),
): (world: ContractWorld, change?: Partial<GateDeps>) => TestGate {
  let opened: TestStore;
  let organizationId = '';
  beforeAll(async () => {
    opened = await openTestStore(await placeOf());
  });
  beforeEach(async () => {
    organizationId = systemChance.uuid();
    await opened.store.directory.createOrganization({ id: organizationId, name: 'Kiln', createdMs: 0 });
  });
  afterAll(() => opened.close());
  return (world, change) => gateOf(opened, organizationId, world, change);
}

function gateOf(
  opened: TestStore,
  organizationId: string,
  { provider, sandbox }: ContractWorld,
  change: Partial<GateDeps> = {},
): TestGate {
  const logged: string[] = [];
  const log = (event: string) => void logged.push(event);
  const deps: GateDeps = {
    store: opened.store,
    providers: { google: null, microsoft: null, [provider.name]: provider },
    policies: createPolicyBook(),
    clock: sandbox.parts.clock,
    chance: systemChance,
    log: { info: log, warn: log, error: log },
    words: createWording(),
    links: createLinkMaker(new Uint8Array(32).fill(3), 'https://gate.example'),
    baseUrl: null,
    ...change,
  };
  const inside = <T>(work: (tx: StoreTransaction) => Promise<T>) =>
    opened.store.inOrganization(organizationId, work);
  return {
    deps,
    organizationId,
    logged,
    inside,
    mailbox: async (id) => {
      const record = await inside((tx) => tx.mailboxes.find(id));
      if (record === null) throw new Error(`no mailbox ${id}`);
      return record;
    },
    damageGrant: async (id) => {
      await sql`update gatekeeper.mailboxes set sealed_grant = 'v1.lost.AAAA' where id = ${id}`.execute(
        opened.database.kysely,
      );
    },
    jobs: async () =>
      (await opened.jobs()).filter((job) => job.organizationId === organizationId).map(({ kind }) => kind),
    act: async () => {
      for (let round = 0; round < mostRounds; round += 1) {
        const open = await inside((tx) => tx.effects.forgotten(Number.MAX_SAFE_INTEGER, 1_000));
        if (open.length === 0) return;
        for (const { id, kind } of open) {
          const result = await carryOut(deps, organizationId, id);
          if (result.kind !== 'done') throw new Error(`${kind}: ${result.why}`);
        }
      }
      throw new Error('effects go on and on');
    },
  };
}

/** A store whose process ends at its n-th transaction: just before it, or just after its commit. */
export function dyingStore(store: Store, at: number, when: 'before' | 'after'): Store {
  let count = 0;
  return {
    directory: store.directory,
    inOrganization: async (organizationId, work) => {
      count += 1;
      if (count > at || (count === at && when === 'before')) throw new ProcessEnded();
      const result = await store.inOrganization(organizationId, work);
      if (count === at) throw new ProcessEnded();
      return result;
    },
  };
}

export class ProcessEnded extends Error {}

/** The owner of the world signs in, as a browser would. */
export async function signIn({ provider, pressConsent }: ContractWorld): Promise<SignedIn> {
  const redirectUri = 'http://127.0.0.1:4321/callback';
  const codeVerifier = 'v'.repeat(43);
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const url = await provider.signIn.authorizationUrl({
    redirectUri,
    codeChallenge,
    state: 'state',
    loginHint: owner,
  });
  const back = await pressConsent(url, owner, 'allow');
  const code = back.searchParams.get('code') ?? '';
  return unwrap(await provider.signIn.redeem({ code, redirectUri, codeVerifier }));
}

export const providerNames: readonly CalendarProvider['name'][] = ['google', 'microsoft'];

/** Subscriptions to the owner's calendar that stand at the provider. */
export function subscriptionsAt({ sandbox, provider }: ContractWorld): readonly string[] {
  const name = provider.name === 'google' ? 'google-channels' : 'graph-subscriptions';
  const table = sandbox.parts.tables.table<{ readonly id: string; readonly stopped?: boolean }>(name);
  return [...table.values()].filter(({ stopped }) => stopped !== true).map(({ id }) => id);
}
