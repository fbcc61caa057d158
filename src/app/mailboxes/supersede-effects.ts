import type { StoreTransaction } from '../ports/store/store.ts';

const mostEffects = 10_000;

/**
 * Stops what the gate still meant to do in a mailbox that is being left. Withdrawals go on, and so does whatever was
 * begun: nobody else knows how it ends.
 *
 * @returns how many effects are still under way
 */
export async function supersedeEffects(
  { effects }: Pick<StoreTransaction, 'effects'>,
  mailboxId: string,
  nowMs: number,
): Promise<number> {
  // All that have not ended; there are never more than the last minutes brought.
  const open = await effects.forgotten(Number.MAX_SAFE_INTEGER, mostEffects);
  let underWay = 0;
  for (const { id, kind, state, prepared } of open.filter((effect) => effect.mailboxId === mailboxId)) {
    const isUntouched = state === 'pending' && prepared === null && kind !== 'withdrawAnswer';
    // Claimed first: somebody may begin it at this moment.
    const taken = isUntouched && (await effects.claim(id, { nowMs, untilMs: nowMs, prepared: null }));
    if (taken) await effects.end(id, { state: 'superseded', outcome: 'mailbox-left', nowMs });
    else underWay += 1;
  }
  return underWay;
}
