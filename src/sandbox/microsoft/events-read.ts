import type { ApiAnswer } from '../api/api-route.ts';
import type { EventCopy, EventFields } from '../calendar/event-copy.ts';
import { ruleMs } from '../calendar/recurrence-set.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import { type EventTarget, findTarget, notFound, targetFolder } from './event-ids.ts';
import { type EventResource, eventResource, eventType, selectedOnly } from './event-resource.ts';
import { readViewTime } from './graph-time.ts';
import { type MailboxCall, type MailboxMethod, scopes } from './mailbox-call.ts';
import { type ListQuery, pageAnswer, picked, readListQuery } from './odata-query.ts';

const dayMs = 86_400_000;
/** Longest calendar view (microsoft.md 3.4). */
const maxViewDays = 1825;
/** More occurrences of one series than the longest view of a daily one. */
const maxInstances = 4000;

/** Epoch milliseconds, end exclusive. */
export interface ViewWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Methods that read events; `tails` holds the calendars under which each also stands. */
export const readMethods: readonly MailboxMethod[] = [
  ...['/events', '/calendar/events', '/calendars/:calendar/events'].map((tail) => ({
    id: 'user-list-events',
    method: 'GET' as const,
    tail,
    scopes: scopes.basic,
    handle: listEvents,
  })),
  ...['/calendarView', '/calendar/calendarView', '/calendars/:calendar/calendarView'].map((tail) => ({
    id: 'calendar-list-calendarview',
    method: 'GET' as const,
    tail,
    scopes: scopes.basic,
    handle: listView,
  })),
  { id: 'event-get', method: 'GET', tail: '/events/:event', scopes: scopes.basic, handle: getEvent },
  {
    id: 'event-list-instances',
    method: 'GET',
    tail: '/events/:event/instances',
    scopes: scopes.basic,
    handle: listInstances,
  },
];

/** The event that the path names. */
export function namedTarget({ parts, person, request }: MailboxCall): EventTarget | Refusal {
  return findTarget(parts, person.address, request.params.event ?? '');
}

/** One event as this request asked for it. */
export function oneEvent(call: MailboxCall, target: EventTarget, status = 200): ApiAnswer {
  const query = readListQuery(call.request.query);
  if (isRefusal(query)) return query.refusal;
  const { '@odata.etag': tag, ...event } = showEvent(call, target, query);
  const context = `${call.request.origin}/v1.0/$metadata#users('${call.person.userId}')/events/$entity`;
  return {
    status,
    headers: { ETag: String(tag) },
    json: { '@odata.context': context, '@odata.etag': tag, ...event },
  };
}

/** What the view of a mailbox shows: occurrences and single events that overlap the window, by start. */
export function viewTargets({ parts, person }: MailboxCall, window: ViewWindow): readonly EventTarget[] {
  return parts.engine.copies(person.address).flatMap((copy) => copyInView(parts, copy, window));
}

/** The part of a view that one copy gives. */
export function copyInView(
  { engine }: MailboxCall['parts'],
  copy: EventCopy,
  window: ViewWindow,
): readonly EventTarget[] {
  if (copy.folder !== 'calendar' || copy.hidden) return [];
  const isSeries = copy.fields.recurrence.length > 0;
  const wide = { fromMs: window.fromMs - dayMs, toMs: window.toMs + dayMs };
  return engine
    .instances(copy.key, wide, maxInstances)
    .filter(({ fields }) => overlaps(fields, window))
    .map((instance) => ({ copy, instance: isSeries ? instance : null }))
    .filter((target) => targetFolder(target) === 'calendar');
}

/** Whole days float: their midnights in UTC count, whatever the mailbox' zone (microsoft.md 3.1). */
function overlaps({ start, end }: EventFields, { fromMs, toMs }: ViewWindow): boolean {
  const [startMs, endMs] = [ruleMs(start), ruleMs(end)];
  return startMs < toMs && (endMs > fromMs || startMs >= fromMs);
}

export function readWindow(query: URLSearchParams): ViewWindow | Refusal {
  const fromMs = readViewTime(query.get('startDateTime'), 'startDateTime');
  if (isRefusal(fromMs)) return fromMs;
  const toMs = readViewTime(query.get('endDateTime'), 'endDateTime');
  if (isRefusal(toMs)) return toMs;
  if (toMs < fromMs) return refuse(400, 'ErrorInvalidParameter', 'The start has to be before the end.');
  return toMs - fromMs > maxViewDays * dayMs
    ? refuse(400, 'ErrorInvalidRequest', `The requested time duration exceeds ${maxViewDays} days.`)
    : { fromMs, toMs };
}

/** An event as an answer without `$select` and `$expand` shows it in a view or a delta. */
export function viewEvent(call: MailboxCall, target: EventTarget): EventResource {
  const { singleValueExtendedProperties, ...event } = eventResource(call.parts, target, call.preferences);
  return withoutConference(readsBodies(call) ? event : withoutText(event));
}

/** A view hides `onlineMeeting` unless `isOnlineMeeting` is selected (microsoft.md 3.1). */
function withoutConference(event: EventResource): EventResource {
  return { ...event, onlineMeeting: null };
}

function getEvent(call: MailboxCall): ApiAnswer | Refusal {
  const target = namedTarget(call);
  return isRefusal(target) ? target : oneEvent(call, target);
}

function listEvents(call: MailboxCall): ApiAnswer | Refusal {
  const masters = call.parts.engine
    .copies(call.person.address)
    .filter(({ folder, hidden }) => folder === 'calendar' && !hidden)
    .map((copy) => ({ copy, instance: null }));
  return listAnswer(call, masters, 'events', (event) => event);
}

function listView(call: MailboxCall): ApiAnswer | Refusal {
  const window = readWindow(call.request.query);
  if (isRefusal(window)) return window;
  const targets = [...viewTargets(call, window)].sort((a, b) => startMs(a) - startMs(b));
  const selected = call.request.query.get('$select')?.includes('isOnlineMeeting') ?? false;
  return listAnswer(call, targets, 'calendarView', selected ? (event) => event : withoutConference);
}

function listInstances(call: MailboxCall): ApiAnswer | Refusal {
  const master = namedTarget(call);
  if (isRefusal(master)) return master;
  const window = readWindow(call.request.query);
  if (isRefusal(window)) return window;
  if (eventType(master) !== 'seriesMaster')
    return refuse(400, 'ErrorInvalidRequest', 'Your request is only valid for a series master.');
  const targets = call.parts.engine
    .instances(master.copy.key, window, maxInstances)
    .map((instance) => ({ copy: master.copy, instance }))
    .filter((target) => master.copy.folder !== 'calendar' || targetFolder(target) === 'calendar');
  return listAnswer(call, targets, `events/${call.request.params.event}/instances`, (event) => event);
}

function listAnswer(
  call: MailboxCall,
  targets: readonly EventTarget[],
  list: string,
  adapt: (event: EventResource) => EventResource,
): ApiAnswer | Refusal {
  const calendar = readCalendar(call);
  if (isRefusal(calendar)) return calendar;
  const query = readListQuery(call.request.query);
  if (isRefusal(query)) return query;
  const place = {
    address: `${call.root}${calendar.path}/${list}`,
    context: `${call.request.origin}/v1.0/$metadata#users('${call.person.userId}')/${list}`,
    query: call.request.query,
  };
  const kept = calendar.isPrimary ? arranged(call, targets, query) : [];
  return pageAnswer(kept, query, place, call.shortPages, (target) => adapt(showEvent(call, target, query)));
}

/** Filtered and sorted by what the events say in UTC, whatever zone they are shown in. */
function arranged(
  { parts, preferences }: MailboxCall,
  targets: readonly EventTarget[],
  { matches, compare }: ListQuery,
): readonly EventTarget[] {
  if (matches === null && compare === null) return targets;
  const utc = { ...preferences, zone: 'UTC', zoneName: 'UTC' };
  const read = targets.map((target) => ({ target, event: eventResource(parts, target, utc) }));
  const kept = matches === null ? read : read.filter(({ event }) => matches(event));
  const sorted = compare === null ? kept : kept.toSorted((a, b) => compare(a.event, b.event));
  return sorted.map(({ target }) => target);
}

function showEvent(call: MailboxCall, target: EventTarget, query: ListQuery): EventResource {
  const { parts, preferences } = call;
  const event = {
    ...eventResource(parts, target, preferences),
    ...(query.select === null ? {} : selectedOnly(parts, target, preferences)),
  };
  const plain = readsBodies(call) ? event : withoutText(event);
  const shown = picked(plain, query);
  return query.expandsExceptions && eventType(target) === 'seriesMaster'
    ? { ...shown, exceptionOccurrences: exceptions(call, target) }
    : shown;
}

/** `Calendars.ReadBasic` alone shows no bodies and no extended properties. */
function readsBodies({ access }: MailboxCall): boolean {
  return access.scopes.some((scope) => scopes.read.some((known) => known === scope));
}

function withoutText(event: EventResource): EventResource {
  const { body, bodyPreview, singleValueExtendedProperties, ...rest } = event;
  return rest;
}

function exceptions({ parts, preferences }: MailboxCall, { copy }: EventTarget): readonly EventResource[] {
  return Object.keys(copy.exceptions).flatMap((key) => {
    const instance = parts.engine.instance(copy.key, key);
    if (instance === null || targetFolder({ copy, instance }) !== 'calendar') return [];
    const { singleValueExtendedProperties, ...event } = eventResource(parts, { copy, instance }, preferences);
    return [event];
  });
}

function startMs({ copy, instance }: EventTarget): number {
  const { start } = instance?.fields ?? copy.fields;
  return start.kind === 'instant' ? start.ms : Date.parse(start.date);
}

/** The part of the path that names a calendar, for links; every mailbox has two calendars, one of them empty. */
export function readCalendar({
  person,
  request,
}: MailboxCall): { readonly path: string; readonly isPrimary: boolean } | Refusal {
  const id = request.params.calendar;
  if (id === undefined) return { path: '', isPrimary: true };
  const ids = calendarIds(person.userId);
  if (id !== ids.primary && id !== ids.other) return notFound();
  return { path: `/calendars/${encodeURIComponent(id)}`, isPrimary: id === ids.primary };
}

/** Ids of containers are the same in both kinds of ids (microsoft.md 3.4). */
export function calendarIds(userId: string): { readonly primary: string; readonly other: string } {
  const idOf = (name: string) => `AQMk${Buffer.from(`${userId}\n${name}`).toString('base64url')}`;
  return { primary: idOf('calendar'), other: idOf('birthdays') };
}
