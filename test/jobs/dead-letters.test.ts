import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobDesk, JobResult } from '../../src/app/ports/jobs.ts';
import { ENGINES } from './engines.ts';
import { actOf, handlersWith, type JobWorld, pullOf, until } from './job-world.ts';

const MANY = { concurrency: 20 };
const DONE: JobResult = { kind: 'done' };

async function deadOf(desk: JobDesk): Promise<number> {
  return (await desk.figures()).reduce((sum, { dead }) => sum + dead, 0);
}

describe.each(ENGINES)('dead letters on %s', (_, createEngine) => {
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

  it('shows a job that threw for the twelfth time, with the cause', async () => {
    const jobs = await world.start();
    await world.send(jobs, actOf('e1'));
    await world.run(`update pgboss.job set output = '{"thrown":11}', retry_count = 11`);
    await jobs.work(
      handlersWith({
        act: async () => {
          throw Object.assign(new Error('no such effect'), { code: 'E_GONE' });
        },
      }),
      MANY,
    );
    await until(async () => (await deadOf(jobs.desk)) === 1);
    expect(await jobs.desk.deadLetters('pull')).toEqual([]);
    expect(await jobs.desk.deadLetters('act')).toEqual([
      {
        id: expect.any(String),
        job: actOf('e1'),
        failedMs: expect.any(Number),
        attempts: 12,
        why: 'Error: no such effect (E_GONE)',
      },
    ]);
    expect(world.said).toContain('job.deadletter');
  });

  it('gives up after a day of being told to come again', async () => {
    const jobs = await world.start();
    await world.send(jobs, actOf('young'));
    await world.send(jobs, actOf('old'));
    await world.run(
      `update pgboss.job set created_on = now() - interval '24 hours 1 second' where data->>'effectId' = 'old'`,
    );
    const told: JobResult = { kind: 'again', afterMs: null, why: 'quota' };
    await jobs.work(handlersWith({ act: async () => told }), MANY);
    await until(async () => (await deadOf(jobs.desk)) === 1);
    expect(await jobs.desk.deadLetters()).toMatchObject([{ job: actOf('old'), why: 'quota' }]);
  });

  it.each([
    ['{"value":{"message":"job heartbeat timeout"}}', 'job heartbeat timeout'],
    ['{"value":"pg-boss shut down while active"}', 'pg-boss shut down while active'],
    ['{"name":"Error","message":"handler execution exceeded 900s"}', 'handler execution exceeded 900s'],
    ['null', 'no reason was kept'],
  ])('repeats what pg-boss says of an attempt: %s', async (output, why) => {
    const jobs = await world.start();
    await world.run(`insert into pgboss.job (name, data, source_name, source_output, source_retry_count)
      values ('pull-dead', '{"organizationId":"o","mailboxId":"m"}', 'pull', '${output}', 319)`);
    expect(await jobs.desk.deadLetters()).toMatchObject([{ job: pullOf('m'), attempts: 320, why }]);
  });

  it('sets aside a row that cannot be read, and works on', async () => {
    const jobs = await world.start();
    await world.send(jobs, actOf('edited'));
    await world.run(`update pgboss.job set data = '{"kind":"act","organizationId":"o","effectId":5}'`);
    await world.send(jobs, actOf('sound'));
    const seen: string[] = [];
    await jobs.work(
      handlersWith({
        act: async ({ effectId }) => {
          seen.push(effectId);
          return DONE;
        },
      }),
      MANY,
    );
    await until(async () => (await deadOf(jobs.desk)) === 1 && seen.length === 1);
    expect(seen).toEqual(['sound']);
    expect(await jobs.desk.deadLetters()).toMatchObject([
      {
        job: { kind: 'act', organizationId: 'o', effectId: '', group: '' },
        why: expect.stringContaining('effectId, group'),
      },
    ]);
  });

  it('puts back those that are named, then the rest, each into its queue', async () => {
    const jobs = await world.start();
    const down = new Set(['e1', 'e2', 'm1']);
    const seen: string[] = [];
    const run = async (name: string): Promise<JobResult> => {
      if (down.has(name)) {
        throw new Error('down');
      }
      seen.push(name);
      return DONE;
    };
    await world.send(jobs, actOf('e1'));
    await world.send(jobs, actOf('e2'));
    await world.send(jobs, pullOf('m1'));
    await world.run(`update pgboss.job set output = '{"thrown":11}'`);
    await jobs.work(
      handlersWith({ act: ({ effectId }) => run(effectId), pull: ({ mailboxId }) => run(mailboxId) }),
      MANY,
    );
    await until(async () => (await deadOf(jobs.desk)) === 3);
    down.clear();
    const first = (await jobs.desk.deadLetters('act')).find(
      ({ job }) => 'effectId' in job && job.effectId === 'e1',
    );
    expect(await jobs.desk.replay([])).toBe(0);
    expect(await jobs.desk.replay([first?.id ?? ''])).toBe(1);
    await until(() => seen.length === 1);
    expect(seen).toEqual(['e1']);
    expect(await jobs.desk.replay(null)).toBe(2);
    await until(() => seen.length === 3);
    expect(seen.toSorted()).toEqual(['e1', 'e2', 'm1']);
    expect(await jobs.desk.deadLetters()).toEqual([]);
  });

  it('does not put back a pull whose like waits already', async () => {
    const jobs = await world.start();
    await world.send(jobs, pullOf('m1'));
    await world.run(`update pgboss.job set data = '{}'`);
    const worker = await world.start();
    await worker.work(handlersWith({}), MANY);
    await until(async () => (await deadOf(jobs.desk)) === 1);
    await worker.stop();
    await world.send(jobs, pullOf('m1'));
    expect(await jobs.desk.replay(null)).toBe(0);
    const pulls = (await jobs.desk.figures()).find(({ kind }) => kind === 'pull');
    expect(pulls).toMatchObject({ waiting: 1, dead: 0 });
    expect(pulls?.oldestMs).toBeGreaterThanOrEqual(0);
  });
});
