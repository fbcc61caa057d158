import type { JobResult as JobSettlement, JobWithMetadata, PgBoss } from 'pg-boss';
import type { JobKind, JobResult } from '../app/ports/jobs.ts';
import type { Log } from '../app/ports/surroundings.ts';
import { type Outcome, readTally, type Settlement, settle } from './attempts.ts';
import { type JobOf, readJob } from './job-data.ts';

export type JobHandler<Kind extends JobKind> = (job: JobOf<Kind>) => Promise<JobResult>;

/** What to do for each kind. Throwing is a surprise: tried again a few times, then a dead letter. */
export type KindHandlers = { readonly [Kind in JobKind]: JobHandler<Kind> };

export interface JobHandlers extends KindHandlers {
  readonly sweep: () => Promise<void>;
}

interface BatchDeps<Kind extends JobKind> {
  readonly boss: PgBoss;
  readonly log: Log;
  readonly kind: Kind;
  readonly handler: JobHandler<Kind>;
}

/** Runs the jobs of a batch side by side. None of them can fail another. */
export async function runBatch<Kind extends JobKind>(
  deps: BatchDeps<Kind>,
  rows: readonly JobWithMetadata<object>[],
): Promise<JobSettlement[]> {
  return Promise.all(
    rows.map(async (row) => {
      const settlement = await runOne(deps, row);
      if (settlement.status === 'completed') {
        return { id: row.id, status: settlement.status };
      }
      await postpone(deps, row, settlement);
      return { id: row.id, status: settlement.status, output: settlement.tally };
    }),
  );
}

async function runOne<Kind extends JobKind>(
  { kind, handler, log }: BatchDeps<Kind>,
  row: JobWithMetadata<object>,
): Promise<Settlement> {
  const tally = readTally(row.output);
  const read = readJob(kind, row.data);
  if (!read.ok) {
    log.error('job.unreadable', { kind, job: row.id });
    return { status: 'deadletter', tally: { ...tally, why: read.why } };
  }
  const outcome = await outcomeOf(() => handler(read.job));
  // Both are of the database's clock, which all processes share.
  const ageMs = row.startedOn.getTime() - row.createdOn.getTime();
  const settlement = settle(outcome, tally, row.retryCount, ageMs);
  if (settlement.status !== 'completed') {
    log[settlement.status === 'deadletter' ? 'error' : 'warn'](`job.${settlement.status}`, {
      kind,
      job: row.id,
      organization: read.job.organizationId,
      attempt: row.retryCount + 1,
      why: settlement.tally.why,
    });
  }
  return settlement;
}

async function outcomeOf(run: () => Promise<JobResult>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return { kind: 'thrown', error };
  }
}

/**
 * pg-boss computes the pause of a failed attempt itself, so a longer one is set afterwards on the waiting row. Killed
 * in between, the job only comes too early and is told again to wait. The settlement that follows finds the attempt
 * ended and changes nothing.
 */
async function postpone<Kind extends JobKind>(
  { boss, kind }: BatchDeps<Kind>,
  row: JobWithMetadata<object>,
  settlement: Settlement,
): Promise<void> {
  if (settlement.status === 'failed' && settlement.pauseSeconds !== null) {
    await boss.fail(kind, { id: row.id, retryCount: row.retryCount }, settlement.tally);
    await boss.update({ name: kind, options: { id: row.id, startAfter: settlement.pauseSeconds } });
  }
}
