import type { Window } from '../../core/meeting/event-time.ts';
import { unionOf } from '../../core/meeting/intervals.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { focusEventsOf } from '../../core/time/focus-events.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { HoldRecord } from '../ports/store/holds.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { calendarTime } from './calendar-time.ts';
import { derivedId } from './derived-id.ts';
import { goalHolds } from './goal-holds.ts';
import { type WantedHold, wantedHolds } from './wanted-holds.ts';

/** As far ahead as people usually book their weeks. */
const aheadMs = 28 * 86_400_000;

/**
 * Sees to it that the calendar holds the protected time of the next four weeks, as far as the policy asks for it, and
 * no longer what it asks for no more. Only writes down what is to be done; effects do it. Again changes nothing.
 *
 * Holds of a weekly goal stay where they are until something comes into them (`goalHolds`). Where the owner's own focus
 * time covers a time, none is added. A hold that they deleted is not made again: its row stands. A mailbox that is
 * observed, paused, left or in trouble is left alone.
 */
export async function keepHolds(
  deps: GateDeps,
  organizationId: string,
  mailboxId: string,
): Promise<{ readonly added: number; readonly released: number }> {
  const nowMs = deps.clock.nowMs();
  const window = { fromMs: nowMs, toMs: nowMs + aheadMs };
  const result = await deps.store.inOrganization(organizationId, async (tx) => {
    const record = await tx.mailboxes.find(mailboxId);
    if (record?.state !== 'active' || record.problem !== null) return { added: 0, released: 0 };
    const policy = await policyInForce(tx, deps, record, await tx.organizations.read());
    if (policy.paused) return { added: 0, released: 0 };
    const holds = await tx.holds.ofMailbox(mailboxId);
    const wanted = [
      ...wantedHolds(policy, window),
      ...goalHolds(policy, nowMs, await calendarTime(tx, record, policy, holds, nowMs)),
    ];
    const standing = holds.filter(({ endMs }) => endMs > nowMs);
    const keys = new Set(wanted.map(({ key }) => key));
    const stale = standing.filter(({ key }) => !keys.has(key));
    let released = 0;
    for (const hold of stale) if (await release(tx, hold, nowMs)) released += 1;
    const missing = await missingHolds(tx, record, policy, wanted, standing, window);
    let added = 0;
    for (const hold of missing) if (await add(deps, tx, record, hold)) added += 1;
    return { added, released };
  });
  if (result.added + result.released > 0) deps.log.info('holds-kept', { mailboxId, ...result });
  return result;
}

/** Those that do not stand yet. What has begun already protects nothing more. */
async function missingHolds(
  { meetings }: StoreTransaction,
  { id }: MailboxRecord,
  policy: Policy,
  wanted: readonly WantedHold[],
  standing: readonly HoldRecord[],
  window: Window,
): Promise<readonly WantedHold[]> {
  const known = new Set(standing.map(({ key }) => key));
  const missing = wanted.filter(({ key, startMs }) => !known.has(key) && startMs > window.fromMs);
  if (missing.length === 0) return [];
  const entries = (await meetings.inWindow(id, window)).map(({ entry }) => entry);
  const own = entries.filter(({ gateKey }) => gateKey === null).map(({ meeting }) => meeting);
  const covered = unionOf(focusEventsOf(own, policy));
  return missing.filter(
    ({ startMs, endMs }) => !covered.some(({ fromMs, toMs }) => fromMs <= startMs && toMs >= endMs),
  );
}

/**
 * The effect that makes a hold has its id, so that the one tells of the other.
 *
 * @returns false where another run was faster
 */
async function add(
  { chance, clock }: GateDeps,
  tx: StoreTransaction,
  { id: mailboxId }: MailboxRecord,
  { key, title, startMs, endMs, zone, autoDecline }: WantedHold,
): Promise<boolean> {
  const id = chance.uuid();
  const hold = { id, mailboxId, key, startMs, endMs, entryId: null, releasedMs: null };
  if (!(await tx.holds.add(hold))) return false;
  const params = { holdId: id, title, startMs, endMs, zone, autoDecline };
  await tx.effects.add({ id, mailboxId, caseId: null, kind: 'holdTime', params, createdMs: clock.nowMs() });
  await tx.jobs.send({
    kind: 'act',
    organizationId: tx.organizationId,
    effectId: id,
    group: mailboxId,
  });
  return true;
}

/**
 * One that is still on its way is given up, which its effect sees; one that stands is taken out by an effect.
 *
 * @returns false where that was asked before
 */
async function release(
  tx: StoreTransaction,
  { id, mailboxId, entryId }: HoldRecord,
  nowMs: number,
): Promise<boolean> {
  if (entryId === null) {
    await tx.holds.markReleased(id, nowMs);
    return true;
  }
  const effectId = derivedId('release-hold', id);
  // It is on its way, or was refused, which asking again every day does not change.
  if ((await tx.effects.find(effectId)) !== null) return false;
  await tx.effects.add({
    id: effectId,
    mailboxId,
    caseId: null,
    kind: 'releaseHold',
    params: { holdId: id },
    createdMs: nowMs,
  });
  await tx.jobs.send({ kind: 'act', organizationId: tx.organizationId, effectId, group: mailboxId });
  return true;
}
