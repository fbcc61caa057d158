import type { CaseEvent } from '../../core/gate/case-events.ts';
import { openCase, restoredCase, statePath, storedCase } from '../../core/gate/case-run.ts';
import { plannedOf } from '../plan/planned-key.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { applyEvents, type CaseChange } from './advance-case.ts';
import { fingerprintOf, hasMoved } from './fingerprint.ts';
import type { Judging, JudgingDeps } from './judging.ts';
import { lookAt, questionsOf, type Subject, timesOf, wouldActOf } from './look.ts';
import { covers, isExplained, ownAnswerNow } from './own-answer.ts';
import { goesOn } from './series-end.ts';

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
  const isKnown = existing?.fingerprint === fingerprint;
  if (existing?.closed && isKnown && !isBack(judging, subject, existing)) return existing;
  const seen: Seen = { fingerprint, byHand: await isByHand(tx, subject) };
  if (existing === null || existing.closed) return openIfNeeded(tx, deps, judging, subject, seen);
  const { events, change } = await newsOf(judging, subject, existing, seen);
  if (events.length === 0 && Object.keys(change).length === 0) return existing;
  const { nowMs, policy } = judging;
  return applyEvents(tx, deps, existing, events, { actor: 'calendar', nowMs, policy, isNew: false, change });
}

function isBack(
  { nowMs, policy }: Judging,
  { occurrence, meeting }: Subject,
  { endMs }: CaseRecord,
): boolean {
  return occurrence === '' && goesOn(meeting, endMs, nowMs, policy.zone);
}

interface Seen {
  readonly fingerprint: string;
  /** True where the calendar shows an answer that is not the gate's. */
  readonly byHand: boolean;
}

/** A reading that began so long after the gate gave an answer shows it; an earlier one may show the one before. */
const overlapMs = 2 * 60_000;

/** Answers that the gate took back count as well: see `isExplained`. They are only read where they may matter. */
async function isByHand(tx: StoreTransaction, subject: Subject): Promise<boolean> {
  const { entry, occurrence, existing, standing, seenMs } = subject;
  // Calendars mark organizers as accepted by themselves: that is no answer of a person. Who planned a meeting through
  // the gate had its verdict before them and decided, for the time that it was planned for.
  if (entry.owner.role === 'organizer') return plannedOf(entry)?.startMs === startOf(subject);
  const answer = ownAnswerNow(entry, occurrence);
  if (isExplained(answer, standing, occurrence)) return false;
  const before = standing.filter(({ givenMs }) => givenMs < seenMs - overlapMs);
  if (isExplained(answer, before, occurrence)) return false;
  return existing === null || !isExplained(answer, await tx.answers.ofCase(existing.id), occurrence);
}

function startOf({ meeting: { start } }: Subject): number | null {
  return start.kind === 'instant' ? start.ms : null;
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
  const times = timesOf(judging, subject);
  if (existing.fingerprint === fingerprint) {
    // What comes next in a series is another occurrence each week.
    const isLater = times.startMs !== existing.startMs || times.endMs !== existing.endMs;
    const change = { ...entryId, ...(isLater ? times : {}) };
    return { events: byHand && !ownerDecided ? answered : [], change };
  }
  const change = { ...entryId, fingerprint, ...times };
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
