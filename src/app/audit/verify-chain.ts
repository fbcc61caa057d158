import type { GateDeps } from '../gate-deps.ts';
import type { AuditHead, AuditRow } from '../ports/store/audit.ts';
import { chainStart, contentDigest, nextLink } from './chain.ts';

export interface ChainReport {
  /** Entries that were looked at, and how many of them have forgotten their content. */
  readonly checked: number;
  readonly erased: number;
  readonly head: AuditHead | null;
  /** The first entry that is not as it was written; null where the whole chain is. */
  readonly broken: {
    readonly seq: number;
    /** `missing`: it is gone, though its number was given. `changed`: it, or what came before it, reads differently. */
    readonly why: 'missing' | 'changed';
  } | null;
}

const mostAtOnce = 1_000;

/**
 * Works the chain out again from its beginning. What nobody can see from inside is that the newest entries were removed
 * together with their head: for that somebody keeps a head elsewhere, and gives it as `kept`.
 */
export async function verifyChain(
  { store }: Pick<GateDeps, 'store'>,
  organizationId: string,
  kept: AuditHead | null = null,
): Promise<ChainReport> {
  const head = await store.inOrganization(organizationId, ({ audit }) => audit.head());
  const last = Math.max(head?.seq ?? 0, kept?.seq ?? 0);
  let before = chainStart(organizationId);
  let checked = 0;
  let erased = 0;
  const report = (broken: ChainReport['broken']): ChainReport => ({ checked, erased, head, broken });
  while (checked < last) {
    const from = checked;
    const rows = await store.inOrganization(organizationId, ({ audit }) => audit.after(from, mostAtOnce));
    if (rows.length === 0) return report({ seq: checked + 1, why: 'missing' });
    // Entries that were added since the head was read are left to the next time.
    for (const row of rows.filter(({ seq }) => seq <= last)) {
      if (row.seq !== checked + 1) return report({ seq: checked + 1, why: 'missing' });
      const isWhole = isLinked(row, before) && isAsKept(row, head) && isAsKept(row, kept);
      if (!isWhole) return report({ seq: row.seq, why: 'changed' });
      before = row.chain;
      checked += 1;
      if (row.content === null) erased += 1;
    }
    if (rows.every(({ seq }) => seq > last)) return report({ seq: checked + 1, why: 'missing' });
  }
  // Entries without a head were put there by somebody else.
  const beyond =
    head === null ? await store.inOrganization(organizationId, ({ audit }) => audit.after(0, 1)) : [];
  return report(beyond.length > 0 ? { seq: 1, why: 'changed' } : null);
}

function isLinked(row: AuditRow, before: string): boolean {
  if (nextLink(before, row) !== row.chain) return false;
  return row.content === null || contentDigest(row.action, row.content) === row.digest;
}

function isAsKept({ seq, chain }: AuditRow, head: AuditHead | null): boolean {
  return head === null || head.seq !== seq || head.chain === chain;
}
