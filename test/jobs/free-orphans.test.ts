import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { handlersWith, type JobWorld, openEmbeddedWorld, until } from './job-world.ts';

const FEW = { concurrency: 5 };

describe('jobs that a killed process left as running', () => {
  let world: JobWorld;
  beforeAll(async () => {
    world = await openEmbeddedWorld();
  });
  afterEach(() => world.reset());
  afterAll(() => world.close());

  const leave = (output: string): Promise<unknown> =>
    world.run(`insert into pgboss.job (name, data, state, started_on, heartbeat_on, heartbeat_seconds, retry_limit,
        retry_delay, retry_backoff, retry_delay_max, output)
      values ('act', '{"kind":"act","organizationId":"o","effectId":"e","group":"g"}', 'active', now(), now(), 10, 320,
        1, true, 300, '${output}')`);

  it('run again at once after the third time, and know of all of them', async () => {
    await leave('{"thrown":2,"killed":2,"why":"x"}');
    const jobs = await world.start();
    const handled = Promise.withResolvers<void>();
    await jobs.work(
      handlersWith({
        act: async () => {
          handled.resolve();
          throw new Error('third');
        },
      }),
      FEW,
    );
    await handled.promise;
    await until(() => world.said.includes('job.failed'));
    await until(async () => (await world.run(`select 1 from pgboss.job where state = 'retry'`)).length === 1);
    const [row] = await world.run("select output, retry_count from pgboss.job where name = 'act'");
    expect(row).toEqual({ output: { thrown: 3, killed: 3, why: 'Error: third' }, retry_count: 1 });
  });

  it('wait for the backoff after the fourth', async () => {
    await leave('{"thrown":0,"killed":3,"why":"x"}');
    const jobs = await world.start();
    await jobs.work(handlersWith({}), FEW);
    expect(world.said).toContain('jobs.freed');
    const act = (await jobs.desk.figures()).find(({ kind }) => kind === 'act');
    expect(act).toMatchObject({ delayed: 1, active: 0, waiting: 0 });
  });
});
