import { sql } from 'kysely';
import type { Scope } from './scope.ts';

/**
 * Removes old closed cases and all that belongs to them.
 *
 * @returns how many cases
 */
export async function clearCases({ trx }: Scope, beforeMs: number, most: number): Promise<number> {
  const old = await trx
    .selectFrom('cases')
    .select('id')
    .where('closed', '=', true)
    .where('overridden', '=', false)
    .where('changedMs', '<', beforeMs)
    .where((row) => row.or([row('endMs', 'is', null), row('endMs', '<', beforeMs)]))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('threads').whereRef('threads.caseId', '=', 'cases.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meetings')
            .whereRef('meetings.uidKey', '=', 'cases.uidKey')
            .whereRef('meetings.mailboxId', '=', 'cases.mailboxId')
            .where('meetings.removedMs', 'is', null)
            .where((row) =>
              row.or([row('meetings.endMs', 'is', null), row('meetings.endMs', '>=', beforeMs)]),
            ),
        ),
      ),
    )
    .orderBy('changedMs')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  if (old.length === 0) return 0;
  const ids = sql<string>`any(${old.map(({ id }) => id)}::text[])`;
  await trx.deleteFrom('cases').where('id', '=', ids).execute();
  for (const table of ['caseLog', 'effects', 'answers', 'offers', 'deadlines'] as const)
    await trx.deleteFrom(table).where('caseId', '=', ids).execute();
  return old.length;
}
