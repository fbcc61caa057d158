import type { AnswerReceipt, AnswerRequest } from '../../app/ports/calendar.ts';
import type { Outcome, ProviderProblem } from '../../app/ports/problem.ts';
import { proposalLine } from '../formats/proposal-line.ts';
import { answerOf, eventEntry } from './entry.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { problem } from './problems.ts';
import { type ResponseBody, respond } from './respond.ts';
import type { OutlookEvent } from './schema.ts';
import { utcTimes } from './slot.ts';
import { type FoundTarget, findTarget } from './target.ts';

/**
 * Answers for the owner. Graph has no `If-Match` for answers: the entry is read, compared and answered at once, and a
 * change in between is not noticed. A decline moves the entry to Deleted Items, where its id stays.
 * A series that Graph does not let decline as a whole is `not-supported`: its occurrences can be declined.
 */
export async function answer(
  mailbox: MailboxContext,
  request: AnswerRequest,
): Promise<Outcome<AnswerReceipt>> {
  const found = await findTarget(mailbox, request.target);
  if (!found.ok) return found;
  const { event, id } = found.value;
  const refusal = refusalOf(mailbox, found.value, request);
  if (refusal !== null) return { ok: false, problem: refusal };
  const before = { answer: answerOf(event), comment: null, given: request.answer, entryId: id };
  if (before.answer === request.answer)
    return { ok: true, value: { before, already: true, commentCarried: false, proposalCarried: 'no' } };
  const { body, commentCarried, proposalCarried } = wordsOf(event, request);
  const sent = await respond(mailbox, id, { answer: request.answer, before: before.answer }, body);
  if (sent.ok) return { ok: true, value: { before, already: false, commentCarried, proposalCarried } };
  const wholeSeries = event.type === 'seriesMaster' && sent.problem.code === 'request-refused';
  return wholeSeries ? { ok: false, problem: { ...sent.problem, code: 'not-supported' } } : sent;
}

function refusalOf(
  { ownAddresses }: MailboxContext,
  { event, version }: FoundTarget,
  request: AnswerRequest,
): ProviderProblem | null {
  const { role } = eventEntry(event, ownAddresses, { fromMs: 0, toMs: 0 }).owner;
  if (role === 'organizer' || role === 'alone') return problem('is-organizer', 'isOrganizer');
  if (role === 'unlisted') return problem('not-an-attendee', 'attendees');
  if (event.isCancelled) return problem('not-found', 'isCancelled');
  const changed = request.version !== null && request.version !== version;
  return changed ? problem('changed-meanwhile', '@odata.etag') : null;
}

interface Words {
  readonly body: ResponseBody;
  readonly commentCarried: boolean;
  readonly proposalCarried: AnswerReceipt['proposalCarried'];
}

/** Plain text: whether Outlook renders markup in a comment is not documented. */
function wordsOf(event: OutlookEvent, { answer: given, comment, proposal }: AnswerRequest): Words {
  if (!event.responseRequested)
    return { body: { sendResponse: false }, commentCarried: false, proposalCarried: 'no' };
  const native = proposal !== null && given !== 'accepted' && event.allowNewTimeProposals;
  const inWords = proposal !== null && !native ? proposalLine(proposal) : null;
  const lines = [comment, inWords].filter((line) => line !== null);
  return {
    body: {
      sendResponse: true,
      ...(lines.length === 0 ? {} : { comment: lines.join('\n\n') }),
      ...(native ? { proposedNewTime: utcTimes(proposal) } : {}),
    },
    commentCarried: comment !== null,
    proposalCarried: native ? 'native' : inWords === null ? 'no' : 'in-comment',
  };
}
