import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { createStore } from '../../src/store/create-store.ts';
import { migrate, pendingMigrations } from '../../src/store/migrate.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { testKeyring } from '../support/test-store.ts';
import { mailboxRecord } from './records.ts';

const all = [
  ...['0001-roles', '0002-mailboxes', '0003-meetings', '0004-cases', '0005-offers', '0006-upkeep'],
  ...['0007-people', '0008-audit', '0009-policy-file', '0010-inbox', '0011-link-use'],
  '0012-earlier-policies',
];

describe('migrations of the embedded database', () => {
  it('are all pending in an empty one, are run once, and may be run again', async () => {
    const database = await openDatabase({ kind: 'embedded', folder: null });
    expect(await pendingMigrations(database)).toEqual(all);
    await migrate(database);
    expect(await pendingMigrations(database)).toEqual([]);
    await worksIn(database);
    await migrate(database);
    const rows = await sql<{ readonly count: number }>`select count(*) from gatekeeper.mailboxes`.execute(
      database.kysely,
    );
    expect(rows.rows).toEqual([{ count: 1 }]);
    await database.close();
  });
});

describe('migrations of a server', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startTestPostgres();
  });
  afterAll(() => server?.close());

  it('are run once where four processes start together, in two databases of one server', async () => {
    const urls = [await server.createDatabase(), await server.createDatabase()];
    const databases = await Promise.all(
      [...urls, ...urls, ...urls, ...urls].map((url) => openDatabase({ kind: 'postgres', url, poolSize: 2 })),
    );
    await Promise.all(databases.map(migrate));
    for (const database of databases.slice(0, 2)) {
      expect(await pendingMigrations(database)).toEqual([]);
      await worksIn(database);
    }
    await Promise.all(databases.map((database) => database.close()));
  });

  it('leave statistics of tables that hold something, and none of empty ones', async () => {
    const database = await openDatabase({ kind: 'postgres', url: await server.createDatabase() });
    await migrate(database);
    await worksIn(database);
    await migrate(database);
    // -1 is unknown; a plan for a table that is known to be empty scans it, and is kept while it fills.
    const { rows } = await sql<{ readonly relname: string; readonly reltuples: number }>`
      select relname, reltuples from pg_class
      where relnamespace = 'gatekeeper'::regnamespace and relname in ('mailboxes', 'meetings', 'inbox')
      order by relname`.execute(database.kysely);
    expect(rows).toEqual([
      { relname: 'inbox', reltuples: -1 },
      { relname: 'mailboxes', reltuples: 1 },
      { relname: 'meetings', reltuples: -1 },
    ]);
    await database.close();
  });

  it('need no superuser, only an owner of the database who may make roles or has them', async () => {
    const url = await server.createDatabase();
    await server.run('create role gate login');
    await server.run(`alter database ${new URL(url).pathname.slice(1)} owner to gate`);
    const database = await openDatabase({ kind: 'postgres', url: url.replace('postgres@', 'gate@') });
    await expect(migrate(database)).rejects.toMatchObject({
      message: 'The role gatekeeper_app is missing or not granted to gate',
      hint: 'As a superuser: create role gatekeeper_app nologin; grant gatekeeper_app to gate;',
    });
    await server.run('grant gatekeeper_app, gatekeeper_directory to gate');
    await migrate(database);
    await worksIn(database);
    // The owner is bound as well.
    const rows = await sql`select * from gatekeeper.mailboxes`.execute(database.kysely);
    expect(rows.rows).toEqual([]);
    await database.close();
  });

  it('make the roles themselves where the owner may make roles', async () => {
    const own = await startTestPostgres();
    try {
      await own.run('create role gate login createrole');
      const url = await own.createDatabase();
      await own.run('alter database test_1 owner to gate');
      const database = await openDatabase({ kind: 'postgres', url: url.replace('postgres@', 'gate@') });
      await migrate(database);
      await worksIn(database);
      await database.close();
    } finally {
      await own.close();
    }
  });
});

async function worksIn(database: Database): Promise<void> {
  const store = createStore({ database, keyring: testKeyring, enqueue: async () => {} });
  await store.directory.createOrganization({ id: 'o', name: 'One', createdMs: 0 });
  await store.inOrganization('o', (tx) => tx.mailboxes.add(mailboxRecord({ id: 'm' })));
  expect(await store.directory.organizations()).toEqual([{ id: 'o', name: 'One' }]);
}
