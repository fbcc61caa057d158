import { randomUUID } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { sql } from 'kysely';
import type { GateDeps } from '../../../src/app/gate-deps.ts';
import type { Job } from '../../../src/app/ports/jobs.ts';
import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { MailboxRecord } from '../../../src/app/ports/store/mailboxes.ts';
import type { StoreTransaction } from '../../../src/app/ports/store/store.ts';
import type { Wording } from '../../../src/app/ports/wording.ts';
import { policyFor } from '../../../src/config/policy/join-levels.ts';
import { loadDefaultPolicy } from '../../../src/config/policy/load-default.ts';
import { nowMs, owner } from '../../contract/world.ts';
import { openTestStore, type TestStore } from '../../support/test-store.ts';
import { createMemoryLog, type LogLine } from './webhook-requests.ts';

/** The gate on a real store, with one mailbox that was connected this morning. Nothing runs by itself. */
export interface LiveGate {
  readonly deps: GateDeps;
  readonly clock: { ms: number; readonly nowMs: () => number };
  readonly organizationId: string;
  readonly mailboxId: string;
  readonly lines: readonly LogLine[];
  readonly inStore: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  readonly record: () => Promise<MailboxRecord>;
  /** From now on its grant cannot be decrypted. */
  readonly damageGrant: (mailboxId: string) => Promise<void>;
  /** Jobs that were sent since it was asked last. */
  readonly newJobs: () => Promise<readonly Job[]>;
  /** All of them with what was asked for besides. */
  readonly sentJobs: TestStore['sentJobs'];
}

/** One database for all tests of a file; each test has an organization of its own in it. */
let opened: Promise<TestStore> | null = null;

afterAll(async () => {
  await (await opened)?.close();
});

/** Nobody reads anything here. */
const silent: Wording = {
  answerComment: () => '',
  ownerMail: () => ({ subject: '', text: '', html: '' }),
  documentBlocks: () => [],
};

export async function openLiveGate(
  provider: CalendarProvider | null,
  change: Partial<MailboxRecord> = {},
  baseUrl: string | null = 'https://gate.example',
): Promise<LiveGate> {
  opened ??= openTestStore();
  const { store: shared, jobs, sentJobs, database } = await opened;
  const organizationId = randomUUID();
  const own = { id: organizationId, name: 'Kiln' };
  await shared.directory.createOrganization({ ...own, createdMs: nowMs });
  const store = { ...shared, directory: { ...shared.directory, organizations: async () => [own] } };
  const log = createMemoryLog();
  const clock = { ms: nowMs, nowMs: () => clock.ms };
  const mailboxId = randomUUID();
  const inStore: LiveGate['inStore'] = (work) => store.inOrganization(organizationId, work);
  const mailbox: MailboxRecord = {
    id: mailboxId,
    provider: provider?.name ?? 'google',
    address: owner,
    otherAddresses: ['o.owner@kiln.example'],
    grant: { kind: 'company' },
    state: 'active',
    observingUntilMs: null,
    connectedMs: nowMs,
    cursor: null,
    window: null,
    pulledMs: null,
    hours: { zone: 'Europe/Paris', workingHours: null },
    problem: null,
    forecast: null,
    ...change,
  };
  await inStore((tx) => tx.mailboxes.add(mailbox));
  let seen = 0;
  return {
    deps: {
      store,
      providers: { google: null, microsoft: null, ...(provider && { [provider.name]: provider }) },
      policies: { policyOf: async (_text, email) => policyFor(loadDefaultPolicy(), { email }) },
      clock,
      chance: { uuid: randomUUID, secret: randomUUID },
      log,
      words: silent,
      links: { linkTo: () => null, digestOf: (token) => token },
      baseUrl,
    },
    clock,
    organizationId,
    mailboxId,
    lines: log.lines,
    inStore,
    record: async () => {
      const found = await inStore((tx) => tx.mailboxes.find(mailboxId));
      if (found === null) throw new Error('the mailbox is gone');
      return found;
    },
    damageGrant: async (id) => {
      await sql`update gatekeeper.mailboxes set sealed_grant = 'v1.lost.AAAA' where id = ${id}`.execute(
        database.kysely,
      );
    },
    sentJobs,
    newJobs: async () => {
      const all = (await jobs()).filter((job) => job.organizationId === organizationId);
      const fresh = all.slice(seen);
      seen = all.length;
      return fresh;
    },
  };
}
