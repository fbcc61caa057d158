import { aboutCase } from '../audit/about-case.ts';
import { advanceCase } from '../cases/advance-case.ts';
import { queueEffect } from '../effects/queue-effect.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

/** `already`: it was undone before, which is what was wanted. */
export type UndoneCase = 'undone' | 'already' | 'unknown-case';

/**
 * Undoes a case: what the gate answered is taken back, and this meeting is never touched again.
 * @param actor who wants it: an address, or `operator`
 * @param note why, in the owner's own words, kept with the case (also where it was undone before); null leaves what is kept
 */
export function undoCase(
  deps: Pick<GateDeps, 'store' | 'policies' | 'clock' | 'chance'>,
  organizationId: string,
  caseId: string,
  actor: string,
  note: string | null = null,
): Promise<UndoneCase> {
  return deps.store.inOrganization(organizationId, async (tx) => {
    const record = await tx.cases.lock(caseId);
    if (record === null) return 'unknown-case';
    if (note !== null) await tx.cases.setNote(caseId, note);
    if (record.overridden) return 'already';
    await overrideCase(tx, deps, record, actor);
    return 'undone';
  });
}

/** The same in a transaction that has the case locked, for one that was not overridden before. */
export async function overrideCase(
  tx: StoreTransaction,
  deps: Pick<GateDeps, 'policies' | 'clock' | 'chance'>,
  record: CaseRecord,
  actor: string,
): Promise<void> {
  const { id: caseId, mailboxId, revision, rule, act } = record;
  const nowMs = deps.clock.nowMs();
  await advanceCase(tx, deps, record, { type: 'OVERRODE' }, { actor, nowMs });
  const { subject, data } = await aboutCase(tx, record, actor);
  const undone = { atMs: nowMs, actor, action: 'case.undone', subject };
  await tx.audit.append({ ...undone, data: { ...data, rule, act } });
  // The machine of a closed case asks for nothing any more, but its answer may stand in the calendar still.
  if (record.closed && (await hasStanding(tx, caseId)))
    await queueEffect(tx, deps, { kind: 'withdrawAnswer', mailboxId, caseId, params: { revision } });
}

async function hasStanding(tx: StoreTransaction, caseId: string): Promise<boolean> {
  const answers = await tx.answers.ofCase(caseId);
  return answers.some(({ withdrawnMs }) => withdrawnMs === null);
}
