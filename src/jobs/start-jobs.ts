import type { KyselyTransactionLike, PgBoss } from 'pg-boss';
import type { Job, JobDesk, JobOptions } from '../app/ports/jobs.ts';
import type { Log } from '../app/ports/surroundings.ts';
import { createBoss, type JobBackend } from './boss.ts';
import { enqueue } from './enqueue.ts';
import { forgetJobs } from './forget-jobs.ts';
import { freeOrphans } from './free-orphans.ts';
import { createJobDesk } from './job-desk.ts';
import { QUEUE_SETTINGS } from './queues.ts';
import type { JobHandlers } from './run-batch.ts';
import { workJobs } from './work-jobs.ts';

/** The jobs of one process: it sends them, and works on them where it was asked to. */
export interface JobSystem {
  /** Sends jobs within a transaction of kysely on the same database; they exist if and only if that commits. */
  enqueue(transaction: KyselyTransactionLike, jobs: readonly Job[], options?: JobOptions): Promise<void>;
  /** Removes all jobs, dead letters too, that name one of these mailboxes, cases, effects or deadlines. */
  forget(transaction: KyselyTransactionLike, ids: readonly string[]): Promise<void>;
  readonly desk: JobDesk;
  /** @param options.concurrency jobs of one kind that run at the same time here */
  work(handlers: JobHandlers, options: { readonly concurrency: number }): Promise<void>;
  /**
   * Takes no more jobs, gives running ones `graceMs` (a second at least), and hands the unfinished back to be tried
   * again. Always comes back, also where the database does not. Before the embedded database is closed.
   */
  stop(options?: { readonly graceMs?: number }): Promise<void>;
}

interface JobSystemOptions {
  readonly backend: JobBackend;
  readonly log: Log;
}

/** For handing back what did not end; beyond that the database does not answer, and the heartbeat does the same. */
const STOP_MARGIN_MS = 800;

/** Rounds in which lost heartbeats are found, and done jobs are deleted. */
const SUPERVISION = {
  supervise: true,
  superviseIntervalSeconds: 2,
  monitorIntervalSeconds: 2,
  maintenanceIntervalSeconds: 60,
};

/**
 * @throws Error where the queues are not installed, or the database cannot be reached
 */
export async function startJobs({ backend, log }: JobSystemOptions): Promise<JobSystem> {
  const sender = createBoss(backend, log, { max: 2 });
  await startSender(sender);
  const running: PgBoss[] = [sender];
  return {
    enqueue: (transaction, jobs, options) => enqueue(sender, transaction, jobs, options),
    forget: forgetJobs,
    desk: createJobDesk(sender),
    async work(handlers, { concurrency }) {
      const worker = createBoss(backend, log, {
        ...SUPERVISION,
        schedule: true,
        useListenNotify: true,
        max: 5,
      });
      running.push(worker);
      await worker.start();
      if (backend.kind === 'embedded') {
        const freed = await freeOrphans(worker);
        log.info('jobs.freed', { jobs: freed });
      }
      await workJobs(worker, log, handlers, concurrency);
    },
    async stop({ graceMs = 4000 } = {}) {
      const stopping = running.splice(0).map((boss) => boss.stop({ timeout: graceMs }));
      await within(graceMs + STOP_MARGIN_MS, Promise.all(stopping), log);
    },
  };
}

async function startSender(sender: PgBoss): Promise<void> {
  try {
    await sender.start();
    // A queue that is first looked up inside a transaction of the embedded database waits for that transaction, which
    // waits for it. So all are looked up now; pg-boss renews what it knows of them and never forgets one.
    for (const { name } of QUEUE_SETTINGS) {
      await sender.findJobs(name, { id: '00000000-0000-0000-0000-000000000000' });
    }
  } catch (cause) {
    await sender.stop({ graceful: false }).catch(() => undefined);
    throw new Error(
      'The job queues cannot be used: the database does not answer, or they are missing or of another version. Run `meeting-gatekeeper migrate` first.',
      { cause },
    );
  }
}

async function within(limitMs: number, stopping: Promise<unknown>, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs);
  });
  try {
    if ((await Promise.race([stopping, limit])) === 'late') {
      log.warn('jobs.stop.late', { limitMs });
    }
  } catch (error) {
    log.warn('jobs.stop.failed', { error: error instanceof Error ? error : String(error) });
  } finally {
    clearTimeout(timer);
  }
}
