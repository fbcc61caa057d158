import { fromKysely, type KyselyTransactionLike, type PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Job, JobKind, JobOptions } from '../app/ports/jobs.ts';
import { JOBS_SCHEMA, QUEUES } from './queues.ts';

/**
 * Of some keys, those that wait for their first run or for their next try. The lock keeps workers from taking one before
 * this transaction ends: a run that began earlier would not see what the transaction writes. Shared, so that
 * transactions which wake the same mailbox do not wait for each other. The second part, which has no index of its own,
 * is only run where the first does not find all.
 */
const WAITING = `
  with first as (
    select singleton_key from ${JOBS_SCHEMA}.job
    where name = $1 and coalesce(singleton_key, '') = any($2::text[]) and state = 'created' and policy = 'short'
    for share
  ), next as (
    select singleton_key from ${JOBS_SCHEMA}.job
    where name = $1 and singleton_key = any($2::text[]) and state = 'retry' and not blocked
      and (select count(*) from first) < cardinality($2::text[])
    for share
  )
  select singleton_key from first union select singleton_key from next`;

/** Of some jobs, the places of those that wait. No lock: whoever asks does not mind a run that began earlier. */
const WAITING_EQUALS = `
  select distinct place::int from unnest($2::text[]) with ordinality as wanted (data, place)
  join ${JOBS_SCHEMA}.job on job.data = wanted.data::jsonb
  where name = $1 and state in ('created', 'retry')`;

const WAITING_ROWS = z.array(z.object({ singleton_key: z.string() }));
const WAITING_PLACES = z.array(z.object({ place: z.number() }));

type Queue = ReturnType<typeof fromKysely>;

/**
 * Sends jobs in a transaction, those of one kind together. In a coalescing queue one that waits, also for its next try,
 * is as good as a new one: what it was told by a provider about when to come again still holds. A running one is not: it
 * may have looked already.
 */
export async function enqueue(
  boss: PgBoss,
  transaction: KyselyTransactionLike,
  jobs: readonly Job[],
  options: JobOptions = {},
): Promise<void> {
  const db = fromKysely(transaction);
  for (const [kind, ofKind] of Map.groupBy(jobs, (job) => job.kind)) {
    const wanted = await wantedOf(db, kind, ofKind, options);
    // Those that another transaction was faster with are left out, which is as good.
    if (wanted.length > 0)
      await boss.insert(
        kind,
        wanted.map((job) => rowOf(job, options)),
        { db },
      );
  }
}

async function wantedOf(
  db: Queue,
  kind: JobKind,
  jobs: readonly Job[],
  { unlessWaiting = false }: JobOptions,
): Promise<readonly Job[]> {
  if (QUEUES[kind].policy === 'short') return await withoutWaiting(db, kind, jobs);
  if (!unlessWaiting || jobs.length === 0) return jobs;
  const { rows } = await db.executeSql(WAITING_EQUALS, [kind, jobs.map((job) => JSON.stringify(job))]);
  const waiting = new Set(WAITING_PLACES.parse(rows).map(({ place }) => place - 1));
  return jobs.filter((_, index) => !waiting.has(index));
}

async function withoutWaiting(db: Queue, kind: JobKind, jobs: readonly Job[]): Promise<readonly Job[]> {
  const keyOf = QUEUES[kind].groupOf;
  const keys = [...new Set(jobs.map(keyOf))];
  const { rows } = await db.executeSql(WAITING, [kind, keys]);
  const waiting = new Set<string | null>(WAITING_ROWS.parse(rows).map(({ singleton_key: key }) => key));
  return jobs.filter((job) => !waiting.has(keyOf(job)));
}

function rowOf(job: Job, { startAfterMs, priority }: JobOptions) {
  const { policy, groupOf } = QUEUES[job.kind];
  const group = groupOf(job);
  return {
    data: job,
    ...(group === null ? {} : { group: { id: group } }),
    ...(priority === undefined ? {} : { priority }),
    ...(policy === 'short' && group !== null ? { singletonKey: group } : {}),
    ...(startAfterMs === undefined ? {} : { startAfter: new Date(startAfterMs) }),
  };
}
