import type { AnswerReceipt, AnswerRequest } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { readGoogleAnswer } from '../formats/google-map.ts';
import { isHiddenFromOthers } from '../formats/google-schema.ts';
import type { GoogleMailbox } from './client.ts';
import { commentText } from './comment.ts';
import { writeOwnAnswer } from './own-answer.ts';
import { isOrganizer, ownAttendee, responseStatus } from './owner.ts';
import { refusal } from './problems.ts';
import { findTarget } from './target.ts';

/**
 * Answers in the owner's name; the organizer is told by mail as well. May be called again after any failure: an
 * answer that already stands is not sent twice. The words of a private entry are not read, so there the answer alone
 * tells.
 */
export async function answer(
  mailbox: GoogleMailbox,
  request: AnswerRequest,
): Promise<Outcome<AnswerReceipt>> {
  const found = await findTarget(mailbox, request.target, request.version);
  if (!found.ok) return found;
  const event = found.value;
  if (isOrganizer(event, mailbox.ownAddresses)) return refusal('is-organizer', 'organizer');
  const own = ownAttendee(event, mailbox.ownAddresses);
  if (own === null) return refusal('not-an-attendee', 'no own entry');
  const comment = commentText(request.comment, request.proposal);
  const before = {
    answer: readGoogleAnswer(own.responseStatus),
    comment: own.comment || null,
    given: request.answer,
    entryId: event.id,
  };
  const receipt = (already: boolean, commentCarried: boolean): Outcome<AnswerReceipt> => ({
    ok: true,
    value: {
      before,
      already,
      commentCarried,
      proposalCarried: request.proposal !== null && commentCarried ? 'in-comment' : 'no',
    },
  });
  const sameWords = comment === null || comment === before.comment || isHiddenFromOthers(event);
  if (before.answer === request.answer && sameWords) return receipt(true, true);
  const written = await writeOwnAnswer(mailbox, event, own, {
    responseStatus: responseStatus(request.answer),
    // Words of an earlier answer must not go out with this one.
    comment: comment ?? '',
  });
  return written.ok ? receipt(false, written.value.commentKept) : written;
}
