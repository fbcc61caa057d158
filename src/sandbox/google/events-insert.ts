import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { googleError, invalid } from './errors.ts';
import { type EventBody, readEventBody } from './event-body.ts';
import { applyBody, blankEvent } from './event-change.ts';
import { showEvent } from './event-view.ts';
import { readGuests } from './guest-list.ts';
import { readWrite, tellsGuests } from './write-request.ts';

// base32hex in lower case (google.md 5.4).
const ownId = /^[a-v0-9]{5,1024}$/;

/** `calendar.events.insert`. An own id makes it idempotent: 409 the second time, also after a deletion. */
export function insertEvent(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const write = readWrite(parts, request);
  if (!write.ok) return write.answer;
  const { calendar, sendUpdates, view } = write.value;
  const body = readEventBody(request.body);
  if (!body.ok) return body.answer;
  const taken = idFault(parts, calendar.mailbox, body.value);
  if (taken !== null) return taken;
  const event = applyBody(parts, calendar, body.value, blankEvent, write.value);
  if (!event.ok) return event.answer;
  const guests = readGuests(parts, body.value.attendees ?? [], []);
  if (!guests.ok) return guests.answer;
  const copy = parts.engine.create({
    organizer: calendar.mailbox,
    fields: { ...event.value.fields, guests: guests.value },
    own: event.value.own,
    // An empty text is the default of the field: not given.
    providerId: body.value.id || null,
    uid: body.value.iCalUID || null,
    transactionId: null,
    notify: tellsGuests(parts, sendUpdates, guests.value),
  });
  return showEvent({ ...request, headers: {} }, { copy, key: copy.key, originalStart: null }, view);
}

function idFault(parts: SandboxParts, mailbox: string, { id, iCalUID, status }: EventBody): ApiAnswer | null {
  if (status === 'cancelled') return invalid('Invalid value for: status', 'status');
  if (id && !ownId.test(id)) return invalid('Invalid resource id value.', 'id');
  const taken =
    (id && parts.engine.find(mailbox, id) !== null) ||
    (iCalUID && parts.engine.findByUid(mailbox, iCalUID) !== null);
  return taken ? googleError(409, 'global', 'duplicate', 'The requested identifier already exists.') : null;
}
