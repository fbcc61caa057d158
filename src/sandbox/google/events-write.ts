import { isDeepStrictEqual } from 'node:util';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { EventFields } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { isOwner } from './attendees.ts';
import { found, type Outcome, refused } from './calendar-access.ts';
import { forbiddenForNonOrganizer, required } from './errors.ts';
import { type EventBody, readEventBody } from './event-body.ts';
import { applyBody, blankEvent, type EventState } from './event-change.ts';
import { showEvent } from './event-view.ts';
import { omittedAnswer, sendAnswer, withOwnAnswer } from './guest-answer.ts';
import { readGuests } from './guest-list.ts';
import { storeChange } from './store-change.ts';
import {
  findWritable,
  readWrite,
  tellsGuests,
  type WritableEvent,
  type WriteRequest,
} from './write-request.ts';

type Guests = EventFields['guests'];

/** `calendar.events.patch`: fields that the body names; arrays overwrite, extended properties are merged. */
export function patchEvent(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  return changeEvent(parts, request, (_write, event, body) =>
    found({ body: withoutRule(event, body), base: event }),
  );
}

/** `calendar.events.update`: the whole event; what the body does not name goes back to its default. */
export function updateEvent(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  return changeEvent(parts, request, (write, event, body) => {
    if (!event.byOrganizer) return refused(forbiddenForNonOrganizer());
    if (!hasTime(body.start)) return refused(required('Missing start time.'));
    if (!hasTime(body.end)) return refused(required('Missing end time.'));
    const { conferenceUrl, attachments } = event.fields;
    const kept = {
      conferenceUrl: write.conferences && body.conferenceData === undefined ? null : conferenceUrl,
      attachments: write.supportsAttachments ? [] : attachments,
    };
    const own = { ...blankEvent.own, special: event.own.special };
    const base = { copy: event.copy, fields: { ...blankEvent.fields, ...kept }, own };
    return found({ body: { attendees: [], ...withoutRule(event, body) }, base });
  });
}

/** `calendar.events.delete`, and a body with status `cancelled`. */
export function deleteEvent(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const write = readWrite(parts, request);
  if (!write.ok) return write.answer;
  const event = findWritable(parts, request, write.value.calendar);
  if (!event.ok) return event.answer;
  removeEvent(parts, write.value, event.value);
  return { status: 204 };
}

type Base = (
  write: WriteRequest,
  event: WritableEvent,
  body: EventBody,
) => Outcome<{ readonly body: EventBody; readonly base: EventState }>;

function changeEvent(parts: SandboxParts, request: ApiRequest, baseOf: Base): ApiAnswer {
  const write = readWrite(parts, request);
  if (!write.ok) return write.answer;
  const event = findWritable(parts, request, write.value.calendar);
  if (!event.ok) return event.answer;
  const body = readEventBody(request.body);
  if (!body.ok) return body.answer;
  const begun = baseOf(write.value, event.value, body.value);
  if (!begun.ok) return begun.answer;
  if (body.value.status === 'cancelled') removeEvent(parts, write.value, event.value);
  else {
    const refusal = applyChange(parts, write.value, event.value, begun.value);
    if (refusal !== null) return refusal;
  }
  // The ETag that came is of the version before; a write never answers 304.
  return showEvent({ ...request, headers: {} }, event.value, write.value.view);
}

function removeEvent(parts: SandboxParts, write: WriteRequest, event: WritableEvent): void {
  const notify = tellsGuests(parts, write.sendUpdates, event.fields.guests);
  parts.engine.remove({ key: event.key, originalStart: event.originalStart }, notify, null);
}

function applyChange(
  parts: SandboxParts,
  write: WriteRequest,
  event: WritableEvent,
  { body, base }: { readonly body: EventBody; readonly base: EventState },
): ApiAnswer | null {
  const omitted = body.attendeesOmitted === true;
  const after = applyBody(parts, write.calendar, body, base, write);
  if (!after.ok) return after.answer;
  if (isRefusedEdit(parts, event, after.value)) return forbiddenForNonOrganizer();
  const { guests: before } = event.fields;
  const stated =
    omitted || body.attendees === undefined ? found(before) : readGuests(parts, body.attendees ?? [], before);
  if (!stated.ok) return stated.answer;
  const answer = omitted
    ? omittedAnswer(parts, write, event, body)
    : event.byOrganizer
      ? null
      : newAnswer(write, before, stated.value);
  const guests = guestsToStore(parts, write, event, stated.value, answer);
  storeChange(parts, write, event, { ...after.value, fields: { ...after.value.fields, guests } });
  if (answer !== null && !event.byOrganizer) sendAnswer(parts, write, event, answer);
  return null;
}

/** What a guest changes beside the guest list stays in the own copy, or is refused: a switch. */
function isRefusedEdit(parts: SandboxParts, event: WritableEvent, { fields }: EventState): boolean {
  if (event.byOrganizer || parts.positions()['google.guest-edit'] === 'stays-local') return false;
  return !isDeepStrictEqual({ ...fields, guests: [] }, { ...event.fields, guests: [] });
}

/** The own answer in a whole guest list, where it is another than before. */
function newAnswer(write: WriteRequest, before: Guests, stated: Guests): Guests[number] | null {
  const isMine = (guest: Guests[number]) => isOwner(write.calendar.owner, guest.address);
  const old = before.find(isMine);
  const now = stated.find(isMine);
  if (old === undefined || now === undefined) return null;
  return old.answer === now.answer && old.comment === now.comment ? null : now;
}

/** The list without a guest's new answer, which the engine writes itself; an organizer's is part of it. */
function guestsToStore(
  parts: SandboxParts,
  write: WriteRequest,
  event: WritableEvent,
  stated: Guests,
  answer: Pick<Guests[number], 'answer' | 'comment'> | null,
): Guests {
  if (event.byOrganizer) return answer === null ? stated : withOwnAnswer(parts, write, stated, answer);
  const isMine = (guest: Guests[number]) => isOwner(write.calendar.owner, guest.address);
  const old = event.fields.guests.find(isMine);
  return stated.map((guest) =>
    isMine(guest) && old !== undefined
      ? {
          ...guest,
          answer: old.answer,
          comment: old.comment,
          proposal: old.proposal,
          answeredAtMs: old.answeredAtMs,
        }
      : guest,
  );
}

/** An occurrence has no rule of its own. */
function withoutRule(event: WritableEvent, body: EventBody): EventBody {
  return event.originalStart === null ? body : { ...body, recurrence: undefined };
}

function hasTime(time: EventBody['start']): boolean {
  return Boolean(time?.date || time?.dateTime);
}
