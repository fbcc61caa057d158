import type { Window } from '../../core/meeting/event-time.ts';
import { subjectOf } from '../cases/subject.ts';
import type { CalendarEntry } from '../ports/calendar.ts';
import type { Outcome } from '../ports/problem.ts';
import type { AnswerPlan } from './answer-plan.ts';
import type { EffectRun } from './effect-run.ts';

const dayMs = 86_400_000;

/**
 * The meeting as its mailbox shows it now; null where it is gone. Outlook may show a meeting that it updated under
 * another id, which the last pull has noted.
 */
export async function lookAtMeeting(
  { mailbox }: EffectRun,
  { record, mailbox: { window }, knownEntryId }: AnswerPlan,
): Promise<Outcome<CalendarEntry | null>> {
  const seen = window ?? aroundCase(record);
  const first = await mailbox.calendar.readEntry(record.entryId, seen);
  if (!first.ok || first.value !== null || knownEntryId === null || knownEntryId === record.entryId)
    return first;
  const second = await mailbox.calendar.readEntry(knownEntryId, seen);
  // Another date of the same series may stand beside it as an entry of its own.
  const isOther = second.ok && second.value !== null && !isOf(second.value, record);
  return isOther ? first : second;
}

function isOf(entry: CalendarEntry, { occurrence }: AnswerPlan['record']): boolean {
  const part = subjectOf(entry);
  return part === '' || part === occurrence;
}

function aroundCase({ startMs, endMs }: AnswerPlan['record']): Window {
  return { fromMs: (startMs ?? 0) - dayMs, toMs: (endMs ?? startMs ?? 0) + dayMs };
}
