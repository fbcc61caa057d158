import { sql, type Transaction } from 'kysely';
import type { Rewrite, RewrittenPart } from '../app/ports/store/erasing.ts';
import { toJson } from './columns.ts';
import type { Tables } from './tables.ts';

/** What of a table may name people: JSON, and text. Columns are as the database calls them. */
const parts: Readonly<
  Record<
    RewrittenPart,
    { readonly key: string; readonly json: readonly string[]; readonly text?: readonly string[] }
  >
> = {
  cases: { key: 'id', json: ['snapshot', 'reasons', 'changes'], text: ['note'] },
  effects: { key: 'id', json: ['params', 'prepared', 'outcome'] },
  answers: { key: 'id', json: ['target', 'before', 'withdrawal'] },
  offers: { key: 'id', json: ['draft', 'other_times'] },
  threads: { key: 'case_id', json: ['draft', 'decision'], text: ['document_url'] },
  mailboxes: { key: 'id', json: ['other_addresses', 'hours', 'problem', 'forecast'] },
};

interface Portion {
  readonly part: RewrittenPart;
  readonly after: string;
  readonly most: number;
}

/**
 * Rewrites rows of a part in the order of their key; those that say nothing else afterwards are left.
 *
 * @returns the last key; null where no more follow
 */
export async function rewritePortion(
  trx: Transaction<Tables>,
  { part, after, most }: Portion,
  rewrite: Rewrite,
): Promise<string | null> {
  const { key, json, text = [] } = parts[part];
  const table = sql.raw(`gatekeeper.${part}`);
  // As an array: the names of columns need not be translated back.
  const columns = [...json, ...text.map((column) => `to_json(${column})`)].join(', ');
  const { rows } = await sql<{ readonly key: string; readonly values: readonly unknown[] }>`
    select ${sql.raw(key)} as key, json_build_array(${sql.raw(columns)}) as values from ${table}
    where ${sql.raw(key)} > ${after} order by 1 limit ${most} for update`.execute(trx);
  for (const row of rows) {
    for (const [place, column] of [...json, ...text].entries()) {
      const before = row.values[place];
      const now = rewrite(before);
      if (now === before) continue;
      const value = text.includes(column) ? sql`${now}::text` : sql`${toJson(now)}::json`;
      await sql`update ${table} set ${sql.raw(`"${column}"`)} = ${value} where ${sql.raw(key)} = ${row.key}`.execute(
        trx,
      );
    }
  }
  if (part === 'cases')
    await rewriteStories(
      trx,
      rows.map((row) => row.key),
      rewrite,
    );
  return rows.length < most ? null : (rows.at(-1)?.key ?? null);
}

/** Of the story of a case only the actor is a person. */
async function rewriteStories(
  trx: Transaction<Tables>,
  caseIds: readonly string[],
  rewrite: Rewrite,
): Promise<void> {
  const actors = await trx
    .selectFrom('caseLog')
    .select('actor')
    .distinct()
    .where('caseId', '=', sql<string>`any(${[...caseIds]}::text[])`)
    .execute();
  for (const { actor } of actors) {
    const now = rewrite(actor);
    if (now === actor) continue;
    await trx
      .updateTable('caseLog')
      .set({ actor: now })
      .where('caseId', '=', sql<string>`any(${[...caseIds]}::text[])`)
      .where('actor', '=', actor)
      .execute();
  }
}
