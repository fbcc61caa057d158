import { randomBytes } from 'node:crypto';
import { chainStart, contentDigest, nextLink } from '../app/audit/chain.ts';
import type { AuditEntry, AuditLog, AuditRow } from '../app/ports/store/audit.ts';
import { storable, toJson } from './columns.ts';
import type { Scope } from './scope.ts';

const saltBytes = 32;

/** The audit log of one transaction, and what writes the entries that the transaction has added. */
export interface AuditWriting {
  readonly log: AuditLog;
  /** Has to be the last thing that the transaction does: it locks the head of the chain. */
  readonly write: () => Promise<void>;
}

export function auditIn(scope: Scope): AuditWriting {
  const { trx } = scope;
  const added: AuditEntry[] = [];
  const log: AuditLog = {
    append: async (entry) => void added.push(entry),
    page: async ({ before, most, action, person }) => {
      const rows = await trx
        .selectFrom('auditEntries')
        .select(columns)
        .$if(before !== null, (query) => query.where('seq', '<', before ?? 0))
        .$if(action !== null, (query) => query.where('action', '=', action ?? ''))
        .$if(person !== null, (query) =>
          query.where((row) => row.or([row('actor', '=', person), row('subject', '=', person)])),
        )
        .orderBy('seq', 'desc')
        .limit(most)
        .execute();
      return rows.map(auditRow);
    },
    actions: async () => {
      const rows = await trx
        .selectFrom('auditEntries')
        .select('action')
        .distinct()
        .orderBy('action')
        .execute();
      return rows.map(({ action }) => action);
    },
    after: async (seq, most) => {
      const rows = await trx
        .selectFrom('auditEntries')
        .select(columns)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(most)
        .execute();
      return rows.map(auditRow);
    },
    head: async () =>
      (await trx.selectFrom('auditHeads').select(['seq', 'chain']).executeTakeFirst()) ?? null,
    headToTell: async (sinceMs, toldMs) =>
      (await trx
        .updateTable('auditHeads')
        .set({ toldMs })
        .where((row) => row.or([row('toldMs', 'is', null), row('toldMs', '<', sinceMs)]))
        .returning(['seq', 'chain'])
        .executeTakeFirst()) ?? null,
    forget: async (entries) => {
      for (const { seq, actor, subject, data } of entries)
        await trx
          .updateTable('auditEntries')
          .set({ salt: null, actor, subject, data: toJson(data) })
          .where('seq', '=', seq)
          .execute();
    },
  };
  return { log, write: () => write(scope, added) };
}

async function write({ trx, organizationId }: Scope, added: readonly AuditEntry[]): Promise<void> {
  if (added.length === 0) return;
  // Written even where nothing changes: this locks the row, also the first one of all.
  let { seq, chain } = await trx
    .insertInto('auditHeads')
    .values({ seq: 0, chain: chainStart(organizationId), toldMs: null })
    .onConflict((conflict) =>
      conflict.column('organizationId').doUpdateSet(({ ref }) => ({ seq: ref('auditHeads.seq') })),
    )
    .returning(['seq', 'chain'])
    .executeTakeFirstOrThrow();
  const rows = added.map(({ atMs, action, actor, subject, data }) => {
    const salt = randomBytes(saltBytes).toString('base64url');
    const whom = { actor: asStored(actor), subject: subject && asStored(subject) };
    const content = { salt, ...whom, data: storedData(data) };
    const digest = contentDigest(action, content);
    seq += 1;
    chain = nextLink(chain, { seq, atMs, action, digest });
    return { seq, atMs, action, digest, chain, ...content, data: toJson(content.data) };
  });
  await trx.insertInto('auditEntries').values(rows).execute();
  await trx.updateTable('auditHeads').set({ seq, chain }).execute();
}

/** As the database gives it back, so that its digest stays the same: no NUL, no half of a surrogate pair. */
function asStored(text: string): string {
  return storable(text).toWellFormed();
}

/** PostgreSQL keeps other texts inside JSON, but cannot look into them any more. */
function storedData(data: AuditEntry['data']): AuditEntry['data'] {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      asStored(key),
      typeof value === 'string' ? asStored(value) : value,
    ]),
  );
}

const columns = ['seq', 'atMs', 'action', 'digest', 'chain', 'salt', 'actor', 'subject', 'data'] as const;

function auditRow(
  row: {
    readonly [Column in 'seq' | 'atMs']: number;
  } & { readonly [Column in 'action' | 'digest' | 'chain']: string } & {
    readonly [Column in 'salt' | 'actor' | 'subject']: string | null;
  } & { readonly data: AuditEntry['data'] | null },
): AuditRow {
  const { seq, atMs, action, digest, chain, salt, actor, subject, data } = row;
  const link = { seq, atMs, action, digest, chain };
  if (salt === null || actor === null || data === null)
    return { ...link, content: null, left: { actor, subject, data: data ?? {} } };
  return { ...link, content: { salt, actor, subject, data }, left: null };
}
