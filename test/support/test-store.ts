import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Job, JobOptions } from '../../src/app/ports/jobs.ts';
import type { Store } from '../../src/app/ports/store/store.ts';
import { createStore } from '../../src/store/create-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import type { Keyring } from '../../src/store/secrets.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';

export interface TestStore {
  readonly store: Store;
  readonly database: Database;
  readonly keyring: Keyring;
  /** An organization that exists already. */
  readonly organizationId: string;
  /** Jobs that were sent by transactions which committed, in order. */
  jobs(): Promise<readonly Job[]>;
  /** The same with what was asked for besides. */
  sentJobs(): Promise<readonly { readonly job: Job; readonly options: JobOptions }[]>;
  close(): Promise<void>;
}

export const testKeyring: Keyring = {
  current: 'test',
  keys: new Map([['test', new Uint8Array(32).fill(7)]]),
};

/**
 * A real store on a real database with nothing in it but one organization; no jobs run, they are only recorded.
 * The embedded engine is in memory; for `postgres` the address of an empty database is needed.
 */
export async function openTestStore(
  place: { readonly engine?: 'embedded' } | { readonly engine: 'postgres'; readonly url: string } = {},
): Promise<TestStore> {
  const database = await openTables(place);
  await prepareJobs(database);
  const store = createStore({ database, keyring: testKeyring, enqueue: recordJobs });
  const organizationId = randomUUID();
  await store.directory.createOrganization({ id: organizationId, name: 'Test', createdMs: 0 });
  const sentJobs = () => readJobs(database);
  return {
    store,
    database,
    keyring: testKeyring,
    organizationId,
    sentJobs,
    jobs: async () => (await sentJobs()).map(({ job }) => job),
    close: () => database.close(),
  };
}

async function openTables(place: Parameters<typeof openTestStore>[0]): Promise<Database> {
  if (place?.engine !== 'postgres') return await openEmbeddedDatabase();
  const database = await openDatabase({ kind: 'postgres', url: place.url });
  await migrate(database);
  return database;
}

/** In a table, so that a job of a transaction that is rolled back was never sent. */
async function prepareJobs({ kysely }: Database): Promise<void> {
  await sql`create table if not exists public.test_jobs (seq bigint generated always as identity, job json, options json)`.execute(
    kysely,
  );
  await sql`grant select, insert on public.test_jobs to gatekeeper_app`.execute(kysely);
}

async function recordJobs(
  trx: Transaction<unknown>,
  jobs: readonly Job[],
  options: JobOptions = {},
): Promise<void> {
  for (const job of jobs)
    await sql`insert into public.test_jobs (job, options) values (${JSON.stringify(job)}, ${JSON.stringify(options)})`.execute(
      trx,
    );
}

async function readJobs({ kysely }: Database) {
  const { rows } = await sql<{
    readonly job: Job;
    readonly options: JobOptions;
  }>`select job, options from public.test_jobs order by seq`.execute(kysely);
  return rows;
}
