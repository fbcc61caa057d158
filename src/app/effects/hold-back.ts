import { policyInForce } from '../cases/policy-in-force.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type ActDeps, isUntouched } from './effect-run.ts';
import { sendsAt } from './mail-hours.ts';

type MailDeps = Pick<ActDeps, 'clock' | 'policies'>;

/**
 * Until when a mail to its owner is held back, epoch milliseconds: until their working hours begin, unless the meeting
 * or the next deadline of its case comes before that. A mail of the same case that is being held back already is
 * superseded: its case has gone on since, and this one says where it stands.
 */
export async function holdBack(
  tx: StoreTransaction,
  deps: MailDeps,
  effect: EffectRecord,
  nowMs: number,
): Promise<number> {
  const mailbox = await tx.mailboxes.find(effect.mailboxId);
  if (mailbox === null) return nowMs;
  await replaceWaiting(tx, effect, nowMs);
  const policy = await policyInForce(tx, deps, mailbox, await tx.organizations.read());
  return sendsAt(policy, nowMs, await latestOf(tx, effect.caseId, nowMs));
}

/** The meeting's start or the next deadline of the case, whichever is first; null where there is neither. */
async function latestOf(tx: StoreTransaction, caseId: string | null, nowMs: number): Promise<number | null> {
  const record = caseId === null ? null : await tx.cases.find(caseId);
  if (record === null) return null;
  const { deadlines } = await tx.cases.belongingsOf([record.id]);
  const instants = [record.startMs, ...deadlines.map(({ dueMs }) => dueMs)];
  // What is over presses nobody any more.
  const ahead = instants.filter((ms) => ms !== null).filter((ms) => ms > nowMs);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** Mails of a case are tried in their order: an earlier one that nobody began is being held back. */
async function replaceWaiting(
  { effects }: Pick<StoreTransaction, 'effects'>,
  effect: EffectRecord,
  nowMs: number,
): Promise<void> {
  if (effect.caseId === null) return;
  const earlier = (await effects.openOf(effect)).filter(({ seq }) => seq < effect.seq);
  for (const { id } of earlier.filter((each) => canWait(each) && isUntouched(each))) {
    // Claimed first: somebody may begin it at this moment.
    const taken = await effects.claim(id, { nowMs, untilMs: nowMs, prepared: null });
    if (taken) await effects.end(id, { state: 'superseded', outcome: 'replaced', nowMs });
  }
}

/** What went wrong. */
const atOnce: ReadonlySet<string> = new Set(['in-doubt', 'answer-in-doubt', 'refused']);

/** True for a mail to the owner; what went wrong is told at once. */
export function canWait({ kind, params }: EffectRecord): boolean {
  if (kind === 'promptOwner') return true;
  return kind === 'tellOwner' && 'about' in params && !atOnce.has(params.about);
}
