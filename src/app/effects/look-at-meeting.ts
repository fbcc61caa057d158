import type { Window } from '../../core/meeting/event-time.ts';
import { subjectOf } from '../cases/subject.ts';
import { withoutErased } from '../people/without-erased.ts';
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
  run: EffectRun,
  { record, mailbox: { window }, knownEntryId }: AnswerPlan,
): Promise<Outcome<CalendarEntry | null>> {
  const seen = window ?? aroundCase(record);
  const first = await readAsKept(run, record.entryId, seen);
  if (!first.ok || first.value !== null || knownEntryId === null || knownEntryId === record.entryId)
    return first;
  const second = await readAsKept(run, knownEntryId, seen);
  // Another date of the same series may stand beside it as an entry of its own.
  const isOther = second.ok && second.value !== null && !isOf(second.value, record);
  return isOther ? first : second;
}

/** Without people who were erased, as the last reading was stored: otherwise it would look as if it had changed. */
async function readAsKept(
  { mailbox, deps, organizationId }: EffectRun,
  id: string,
  window: Window,
): Promise<Outcome<CalendarEntry | null>> {
  const read = await mailbox.calendar.readEntry(id, window);
  if (!read.ok || read.value === null) return read;
  const entry = read.value;
  const [kept = entry] = await deps.store.inOrganization(organizationId, (tx) => withoutErased(tx, [entry]));
  return { ok: true, value: kept };
}

function isOf(entry: CalendarEntry, { occurrence }: AnswerPlan['record']): boolean {
  const part = subjectOf(entry);
  return part === '' || part === occurrence;
}

function aroundCase({ startMs, endMs }: AnswerPlan['record']): Window {
  return { fromMs: (startMs ?? 0) - dayMs, toMs: (endMs ?? startMs ?? 0) + dayMs };
}
