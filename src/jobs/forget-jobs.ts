import { fromKysely, type KyselyTransactionLike } from 'pg-boss';
import { JOBS_SCHEMA } from './queues.ts';

/** In every state and queue: waiting, running, done, and dead letters. */
const FORGET = `
  delete from ${JOBS_SCHEMA}.job
  where data->>'mailboxId' = any($1::text[]) or data->>'effectId' = any($1::text[])
    or data->>'deadlineId' = any($1::text[]) or data->>'group' = any($1::text[])`;

/** Removes jobs that name one of the ids, in a transaction of the store. One that runs ends without a row. */
export async function forgetJobs(transaction: KyselyTransactionLike, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await fromKysely(transaction).executeSql(FORGET, [[...ids]]);
}
