import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { Outcome, ProviderProblem } from '../../app/ports/problem.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { defaultMaxOccurrences } from '../formats/limits.ts';
import type { GoogleMailbox } from './client.ts';
import { refusal } from './problems.ts';
import { type EventResource, eventPage, eventResource } from './schema.ts';

/** The mailbox's own calendar, whatever its address is. */
export const primary = 'primary';

/** More pages than any list has: a server that never ends one is not followed for ever. */
export const mostPages = 2_000;

/** An event, cancelled ones too; null where there is none. Takes ids of meetings, series and occurrences. */
export async function getEvent(mailbox: GoogleMailbox, id: string): Promise<Outcome<EventResource | null>> {
  if (leadsElsewhere(id)) return { ok: true, value: null };
  const got = await mailbox.request(eventResource, true, (options) =>
    mailbox.calendar.events.get({ calendarId: primary, eventId: id }, options),
  );
  return !got.ok && got.problem.code === 'not-found' ? { ok: true, value: null } : got;
}

/** Everything else of an id is escaped on its way into the path, but dots would name the calendar itself. */
function leadsElsewhere(id: string): boolean {
  return id === '' || id === '.' || id === '..';
}

export interface InstanceList {
  readonly instances: readonly EventResource[];
  /** True where the bound cut the list, or where an occurrence in it could not be read. */
  readonly truncated: boolean;
  readonly pages: number;
}

/**
 * Occurrences of a series as the calendar itself expands it, changed and cancelled ones among them.
 *
 * @param which those inside a window, or the one with that start (RFC 3339, or `YYYY-MM-DD`)
 */
export async function listInstances(
  mailbox: GoogleMailbox,
  seriesId: string,
  which: Window | { readonly originalStart: string },
): Promise<Outcome<InstanceList>> {
  if (leadsElsewhere(seriesId)) return refusal('not-found', 'not an id');
  const choice =
    'originalStart' in which ? which : { timeMin: rfc3339(which.fromMs), timeMax: rfc3339(which.toMs) };
  const instances: EventResource[] = [];
  let complete = true;
  let pageToken: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const params: calendar_v3.Params$Resource$Events$Instances = {
      calendarId: primary,
      eventId: seriesId,
      showDeleted: true,
      ...choice,
      ...(pageToken === null ? {} : { pageToken }),
    };
    const page = await mailbox.request(eventPage, true, (options) =>
      mailbox.calendar.events.instances(params, options),
    );
    if (!page.ok) return page;
    const { items, nextPageToken } = page.value;
    const read = items.flatMap(readable);
    instances.push(...read);
    complete &&= read.length === items.length;
    if (nextPageToken === null) return { ok: true, value: { instances, truncated: !complete, pages } };
    if (nextPageToken === pageToken) return refusal('unreadable-answer', 'page repeats');
    if (instances.length >= defaultMaxOccurrences || pages >= mostPages)
      return { ok: true, value: { instances, truncated: true, pages } };
    pageToken = nextPageToken;
  }
}

function readable(item: unknown): EventResource[] {
  const read = eventResource.safeParse(item);
  return read.success ? [read.data] : [];
}

/**
 * Changes an event if it is still as it was read. The condition makes a repeat harmless: after a lost answer the
 * second request is refused with 412, and a look at the event tells whether the first one had done it. Where the very
 * first request is refused so, somebody else changed it, even if to the same. Where the look fails too, or shows neither
 * what was asked for nor what stood before, nobody knows: `outcome-unknown`.
 *
 * @param fateOf what an event tells of the change
 */
export async function patchEvent(
  mailbox: GoogleMailbox,
  event: EventResource,
  requestBody: calendar_v3.Schema$Event,
  fateOf: (now: EventResource) => Fate,
): Promise<Outcome<EventResource>> {
  const patched = await mailbox.request(eventResource, true, (options) =>
    mailbox.calendar.events.patch(
      { calendarId: primary, eventId: event.id, sendUpdates: 'all', requestBody },
      { ...options, headers: ifMatch(event.etag) },
    ),
  );
  if (patched.ok || !patched.problem.mayBeDone) return patched;
  const now = await getEvent(mailbox, event.id);
  if (!now.ok || now.value === null) return unknownOutcome(patched.problem);
  const fate = fateOf(now.value);
  if (fate === 'done') return { ok: true, value: now.value };
  return fate === 'not-done' ? patched : unknownOutcome(patched.problem);
}

/** `unknown`: it may have been done, and somebody else changed it since. */
export type Fate = 'done' | 'not-done' | 'unknown';

/** Of a change that may be done where no look tells. */
export function unknownOutcome(problem: ProviderProblem): { ok: false; problem: ProviderProblem } {
  return { ok: false, problem: { ...problem, code: 'outcome-unknown' } };
}

export function ifMatch(etag: string | null): Record<string, string> {
  return etag === null ? {} : { 'If-Match': etag };
}

/** An instant for a parameter: RFC 3339 in UTC. */
export function rfc3339(ms: number): string {
  return new Date(ms).toISOString();
}
