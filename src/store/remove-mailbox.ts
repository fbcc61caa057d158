import { sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Removes a mailbox and every row that is about it. Cases go before their story, which the database keeps as long as its
 * case is there.
 *
 * @returns how many rows
 */
export async function removeMailbox(
  trx: Transaction<Tables>,
  mailboxId: string,
  forgetJobs: (ids: readonly string[]) => Promise<void>,
): Promise<number> {
  await trx.selectFrom('mailboxes').select('id').where('id', '=', mailboxId).forUpdate().execute();
  let removed = 0;
  const count = (rows: readonly unknown[]) => {
    removed += rows.length;
  };
  for (const table of ['meetings', 'meetingPeople'] as const)
    count(await trx.deleteFrom(table).where('mailboxId', '=', mailboxId).returning('entryId').execute());
  const byId = async (
    table: 'cases' | 'effects' | 'answers' | 'offers' | 'holds' | 'inbox' | 'subscriptions',
  ) => {
    const rows = await trx.deleteFrom(table).where('mailboxId', '=', mailboxId).returning('id').execute();
    count(rows);
    return rows.map(({ id }) => id);
  };
  const caseIds = await byId('cases');
  const effectIds = await byId('effects');
  const offerIds = await byId('offers');
  for (const table of ['answers', 'holds', 'inbox', 'subscriptions'] as const) await byId(table);
  const ofCases = sql<string>`any(${caseIds}::text[])`;
  count(await trx.deleteFrom('caseLog').where('caseId', '=', ofCases).returning('caseId').execute());
  count(await trx.deleteFrom('threads').where('mailboxId', '=', mailboxId).returning('caseId').execute());
  const deadlines = await trx.deleteFrom('deadlines').where('caseId', '=', ofCases).returning('id').execute();
  count(deadlines);
  const opened = sql<string>`any(${[...caseIds, ...offerIds]}::text[])`;
  count(await trx.deleteFrom('links').where('subjectId', '=', opened).returning('digest').execute());
  count(await trx.deleteFrom('mailboxes').where('id', '=', mailboxId).returning('id').execute());
  await forgetJobs([mailboxId, ...caseIds, ...effectIds, ...deadlines.map(({ id }) => id)]);
  return removed;
}
