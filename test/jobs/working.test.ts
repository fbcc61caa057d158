import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobResult } from '../../src/app/ports/jobs.ts';
import { ENGINES } from './engines.ts';
import { actOf, handlersWith, type JobWorld, pause, pullOf, until } from './job-world.ts';

const DONE: JobResult = { kind: 'done' };
const MANY = { concurrency: 20 };

describe.each(ENGINES)('working on jobs on %s', (_, createEngine) => {
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

  it('runs each job once, whether sent before or after the work began', async () => {
    const jobs = await world.start();
    const seen: string[] = [];
    await world.send(jobs, actOf('e0'));
    await jobs.work(
      handlersWith({
        act: async (job) => {
          seen.push(job.effectId);
          return DONE;
        },
      }),
      MANY,
    );
    const later = Array.from({ length: 60 }, (_each, index) => `e${index + 1}`);
    await Promise.all(later.map((name) => world.send(jobs, actOf(name))));
    await until(() => seen.length >= 61);
    await pause(100);
    expect(seen.toSorted()).toEqual(['e0', ...later].toSorted());
    expect(new Set(seen).size).toBe(61);
  });

  it('hands each kind to its handler', async () => {
    const jobs = await world.start();
    const seen: unknown[] = [];
    const note = async (job: unknown): Promise<JobResult> => {
      seen.push(job);
      return DONE;
    };
    await jobs.work(
      {
        pull: note,
        act: note,
        deadline: note,
        subscribe: note,
        offboard: note,
        sweep: async () => undefined,
      },
      MANY,
    );
    const sent = [
      actOf('e'),
      { kind: 'deadline', organizationId: 'o', deadlineId: 'd' },
      { kind: 'offboard', organizationId: 'o', mailboxId: 'm' },
      pullOf('m'),
      { kind: 'subscribe', organizationId: 'o', mailboxId: 'm' },
    ] as const;
    await Promise.all(sent.map((job) => world.send(jobs, job)));
    await until(() => seen.length === 5);
    expect(seen).toEqual(expect.arrayContaining([...sent]));
  });

  it('runs jobs of one group one after the other, and those of others meanwhile', async () => {
    const jobs = await world.start();
    const running = new Map<string, number>();
    let mostOfOne = 0;
    let mostOfAll = 0;
    let ended = 0;
    for (let index = 0; index < 24; index += 1) {
      await world.send(jobs, actOf(`e${index}`, `g${index % 4}`));
    }
    await jobs.work(
      handlersWith({
        act: async ({ group }) => {
          running.set(group, (running.get(group) ?? 0) + 1);
          mostOfOne = Math.max(mostOfOne, running.get(group) ?? 0);
          mostOfAll = Math.max(
            mostOfAll,
            [...running.values()].reduce((sum, each) => sum + each, 0),
          );
          await pause(15);
          running.set(group, (running.get(group) ?? 0) - 1);
          ended += 1;
          return DONE;
        },
      }),
      // One worker: what the database promises about groups is exact only between batches that do not race.
      { concurrency: 5 },
    );
    await until(() => ended === 24);
    expect(mostOfOne).toBe(1);
    expect(mostOfAll).toBeGreaterThan(1);
  });

  it('takes a new pull for a mailbox while one runs, and runs it after that', async () => {
    const jobs = await world.start();
    const order: string[] = [];
    const first = Promise.withResolvers<void>();
    await jobs.work(
      handlersWith({
        pull: async () => {
          const number = order.filter((step) => step.startsWith('begin')).length;
          order.push(`begin ${number}`);
          if (number === 0) {
            await first.promise;
          }
          order.push(`end ${number}`);
          return DONE;
        },
      }),
      MANY,
    );
    await world.send(jobs, pullOf('m'));
    await until(() => order.length === 1);
    await world.send(jobs, pullOf('m'));
    await world.send(jobs, pullOf('m'));
    await pause(200);
    expect(order).toEqual(['begin 0']);
    first.resolve();
    await until(() => order.length === 4);
    await pause(100);
    expect(order).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1']);
  });

  it('lets one that throws fail alone, and tries it again', async () => {
    const jobs = await world.start();
    const runs: string[] = [];
    for (const name of ['e1', 'bad', 'e2']) {
      await world.send(jobs, actOf(name));
    }
    await jobs.work(
      handlersWith({
        act: async ({ effectId }) => {
          runs.push(effectId);
          if (effectId === 'bad' && runs.filter((run) => run === 'bad').length === 1) {
            throw new Error('once');
          }
          return DONE;
        },
      }),
      MANY,
    );
    await until(() => runs.length === 4);
    await pause(100);
    expect(runs.toSorted()).toEqual(['bad', 'bad', 'e1', 'e2']);
    expect(world.said).toContain('job.failed');
  });

  it('waits at least as long as was asked before it tries again', async () => {
    const jobs = await world.start();
    const at: number[] = [];
    await jobs.work(
      handlersWith({
        act: async () => {
          at.push(performance.now());
          return at.length === 1 ? { kind: 'again', afterMs: 2000, why: 'rate limited' } : DONE;
        },
      }),
      MANY,
    );
    await world.send(jobs, actOf('e1'));
    await until(() => at.length === 2);
    const [first = 0, second = 0] = at;
    expect(second - first).toBeGreaterThanOrEqual(1900);
    expect(await jobs.desk.deadLetters()).toEqual([]);
  });

  it('sweeps when it starts, and survives a sweep that throws', async () => {
    const jobs = await world.start();
    let sweeps = 0;
    await jobs.work(
      handlersWith({
        sweep: async () => {
          sweeps += 1;
          throw new Error('sweep');
        },
      }),
      MANY,
    );
    await until(() => world.said.includes('sweep.failed'));
    expect(sweeps).toBe(1);
    const schedules = await world.run('select name, cron from pgboss.schedule');
    expect(schedules).toEqual([{ name: 'sweep', cron: '* * * * *' }]);
  });
});
