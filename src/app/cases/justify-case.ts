import { restoredCase } from '../../core/gate/case-run.ts';
import type { Purpose } from '../../core/signals/signal.ts';
import { aboutCase } from '../audit/about-case.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { AnswerRecord } from '../ports/store/effects.ts';
import type { MeetingRecord } from '../ports/store/meetings.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { applyEvents } from './advance-case.ts';
import { beginJudging, type Judging, type JudgingDeps } from './judging.ts';
import { lookAt, questionsOf, type Subject, timesOf, wouldActOf } from './look.ts';
import { asUnanswered } from './own-answer.ts';
import { withoutPrompts } from './policy-in-force.ts';
import { isSeries, occurrenceMeeting, occurrenceOf } from './subject.ts';

/**
 * The organizer says what the meeting is for, and it is judged again with that; an answer of the gate that no longer
 * holds is taken back. It counts until the meeting changes, which is judged by its text again.
 *
 * @param actor who said it: an address, or the link that was used
 * @returns `not-waiting` where nobody asked for a reason: nothing was answered or asked, or a person has decided
 */
export function justifyCase(
  deps: JudgingDeps,
  organizationId: string,
  caseId: string,
  { purpose }: { readonly purpose?: Purpose },
  actor: string,
): Promise<'judged' | 'not-waiting' | 'unknown-case'> {
  return deps.store.inOrganization(organizationId, async (tx) => {
    const record = await tx.cases.lock(caseId);
    return record === null ? 'unknown-case' : await judgeWithPurpose(tx, deps, record, purpose, actor);
  });
}

/** The same in a transaction that has the case locked. */
export async function judgeWithPurpose(
  tx: StoreTransaction,
  deps: JudgingDeps,
  record: CaseRecord,
  purpose: Purpose | undefined,
  actor: string,
): Promise<'judged' | 'not-waiting' | 'unknown-case'> {
  const mailbox = await tx.mailboxes.find(record.mailboxId);
  if (mailbox === null) return 'unknown-case';
  const shown = await tx.meetings.find(mailbox.id, record.entryId);
  if (!isWaiting(record) || shown === null) return 'not-waiting';
  const judging = await beginJudging(tx, deps, mailbox, [shown]);
  const standing = await tx.answers.standing(mailbox.id, record.uid);
  const subject = subjectOfCase(judging, record, shown, standing);
  if (subject === null) return 'not-waiting';
  const look = await lookAt(judging, { ...subject, ...(purpose === undefined ? {} : { purpose }) });
  const { reasons, changes } = look.judgement;
  const wouldAct = wouldActOf(judging, look, restoredCase(record.snapshot).context);
  const { nowMs, policy } = judging;
  await applyEvents(tx, deps, record, [{ type: 'JUSTIFIED' }, ...questionsOf(look)], {
    ...{ actor, nowMs, policy, isNew: false },
    change: { reasons, changes, wouldAct, ...timesOf(judging, subject) },
  });
  const about = await aboutCase(tx, record, actor);
  const data = { ...about.data, purpose: purpose ?? null };
  await tx.audit.append({ atMs: nowMs, actor, action: 'case.justified', subject: about.subject, data });
  return 'judged';
}

function isWaiting({ state }: CaseRecord): boolean {
  return state === 'declined' || state.startsWith('waiting');
}

/** What a case was opened for, as it is in the calendar now; null for an occurrence that is out of sight. */
function subjectOfCase(
  judging: Judging,
  existing: CaseRecord,
  { entry, seenMs }: MeetingRecord,
  standing: readonly AnswerRecord[],
): Subject | null {
  const meeting = asUnanswered(entry, standing, judging.own);
  const { enforced } = judging;
  const { occurrence } = existing;
  const whole = { entry, occurrence, meeting, existing, seenMs, standing, enforced, opensFor: () => true };
  if (occurrence === '' || !isSeries(entry)) return whole;
  const single = occurrenceOf({ ...entry, meeting }, occurrence);
  return (
    single && { ...whole, meeting: occurrenceMeeting(meeting, single), enforced: withoutPrompts(enforced) }
  );
}
