import type { GateDeps } from '../gate-deps.ts';
import type { AuditHead, AuditPageQuery, AuditRow } from '../ports/store/audit.ts';
import { type ChainReport, verifyChain } from './verify-chain.ts';

/** One act as it is shown: whom it was about and nothing of a meeting's text. */
interface AuditLine extends Pick<AuditRow, 'seq' | 'atMs' | 'action'> {
  /** Null where it named a person who was erased. */
  readonly content: Pick<NonNullable<AuditRow['content']>, 'actor' | 'subject' | 'data'> | null;
  /** What it says without that person. */
  readonly left: AuditRow['left'];
}

export interface AuditView {
  readonly lines: readonly AuditLine[];
  /** Where the next older page begins; null where this is the last one. */
  readonly olderThan: number | null;
  readonly filter: Omit<AuditPageQuery, 'most'>;
  /** To choose from. */
  readonly actions: readonly string[];
  readonly head: AuditHead | null;
  /** Null unless it was asked for. */
  readonly chain: ChainReport | null;
}

const mostLines = 50;

/** A page of the audit log of an organization, newest first. */
export async function readAudit(
  deps: Pick<GateDeps, 'store'>,
  organizationId: string,
  { verify, ...filter }: AuditView['filter'] & { readonly verify: boolean },
): Promise<AuditView> {
  const chain = verify ? await verifyChain(deps, organizationId) : null;
  return await deps.store.inOrganization(organizationId, async ({ audit }) => {
    const rows = await audit.page({ ...filter, most: mostLines + 1 });
    const shown = rows.slice(0, mostLines);
    return {
      lines: shown.map(lineOf),
      olderThan: rows.length > mostLines ? (shown.at(-1)?.seq ?? null) : null,
      filter,
      actions: await audit.actions(),
      head: await audit.head(),
      chain,
    };
  });
}

/** An entry as it is shown: without its salt. */
export function lineOf({ seq, atMs, action, content, left }: AuditRow): AuditLine {
  if (content === null) return { seq, atMs, action, content, left };
  const { actor, subject, data } = content;
  return { seq, atMs, action, content: { actor, subject, data }, left };
}
