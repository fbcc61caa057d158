import { z } from 'zod';
import type { ApiAnswer } from '../api/api-route.ts';
import type { EventMoment, GuestAnswer } from '../calendar/event-copy.ts';
import { lowerNames, unknownParameter } from './action-body.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import { type EventTarget, targetFolder, targetRef } from './event-ids.ts';
import { eventType } from './event-resource.ts';
import { markupAsText } from './event-text.ts';
import { namedTarget } from './events-read.ts';
import { readGraphTime } from './graph-time.ts';
import { type MailboxCall, type MailboxMethod, scopes } from './mailbox-call.ts';

/** Methods by which a guest answers and an organizer cancels. They all answer 202 without a body. */
export const respondMethods: readonly MailboxMethod[] = [
  respondMethod('event-accept', '/accept', 'accepted'),
  respondMethod('event-tentativelyaccept', '/tentativelyAccept', 'tentative'),
  respondMethod('event-decline', '/decline', 'declined'),
  {
    id: 'event-cancel',
    method: 'POST',
    tail: '/events/:event/cancel',
    scopes: scopes.write,
    handle: cancelEvent,
  },
];

function respondMethod(id: string, action: string, answer: GuestAnswer): MailboxMethod {
  return {
    id,
    method: 'POST',
    tail: `/events/:event${action}`,
    scopes: scopes.write,
    handle: (call) => respond(call, answer),
  };
}

const time = z.object({ dateTime: z.string(), timeZone: z.string().nullable().default(null) });
const comment = z.string().nullable().default(null);
const answerBody = z.strictObject({
  comment,
  sendresponse: z.boolean().nullable().default(true),
  proposednewtime: z.object({ start: time, end: time }).nullable().default(null),
});
const bodies = {
  accepted: answerBody.omit({ proposednewtime: true }),
  tentative: answerBody,
  declined: answerBody,
  needsAction: answerBody,
};

type AnswerBody = z.output<typeof answerBody>;
type Proposal = { readonly start: EventMoment; readonly end: EventMoment };

function respond(call: MailboxCall, answer: GuestAnswer): ApiAnswer | Refusal {
  const target = namedTarget(call);
  if (isRefusal(target)) return target;
  const parsed = bodies[answer].safeParse(lowerNames(call.request.body));
  if (!parsed.success) return unknownParameter(parsed.error);
  const body: AnswerBody = { proposednewtime: null, ...parsed.data };
  const refusal = refusalOf(call, target, answer, body);
  if (refusal !== null) return refusal;
  const proposal = readProposal(body);
  if (isRefusal(proposal)) return proposal;
  call.parts.engine.answer(targetRef(target), {
    answer,
    comment: shownComment(call, body.comment),
    proposal,
    send: body.sendresponse ?? true,
  });
  return { status: 202 };
}

/** What Graph does not take, in the order in which it says so (microsoft.md 3.2). */
function refusalOf(
  { parts, person }: MailboxCall,
  target: EventTarget,
  answer: GuestAnswer,
  body: AnswerBody,
): Refusal | null {
  const fields = target.instance?.fields ?? target.copy.fields;
  const positions = parts.positions();
  const sends = body.sendresponse ?? true;
  if (target.copy.organizer === person.address)
    return cannot("You can't respond to this meeting because you're the meeting organizer.");
  if (fields.cancelled) return cannot('The meeting has been canceled.');
  if (targetFolder(target) === 'deleted' && positions['microsoft.undo-decline'] === 'refused')
    return cannot("You can't respond to this meeting because it isn't in your calendar.");
  if (
    answer === 'declined' &&
    eventType(target) === 'seriesMaster' &&
    positions['microsoft.decline-series'] === 'refused'
  )
    return cannot("You can't decline a whole series. Decline its occurrences.");
  if (body.comment && !sends)
    return refuse(400, 'ErrorInvalidParameter', "'SendResponse' must be true when 'Comment' is not null");
  if (!fields.answersRequested && sends) return cannot("The meeting organizer hasn't requested a response.");
  if (body.proposednewtime !== null && (!fields.proposalsAllowed || !sends))
    return cannot('A new time cannot be proposed for this meeting.');
  return null;
}

function cannot(reason: string): Refusal {
  return refuse(400, 'ErrorInvalidRequest', `Your request can't be completed. ${reason}`);
}

function readProposal({ proposednewtime: proposed }: AnswerBody): Proposal | null | Refusal {
  if (proposed === null) return null;
  const start = readGraphTime(proposed.start, 'proposedNewTime/start');
  if (isRefusal(start)) return start;
  const end = readGraphTime(proposed.end, 'proposedNewTime/end');
  if (isRefusal(end)) return end;
  return start.ms < end.ms
    ? { start: { kind: 'instant', ...start }, end: { kind: 'instant', ...end } }
    : refuse(400, 'ErrorInvalidParameter', 'The proposed end has to be after the proposed start.');
}

/** The words as the organizer reads them: a comment that is rendered loses its markup. */
function shownComment({ parts }: MailboxCall, text: string | null): string | null {
  if (text === null || text === '') return null;
  return parts.positions()['microsoft.decline-comment'] === 'rendered' ? markupAsText(text) : text;
}

const cancelBody = z.strictObject({ comment });

function cancelEvent(call: MailboxCall): ApiAnswer | Refusal {
  const target = namedTarget(call);
  if (isRefusal(target)) return target;
  const parsed = cancelBody.safeParse(lowerNames(call.request.body));
  if (!parsed.success) return unknownParameter(parsed.error);
  if (target.copy.organizer !== call.person.address)
    return refuse(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    );
  if (targetFolder(target) === 'calendar')
    call.parts.engine.remove(targetRef(target), true, parsed.data.comment || null);
  return { status: 202 };
}
