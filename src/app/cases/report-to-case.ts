import type { CaseEvent } from '../../core/gate/case-events.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type AdvanceDeps, advanceCase, type HowAdvanced } from './advance-case.ts';

/**
 * Tells a case what happened.
 *
 * @param actor `gate`, `calendar`, `deadline`, `operator`, or the address of the person
 * @returns the case as it is now; null where there is no such case
 */
export async function reportToCase(
  tx: StoreTransaction,
  deps: AdvanceDeps,
  caseId: string,
  event: CaseEvent,
  actor: string,
  how: Pick<HowAdvanced, 'decision'> = {},
): Promise<CaseRecord | null> {
  const record = await tx.cases.lock(caseId);
  if (record === null) return null;
  return advanceCase(tx, deps, record, event, { ...how, actor, nowMs: deps.clock.nowMs() });
}
