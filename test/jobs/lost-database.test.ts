import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { JobResult } from '../../src/app/ports/jobs.ts';
import type { Log } from '../../src/app/ports/surroundings.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { endingWhereSilent } from '../../src/store/ending-where-silent.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { startSilentProxy } from '../support/silent-proxy.ts';
import { actOf, handlersWith, openJobWorld, pullOf, until } from './job-world.ts';

const DONE: JobResult = { kind: 'done' };
const ignore = () => undefined;
const quiet: Log = { info: ignore, warn: ignore, error: ignore };

describe('a database that is killed and comes back', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startTestPostgres();
  });
  afterAll(() => server.close());

  it('loses no job, and ends no process', async () => {
    // The server of the tests forgets what it has just committed unless a session asks for better.
    const url = `${await server.createDatabase()}?options=-c%20synchronous_commit%3Don`;
    const world = await openJobWorld({ kind: 'postgres', url });
    const jobs = await world.start();
    const seen = new Set<string>();
    const held = Promise.withResolvers<void>();
    let begun = false;
    await jobs.work(
      handlersWith({
        act: async ({ effectId }) => {
          if (effectId === 'running') {
            begun = true;
            await held.promise;
          }
          seen.add(effectId);
          return DONE;
        },
      }),
      { concurrency: 5 },
    );
    await world.send(jobs, actOf('running'));
    const soonMs = Date.now() + 2000;
    for (let index = 0; index < 20; index += 1) {
      await world.send(jobs, actOf(`e${index}`), { startAfterMs: soonMs });
    }
    await until(() => begun);
    await server.kill();
    held.resolve();
    await until(() => world.said.includes('jobs.database'));
    await expect(world.send(jobs, pullOf('m'))).rejects.toThrow();
    await server.start();
    await world.send(jobs, actOf('after'));
    await until(() => seen.size === 22);
    // What ran while nobody could note its end runs again, and is noted.
    await until(
      async () =>
        (await world.run(`select 1 from pgboss.job where name = 'act' and state <> 'completed'`)).length ===
        0,
    );
    expect(await jobs.desk.deadLetters()).toEqual([]);
    await world.close();
  });

  it('holds up no job where the network swallows what is said to it', async () => {
    const url = await server.createDatabase();
    const proxy = await startSilentProxy(Number(new URL(url).port));
    const near = await openJobWorld({ kind: 'postgres', url });
    const Client = endingWhereSilent(pg.Client, 500);
    const jobs = await startJobs({
      backend: { kind: 'postgres', url: proxy.urlOf(url), Client },
      log: quiet,
    });
    const seen: string[] = [];
    const act = async ({ effectId }: { readonly effectId: string }) => {
      seen.push(effectId);
      return DONE;
    };
    await jobs.work(handlersWith({ act }), { concurrency: 5 });
    await near.send(jobs, actOf('before'));
    await until(() => seen.includes('before'));
    const swallowed = proxy.swallow();
    expect(swallowed).toBeGreaterThan(1);
    await near.send(jobs, actOf('after'));
    await until(() => seen.includes('after'));
    await jobs.stop({ graceMs: 1000 });
    await near.close();
    await proxy.close();
  });

  it('does not keep a process from stopping while it is away', async () => {
    const world = await openJobWorld({ kind: 'postgres', url: await server.createDatabase() });
    const jobs = await world.start();
    await jobs.work(handlersWith({}), { concurrency: 5 });
    await server.kill();
    const before = performance.now();
    await jobs.stop({ graceMs: 1000 });
    expect(performance.now() - before).toBeLessThan(10_000);
    await world.close();
  });
});
