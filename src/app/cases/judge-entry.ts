import { plannedOf } from '../plan/planned-key.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { AnswerRecord } from '../ports/store/effects.ts';
import type { MeetingRecord } from '../ports/store/meetings.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { closeCase } from './close-case.ts';
import { fingerprintOf } from './fingerprint.ts';
import { judgeOccurrences } from './judge-occurrences.ts';
import { judgeSubject } from './judge-subject.ts';
import type { Judging, JudgingDeps } from './judging.ts';
import { asUnanswered } from './own-answer.ts';
import { observed } from './policy-in-force.ts';
import { isSeries, subjectOf } from './subject.ts';
import { wasThereBefore } from './was-there-before.ts';

/**
 * Judges one entry of a mailbox: its own case and, of a series, those of its occurrences. Holds of the gate are left, but
 * not what somebody planned through it: that is a meeting like any other, whose purpose its organizer has stated.
 */
export async function judgeEntry(
  tx: StoreTransaction,
  deps: JudgingDeps,
  shared: Judging,
  record: MeetingRecord,
): Promise<void> {
  const { entry, uid } = record;
  const planned = plannedOf(entry);
  if (entry.gateKey !== null && planned === null) return;
  const { mailbox } = shared;
  const all = await tx.cases.lockOfMeeting(mailbox.id, uid);
  // Without a case there is no answer either.
  const standing = all.length === 0 ? [] : await tx.answers.standing(mailbox.id, uid);
  const own = subjectOf(entry);
  const cases = isSeries(entry) ? all : all.filter(({ occurrence }) => occurrence === own);
  const existing = cases.find(({ occurrence }) => occurrence === own) ?? null;
  if (record.removedMs !== null && !changedBefore(shared, record, existing, standing))
    return endRemoved(tx, deps, shared, record, cases, standing);
  if (entry.meeting.status === 'cancelled') return closeAll(tx, deps, shared, cases);
  const meeting = asUnanswered(entry, standing, shared.own);
  const judging = wasThereBefore(mailbox, entry, existing)
    ? { ...shared, enforced: observed(shared.enforced) }
    : shared;
  const { enforced } = judging;
  const opensFor = () => true;
  const { seenMs } = record;
  const subject = {
    ...{ entry, occurrence: own, meeting, existing, seenMs, standing, enforced, opensFor },
    ...(planned?.purpose ? { purpose: planned.purpose } : {}),
  };
  const whole = await judgeSubject(tx, deps, judging, subject);
  if (!isSeries(entry)) return;
  const ofOccurrences = cases.filter(({ occurrence }) => occurrence !== '');
  await judgeOccurrences(tx, deps, judging, {
    ...{ entry, meeting, whole, seenMs, standing },
    cases: ofOccurrences,
  });
}

/**
 * True where the gate's decline took the entry away and it had changed before that: nothing else will tell of the
 * change, so it is judged as it was seen last.
 */
function changedBefore(
  { declineKeepsEntry }: Judging,
  { entry }: MeetingRecord,
  existing: CaseRecord | null,
  standing: readonly AnswerRecord[],
): boolean {
  if (declineKeepsEntry || existing === null || existing.closed || !isDeclined(standing)) return false;
  return fingerprintOf(entry, existing.occurrence) !== existing.fingerprint;
}

/**
 * An entry that is gone. It may be there under another id; and where a calendar removes what was declined, a meeting
 * that the gate declined goes on, because its organizer does not know better.
 */
async function endRemoved(
  tx: StoreTransaction,
  deps: JudgingDeps,
  judging: Judging,
  { mailboxId, entryId, uid, entry }: MeetingRecord,
  cases: readonly CaseRecord[],
  standing: readonly AnswerRecord[],
): Promise<void> {
  if (cases.every(({ closed }) => closed)) return;
  const there = await tx.meetings.findByUid(mailboxId, uid);
  const moved =
    there !== null &&
    there.removedMs === null &&
    there.entryId !== entryId &&
    subjectOf(there.entry) === subjectOf(entry);
  if (moved || (!judging.declineKeepsEntry && isDeclined(standing))) return;
  await closeAll(tx, deps, judging, cases);
}

function isDeclined(standing: readonly AnswerRecord[]): boolean {
  return standing.some(({ answer, target }) => answer === 'declined' && target.originalStart === null);
}

async function closeAll(
  tx: StoreTransaction,
  deps: JudgingDeps,
  judging: Judging,
  cases: readonly CaseRecord[],
): Promise<void> {
  for (const record of cases) if (!record.closed) await closeCase(tx, deps, judging, record);
}
