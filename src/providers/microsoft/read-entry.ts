import type { CalendarEntry } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { eventEntry } from './entry.ts';
import { instancesPerPage } from './limits.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { readPages } from './read-pages.ts';
import {
  gateKeyProperty,
  type OutlookEvent,
  type OutlookSeries,
  outlookEvent,
  outlookSeries,
} from './schema.ts';
import { seriesEntry } from './series-entry.ts';

/** Whole days are matched by UTC midnights, so a window is looked at with a day more on both sides. */
export const dayMs = 86_400_000;

const gateKeyOnly = `singleValueExtendedProperties($filter=id eq '${gateKeyProperty}')`;

/** The entry, or the series of an occurrence. */
export async function readEntry(
  mailbox: MailboxContext,
  id: string,
  window: Window,
): Promise<Outcome<CalendarEntry | null>> {
  const read = await readEvent(mailbox, id);
  if (!read.ok) return read.problem.code === 'not-found' ? { ok: true, value: null } : read;
  const event = read.value;
  const seriesId = event.type === 'seriesMaster' ? id : event.seriesMasterId;
  return seriesId === null
    ? { ok: true, value: eventEntry(event, mailbox.ownAddresses, window) }
    : readSeriesEntry(mailbox, seriesId, window);
}

/** One event by its id, with the gate's key where it has one. Also one that a decline moved to Deleted Items. */
export function readEvent({ client }: MailboxContext, id: string): Promise<Outcome<OutlookEvent>> {
  return client.send({ method: 'GET', path: eventPath(id), query: { $expand: gateKeyOnly } }, outlookEvent);
}

/** A series with everything in it that is not as its rule says, wherever it lies. */
export function readSeries({ client }: MailboxContext, id: string): Promise<Outcome<OutlookSeries>> {
  const query = { $expand: `exceptionOccurrences,${gateKeyOnly}` };
  return client.send({ method: 'GET', path: eventPath(id), query }, outlookSeries);
}

/** A series with its occurrences in the window; null where it is gone, or declined with nothing of it left. */
export async function readSeriesEntry(
  mailbox: MailboxContext,
  id: string,
  window: Window,
): Promise<Outcome<CalendarEntry | null>> {
  const [series, instances] = await Promise.all([
    readSeries(mailbox, id),
    readInstances(mailbox, id, { fromMs: window.fromMs - dayMs, toMs: window.toMs + dayMs }),
  ]);
  for (const read of [series, instances])
    if (!read.ok && read.problem.code === 'not-found') return { ok: true, value: null };
  if (!series.ok) return series;
  if (!instances.ok) return instances;
  return { ok: true, value: seriesEntry(series.value, instances.value, mailbox.ownAddresses, window) };
}

/** What the calendar shows of a series in a window. */
export async function readInstances(
  mailbox: MailboxContext,
  id: string,
  window: Window,
): Promise<Outcome<readonly OutlookEvent[]>> {
  const query = { ...windowQuery(window), $top: String(instancesPerPage) };
  const pages = await readPages(mailbox, { method: 'GET', path: `${eventPath(id)}/instances`, query });
  if (!pages.ok) return pages;
  return { ok: true, value: pages.value.items.flatMap((item) => outlookEvent.safeParse(item).data ?? []) };
}

/** A window as Graph takes it: in UTC, because an offset's plus sign would not survive. */
export function windowQuery({ fromMs, toMs }: Window): { startDateTime: string; endDateTime: string } {
  return { startDateTime: new Date(fromMs).toISOString(), endDateTime: new Date(toMs).toISOString() };
}

export function eventPath(id: string): string {
  return `events/${encodeURIComponent(id)}`;
}
