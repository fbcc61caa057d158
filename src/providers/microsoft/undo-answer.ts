import type { AnswerBefore, AnswerRequest, Target, UndoResult } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import { createEvent } from './create-event.ts';
import { answerOf, onlyMeeting } from './entry.ts';
import { sendMail } from './mail.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { readEvent } from './read-entry.ts';
import { respond } from './respond.ts';
import type { OutlookEvent } from './schema.ts';
import { slotTimes } from './slot.ts';

const withdrawn = 'The automatic answer was withdrawn.';

/**
 * Takes an answer of the gate back, where it still stands.
 *
 * An open invitation cannot be made open again: `tentative` is the nearest answer, and where it stands already nothing
 * is sent. A declined entry lies in Deleted Items under the same id; an answer to it there brings it back, or (nobody
 * documents which) is refused. Then the second way: an entry of the owner's own at that time, and a mail to the
 * organizer. Asked for twice it is done once; a crash between the entry and the mail leaves the mail unsent.
 */
export async function undoAnswer(
  mailbox: MailboxContext,
  _target: Target,
  before: AnswerBefore,
): Promise<Outcome<UndoResult>> {
  const read = await readEvent(mailbox, before.entryId);
  if (!read.ok) return read.problem.code === 'not-found' ? done({ kind: 'left-alone', why: 'gone' }) : read;
  const event = read.value;
  if (event.isCancelled) return done({ kind: 'left-alone', why: 'cancelled' });
  const goal = nearestAnswer(before);
  const now = answerOf(event);
  // Also where an earlier undo got this far and its end was lost.
  if (now === goal) return done(endedAs(goal, before));
  if (now !== before.given) return done({ kind: 'left-alone', why: 'answered-since' });
  const body = event.responseRequested
    ? ({ sendResponse: true, comment: withdrawn } as const)
    : ({ sendResponse: false } as const);
  const sent = await respond(mailbox, before.entryId, { answer: goal, before: now }, body);
  if (sent.ok) return done(endedAs(goal, before));
  const { code } = sent.problem;
  if (code === 'changed-meanwhile') return done({ kind: 'left-alone', why: 'answered-since' });
  const notThere = code === 'not-found' || code === 'request-refused';
  return before.given === 'declined' && notThere ? ownCopy(mailbox, event, before) : sent;
}

function nearestAnswer(before: AnswerBefore): AnswerRequest['answer'] {
  return before.answer === 'accepted' || before.answer === 'declined' ? before.answer : 'tentative';
}

function endedAs(goal: AnswerRequest['answer'], { answer, entryId }: AnswerBefore): UndoResult {
  return goal === answer
    ? { kind: 'restored', answer }
    : { kind: 'replaced', entryId, what: 'nearest-answer' };
}

/** The time is held again as it was, and the organizer is asked for a new invitation. */
async function ownCopy(
  mailbox: MailboxContext,
  event: OutlookEvent,
  { entryId }: AnswerBefore,
): Promise<Outcome<UndoResult>> {
  const meeting = onlyMeeting(event, { fromMs: 0, toMs: 0 });
  const { summary, description, isPrivate, organizer } = meeting;
  const created = await createEvent(mailbox, `undo ${entryId}`, {
    subject: summary ?? '',
    body: { contentType: 'text', content: description ?? '' },
    ...timesOf(event, meeting),
    isAllDay: event.isAllDay,
    showAs: 'tentative',
    ...(isPrivate ? { sensitivity: 'private' } : {}),
    ...(event.recurrence === null ? {} : { recurrence: withoutNulls(event.recurrence) }),
  });
  if (!created.ok) return created;
  // An earlier undo made the entry, and has sent the mail or tried to: a mail is never sent twice.
  if (!created.value.existed && organizer?.email)
    await sendMail(mailbox, withdrawalMail(organizer.email, summary));
  return done({ kind: 'replaced', entryId: created.value.id, what: 'own-copy' });
}

/** On the clock that a series repeats by: in UTC it would be an hour off for half of the year. */
function timesOf(event: OutlookEvent, { start, end }: Meeting): Pick<OutlookEvent, 'start' | 'end'> {
  return start.kind === 'instant' && end.kind === 'instant' && start.zone !== null
    ? slotTimes({ startMs: start.ms, endMs: end.ms, zone: start.zone })
    : { start: event.start, end: event.end };
}

function withdrawalMail(to: string, summary: string | null) {
  const name = summary === null ? 'your meeting' : `"${summary}"`;
  const text =
    `The decline of ${name} was automatic and is withdrawn. ` +
    'The calendar could not take it back by itself: please send the invitation again.';
  return { to: [to], subject: `Decline withdrawn: ${summary ?? 'your meeting'}`, text, html: null };
}

/** Graph refuses fields of a recurrence that are null where it wants none. */
function withoutNulls(value: object): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => {
      if (field === null || (Array.isArray(field) && field.length === 0)) return [];
      return [[name, typeof field === 'object' && !Array.isArray(field) ? withoutNulls(field) : field]];
    }),
  );
}

function done(value: UndoResult): Outcome<UndoResult> {
  return { ok: true, value };
}
