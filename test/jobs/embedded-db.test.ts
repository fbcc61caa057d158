import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { embeddedDb } from '../../src/jobs/embedded-db.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../support/embedded-database.ts';

describe('the embedded database as pg-boss uses it', () => {
  let pglite: EmbeddedDatabase['pglite'];
  let kysely: Kysely<unknown>;
  beforeAll(async () => {
    ({ pglite, kysely } = await openEmbeddedDatabase());
    await pglite.exec('create table n (i int primary key)');
  });
  afterAll(() => pglite.close());

  const inTransaction = (i: number): Promise<unknown> =>
    kysely.transaction().execute((trx) => sql`insert into n values (${i})`.execute(trx));

  it('does not leave a failed transaction to whoever comes next', async () => {
    const db = embeddedDb(pglite);
    const failing = db.executeSql('BEGIN; insert into n values (1); select 1 / 0; COMMIT;');
    const waiting = [inTransaction(2), sql`insert into n values (3)`.execute(kysely), inTransaction(4)];
    await expect(failing).rejects.toThrow('division by zero');
    await Promise.all(waiting);
    const { rows } = await db.executeSql('select i from n order by i');
    expect(rows).toEqual([{ i: 2 }, { i: 3 }, { i: 4 }]);
  });

  it('commits a whole transaction and gives the rows of all its statements', async () => {
    const db = embeddedDb(pglite);
    const { rows } = await db.executeSql(`
      BEGIN;
      SET LOCAL lock_timeout = 30000;
      insert into n values (10) returning i;
      insert into n values (11) returning i;
      COMMIT;`);
    expect(rows.filter((row) => 'i' in row)).toEqual([{ i: 10 }, { i: 11 }]);
    await expect(inTransaction(11)).rejects.toThrow('duplicate key');
    expect((await db.executeSql('show lock_timeout')).rows).toEqual([{ lock_timeout: '0' }]);
  });

  it('runs what has parameters, and several statements without a transaction of their own', async () => {
    const db = embeddedDb(pglite);
    expect((await db.executeSql('select $1::int as i', [7])).rows).toEqual([{ i: 7 }]);
    expect((await db.executeSql('select 1 as a; select 2 as b')).rows).toEqual([{ a: 1 }, { b: 2 }]);
    await expect(db.executeSql('select $1::int / 0', [1])).rejects.toThrow('division by zero');
    await inTransaction(20);
  });
});
