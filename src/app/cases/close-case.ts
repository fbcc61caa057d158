import type { CaseRecord } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type AdvanceDeps, applyEvents } from './advance-case.ts';
import type { Judging } from './judging.ts';

/**
 * The meeting of an open case is cancelled, gone, or over. One that comes back gets a new case: a forgotten fingerprint
 * is never that of a meeting.
 */
export async function closeCase(
  tx: StoreTransaction,
  deps: AdvanceDeps,
  { nowMs, policy }: Pick<Judging, 'nowMs' | 'policy'>,
  record: CaseRecord,
): Promise<void> {
  const over = record.endMs !== null && record.endMs <= nowMs;
  const how = { actor: 'calendar', nowMs, policy, isNew: false };
  await (over
    ? applyEvents(tx, deps, record, [{ type: 'ENDED' }], { ...how, change: {} })
    : applyEvents(tx, deps, record, [{ type: 'CANCELLED' }], { ...how, change: { fingerprint: '' } }));
}
