import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Job, JobOptions, JobResult } from '../../src/app/ports/jobs.ts';
import type { Log } from '../../src/app/ports/surroundings.ts';
import type { JobBackend } from '../../src/jobs/boss.ts';
import { installJobs } from '../../src/jobs/install-jobs.ts';
import type { JobHandlers } from '../../src/jobs/run-batch.ts';
import { type JobSystem, startJobs } from '../../src/jobs/start-jobs.ts';
import { openEmbeddedDatabase } from '../support/embedded-database.ts';

/** A database with queues, and what tests do with it. */
export interface JobWorld {
  readonly backend: JobBackend;
  readonly db: Kysely<unknown>;
  /** Events of the log, in order. */
  readonly said: string[];
  start(): Promise<JobSystem>;
  /** Sends in a transaction of its own. */
  send(jobs: JobSystem, job: Job, options?: JobOptions): Promise<void>;
  /** Runs a statement on the rows of pg-boss. */
  run(statement: string): Promise<readonly Record<string, unknown>[]>;
  /** Stops what was started and removes all jobs: a database for each test would take seconds. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function openJobWorld(backend: JobBackend): Promise<JobWorld> {
  const said: string[] = [];
  const log = recordingLog(said);
  const db = new Kysely<unknown>({
    dialect:
      backend.kind === 'embedded'
        ? new PGliteDialect({ pglite: backend.pglite })
        : new PostgresDialect({ pool: quietPool(backend.url) }),
  });
  await installJobs(backend, log);
  const started: JobSystem[] = [];
  const stopAll = async (): Promise<void> => {
    await Promise.all(started.splice(0).map((jobs) => jobs.stop({ graceMs: 1000 })));
  };
  return {
    backend,
    db,
    said,
    start: async () => {
      const jobs = await startJobs({ backend, log });
      started.push(jobs);
      return jobs;
    },
    send: (jobs, job, options) => db.transaction().execute((trx) => jobs.enqueue(trx, [job], options)),
    run: async (statement) => (await sql.raw<Record<string, unknown>>(statement).execute(db)).rows,
    reset: async () => {
      await stopAll();
      await sql`delete from pgboss.job`.execute(db);
      await sql`delete from pgboss.schedule`.execute(db);
      said.length = 0;
    },
    close: async () => {
      await stopAll();
      // Closes the embedded database too.
      await db.destroy();
    },
  };
}

/** Begins with the tables of the store, because loading them is faster than making an empty database. */
export async function openEmbeddedWorld(): Promise<JobWorld> {
  const database = await openEmbeddedDatabase();
  return openJobWorld({ kind: 'embedded', pglite: database.pglite });
}

/** A server that is stopped ends the idle connections of a pool, which is no error of a test. */
function quietPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => undefined);
  return pool;
}

function recordingLog(said: string[]): Log {
  const say = (event: string): void => {
    said.push(event);
  };
  return { info: say, warn: say, error: say };
}

const done = async (): Promise<JobResult> => ({ kind: 'done' });

/** Handlers that do nothing, except for those that are given. */
export function handlersWith(some: Partial<JobHandlers>): JobHandlers {
  return {
    pull: done,
    act: done,
    deadline: done,
    subscribe: done,
    offboard: done,
    sweep: async () => undefined,
    ...some,
  };
}

export function actOf(effectId: string, group = effectId): Extract<Job, { kind: 'act' }> {
  return { kind: 'act', organizationId: 'o', effectId, group };
}

export function pullOf(mailboxId: string): Extract<Job, { kind: 'pull' }> {
  return { kind: 'pull', organizationId: 'o', mailboxId };
}

/** Waits until something holds. What never comes ends with the time limit of the test. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await pause(20);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
