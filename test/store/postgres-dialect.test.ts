import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import { openingWith } from '../../src/store/postgres-dialect.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { startSilentProxy } from '../support/silent-proxy.ts';

describe('connections to a server', () => {
  let server: TestPostgres;
  let database: Database;
  beforeAll(async () => {
    server = await startTestPostgres();
    database = await openDatabase({ kind: 'postgres', url: await server.createDatabase(), poolSize: 1 });
    await sql`create table numbers (value integer)`.execute(database.kysely);
  });
  afterAll(async () => {
    await database?.close();
    await server?.close();
  });

  const settingOf = async (db: Database['kysely'], name: string) => {
    const { rows } = await sql<{
      value: string | null;
    }>`select current_setting(${name}, true) as value`.execute(db);
    return rows[0]?.value ?? '';
  };

  it('begin a transaction with what was asked for, which ends with it', async () => {
    const begin = () => database.kysely.transaction().execute((trx) => settingOf(trx, 'gate.who'));
    expect(await openingWith(`select set_config('gate.who', 'me', true)`, begin)).toBe('me');
    expect(await begin()).toBe('');
    expect(await settingOf(database.kysely, 'gate.who')).toBe('');
  });

  it('roll back what a transaction with an opening wrote', async () => {
    const failing = openingWith('select 1', () =>
      database.kysely.transaction().execute(async (trx) => {
        await sql`insert into numbers values (${1})`.execute(trx);
        throw new Error('changed our mind');
      }),
    );
    await expect(failing).rejects.toThrow('changed our mind');
    const { rows } = await sql`select value from numbers`.execute(database.kysely);
    expect(rows).toEqual([]);
  });

  it('run nothing where the opening fails', async () => {
    let ran = false;
    const failing = openingWith('select 1 / 0', () =>
      database.kysely.transaction().execute(async () => {
        ran = true;
      }),
    );
    await expect(failing).rejects.toThrow('division by zero');
    expect(ran).toBe(false);
    expect(await settingOf(database.kysely, 'server_version_num')).toMatch(/^\d+$/);
  });

  it('prepare a statement once, and none that comes with a long list', async () => {
    for (const value of [1, 2, 3]) await sql`select ${value}::integer as once`.execute(database.kysely);
    const many = sql.join(Array.from({ length: 40 }, (_, index) => index));
    await sql`select 1 where 1 in (${many})`.execute(database.kysely);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      database.kysely,
    );
    const own = rows.filter(({ statement }) => statement.includes('as once'));
    expect(own).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('where 1 in');
  });

  it('end where the network swallows everything, and a new one serves the next', async () => {
    const url = await server.createDatabase();
    const proxy = await startSilentProxy(Number(new URL(url).port));
    const place = { kind: 'postgres', url: proxy.urlOf(url), poolSize: 1, silentMs: 500 } as const;
    const far = await openDatabase(place);
    const lost = far.kysely.transaction().execute(async (trx) => {
      await settingOf(trx, 'gate.who');
      expect(proxy.swallow()).toBe(1);
      await settingOf(trx, 'gate.who');
    });
    await expect(lost).rejects.toThrow('connection');
    expect(await settingOf(far.kysely, 'server_version_num')).toMatch(/^\d+$/);
    await far.close();
    await proxy.close();
  });

  it('last through a statement of any length where nobody set a limit', async () => {
    const patient = await openDatabase({
      kind: 'postgres',
      url: await server.createDatabase(),
      poolSize: 1,
      silentMs: null,
    });
    const impatient = await openDatabase({
      kind: 'postgres',
      url: await server.createDatabase(),
      poolSize: 1,
      silentMs: 300,
    });
    const sleep = ({ kysely }: Database) => sql`select pg_sleep(1)`.execute(kysely);
    await Promise.all([
      expect(sleep(patient)).resolves.toBeDefined(),
      expect(sleep(impatient)).rejects.toThrow('says nothing any more'),
    ]);
    await patient.close();
    await impatient.close();
  });
});
