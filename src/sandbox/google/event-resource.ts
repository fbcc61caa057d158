import type { SandboxPerson } from '../accounts/person.ts';
import type { EventCopy, EventFields, EventInstance, OwnFields } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { isOwner, writeAttendees } from './attendees.ts';
import { conference } from './conference.ts';
import { eventEtag } from './etags.ts';
import { instanceId } from './event-ids.ts';
import { keyMoment, timestamp, writeMoment } from './moments.ts';

/** For whom and how events are written. */
export interface EventView {
  readonly parts: SandboxParts;
  readonly owner: SandboxPerson;
  /** IANA zone of the times in the answer. */
  readonly zone: string;
  readonly maxAttendees: number | null;
  /** The token may only see when events are. */
  readonly busyOnly: boolean;
}

/** A single event or the master of a series, as `events.get` gives it; deleted ones with status cancelled. */
export function writeCopy(copy: EventCopy, view: EventView) {
  const { fields, own } = copy;
  return {
    ...identity(copy, copy.version, copy.updatedMs, copy.providerId),
    ...content(copy, fields, own, isDeleted(copy), view),
    ...(fields.recurrence.length > 0 && { recurrence: fields.recurrence }),
  };
}

/** One occurrence of a series. */
export function writeInstance(instance: EventInstance, view: EventView) {
  const { copy, fields, own } = instance;
  const id = instanceId(view.parts, copy, instance.originalStart);
  return {
    ...identity(copy, instance.version, instance.updatedMs, id),
    ...content(copy, fields, own, isOff(instance), view),
    recurringEventId: copy.providerId,
    originalStartTime: writeMoment(instance.originalMoment, view.zone),
  };
}

/** What is left of a deleted event in lists: only the id is certain (google.md 5.2). */
export function writeTombstone(copy: EventCopy) {
  return {
    kind: 'calendar#event',
    etag: eventEtag(copy.version, copy.updatedMs),
    id: copy.providerId,
    status: 'cancelled',
  };
}

/** A cancelled occurrence of a live series: id, series and original start only. */
export function writeCancelled(instance: EventInstance, view: EventView) {
  return {
    kind: 'calendar#event',
    etag: eventEtag(instance.version, instance.updatedMs),
    id: instanceId(view.parts, instance.copy, instance.originalStart),
    status: 'cancelled',
    recurringEventId: instance.copy.providerId,
    originalStartTime: writeMoment(instance.originalMoment, view.zone),
  };
}

/** An occurrence that was given once and that the series no longer has. */
export function writeLost(copy: EventCopy, originalStart: string, view: EventView) {
  return {
    kind: 'calendar#event',
    etag: eventEtag(copy.version, copy.updatedMs),
    id: instanceId(view.parts, copy, originalStart),
    status: 'cancelled',
    recurringEventId: copy.providerId,
    originalStartTime: writeMoment(keyMoment(originalStart, copy.fields.start), view.zone),
  };
}

/** Gone from its calendar: deleted by the owner, or called off by the organizer. */
export function isDeleted(copy: EventCopy): boolean {
  return copy.folder !== 'calendar' || copy.fields.cancelled;
}

export function isOff(instance: EventInstance): boolean {
  return instance.gone || instance.fields.cancelled || isDeleted(instance.copy);
}

function identity(copy: EventCopy, version: number, updatedMs: number, id: string) {
  const eid = Buffer.from(`${id} ${copy.mailbox}`, 'utf8').toString('base64url');
  return {
    kind: 'calendar#event',
    etag: eventEtag(version, updatedMs),
    id,
    htmlLink: `https://www.google.com/calendar/event?eid=${eid}`,
    created: timestamp(copy.createdMs),
    updated: timestamp(updatedMs),
    iCalUID: copy.uid,
    sequence: copy.sequence,
  };
}

function content(copy: EventCopy, fields: EventFields, own: OwnFields, off: boolean, view: EventView) {
  const times = { start: writeMoment(fields.start, view.zone), end: writeMoment(fields.end, view.zone) };
  const status = off ? 'cancelled' : fields.tentative ? 'tentative' : 'confirmed';
  const transparency = own.showAs === 'free' && { transparency: 'transparent' };
  const eventType = own.special?.eventType ?? 'default';
  if (view.busyOnly) return { status, ...times, ...transparency, eventType };
  const organizer = {
    email: copy.organizer,
    ...(copy.organizerName !== null && { displayName: copy.organizerName }),
    ...(isOwner(view.owner, copy.organizer) && { self: true }),
  };
  return {
    status,
    ...words(fields),
    creator: organizer,
    organizer,
    ...times,
    ...transparency,
    ...(fields.visibility !== 'default' && { visibility: fields.visibility }),
    ...writeAttendees({ owner: view.owner, copy, fields, maxAttendees: view.maxAttendees }),
    ...(fields.guestListHidden && { guestsCanSeeOtherGuests: false }),
    ...conference(fields.conferenceUrl),
    ...properties(fields, own),
    reminders: reminders(own.reminderMinutes),
    ...(fields.attachments.length > 0 && { attachments: fields.attachments.map(writeAttachment) }),
    eventType,
    ...(own.special !== null && { [`${own.special.eventType}Properties`]: own.special.properties }),
  };
}

function words(fields: EventFields) {
  return {
    ...(fields.summary !== '' && { summary: fields.summary }),
    ...(fields.body.content !== '' && { description: fields.body.content }),
    ...(fields.location !== '' && { location: fields.location }),
  };
}

function properties(fields: EventFields, own: OwnFields) {
  const kinds = { private: own.privateProperties, shared: fields.sharedProperties };
  const used = Object.entries(kinds).filter(([, values]) => Object.keys(values).length > 0);
  return used.length > 0 && { extendedProperties: Object.fromEntries(used) };
}

function reminders(minutes: number | null) {
  return minutes === null
    ? { useDefault: true }
    : { useDefault: false, overrides: [{ method: 'popup', minutes }] };
}

function writeAttachment(attachment: EventFields['attachments'][number]) {
  return { fileUrl: attachment.url, title: attachment.title, mimeType: attachment.mimeType };
}
