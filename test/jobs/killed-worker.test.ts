import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from '@jest/globals';
import type { JobResult } from '../../src/app/ports/jobs.ts';
import { openEmbeddedDatabase } from '../support/embedded-database.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { actOf, handlersWith, openJobWorld, until } from './job-world.ts';

const DONE: JobResult = { kind: 'done' };
const HEARTBEAT_MS = 10_000;

function startChild(...argv: string[]): ChildProcess {
  const script = fileURLToPath(new URL('./worker-child.ts', import.meta.url));
  return spawn(
    process.execPath,
    ['--liftoff-only', '--disable-warning=ExperimentalWarning', script, ...argv],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
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
      await (await openEmbeddedDatabase(folder)).close();
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
      expect(world.said).toContain('jobs.freed');
      expect(performance.now() - before).toBeLessThan(HEARTBEAT_MS);
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
