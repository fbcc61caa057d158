import { z } from 'zod';
import type { CalendarEntry } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { eventEntry } from './entry.ts';
import { instancesPerPage } from './limits.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { refused } from './problems.ts';
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

/** The entry, or the series of an occurrence; the occurrence alone where its series is not in this calendar. */
export async function readEntry(
  mailbox: MailboxContext,
  id: string,
  window: Window,
): Promise<Outcome<CalendarEntry | null>> {
  const read = await readEvent(mailbox, id);
  if (!read.ok) return read.problem.code === 'not-found' ? { ok: true, value: null } : read;
  const event = read.value;
  const seriesId = event.type === 'seriesMaster' ? id : event.seriesMasterId;
  const alone = { ok: true, value: eventEntry(event, mailbox.ownAddresses, window) } as const;
  if (seriesId === null) return alone;
  const series = await readSeriesEntry(mailbox, seriesId, window);
  return series.ok && series.value === null && seriesId !== id ? alone : series;
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
  // It was a series when somebody last looked, and is none any more.
  if (series.value.type === 'singleInstance')
    return { ok: true, value: eventEntry(series.value, mailbox.ownAddresses, window) };
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
  const read = z.array(outlookEvent).safeParse(pages.value.items);
  // One that is left out would look like one that the owner declined.
  return read.success ? { ok: true, value: read.data } : refused('unreadable-answer', 'instance');
}

/** A window as Graph takes it: in UTC, because an offset's plus sign would not survive. */
export function windowQuery({ fromMs, toMs }: Window): { startDateTime: string; endDateTime: string } {
  return { startDateTime: new Date(fromMs).toISOString(), endDateTime: new Date(toMs).toISOString() };
}

export function eventPath(id: string): string {
  return `events/${encodeURIComponent(id)}`;
}
