import type { AnswerBefore, UndoResult } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { readGoogleAnswer } from '../formats/google-map.ts';
import type { GoogleMailbox } from './client.ts';
import { getEvent } from './event-requests.ts';
import { writeOwnAnswer } from './own-answer.ts';
import { ownAttendee, responseStatus } from './owner.ts';

/**
 * Puts the earlier answer and its comment back, an open one too, and tells the organizer. Only the answer that the
 * gate gave is undone. Where a move of the meeting opens answers again, it shows as answered since. In a private entry
 * the comment is cleared instead: its text was never read.
 */
export async function undoAnswer(mailbox: GoogleMailbox, before: AnswerBefore): Promise<Outcome<UndoResult>> {
  const got = await getEvent(mailbox, before.entryId);
  if (!got.ok) return got;
  const event = got.value;
  if (event === null) return leftAlone('gone');
  if (event.status === 'cancelled') return leftAlone('cancelled');
  const own = ownAttendee(event, mailbox.ownAddresses);
  if (own === null) return leftAlone('gone');
  const restored: Outcome<UndoResult> = { ok: true, value: { kind: 'restored', answer: before.answer } };
  const present = readGoogleAnswer(own.responseStatus);
  // Asked again after a lost answer: it is back already.
  if (present === before.answer && (own.comment || null) === before.comment) return restored;
  if (present !== before.given) return leftAlone('answered-since');
  const written = await writeOwnAnswer(mailbox, event, own, {
    responseStatus: responseStatus(before.answer),
    comment: before.comment ?? '',
  });
  return written.ok ? restored : written;
}

function leftAlone(why: 'answered-since' | 'gone' | 'cancelled'): Outcome<UndoResult> {
  return { ok: true, value: { kind: 'left-alone', why } };
}
