import type { EventFields, Guest } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { isOwner, mostAnsweredGuests } from './attendees.ts';
import type { EventBody } from './event-body.ts';
import type { WritableEvent, WriteRequest } from './write-request.ts';

type Answer = Pick<Guest, 'answer' | 'comment'>;

/**
 * The answer in a body with `attendeesOmitted`: only the participant's own entry counts. Null where the body has
 * none. Whether its comment is heeded is a switch; where it is not, the comment stays what it was.
 */
export function omittedAnswer(
  parts: SandboxParts,
  write: WriteRequest,
  event: WritableEvent,
  body: EventBody,
): Answer | null {
  const { owner } = write.calendar;
  const entry = body.attendees?.find((one) => isOwner(owner, one.email?.trim().toLowerCase() ?? ''));
  const before = event.fields.guests.find((guest) => isOwner(owner, guest.address));
  if (!entry?.responseStatus || before === undefined) return null;
  const kept = parts.positions()['google.comment-with-attendees-omitted'] === 'kept';
  return { answer: entry.responseStatus, comment: kept ? entry.comment || null : before.comment };
}

/** Writes an organizer's answer into their own guest list: it goes to nobody and calls nothing off. */
export function withOwnAnswer(
  parts: SandboxParts,
  write: WriteRequest,
  guests: EventFields['guests'],
  answer: Answer,
): EventFields['guests'] {
  const answeredAtMs = parts.clock.nowMs();
  return guests.map((guest) =>
    isOwner(write.calendar.owner, guest.address) ? { ...guest, ...answer, answeredAtMs } : guest,
  );
}

/**
 * A guest answers. Between Google calendars the answer travels whatever `sendUpdates` says, which only decides about
 * mail; elsewhere it travels as mail. In meetings of more than 200 guests it stays in the guest's copy.
 */
export function sendAnswer(
  parts: SandboxParts,
  write: WriteRequest,
  event: WritableEvent,
  { answer, comment }: Answer,
): void {
  const { copy, fields, key, originalStart } = event;
  const before = parts.engine.ownGuest(copy, originalStart);
  const local = parts.people.find(copy.organizer)?.provider === 'google';
  const travels = local || write.sendUpdates !== 'none';
  const send = travels && fields.guests.length <= mostAnsweredGuests;
  parts.engine.answer({ key, originalStart }, { answer, comment, proposal: null, send });
  const mails = parts.positions()['google.decline-mail'] === 'mail' && write.sendUpdates === 'all';
  if (answer === 'declined' && before?.answer !== 'declined' && send && mails) {
    const subject = `Declined: ${fields.summary}`;
    const text = comment ?? '';
    parts.sendMail({ from: copy.mailbox, to: [copy.organizer], subject, text, html: null });
  }
}
