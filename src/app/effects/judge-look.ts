import type { Answer } from '../../core/meeting/meeting.ts';
import { occurrenceKey } from '../../core/meeting/occurrence-key.ts';
import { fingerprintOf, hasMoved } from '../cases/fingerprint.ts';
import { isExplained, ownAnswerNow } from '../cases/own-answer.ts';
import { isSeries } from '../cases/subject.ts';
import type { AnswerBefore, CalendarEntry, Target } from '../ports/calendar.ts';
import type { AnswerPlan, Unwanted } from './answer-plan.ts';

/** What the calendar tells about an answer that is to be given. */
export type Finding =
  | { readonly kind: 'give'; readonly own: Answer; readonly entry: CalendarEntry }
  /** It was given before the process was killed. */
  | { readonly kind: 'given' }
  /** The calendar shows this answer already, as the gate gave it for an earlier revision. */
  | { readonly kind: 'standing' }
  /** `notGiven`: an attempt that was cut off did nothing, because what stood before it still stands. */
  | { readonly kind: 'unwanted'; readonly why: Unwanted; readonly notGiven: boolean }
  /** The owner answered, and their answer stands. */
  | { readonly kind: 'by-hand' }
  /** It is not what was judged: it is judged again first. */
  | { readonly kind: 'changed'; readonly entry: CalendarEntry }
  /** An attempt was cut off, and what the organizer did since took away what would tell whether it went out. */
  | { readonly kind: 'in-doubt' }
  | { readonly kind: 'gone' };

/** What an attempt to answer writes down before it asks the provider. */
export interface PreparedAnswer {
  readonly comment: string;
  /** Of what was judged. */
  readonly fingerprint: string;
}

/**
 * Compares what the calendar shows with what was judged and with what the gate itself has done.
 *
 * @param declineKeepsEntry false where a declined entry may be gone for that reason
 */
export function judgeLook(
  plan: AnswerPlan,
  entry: CalendarEntry | null,
  declineKeepsEntry: boolean,
): Finding {
  const { effect, record, interrupted, mine, others, unwanted } = plan;
  const { answer } = effect.params;
  if (entry === null) {
    // A declined occurrence takes nothing but itself away.
    const isWhole = record.occurrence === '';
    const movedAway = interrupted && isWhole && answer === 'declined' && !declineKeepsEntry;
    if (movedAway) return { kind: 'given' };
    return { kind: interrupted ? 'in-doubt' : 'gone' };
  }
  const own = ownAnswerNow(entry, record.occurrence);
  if (interrupted && own === answer) return { kind: 'given' };
  const isAsBefore = mine !== null && own === mine.before.answer;
  if (interrupted && isAsBefore && mayBeReset(plan, entry, declineKeepsEntry)) return { kind: 'in-doubt' };
  if (unwanted !== null) return { kind: 'unwanted', why: unwanted, notGiven: isAsBefore };
  if (fingerprintOf(entry, record.occurrence) !== record.fingerprint) return { kind: 'changed', entry };
  if (!isExplained(own, others, record.occurrence)) return { kind: 'by-hand' };
  return own === answer ? { kind: 'standing' } : { kind: 'give', own, entry };
}

/**
 * True where the organizer changed the meeting since the attempt, and the calendar may have opened the answer again for
 * that: at another time each may do so, and one that moves a declined entry away brings it back open at any change.
 */
function mayBeReset(
  { effect, record }: AnswerPlan,
  entry: CalendarEntry,
  declineKeepsEntry: boolean,
): boolean {
  const judged = (effect.prepared as PreparedAnswer | null)?.fingerprint;
  const now = fingerprintOf(entry, record.occurrence);
  if (judged === undefined || judged === now) return false;
  return !declineKeepsEntry || hasMoved(judged, now);
}

/**
 * What an undo has to restore. Where an earlier answer of the gate stands, that is what stood before the first of them.
 */
export function beforeAnswer(
  { effect, record, others }: AnswerPlan,
  entry: CalendarEntry,
  own: Answer,
): Omit<AnswerBefore, 'entryId'> {
  const given = effect.params.answer;
  const replaced = others.find(
    ({ answer, caseId, confirmed, withdrawnMs }) =>
      confirmed && withdrawnMs === null && caseId === record.id && answer === own,
  );
  if (replaced) return { ...replaced.before, given };
  return {
    answer: own,
    comment: isPart(entry, record.occurrence) ? null : entry.owner.comment,
    given,
  };
}

/** The meeting, the series or the occurrence that a case is about, as a provider names it. */
export function targetOf(entry: CalendarEntry, occurrence: string): Target {
  const known = [...entry.exceptions, ...entry.meeting.occurrences].find(
    ({ originalStart }) => occurrence !== '' && occurrenceKey(originalStart) === occurrence,
  );
  return { meetingId: entry.meeting.id, originalStart: known?.originalStart ?? null };
}

/** The provider's id of what was answered; null where only a request would tell it. */
export function entryIdOf(entry: CalendarEntry, occurrence: string): string | null {
  if (!isPart(entry, occurrence)) return entry.meeting.id;
  const view = entry.exceptions.find(({ originalStart }) => occurrenceKey(originalStart) === occurrence);
  return view?.id ?? null;
}

/** Who was invited to one date of a series has it as an entry of its own; anything else is a part of its series. */
function isPart(entry: CalendarEntry, occurrence: string): boolean {
  return occurrence !== '' && isSeries(entry);
}
