import { z } from 'zod';
import type { CalendarChange } from '../../app/ports/calendar.ts';
import type { Outcome, ProblemCode, ProviderProblem } from '../../app/ports/problem.ts';
import type { GoogleMailbox } from './client.ts';
import { type EntryContext, isReadProblem, readEntry } from './entry.ts';
import { getEvent, listInstances } from './event-requests.ts';
import { overlapsWindow } from './in-window.ts';
import { type EventResource, eventResource } from './schema.ts';

interface ReadChanges {
  readonly changes: readonly CalendarChange[];
  /** Requests that it took beside the list itself. */
  readonly pages: number;
}

/** What a list of changes names, before series are read whole. */
interface NamedChanges {
  readonly changes: CalendarChange[];
  /** Masters in the list, by id. */
  readonly series: Map<string, EventResource>;
  /** Occurrences in the list, by id of their series. */
  readonly occurrences: Map<string, EventResource[]>;
}

/**
 * Items of a list as changes, one for each entry. A series is read whole once, however many of its occurrences the
 * list holds.
 *
 * @param full a first reading: what lies outside the window is left out instead of being reported as removed
 */
export async function readChanges(
  mailbox: GoogleMailbox,
  items: readonly unknown[],
  context: EntryContext,
  full: boolean,
): Promise<Outcome<ReadChanges>> {
  const named = nameChanges(items, context, full);
  const ids = new Set([...named.series.keys(), ...named.occurrences.keys()]);
  const read = await Promise.all(
    [...ids].map((id) =>
      readSeries(mailbox, id, named.series.get(id) ?? null, named.occurrences.get(id) ?? [], context, full),
    ),
  );
  const changes = [...named.changes];
  let pages = 0;
  for (const series of read) {
    if (!series.ok) return series;
    changes.push(...series.value.changes);
    pages += series.value.pages;
  }
  return { ok: true, value: { changes, pages } };
}

function nameChanges(items: readonly unknown[], context: EntryContext, full: boolean): NamedChanges {
  const changes: CalendarChange[] = [];
  const series = new Map<string, EventResource>();
  const occurrences = new Map<string, EventResource[]>();
  for (const event of latestById(items, changes)) {
    const { id, recurringEventId, status, recurrence } = event;
    if (recurringEventId !== null) push(occurrences, recurringEventId, event);
    else if (status === 'cancelled') changes.push({ kind: 'removed', id });
    else if (recurrence.length > 0) series.set(id, event);
    else changes.push(...entryChange(event, context, full));
  }
  // A series that is gone need not be asked for.
  const lone = changes.flatMap((change) =>
    change.kind === 'removed' ? takeFrom(occurrences, change.id) : [],
  );
  changes.push(...lone.flatMap((event) => loneOccurrence(event, context, full)));
  return { changes, series, occurrences };
}

const named = z.object({ id: z.string() });

/** Pages may overlap when something changes while they are read; the later item is the newer one. */
function latestById(items: readonly unknown[], changes: CalendarChange[]): Iterable<EventResource> {
  const events = new Map<string, EventResource>();
  for (const [index, item] of items.entries()) {
    const read = eventResource.safeParse(item);
    if (read.success) events.set(read.data.id, read.data);
    else changes.push(unreadable(item, index));
  }
  return events.values();
}

function unreadable(item: unknown, index: number): CalendarChange {
  const read = named.safeParse(item);
  return {
    kind: 'unreadable',
    id: read.success && read.data.id !== '' ? read.data.id : null,
    problem: {
      place: `list of changes, item ${index + 1}`,
      what: 'is no event of Google Calendar',
      remedy: 'look at the calendar; everything else was read',
    },
  };
}

/** A single meeting, or an occurrence whose series this calendar does not have. */
function entryChange(event: EventResource, context: EntryContext, full: boolean): CalendarChange[] {
  const entry = readEntry(event, null, context);
  if (isReadProblem(entry)) return [{ kind: 'unreadable', id: event.id, problem: entry }];
  if (overlapsWindow(entry.meeting, context.window)) return [{ kind: 'entry', entry }];
  return outside(event.id, full);
}

function outside(id: string, full: boolean): CalendarChange[] {
  return full ? [] : [{ kind: 'removed', id }];
}

async function readSeries(
  mailbox: GoogleMailbox,
  id: string,
  listed: EventResource | null,
  occurrences: readonly EventResource[],
  context: EntryContext,
  full: boolean,
): Promise<Outcome<ReadChanges>> {
  const got = listed ? ({ ok: true, value: listed } as const) : await getEvent(mailbox, id);
  const requests = listed ? 0 : 1;
  if (!got.ok) return unreadSeries(id, got.problem, requests);
  const master = got.value;
  if (master === null || master.status === 'cancelled') {
    const gone: CalendarChange[] = master === null ? [] : [{ kind: 'removed', id }];
    const changes = [...gone, ...occurrences.flatMap((event) => loneOccurrence(event, context, full))];
    return { ok: true, value: { changes, pages: requests } };
  }
  const list = await listInstances(mailbox, id, context.window);
  if (!list.ok) return unreadSeries(id, list.problem, requests + 1);
  const entry = readEntry(master, list.value, context);
  const pages = requests + list.value.pages;
  if (isReadProblem(entry))
    return { ok: true, value: { changes: [{ kind: 'unreadable', id, problem: entry }], pages } };
  const inside = entry.meeting.occurrences.length > 0;
  return { ok: true, value: { changes: inside ? [{ kind: 'entry', entry }] : outside(id, full), pages } };
}

/** Refusals of the request itself would come again each time: they cost this series, not every change after it. */
const lasting: ReadonlySet<ProblemCode> = new Set(['request-refused', 'unreadable-answer']);

function unreadSeries(id: string, problem: ProviderProblem, pages: number): Outcome<ReadChanges> {
  if (problem.code === 'not-found') return { ok: true, value: { changes: [{ kind: 'removed', id }], pages } };
  if (!lasting.has(problem.code)) return { ok: false, problem };
  const what = `series cannot be read (${problem.detail})`;
  const remedy = 'look at it in the calendar; everything else was read';
  const unread: CalendarChange = { kind: 'unreadable', id, problem: { place: `event ${id}`, what, remedy } };
  return { ok: true, value: { changes: [unread], pages } };
}

/** An occurrence whose series is not in this calendar: an invite to one date, which outlives the series. */
function loneOccurrence(event: EventResource, context: EntryContext, full: boolean): CalendarChange[] {
  return event.status === 'cancelled'
    ? [{ kind: 'removed', id: event.id }]
    : entryChange(event, context, full);
}

function takeFrom(map: Map<string, EventResource[]>, key: string): readonly EventResource[] {
  const list = map.get(key) ?? [];
  map.delete(key);
  return list;
}

function push(map: Map<string, EventResource[]>, key: string, event: EventResource): void {
  const list = map.get(key);
  if (list) list.push(event);
  else map.set(key, [event]);
}
