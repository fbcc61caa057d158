import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ENGINES } from './engines.ts';
import { actOf, type JobWorld, pullOf } from './job-world.ts';

describe.each(ENGINES)('sending jobs on %s', (_, createEngine) => {
  const engine = createEngine();
  let world: JobWorld;
  beforeAll(async () => {
    world = await engine.open();
  });
  afterEach(() => world.reset());
  afterAll(async () => {
    await world.close();
    await engine.close();
  });

  const waiting = async (): Promise<unknown[]> =>
    (await world.run("select data from pgboss.job where state = 'created' order by data::text")).map(
      (row) => row.data,
    );

  it('makes a job exist when the transaction commits, and not before', async () => {
    const jobs = await world.start();
    await world.db.transaction().execute(async (trx) => {
      await jobs.enqueue(trx, [actOf('e1')]);
      if (world.backend.kind === 'postgres') {
        expect(await waiting()).toEqual([]);
      }
    });
    expect(await waiting()).toEqual([actOf('e1')]);
  });

  it('leaves no job behind when the transaction rolls back', async () => {
    const jobs = await world.start();
    const failing = world.db.transaction().execute(async (trx) => {
      await jobs.enqueue(trx, [actOf('e1')]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await waiting()).toEqual([]);
  });

  // On PGlite a look-up of a queue from inside would wait for the transaction that waits for it.
  it('sends the first job of every queue from inside a transaction', async () => {
    const jobs = await world.start();
    await world.db.transaction().execute(async (trx) => {
      await jobs.enqueue(trx, [pullOf('m')]);
      await jobs.enqueue(trx, [actOf('e')]);
      await jobs.enqueue(trx, [{ kind: 'deadline', organizationId: 'o', deadlineId: 'd' }]);
      await jobs.enqueue(trx, [{ kind: 'subscribe', organizationId: 'o', mailboxId: 'm' }]);
      await jobs.enqueue(trx, [{ kind: 'offboard', organizationId: 'o', mailboxId: 'm' }]);
    });
    expect(await waiting()).toHaveLength(5);
  });

  it('lets a hundred transactions at once end, each with its job', async () => {
    const jobs = await world.start();
    const names = Array.from({ length: 100 }, (_each, index) => `e${index}`);
    await Promise.all(names.map((name) => world.send(jobs, actOf(name))));
    expect(await waiting()).toHaveLength(100);
  });

  it('keeps one waiting pull for a mailbox, and one for each other', async () => {
    const jobs = await world.start();
    await world.send(jobs, pullOf('m1'));
    await world.send(jobs, pullOf('m1'));
    await world.send(jobs, pullOf('m2'));
    await world.db.transaction().execute(async (trx) => {
      await jobs.enqueue(trx, [pullOf('m2')]);
      await jobs.enqueue(trx, [pullOf('m3')]);
    });
    expect(await waiting()).toEqual([pullOf('m1'), pullOf('m2'), pullOf('m3')]);
  });

  it.each(['pull', 'subscribe', 'offboard'] as const)(
    'sends no second %s while one waits for its next try, but one beside a running one',
    async (kind) => {
      const jobs = await world.start();
      const job = { kind, organizationId: 'o', mailboxId: 'm' } as const;
      const states = async (): Promise<unknown[]> =>
        (await world.run('select state from pgboss.job order by state')).map(({ state }) => state);
      await world.send(jobs, job);
      await world.run(`update pgboss.job set state = 'retry', start_after = now() + interval '1 hour'`);
      await world.send(jobs, job);
      expect(await states()).toEqual(['retry']);
      await world.run(`update pgboss.job set state = 'active'`);
      await world.send(jobs, job);
      await world.send(jobs, job);
      expect(await states()).toEqual(['created', 'active']);
      await world.send(jobs, { ...job, mailboxId: 'm2' });
      expect(await states()).toEqual(['created', 'created', 'active']);
    },
  );

  it.each(['created', 'retry'])(
    'keeps workers from a pull (%s) that a transaction counts on',
    async (state) => {
      if (world.backend.kind === 'embedded') return;
      const jobs = await world.start();
      await world.send(jobs, pullOf('m'));
      await world.run(`update pgboss.job set state = '${state}'`);
      const free = (): Promise<unknown[]> =>
        world.db
          .transaction()
          .execute(
            async (trx) =>
              (await sql`select id from pgboss.job where name = 'pull' for update skip locked`.execute(trx))
                .rows,
          );
      expect(await free()).toHaveLength(1);
      await world.db.transaction().execute(async (trx) => {
        await jobs.enqueue(trx, [pullOf('m')]);
        await world.send(jobs, pullOf('m'));
        expect(await free()).toEqual([]);
      });
      expect(await free()).toHaveLength(1);
    },
  );

  it('leaves out what waits already in the same words, where it is asked to', async () => {
    const jobs = await world.start();
    for (const name of ['first', 'next', 'running', 'done']) await world.send(jobs, actOf(name));
    const set = (state: string, name: string) =>
      world.run(`update pgboss.job set state = '${state}' where data ->> 'effectId' = '${name}'`);
    await set('retry', 'next');
    await set('active', 'running');
    await set('completed', 'done');
    const names = ['new', 'first', 'next', 'running', 'done'];
    await world.db.transaction().execute((trx) =>
      jobs.enqueue(
        trx,
        names.map((name) => actOf(name)),
        { unlessWaiting: true },
      ),
    );
    expect(await waiting()).toEqual(['done', 'first', 'new', 'running'].map((name) => actOf(name)));
    await world.send(jobs, { ...actOf('first'), organizationId: 'other' }, { unlessWaiting: true });
    await world.send(jobs, actOf('first'));
    expect(await waiting()).toHaveLength(6);
  });

  it('sends several at once, but none that waits for its first run or its next try', async () => {
    const jobs = await world.start();
    for (const name of ['first', 'next', 'running']) await world.send(jobs, pullOf(name));
    await world.run(`update pgboss.job set state = 'retry' where singleton_key = 'next'`);
    await world.run(`update pgboss.job set state = 'active' where singleton_key = 'running'`);
    await world.db.transaction().execute(async (trx) => {
      const names = ['first', 'new', 'new', 'next', 'running'];
      await jobs.enqueue(trx, [...names.map(pullOf), actOf('e1'), actOf('e1')]);
    });
    expect(await waiting()).toEqual([
      actOf('e1'),
      actOf('e1'),
      pullOf('first'),
      pullOf('new'),
      pullOf('running'),
    ]);
    const [others] = await world.run(`select count(*)::int as n from pgboss.job where state <> 'created'`);
    expect(others).toEqual({ n: 2 });
    const groups = await world.run(
      `select distinct group_id from pgboss.job where state = 'created' order by 1`,
    );
    expect(groups.map((row) => row.group_id)).toEqual(['e1', 'first', 'new', 'running']);
  });

  it('counts a job for later as delayed, and keeps its moment', async () => {
    const jobs = await world.start();
    const startAfterMs = Date.UTC(2099, 0, 1, 12);
    await world.send(jobs, { kind: 'deadline', organizationId: 'o', deadlineId: 'd' }, { startAfterMs });
    const figures = await jobs.desk.figures();
    expect(figures.find(({ kind }) => kind === 'deadline')).toEqual({
      kind: 'deadline',
      waiting: 0,
      delayed: 1,
      active: 0,
      dead: 0,
      oldestMs: null,
    });
    const [row] = await world.run('select start_after, keep_until from pgboss.job');
    expect(row?.start_after).toEqual(new Date(startAfterMs));
    expect(row?.keep_until).toEqual(new Date(Date.UTC(2099, 0, 31, 12)));
  });

  it('sends in the name of the role that the transaction took', async () => {
    const jobs = await world.start();
    await world.run(`do $$ begin
      if not exists (select from pg_roles where rolname = 'jobs_sender') then create role jobs_sender nologin; end if;
    end $$`);
    await world.run('grant usage on schema pgboss to jobs_sender');
    await world.run('grant select, insert, update on all tables in schema pgboss to jobs_sender');
    await world.db.transaction().execute(async (trx) => {
      await sql`set local role jobs_sender`.execute(trx);
      await jobs.enqueue(trx, [pullOf('m')]);
    });
    expect(await waiting()).toEqual([pullOf('m')]);
  });

  it('says what to do where the queues are missing', async () => {
    await world.run('alter schema pgboss rename to elsewhere');
    try {
      await expect(world.start()).rejects.toThrow(/meeting-gatekeeper migrate/);
    } finally {
      await world.run('alter schema elsewhere rename to pgboss');
    }
  });
});
