import type { ApiAnswer } from '../api/api-route.ts';
import { blankFields, blankOwn } from '../calendar/blank-event.ts';
import type { EventCopy, EventFields, OwnFields } from '../calendar/event-copy.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import { type EventTarget, findTarget, targetFolder, targetId, targetRef } from './event-ids.ts';
import { type EventBody, ownChange, readEventBody, sharedChange } from './event-input.ts';
import { eventTag } from './event-resource.ts';
import { namedTarget, oneEvent, readCalendar } from './events-read.ts';
import { propertiesToWrite } from './extended-properties.ts';
import { type MailboxCall, type MailboxMethod, scopes } from './mailbox-call.ts';
import { newUid } from './uid.ts';

/** Methods that create, change and delete events. */
export const writeMethods: readonly MailboxMethod[] = [
  ...['/events', '/calendar/events', '/calendars/:calendar/events'].map((tail) => ({
    id: 'user-post-events',
    method: 'POST' as const,
    tail,
    scopes: scopes.write,
    handle: createEvent,
  })),
  { id: 'event-update', method: 'PATCH', tail: '/events/:event', scopes: scopes.write, handle: updateEvent },
  { id: 'event-delete', method: 'DELETE', tail: '/events/:event', scopes: scopes.write, handle: deleteEvent },
];

const nowhere = { kind: 'date', date: '0001-01-01' } as const;
const newFields: EventFields = { ...blankFields, start: nowhere, end: nowhere };
const newOwn: OwnFields = { ...blankOwn, reminderMinutes: 15 };

function createEvent(call: MailboxCall): ApiAnswer | Refusal {
  const calendar = readCalendar(call);
  if (isRefusal(calendar)) return calendar;
  if (!calendar.isPrimary) return refuse(403, 'ErrorAccessDenied', 'This calendar cannot be edited.');
  const body = readEventBody(call.request.body);
  if (isRefusal(body)) return body;
  const earlier = findCreated(call, body.transactionId ?? null);
  if (earlier !== null) return oneEvent(call, { copy: earlier, instance: null }, 201);
  if (body.start === undefined || body.end === undefined)
    return refuse(400, 'ErrorPropertyValidationFailure', "An event needs 'start' and 'end'.");
  const shared = sharedChange(body, null);
  if (isRefusal(shared)) return shared;
  const properties = propertiesToWrite(body.singleValueExtendedProperties ?? [], {});
  if (isRefusal(properties)) return properties;
  const copy = insert(call, body, shared, properties);
  return oneEvent(call, { copy, instance: null }, 201);
}

function insert(
  { parts, person }: MailboxCall,
  body: EventBody,
  shared: Partial<EventFields>,
  properties: Readonly<Record<string, string | null>>,
): EventCopy {
  const transactionId = body.transactionId ?? null;
  const copy = parts.engine.create({
    organizer: person.address,
    fields: { ...newFields, ...shared, conferenceUrl: body.isOnlineMeeting ? newConference(parts) : null },
    own: { ...newOwn, ...ownChange(body, null), privateProperties: withoutNulls(properties) },
    providerId: null,
    uid: newUid(parts.clock.nowMs(), parts.newId(16)),
    transactionId,
    notify: true,
  });
  if (transactionId !== null)
    parts.tables
      .table<string>('graph-transactions')
      .put(transactionKey(person.address, transactionId), copy.key);
  return copy;
}

/** The event that an earlier request with the same `transactionId` made (microsoft.md 3.1). */
function findCreated({ parts, person }: MailboxCall, transactionId: string | null): EventCopy | null {
  if (transactionId === null) return null;
  const table = parts.tables.table<string>('graph-transactions');
  const key = table.get(transactionKey(person.address, transactionId));
  const copy = key === undefined ? null : parts.engine.get(key);
  return copy === null || copy.folder === 'purged' ? null : copy;
}

function transactionKey(mailbox: string, transactionId: string): string {
  return `${mailbox}\n${transactionId}`;
}

function newConference({ newId }: MailboxCall['parts']): string {
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${newId(24)}%40thread.v2/0`;
}

function withoutNulls(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function updateEvent(call: MailboxCall): ApiAnswer | Refusal {
  const target = unchangedTarget(call);
  if (isRefusal(target)) return target;
  const body = readEventBody(call.request.body);
  if (isRefusal(body)) return body;
  if (target.instance !== null && body.recurrence !== undefined)
    return refuse(400, 'ErrorInvalidRequest', 'An occurrence has no recurrence of its own.');
  const { fields, own } = target.instance ?? target.copy;
  const shared = sharedChange(body, fields);
  if (isRefusal(shared)) return shared;
  const properties = propertiesToWrite(body.singleValueExtendedProperties ?? [], own.privateProperties);
  if (isRefusal(properties)) return properties;
  const conference = conferenceChange(call, body, fields);
  write(call, target, { ...shared, ...conference }, { ...ownChange(body, own), properties });
  const written = findTarget(call.parts, call.person.address, targetId(target, true));
  return isRefusal(written) ? written : oneEvent(call, written);
}

/** A guest's change of shared fields stays in the guest's copy: the engine sees to that. */
function write(
  { parts }: MailboxCall,
  target: EventTarget,
  shared: Partial<EventFields>,
  { properties, ...own }: Partial<OwnFields> & { properties: Readonly<Record<string, string | null>> },
): void {
  const ref = targetRef(target);
  if (Object.keys(shared).length > 0) parts.engine.update(ref, shared, true);
  const hasProperties = Object.keys(properties).length > 0;
  if (Object.keys(own).length > 0 || hasProperties)
    parts.engine.updateOwn(ref, { ...own, ...(hasProperties ? { privateProperties: properties } : {}) });
}

function conferenceChange(
  { parts }: MailboxCall,
  { isOnlineMeeting }: EventBody,
  { conferenceUrl }: EventFields,
): Partial<EventFields> {
  // Graph never takes the link of an online meeting away again.
  return isOnlineMeeting && conferenceUrl === null ? { conferenceUrl: newConference(parts) } : {};
}

function deleteEvent(call: MailboxCall): ApiAnswer | Refusal {
  const target = unchangedTarget(call);
  if (isRefusal(target)) return target;
  const { parts } = call;
  if (targetFolder(target) === 'calendar') parts.engine.remove(targetRef(target), true, null);
  else if (target.instance === null) parts.engine.moveToFolder(target.copy.key, 'purged');
  return { status: 204 };
}

/** The event of the path; refused where `If-Match` names another version of it. */
function unchangedTarget(call: MailboxCall): EventTarget | Refusal {
  const target = namedTarget(call);
  if (isRefusal(target)) return target;
  const expected = call.request.headers['if-match'];
  return expected === undefined || expected === '*' || expected === eventTag(target)
    ? target
    : refuse(
        412,
        'ErrorIrresolvableConflict',
        'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
      );
}
