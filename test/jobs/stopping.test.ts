import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobResult } from '../../src/app/ports/jobs.ts';
import { ENGINES } from './engines.ts';
import { actOf, handlersWith, type JobWorld, pause, pullOf, until } from './job-world.ts';

const DONE: JobResult = { kind: 'done' };
const MANY = { concurrency: 20 };

describe.each(ENGINES)('stopping on %s', (_, createEngine) => {
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

  it('lets what runs come to its end, and begins nothing new', async () => {
    const jobs = await world.start();
    const seen: string[] = [];
    await jobs.work(
      handlersWith({
        act: async ({ effectId }) => {
          seen.push(`begin ${effectId}`);
          await pause(700);
          await world.send(jobs, pullOf('sent while stopping'));
          seen.push(`end ${effectId}`);
          return DONE;
        },
      }),
      MANY,
    );
    await world.send(jobs, actOf('e1'));
    await until(() => seen.length === 1);
    const stopping = jobs.stop();
    const sender = await world.start();
    await world.send(sender, actOf('e2'));
    await stopping;
    expect(seen).toEqual(['begin e1', 'end e1']);
    const states = await world.run(
      `select data->>'effectId' as name, state from pgboss.job where name = 'act'`,
    );
    expect(states).toEqual(
      expect.arrayContaining([
        { name: 'e1', state: 'completed' },
        { name: 'e2', state: 'created' },
      ]),
    );
    const pulls = (await sender.desk.figures()).find(({ kind }) => kind === 'pull');
    expect(pulls).toMatchObject({ waiting: 1 });
  });

  it('hands back what does not end in time, and another tries it', async () => {
    const jobs = await world.start();
    let begun = false;
    const endless = new Promise<JobResult>(() => undefined);
    await jobs.work(
      handlersWith({
        act: () => {
          begun = true;
          return endless;
        },
      }),
      MANY,
    );
    await world.send(jobs, actOf('e1'));
    await until(() => begun);
    const before = performance.now();
    await jobs.stop({ graceMs: 1000 });
    expect(performance.now() - before).toBeLessThan(10_000);
    const next = await world.start();
    let again = false;
    await next.work(
      handlersWith({
        act: async () => {
          again = true;
          return DONE;
        },
      }),
      MANY,
    );
    await until(() => again);
  });

  it('may be asked twice, and before there was any work', async () => {
    const jobs = await world.start();
    await jobs.stop();
    await jobs.stop();
    expect(world.said).toEqual([]);
  });
});
