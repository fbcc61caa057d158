import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from '@jest/globals';
import type { JobResult } from '../../src/app/ports/jobs.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { actOf, handlersWith, openJobWorld, pullOf, until } from './job-world.ts';

const DONE: JobResult = { kind: 'done' };
const HEARTBEAT_MS = 10_000;

function startChild(...argv: string[]): ChildProcess {
  const script = fileURLToPath(new URL('./worker-child.ts', import.meta.url));
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...argv], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Waits until the child has begun a job, then ends it as a crash of the machine would. */
async function killAtWork(child: ChildProcess): Promise<string> {
  const [begun] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  return begun.toString().trim();
}

describe('a killed worker', () => {
  it('leaves no job behind in the embedded database: the next process takes it at once', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gatekeeper-jobs-'));
    try {
      expect(await killAtWork(startChild('embedded', folder))).toBe('own');
      const world = await openJobWorld({ kind: 'embedded', pglite: await PGlite.create(folder) });
      expect(await world.run(`select state from pgboss.job where name = 'act'`)).toEqual([
        { state: 'active' },
      ]);
      const jobs = await world.start();
      const seen: string[] = [];
      const before = performance.now();
      await jobs.work(
        handlersWith({
          act: async ({ effectId }) => {
            seen.push(effectId);
            return DONE;
          },
        }),
        { concurrency: 5 },
      );
      await until(() => seen.length === 1);
      expect(seen).toEqual(['own']);
      expect(performance.now() - before).toBeLessThan(HEARTBEAT_MS / 2);
      await world.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('loses its job on PostgreSQL when the heartbeat has run out, to another process', async () => {
    const server = await startTestPostgres();
    const url = await server.createDatabase();
    const world = await openJobWorld({ kind: 'postgres', url });
    const child = startChild('postgres', url);
    const jobs = await world.start();
    await world.send(jobs, actOf('e1'));
    expect(await killAtWork(child)).toBe('e1');
    const killed = performance.now();
    let taken = 0;
    await jobs.work(
      handlersWith({
        act: async () => {
          taken = performance.now();
          return DONE;
        },
      }),
      { concurrency: 5 },
    );
    await until(() => taken > 0);
    // Heartbeat, a round of supervision, a second of backoff, a second until somebody looks.
    expect(taken - killed).toBeLessThan(HEARTBEAT_MS + 10_000);
    expect(taken - killed).toBeGreaterThan(HEARTBEAT_MS / 2);
    await world.close();
    await server.close();
  });
});

describe('a database that is killed and comes back', () => {
  it('loses no job, and ends no process', async () => {
    const server = await startTestPostgres();
    // The server of the tests forgets what it has just committed unless a session asks for better.
    const url = `${await server.createDatabase()}?options=-c%20synchronous_commit%3Don`;
    const world = await openJobWorld({ kind: 'postgres', url });
    const jobs = await world.start();
    const seen = new Set<string>();
    const held = Promise.withResolvers<void>();
    await jobs.work(
      handlersWith({
        act: async ({ effectId }) => {
          if (effectId === 'running') {
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
    await server.close();
  });

  it('does not keep a process from stopping while it is away', async () => {
    const server = await startTestPostgres();
    const world = await openJobWorld({ kind: 'postgres', url: await server.createDatabase() });
    const jobs = await world.start();
    await jobs.work(handlersWith({}), { concurrency: 5 });
    await server.kill();
    const before = performance.now();
    await jobs.stop({ graceMs: 1000 });
    expect(performance.now() - before).toBeLessThan(6000);
    await world.close();
    await server.close();
  });
});
