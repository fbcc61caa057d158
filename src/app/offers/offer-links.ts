import type { GateDeps } from '../gate-deps.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

/** A link is of use for a while after its meeting would have ended: decisions are looked up. */
const keptMs = 30 * 86_400_000;

/** When a link of a case ends, epoch milliseconds; a meeting that is over or has no known end counts as ending now. */
export function linkExpiry({ endMs }: Pick<CaseRecord, 'endMs'>, nowMs: number): number {
  return Math.max(endMs ?? nowMs, nowMs) + keptMs;
}

/** The address at which a case shows its story and its undo, valid from this transaction on; null without a base. */
export async function caseUrl(
  tx: StoreTransaction,
  { links, clock }: Pick<GateDeps, 'links' | 'clock'>,
  record: Pick<CaseRecord, 'id' | 'endMs'>,
): Promise<string | null> {
  const link = links.linkTo('case', record.id);
  if (link === null) return null;
  await tx.links.add({
    digest: link.digest,
    purpose: 'case',
    subjectId: record.id,
    expiresMs: linkExpiry(record, clock.nowMs()),
  });
  return link.url;
}
