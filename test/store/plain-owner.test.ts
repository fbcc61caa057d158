import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { installJobs } from '../../src/jobs/install-jobs.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { createStore } from '../../src/store/create-store.ts';
import { grantJobs } from '../../src/store/grant-jobs.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { createMemoryLog } from '../app/intake/webhook-requests.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { testKeyring } from '../support/test-store.ts';
import { mailboxRecord } from './records.ts';

const log = createMemoryLog();
let server: TestPostgres;
let url: string;

beforeAll(async () => {
  server = await startTestPostgres();
  await server.run('create role gate login createrole');
  url = (await server.createDatabase()).replace('postgres@', 'gate@');
  await server.run('alter database test_1 owner to gate');
});
afterAll(() => server?.close());

/** What the command `migrate` does. */
async function install(): Promise<void> {
  const database = await openDatabase({ kind: 'postgres', url, poolSize: 2 });
  try {
    await migrate(database);
    await installJobs({ kind: 'postgres', url }, log);
    await grantJobs(database);
  } finally {
    await database.close();
  }
}

it('an owner who is no superuser installs everything, from four processes at once and again, and works with it', async () => {
  await Promise.all([install(), install(), install(), install()]);
  await install();
  const database = await openDatabase({ kind: 'postgres', url });
  const jobs = await startJobs({ backend: { kind: 'postgres', url }, log });
  try {
    const store = createStore({ database, keyring: testKeyring, enqueue: jobs.enqueue });
    const [one, two] = [randomUUID(), randomUUID()];
    for (const organizationId of [one, two]) {
      await store.directory.createOrganization({ id: organizationId, name: 'One', createdMs: 0 });
      await store.inOrganization(organizationId, async (tx) => {
        await tx.mailboxes.add(mailboxRecord({ id: `mailbox of ${organizationId}` }));
        await tx.jobs.send({ kind: 'pull', organizationId, mailboxId: `mailbox of ${organizationId}` });
      });
    }
    const seen = await store.inOrganization(one, (tx) => tx.mailboxes.all());
    expect(seen.map(({ id }) => id)).toEqual([`mailbox of ${one}`]);
    expect((await jobs.desk.figures()).find(({ kind }) => kind === 'pull')).toMatchObject({ waiting: 2 });
    // Row-level security binds the owner too, as long as they take no role on.
    expect((await sql`select * from gatekeeper.mailboxes`.execute(database.kysely)).rows).toEqual([]);
  } finally {
    await jobs.stop({ graceMs: 1_000 });
    await database.close();
  }
});
