import { afterAll, beforeAll } from '@jest/globals';
import { sql } from 'kysely';
import type { EraseDeps } from '../../../src/app/people/erase-person.ts';
import { createPolicyDesk } from '../../../src/config/policy/edit/create-policy-desk.ts';
import type { JobBackend } from '../../../src/jobs/boss.ts';
import { installJobs } from '../../../src/jobs/install-jobs.ts';
import { type JobSystem, startJobs } from '../../../src/jobs/start-jobs.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { grantJobs } from '../../../src/store/grant-jobs.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { type Database, openDatabase } from '../../../src/store/open-database.ts';
import { openWorld } from '../../contract/open-world.ts';
import type { ContractWorld } from '../../contract/world.ts';
import { openEmbeddedDatabase } from '../../support/embedded-database.ts';
import { startTestPostgres, type TestPostgres } from '../../support/postgres.ts';
import { testKeyring } from '../../support/test-store.ts';
import { type LiveGate, openGate } from '../effects/live-gate.ts';
import { createMemoryLog } from '../intake/webhook-requests.ts';

/** Two companies with people of the same names on one real database with real queues, and one log of it all. */
export interface TwoCompanies {
  readonly one: LiveGate;
  readonly other: LiveGate;
  readonly erasing: EraseDeps;
  readonly log: ReturnType<typeof createMemoryLog>;
  /** Every column of every row, by table: of one organization, or (`null`) of tables that belong to none. */
  readonly dump: (organizationId: string | null) => Promise<Readonly<Record<string, readonly string[]>>>;
  readonly run: (statement: string) => Promise<void>;
}

export function twoCompanies(engine: 'embedded' | 'postgres'): () => TwoCompanies {
  let companies: TwoCompanies;
  let jobs: JobSystem;
  let database: Database;
  let server: TestPostgres | null = null;
  const worlds: ContractWorld[] = [];
  beforeAll(async () => {
    const log = createMemoryLog();
    server = engine === 'postgres' ? await startTestPostgres() : null;
    const opened = await openTables(server);
    database = opened.database;
    const { backend } = opened;
    await installJobs(backend, log);
    await grantJobs(database);
    jobs = await startJobs({ backend, log });
    const parts = { database, keyring: testKeyring, enqueue: jobs.enqueue, forgetJobs: jobs.forget };
    const store = createStore(parts);
    const open = async () => {
      const world = await openWorld('google', {});
      worlds.push(world);
      return await openGate({ store }, world, 'enforce', log);
    };
    const one = await open();
    companies = {
      ...{ one, log, other: await open() },
      erasing: { ...one.deps, policyDesk: createPolicyDesk(), administrators: [], auditors: [] },
      dump: (organizationId) => dump(database, organizationId),
      run: async (statement) => void (await sql.raw(statement).execute(database.kysely)),
    };
  });
  afterAll(async () => {
    await jobs?.stop();
    await database?.close();
    await server?.close();
    await Promise.all(worlds.map(({ sandbox }) => sandbox.close()));
  });
  return () => companies;
}

async function openTables(
  server: TestPostgres | null,
): Promise<{ readonly database: Database; readonly backend: JobBackend }> {
  if (server === null) {
    const database = await openEmbeddedDatabase();
    return { database, backend: { kind: 'embedded', pglite: database.pglite } };
  }
  const url = await server.createDatabase();
  const database = await openDatabase({ kind: 'postgres', url });
  await migrate(database);
  return { database, backend: { kind: 'postgres', url } };
}

async function dump(
  { kysely }: Database,
  organizationId: string | null,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows: tables } = await sql<{ readonly name: string; readonly owned: boolean }>`
    select format('%I.%I', n.nspname, c.relname) as name, exists (select from pg_attribute a
      where a.attrelid = c.oid and a.attname = 'organization_id') as owned
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('gatekeeper', 'pgboss') and c.relkind in ('r', 'p') order by 1`.execute(kysely);
  const all: Record<string, readonly string[]> = {};
  for (const { name, owned } of tables.filter((table) => table.owned === (organizationId !== null))) {
    const where = owned ? sql`where organization_id = ${organizationId}` : sql``;
    const { rows } = await sql<{ readonly row: string }>`
      select t::text as row from ${sql.raw(name)} t ${where} order by 1`.execute(kysely);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
