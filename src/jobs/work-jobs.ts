import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { JobKind } from '../app/ports/jobs.ts';
import type { Log } from '../app/ports/surroundings.ts';
import { JOB_KINDS, QUEUES, SWEEP_QUEUE } from './queues.ts';
import { type JobHandler, type JobHandlers, type KindHandlers, runBatch } from './run-batch.ts';

/** Jobs that one worker takes at once: fewer statements for each, while no batch is as slow as many jobs. */
const BATCH = 5;

const POLLING = {
  // The least that pg-boss takes, while notifications cannot be had.
  pollingIntervalSeconds: 0.5,
  // Notifications wake workers; what a delay or a retry makes due is found by looking.
  notifyPollingIntervalSeconds: 1,
  burstWhenBatchFull: true,
};

/** Lets the workers of an instance run until it is stopped. */
export async function workJobs(
  boss: PgBoss,
  log: Log,
  handlers: JobHandlers,
  concurrency: number,
): Promise<void> {
  for (const kind of JOB_KINDS) {
    const atOnce = QUEUES[kind].busy ? concurrency : Math.ceil(concurrency / 4);
    const workers = Math.ceil(atOnce / BATCH);
    for (let worker = 0; worker < workers; worker += 1) {
      await startWorker(boss, log, kind, handlers, Math.ceil(atOnce / workers));
    }
  }
  await boss.work(SWEEP_QUEUE, POLLING, async () => {
    try {
      await handlers.sweep();
    } catch (error) {
      log.error('sweep.failed', { error: error instanceof Error ? error : String(error) });
    }
  });
  await boss.schedule(SWEEP_QUEUE, '* * * * *');
  // What was forgotten while nothing ran need not wait for the next minute.
  await boss.send(SWEEP_QUEUE);
}

async function startWorker<Kind extends JobKind>(
  boss: PgBoss,
  log: Log,
  kind: Kind,
  handlers: KindHandlers,
  batchSize: number,
): Promise<void> {
  const options = {
    ...POLLING,
    batchSize,
    includeMetadata: true,
    perJobResults: true,
    groupConcurrency: 1,
    // Two may be missed before the job counts as lost.
    heartbeatRefreshSeconds: 3,
  } as const;
  const handler: JobHandler<Kind> = handlers[kind];
  const id = await boss.work(kind, options, async (rows: JobWithMetadata<object>[]) => {
    const settlements = await runBatch({ boss, log, kind, handler }, rows);
    // Jobs of these groups may have waited for this batch, and nobody notifies of that: look again at once.
    boss.notifyWorker(id);
    return settlements;
  });
}
