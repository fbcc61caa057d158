import type { CaseEvent } from '../../core/gate/case-events.ts';
import { openCase, restoredCase, statePath, storedCase } from '../../core/gate/case-run.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { applyEvents, type CaseChange } from './advance-case.ts';
import { fingerprintOf, hasMoved } from './fingerprint.ts';
import type { Judging, JudgingDeps } from './judging.ts';
import { lookAt, questionsOf, type Subject, timesOf, wouldActOf } from './look.ts';
import { covers, isExplained, ownAnswerNow } from './own-answer.ts';

/**
 * Opens the case of a subject, or tells the open one what happened: an answer of its owner, or a change. Seen again as
 * it was, nothing happens, also where the policy is another one by now.
 *
 * @returns the subject's newest case; null where it has none
 */
export async function judgeSubject(
  tx: StoreTransaction,
  deps: JudgingDeps,
  judging: Judging,
  subject: Subject,
): Promise<CaseRecord | null> {
  const { existing } = subject;
  const fingerprint = fingerprintOf(subject.entry, subject.occurrence);
  if (existing?.closed && existing.fingerprint === fingerprint) return existing;
  const seen: Seen = { fingerprint, byHand: await isByHand(tx, subject) };
  if (existing === null || existing.closed) return openIfNeeded(tx, deps, judging, subject, seen);
  const { events, change } = await newsOf(judging, subject, existing, seen);
  if (events.length === 0 && Object.keys(change).length === 0) return existing;
  const { nowMs, policy } = judging;
  return applyEvents(tx, deps, existing, events, { actor: 'calendar', nowMs, policy, isNew: false, change });
}

interface Seen {
  readonly fingerprint: string;
  /** True where the calendar shows an answer that is not the gate's. */
  readonly byHand: boolean;
}

/** Answers that the gate took back count as well: see `isExplained`. They are only read where they may matter. */
async function isByHand(tx: StoreTransaction, subject: Subject): Promise<boolean> {
  const { entry, occurrence, existing, standing } = subject;
  // Calendars mark organizers as accepted by themselves: that is no answer of a person.
  if (entry.owner.role === 'organizer') return false;
  const answer = ownAnswerNow(entry, occurrence);
  if (isExplained(answer, standing, occurrence)) return false;
  return existing === null || !isExplained(answer, await tx.answers.ofCase(existing.id), occurrence);
}

/** What an open case has to be told, and what its row says from now on. */
async function newsOf(
  judging: Judging,
  subject: Subject,
  existing: CaseRecord,
  { fingerprint, byHand }: Seen,
): Promise<{ readonly events: readonly CaseEvent[]; readonly change: CaseChange }> {
  const { entry, occurrence, standing } = subject;
  const { ownerDecided, overridden, movesByGate } = restoredCase(existing.snapshot).context;
  // The same meeting may come back under another id, for example in Outlook after it was declined.
  const entryId = existing.entryId === entry.meeting.id ? {} : { entryId: entry.meeting.id };
  const answered: readonly CaseEvent[] = [{ type: 'ANSWERED' }];
  if (existing.fingerprint === fingerprint) {
    if (byHand && !ownerDecided) return { events: answered, change: entryId };
    // Somebody asked for another judgement of what is as it was.
    const asked = existing.state === 'screening' ? questionsOf(await lookAt(judging, subject)) : [];
    return { events: asked, change: entryId };
  }
  const change = { ...entryId, fingerprint, ...timesOf(judging, subject) };
  if (overridden) return { events: [], change };
  const moved = hasMoved(existing.fingerprint, fingerprint);
  const movedByGate = moved && standing.some((one) => covers(one, occurrence));
  const look = await lookAt(judging, subject);
  const changed: CaseEvent = { type: 'CHANGED', moved, movedByGate, ...look.facts };
  // What a person answered for this time stands; only what is open is judged again.
  if (byHand && (moved || !ownerDecided)) return { events: [changed, ...answered], change };
  const { reasons, changes } = look.judgement;
  const moves = movesByGate + (movedByGate ? 1 : 0);
  const known = { ownerDecided: ownerDecided && !moved, movesByGate: moves };
  const wouldAct = wouldActOf(judging, look, known);
  return { events: [changed, ...questionsOf(look)], change: { ...change, reasons, changes, wouldAct } };
}

/** Entries that are no meeting, or that their owner declined before, get no case: they would be most of a calendar. */
async function openIfNeeded(
  tx: StoreTransaction,
  deps: JudgingDeps,
  judging: Judging,
  subject: Subject,
  { fingerprint, byHand }: Seen,
): Promise<CaseRecord | null> {
  const { entry, occurrence, existing } = subject;
  if (byHand && ownAnswerNow(entry, occurrence) === 'declined') return existing;
  const look = await lookAt(judging, subject);
  const { facts, judgement } = look;
  const overridden = existing?.overridden ?? false;
  const wouldAct = wouldActOf(judging, look, { ownerDecided: byHand || overridden, movesByGate: 0 });
  if (facts.skipped !== null || (existing !== null && facts.past) || !subject.opensFor(wouldAct))
    return existing;
  const { snapshot } = openCase({ ...facts, ownerDecided: byHand, overridden });
  const { nowMs, policy, mailbox } = judging;
  const { reasons, changes, verdict, act } = judgement;
  const opened: CaseRecord = {
    id: deps.chance.uuid(),
    mailboxId: mailbox.id,
    uid: entry.meeting.uid,
    occurrence,
    entryId: entry.meeting.id,
    openedMs: nowMs,
    changedMs: nowMs,
    snapshot: storedCase(snapshot),
    state: statePath(snapshot),
    closed: false,
    ...{ verdict, act, wouldAct, rule: null, reasons, changes, revision: 0, overridden, fingerprint },
    ...timesOf(judging, subject),
  };
  const events: readonly CaseEvent[] = [
    ...questionsOf(look),
    ...(facts.past ? [{ type: 'ENDED' } as const] : []),
  ];
  return applyEvents(tx, deps, opened, events, { actor: 'gate', nowMs, policy, isNew: true, change: {} });
}
