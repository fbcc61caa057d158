import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openEmbeddedDatabase } from '../support/embedded-database.ts';

describe('the embedded database as kysely uses it', () => {
  it('refuses a transaction that cannot begin, and works on when that is over', async () => {
    const { pglite, kysely } = await openEmbeddedDatabase();
    const seven = () => kysely.transaction().execute((trx) => sql<{ n: number }>`select 7 as n`.execute(trx));
    await pglite.exec('begin; select 1');
    await expect(pglite.exec('select 1 / 0')).rejects.toThrow('division by zero');
    const refused = await Promise.allSettled([seven(), seven()]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await pglite.exec('rollback');
    expect((await seven()).rows).toEqual([{ n: 7 }]);
    await kysely.destroy();
    expect(pglite.closed).toBe(true);
  });

  it('refuses transactions that wait while it is closed', async () => {
    const { kysely } = await openEmbeddedDatabase();
    await sql`select 1`.execute(kysely);
    const one = (n: number) => kysely.transaction().execute((trx) => sql`select ${n}::int`.execute(trx));
    const waiting = Array.from({ length: 20 }, (_, n) => one(n));
    const ended = Promise.allSettled(waiting);
    await kysely.destroy();
    const statuses = (await ended).map(({ status }) => status);
    expect(statuses).toContain('rejected');
    await expect(one(1)).rejects.toThrow();
  });

  it('rolls back what throws, and what fails at the commit', async () => {
    const { kysely } = await openEmbeddedDatabase();
    await sql`create table n (i int unique deferrable initially deferred)`.execute(kysely);
    const twice = kysely.transaction().execute(async (trx) => {
      await sql`insert into n values (1), (1)`.execute(trx);
    });
    await expect(twice).rejects.toThrow('duplicate key');
    const thrown = kysely.transaction().execute(async (trx) => {
      await sql`insert into n values (2)`.execute(trx);
      throw new Error('ours');
    });
    await expect(thrown).rejects.toThrow('ours');
    expect((await sql`select * from n`.execute(kysely)).rows).toEqual([]);
    await kysely.destroy();
  });
});
