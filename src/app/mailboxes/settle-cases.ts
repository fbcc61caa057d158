import type { StoreTransaction } from '../ports/store/store.ts';

const mostCases = 10_000;
const mostEffects = 10_000;

/**
 * Stops what the gate still meant to do in a mailbox that is being left: deadlines no longer come, and effects that
 * nobody has begun are superseded. Withdrawals go on, and so does whatever was begun: nobody else knows how it ends.
 *
 * @returns how many effects are still under way
 */
export async function settleCases(tx: StoreTransaction, mailboxId: string, nowMs: number): Promise<number> {
  for (const { id, closed } of await tx.cases.ofMailbox(mailboxId, mostCases))
    if (!closed) await tx.deadlines.cancelOfCase(id);
  // Everything that has not ended; there is never more of it than what the last minutes brought.
  const open = await tx.effects.forgotten(Number.MAX_SAFE_INTEGER, mostEffects);
  let underWay = 0;
  for (const { id, kind, state, prepared } of open.filter((effect) => effect.mailboxId === mailboxId)) {
    const isUntouched = state === 'pending' && prepared === null && kind !== 'withdrawAnswer';
    const taken = isUntouched && (await tx.effects.claim(id, { nowMs, untilMs: nowMs, prepared: null }));
    if (taken) await tx.effects.end(id, { state: 'superseded', outcome: 'mailbox-left', nowMs });
    else underWay += 1;
  }
  return underWay;
}
