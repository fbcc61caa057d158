import type { ApiRequest } from '../api/api-route.ts';
import type { EventFields, OwnFields } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { found, type OpenCalendar, type Outcome, openCalendar, refused } from './calendar-access.ts';
import { alreadyDeleted, notFound } from './errors.ts';
import { eventEtag, failedPrecondition } from './etags.ts';
import type { WriteOptions } from './event-change.ts';
import { findEvent, type NamedEvent } from './event-ids.ts';
import { type EventView, isDeleted, isOff } from './event-resource.ts';
import { readView } from './event-view.ts';
import { readChoice, readFlag } from './query-values.ts';

export type SendUpdates = 'all' | 'externalOnly' | 'none';

/** Where and how a write goes, from its path and query. */
export interface WriteRequest extends WriteOptions {
  readonly calendar: OpenCalendar;
  readonly view: EventView;
  readonly sendUpdates: SendUpdates;
}

/** An event that a request may change, as it is now. */
export interface WritableEvent extends NamedEvent {
  /** Of the occurrence, where one is meant. */
  readonly fields: EventFields;
  readonly own: OwnFields;
  readonly byOrganizer: boolean;
}

export function readWrite(parts: SandboxParts, request: ApiRequest): Outcome<WriteRequest> {
  const calendar = openCalendar(parts, request);
  if (!calendar.ok) return calendar;
  const view = readView(parts, calendar.value, request.query);
  if (!view.ok) return view;
  const sendUpdates = readSendUpdates(request.query);
  if (!sendUpdates.ok) return sendUpdates;
  const supportsAttachments = readFlag(request.query, 'supportsAttachments');
  if (!supportsAttachments.ok) return supportsAttachments;
  return found({
    calendar: calendar.value,
    view: view.value,
    sendUpdates: sendUpdates.value,
    supportsAttachments: supportsAttachments.value ?? false,
    conferences: request.query.get('conferenceDataVersion') === '1',
  });
}

/** The event of the path: 404 unknown, 410 deleted, 412 where If-Match names another version. */
export function findWritable(
  parts: SandboxParts,
  request: ApiRequest,
  calendar: OpenCalendar,
): Outcome<WritableEvent> {
  const named = findEvent(parts, calendar.mailbox, request.params.eventId ?? '');
  if (named === null) return refused(notFound());
  const { copy, key, originalStart } = named;
  if (isDeleted(copy)) return refused(alreadyDeleted());
  const instance = originalStart === null ? null : parts.engine.instance(key, originalStart);
  if (originalStart !== null && instance === null) return refused(notFound());
  if (instance !== null && isOff(instance)) return refused(alreadyDeleted());
  const { version, updatedMs, fields, own } = instance ?? copy;
  const failed = failedPrecondition(request, eventEtag(version, updatedMs));
  if (failed !== null) return refused(failed);
  const byOrganizer = copy.organizer === calendar.mailbox;
  return found({ copy, key, originalStart, fields, own, byOrganizer });
}

/** Whether the engine is to tell the guests: with `externalOnly` where somebody is on another calendar. */
export function tellsGuests(
  parts: SandboxParts,
  sendUpdates: SendUpdates,
  guests: EventFields['guests'],
): boolean {
  if (sendUpdates !== 'externalOnly') return sendUpdates === 'all';
  return guests.some((guest) => parts.people.find(guest.address)?.provider !== 'google');
}

function readSendUpdates(query: URLSearchParams): Outcome<SendUpdates> {
  const written = readChoice(query, 'sendUpdates', ['all', 'externalOnly', 'none']);
  if (!written.ok) return written;
  const old = readFlag(query, 'sendNotifications');
  if (!old.ok) return old;
  return found(written.value ?? (old.value ? 'all' : 'none'));
}
