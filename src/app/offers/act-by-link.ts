import type { Purpose } from '../../core/signals/signal.ts';
import { overrideCase } from '../brake/undo-case.ts';
import type { JudgingDeps } from '../cases/judging.ts';
import { judgeWithPurpose } from '../cases/justify-case.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { readLink } from './read-link.ts';

/** What whoever has the link of a case wants: the answer undone, or the meeting judged again with what it is for. */
type LinkAct = { readonly kind: 'undo' } | { readonly kind: 'justify'; readonly purpose: Purpose };

/**
 * - `done`: now, or it was undone before, which is what was wanted;
 * - `nothing`: nobody waits for it any more, and the link was not used up by it;
 * - `used`: by this link, before; `over`: the meeting has ended;
 * - `unknown`, `expired`: as of `readLink`.
 */
type UsedLink = 'done' | 'nothing' | 'used' | 'over' | 'unknown' | 'expired';

/** Who acts, in the story and the audit log, where all that is known is that they have the link. */
const actor = 'link';

/**
 * Acts by the link of a case. Each act takes a link once, in the transaction of the act; whoever presses twice at once
 * waits for the case and finds the link used.
 */
export async function actByLink(
  deps: JudgingDeps & Pick<GateDeps, 'links'>,
  token: string,
  act: LinkAct,
): Promise<UsedLink> {
  const read = await readLink(deps, token, 'case');
  if (read.kind !== 'valid') return read.kind;
  const { digest, link } = read;
  return deps.store.inOrganization(link.organizationId, async (tx): Promise<UsedLink> => {
    const record = await tx.cases.lock(link.subjectId);
    if (record === null) return 'unknown';
    if (act.kind === 'undo' && record.overridden) return 'done';
    if ((await tx.links.usesOf(digest)).includes(act.kind)) return 'used';
    const nowMs = deps.clock.nowMs();
    if (isOver(record, nowMs)) return 'over';
    if (!(await carryOutAct(tx, deps, record, act))) return 'nothing';
    await tx.links.markUsed(digest, act.kind, nowMs);
    return 'done';
  });
}

/** Whether the meeting has ended: nothing is done by a link any more. One without a known end has not. */
export function isOver({ endMs }: Pick<CaseRecord, 'endMs'>, nowMs: number): boolean {
  return endMs !== null && endMs <= nowMs;
}

/** @returns whether anything was done */
async function carryOutAct(
  tx: StoreTransaction,
  deps: JudgingDeps,
  record: CaseRecord,
  act: LinkAct,
): Promise<boolean> {
  if (act.kind === 'justify')
    return (await judgeWithPurpose(tx, deps, record, act.purpose, actor)) === 'judged';
  await overrideCase(tx, deps, record, actor);
  return true;
}
