import { fromKysely, type KyselyTransactionLike, type PgBoss } from 'pg-boss';
import type { Job, JobOptions } from '../app/ports/jobs.ts';
import { JOBS_SCHEMA, QUEUES } from './queues.ts';

/**
 * One that waits for its first run or for its next try. The lock keeps workers from taking it before this transaction
 * ends: a run that began earlier would not see what the transaction writes. Shared, so that transactions which wake the
 * same mailbox do not wait for each other. The second part is only run where the first finds nothing.
 */
const WAITING = `
  with first as (
    select id from ${JOBS_SCHEMA}.job
    where name = $1 and coalesce(singleton_key, '') = $2 and state = 'created' and policy = 'short'
    limit 1 for share
  ), next as (
    select id from ${JOBS_SCHEMA}.job
    where name = $1 and singleton_key = $2 and state = 'retry' and not blocked and not exists (select from first)
    limit 1 for share
  )
  select id from first union all select id from next`;

/**
 * Sends a job in a transaction. In a coalescing queue one that waits, also for its next try, is as good as a new one:
 * what it was told by a provider about when to come again still holds. A running one is not: it may have looked already.
 */
export async function enqueue(
  boss: PgBoss,
  transaction: KyselyTransactionLike,
  job: Job,
  options: JobOptions = {},
): Promise<void> {
  const { policy, groupOf } = QUEUES[job.kind];
  const group = groupOf(job);
  const db = fromKysely(transaction);
  const singletonKey = policy === 'short' ? group : null;
  if (singletonKey !== null && (await isWaiting(db, job.kind, singletonKey))) return;
  // Null, where another transaction was faster, is as good.
  await boss.send(job.kind, job, {
    db,
    ...(group === null ? {} : { group: { id: group } }),
    ...(singletonKey === null ? {} : { singletonKey }),
    ...(options.startAfterMs === undefined ? {} : { startAfter: new Date(options.startAfterMs) }),
  });
}

async function isWaiting(
  db: ReturnType<typeof fromKysely>,
  queue: string,
  singletonKey: string,
): Promise<boolean> {
  const { rows } = await db.executeSql(WAITING, [queue, singletonKey]);
  return rows.length > 0;
}
