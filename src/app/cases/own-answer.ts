import { isDecided } from '../../core/gate/own-answer.ts';
import type { Occurrence } from '../../core/meeting/event-time.ts';
import type { Answer, Meeting } from '../../core/meeting/meeting.ts';
import { occurrenceKey } from '../../core/meeting/occurrence-key.ts';
import type { CalendarEntry } from '../ports/calendar.ts';
import type { AnswerRecord } from '../ports/store/effects.ts';
import { isSeries, viewOf } from './subject.ts';

/**
 * The owner's answer as the calendar shows it.
 *
 * @param occurrence key of one occurrence of a series; empty for the whole
 */
export function ownAnswerNow(entry: CalendarEntry, occurrence: string): Answer {
  const view = isSeries(entry) && occurrence !== '' ? viewOf(entry, occurrence) : null;
  return view?.answer ?? entry.owner.answer;
}

/**
 * False for an answer that a person gave: it is neither open nor one of the gate's. An answer to a series counts for
 * its occurrences too, one to an occurrence only there.
 *
 * @param standing answers of the gate to this meeting, also those that nobody confirmed yet. Withdrawn ones may be
 *   among them: where the calendar could not restore what was, the gate left the nearest answer, which is tentative
 */
export function isExplained(answer: Answer, standing: readonly AnswerRecord[], occurrence: string): boolean {
  if (!isDecided(answer)) return true;
  return standing.some((record) => {
    if (!covers(record, occurrence)) return false;
    if (record.withdrawnMs === null) return record.answer === answer && !isReplaced(record, standing);
    const { withdrawal } = record;
    const leftNearest = withdrawal?.kind === 'replaced' && withdrawal.what === 'nearest-answer';
    return leftNearest && answer === 'tentative';
  });
}

/** Whether the gate itself has answered the same thing again since: then the earlier answer is a person's. */
function isReplaced({ target, givenMs }: AnswerRecord, all: readonly AnswerRecord[]): boolean {
  return all.some(
    (later) =>
      later.confirmed &&
      later.withdrawnMs === null &&
      later.givenMs > givenMs &&
      keyOf(later.target) === keyOf(target),
  );
}

function keyOf({ originalStart }: AnswerRecord['target']): string {
  return originalStart === null ? '' : occurrenceKey(originalStart);
}

/** Whether an answer was given to this occurrence, or to a whole that it belongs to. */
export function covers({ target }: Pick<AnswerRecord, 'target'>, occurrence: string): boolean {
  return target.originalStart === null || occurrenceKey(target.originalStart) === occurrence;
}

/**
 * The meeting as it would be if the gate had not answered it: otherwise it would skip what it declined itself. A
 * person's own decline of single occurrences stays.
 *
 * @param own lower-case addresses of the owner
 */
export function asUnanswered(
  entry: CalendarEntry,
  standing: readonly AnswerRecord[],
  own: ReadonlySet<string>,
): Meeting {
  const { meeting } = entry;
  const isOwn = (email: string | null): boolean => email !== null && own.has(email);
  const restored = (occurrence: Occurrence): Occurrence => {
    const key = isSeries(entry) ? occurrenceKey(occurrence.originalStart) : '';
    const view = viewOf(entry, key);
    const answer = ownAnswerNow(entry, key);
    if (view?.cancelled || answer !== 'declined' || !isExplained(answer, standing, key)) return occurrence;
    const { declinedBy = [], ...rest } = occurrence;
    const others = declinedBy.filter((email) => !isOwn(email));
    return { ...rest, counts: true, ...(others.length > 0 ? { declinedBy: others } : {}) };
  };
  return {
    ...meeting,
    ...(meeting.ownAnswer === undefined ? {} : { ownAnswer: 'needs-action' }),
    attendees: meeting.attendees.map((person) =>
      person.self || isOwn(person.email) ? { ...person, answer: 'needs-action' } : person,
    ),
    occurrences: meeting.status === 'cancelled' ? meeting.occurrences : meeting.occurrences.map(restored),
  };
}
