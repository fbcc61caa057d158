import type { GateDeps } from '../gate-deps.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { derivedId } from './derived-id.ts';

const dayMs = 86_400_000;

/**
 * Ends the observation of a mailbox that is due: it becomes active, gets the forecast that its answers are measured by,
 * and its owner is told what would have happened. Once; a mailbox that is not observed or not due is left as it is.
 *
 * What was judged meanwhile stays as it was judged: only meetings that are new or change are acted on.
 *
 * @returns whether it ended now
 */
export async function endObservation(
  { store, clock, log }: Pick<GateDeps, 'store' | 'clock' | 'log'>,
  organizationId: string,
  mailboxId: string,
): Promise<boolean> {
  const nowMs = clock.nowMs();
  // One for each mailbox, so that it is told once.
  const effectId = derivedId('observed', mailboxId);
  const ended = await store.inOrganization(organizationId, async (tx) => {
    const record = await tx.mailboxes.find(mailboxId);
    if (record?.state !== 'observing' || (record.observingUntilMs ?? 0) > nowMs) return false;
    const forecast = await forecastOf(tx, record, nowMs);
    await tx.mailboxes.change(mailboxId, { state: 'active', forecast });
    // Looked for after the row was written: whoever writes it at the same time has committed by now.
    if ((await tx.effects.find(effectId)) !== null) return false;
    await tx.effects.add({
      id: effectId,
      mailboxId,
      caseId: null,
      kind: 'tellOwner',
      params: { about: 'observed' },
      createdMs: nowMs,
    });
    await tx.jobs.send({ kind: 'act', organizationId, effectId, group: mailboxId });
    return true;
  });
  if (ended) log.info('observation-ended', { mailboxId });
  return ended;
}

/**
 * Answers a day by rule. The first day is left out where there are others: it judges everything that stands in the
 * calendar already, and a forecast of that height would never be exceeded.
 */
async function forecastOf(
  { cases }: StoreTransaction,
  { id, connectedMs }: MailboxRecord,
  nowMs: number,
): Promise<Readonly<Record<string, number>>> {
  const sinceMs = nowMs - connectedMs >= 2 * dayMs ? connectedMs + dayMs : connectedMs;
  // Less than a day says nothing of a day: it counts as one.
  const days = Math.max(1, (nowMs - sinceMs) / dayMs);
  const counts = await cases.countWouldAnswer(id, sinceMs);
  return Object.fromEntries(Object.entries(counts).map(([rule, count]) => [rule, count / days]));
}
