import type { ApiAnswer } from '../api/api-route.ts';
import type { EventRef } from '../calendar/event-copy.ts';
import { type DeltaToken, firstToken, isExpired, readToken, writeToken } from './delta-token.ts';
import { graphError, isRefusal, type Refusal, refuse } from './errors.ts';
import { type EventTarget, eventId, targetRef } from './event-ids.ts';
import { type EventResource, eventType } from './event-resource.ts';
import { copyInView, readCalendar, readWindow, viewEvent, viewTargets } from './events-read.ts';
import { utcText } from './graph-time.ts';
import { type MailboxCall, type MailboxMethod, scopes } from './mailbox-call.ts';

export { expireGraphDeltaTokens } from './delta-token.ts';

const defaultPageSize = 10;
const refusedOptions = ['$select', '$expand', '$filter', '$orderby', '$search'];

/** Source: learn.microsoft.com/graph/delta-query-events, microsoft.md 3.4 */
export const deltaMethods: readonly MailboxMethod[] = [
  '/calendarView/delta',
  '/calendar/calendarView/delta',
  '/calendars/:calendar/calendarView/delta',
].map((tail) => ({ id: 'event-delta', method: 'GET', tail, scopes: scopes.basic, handle: listChanges }));

/** One line of a delta: an event of the window, or the trace of one that left it. */
interface Entry {
  readonly ref: EventRef;
  /** Null where it is removed. */
  readonly target: EventTarget | null;
}

function listChanges(call: MailboxCall): ApiAnswer | Refusal {
  const { parts, request, person } = call;
  const calendar = readCalendar(call);
  if (isRefusal(calendar)) return calendar;
  const isNamed = request.params.calendar !== undefined;
  if (isNamed && parts.positions()['microsoft.delta-other-calendars'] === 'refused')
    return refuse(400, 'ErrorInvalidRequest', 'Change tracking is supported on the primary calendar only.');
  const refused = refusedOptions.find((name) => request.query.has(name));
  if (refused !== undefined)
    return refuse(
      400,
      'ErrorInvalidUrlQuery',
      `The query option ${refused} is not allowed with change tracking.`,
    );
  const address = `${call.root}${calendar.path}/calendarView/delta`;
  const token = openToken(call, address);
  if (isRefusal(token)) return token;
  const round = { ...token, upTo: token.upTo ?? parts.engine.lastChange(person.address) };
  return page(call, address, round, calendar.isPrimary ? roundEntries(call, round) : []);
}

function openToken(call: MailboxCall, address: string): DeltaToken | Refusal {
  const { parts, request, person } = call;
  const text = request.query.get('$skiptoken') || request.query.get('$deltatoken');
  if (!text) {
    const window = readWindow(request.query);
    return isRefusal(window) ? window : firstToken(parts, person.address, window);
  }
  const token = readToken(parts, person.address, text);
  if (token === null) return refuse(410, 'syncStateNotFound', 'The sync state generation is not found.');
  return isExpired(parts, token) ? { refusal: gone(address, token) } : token;
}

/** Says where a new round begins: the same window with an empty token. */
function gone(address: string, { fromMs, toMs }: DeltaToken): ApiAnswer {
  const query = new URLSearchParams({
    startDateTime: utcText(fromMs),
    endDateTime: utcText(toMs),
    $deltatoken: '',
  });
  return {
    ...graphError(410, 'SyncStateNotFound', 'The sync state is too old. Perform a full synchronization.'),
    headers: { Location: `${address}?${query}` },
  };
}

/**
 * Everything of the round as it is now, in a fixed order, so that pages need no memory: what changes between two
 * pages has a number after the round's last and comes again in the next round.
 */
function roundEntries(call: MailboxCall, round: DeltaToken & { readonly upTo: number }): readonly Entry[] {
  const { parts, person } = call;
  if (round.since === null)
    return viewTargets(call, round)
      .map((target) => ({ ref: targetRef(target), target }))
      .sort(byPlace);
  const changed = parts.engine
    .changesSince(person.address, round.since)
    .filter(({ number }) => number <= round.upTo)
    .map(({ key }) => key);
  return [...new Set(changed)].flatMap((key) => copyEntries(call, key, round)).sort(byPlace);
}

/** A changed series is told whole; what some client was shown of it before and is not in view now is removed. */
function copyEntries({ parts }: MailboxCall, key: string, round: DeltaToken): readonly Entry[] {
  const copy = parts.engine.get(key);
  const visible = copy === null ? [] : copyInView(parts, copy, round);
  const entries = visible.map((target) => ({ ref: targetRef(target), target }));
  const present = new Set(entries.map(({ ref }) => ref.originalStart ?? ''));
  const removed = (shownTable(parts).get(key) ?? [])
    .filter((originalStart) => !present.has(originalStart))
    .map((originalStart) => ({ ref: { key, originalStart: originalStart || null }, target: null }));
  return [...entries, ...removed];
}

function byPlace(a: Entry, b: Entry): number {
  return placeOf(a) < placeOf(b) ? -1 : 1;
}

function placeOf({ ref }: Entry): string {
  return `${ref.key}\n${ref.originalStart ?? ''}`;
}

function page(
  call: MailboxCall,
  address: string,
  round: DeltaToken & { readonly upTo: number },
  entries: readonly Entry[],
): ApiAnswer {
  const { begin, end } = pageBounds(call, round, entries);
  const told = entries.slice(begin, end);
  rememberShown(call, told);
  const last = told.at(-1);
  const { upTo } = round;
  const next = { ...round, after: last === undefined ? round.after : placeOf(last), page: round.page + 1 };
  const fresh = { ...round, since: upTo, upTo: null, after: null, page: 0 };
  return {
    status: 200,
    json: {
      '@odata.context': `${call.request.origin}/v1.0/$metadata#Collection(event)`,
      value: told.map((entry) => showEntry(call, entry)),
      ...(end < entries.length
        ? { '@odata.nextLink': `${address}?${new URLSearchParams({ $skiptoken: writeToken(next) })}` }
        : { '@odata.deltaLink': `${address}?${new URLSearchParams({ $deltatoken: writeToken(fresh) })}` }),
    },
  };
}

/** Where pages may be short, every third is empty and others begin with the entry that ended the one before. */
function pageBounds(
  { preferences, shortPages }: MailboxCall,
  { after, page }: DeltaToken,
  entries: readonly Entry[],
): { readonly begin: number; readonly end: number } {
  const size = preferences.pageSize ?? defaultPageSize;
  const rest = after === null ? 0 : entries.findIndex((entry) => placeOf(entry) > after);
  const begin = rest === -1 ? entries.length : rest;
  if (!shortPages) return { begin, end: begin + size };
  if (page % 3 === 1) return { begin, end: begin };
  return { begin: after === null ? begin : Math.max(0, begin - 1), end: begin + Math.ceil(size / 2) };
}

function showEntry(call: MailboxCall, { ref, target }: Entry): EventResource {
  if (target === null)
    return {
      id: eventId(ref, 'calendar', call.preferences.immutableIds),
      '@removed': { reason: 'deleted' },
    };
  const event = { '@odata.type': '#microsoft.graph.event', ...viewEvent(call, target) };
  const isSparse = call.parts.positions()['microsoft.delta-occurrences'] === 'sparse';
  return isSparse && eventType(target) === 'occurrence' ? sparse(event) : event;
}

const sparseFields = new Set(['@odata.type', '@odata.etag', 'seriesMasterId', 'type', 'start', 'end', 'id']);

function sparse(event: EventResource): EventResource {
  return Object.fromEntries(Object.entries(event).filter(([name]) => sparseFields.has(name)));
}

/** What was told of each copy, to whichever client: its removal has to be told as well. */
function rememberShown({ parts }: MailboxCall, told: readonly Entry[]): void {
  const table = shownTable(parts);
  const visible = told.filter(({ target }) => target !== null);
  for (const [key, entries] of Map.groupBy(visible, ({ ref }) => ref.key)) {
    const before = table.get(key) ?? [];
    const after = new Set([...before, ...entries.map(({ ref }) => ref.originalStart ?? '')]);
    if (after.size > before.length) table.put(key, [...after]);
  }
}

/** By key of the copy: keys of occurrences, an empty text for a single event. */
function shownTable({ tables }: MailboxCall['parts']) {
  return tables.table<readonly string[]>('graph-delta-shown');
}
