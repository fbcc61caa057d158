import { DateTime } from 'luxon';
import { z } from 'zod';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import { occurrenceKey } from '../calendar/calendar-engine.ts';
import type { EventCopy, EventInstance } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { found, type Outcome, openCalendar, refused } from './calendar-access.ts';
import { invalid, notFound } from './errors.ts';
import { listEtag, withEtag } from './etags.ts';
import { findEvent } from './event-ids.ts';
import { isDeleted, isOff, writeInstance } from './event-resource.ts';
import { readView } from './event-view.ts';
import { readBounds, readPageSize } from './list-query.ts';
import { isZone, readMoment, timestamp } from './moments.ts';
import { readFlag } from './query-values.ts';

const pageToken = z.string().regex(/^\d{1,9}$/);
const mostInstances = 10_000;
const yearsAhead = 2;

/** `calendar.events.instances`: the occurrences of a series, also cancelled ones with `showDeleted`. */
export function listInstances(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const calendar = openCalendar(parts, request);
  if (!calendar.ok) return calendar.answer;
  const view = readView(parts, calendar.value, request.query);
  if (!view.ok) return view.answer;
  const { mailbox, owner, role } = calendar.value;
  const named = findEvent(parts, mailbox, request.params.eventId ?? '');
  if (named === null || named.originalStart !== null || isDeleted(named.copy)) return notFound();
  const instances = readInstances(parts, request.query, named.copy);
  if (!instances.ok) return instances.answer;
  const page = readPage(request.query);
  if (!page.ok) return page.answer;
  const { from, size } = page.value;
  const etag = listEtag(mailbox, parts.engine.lastChange(mailbox));
  return withEtag(request, etag, {
    kind: 'calendar#events',
    etag,
    summary: owner.address,
    updated: timestamp(parts.clock.nowMs()),
    timeZone: view.value.zone,
    accessRole: role,
    defaultReminders: [],
    ...(from + size < instances.value.length && { nextPageToken: encode(from + size) }),
    items: instances.value.slice(from, from + size).map((instance) => writeInstance(instance, view.value)),
  });
}

function readInstances(
  parts: SandboxParts,
  query: URLSearchParams,
  copy: EventCopy,
): Outcome<readonly EventInstance[]> {
  const bounds = readBounds(parts, query);
  if (!bounds.ok) return bounds;
  const showDeleted = readFlag(query, 'showDeleted');
  if (!showDeleted.ok) return showDeleted;
  const { endsAfterMs, startsBeforeMs } = bounds.value;
  const horizon = DateTime.fromMillis(parts.clock.nowMs(), { zone: 'utc' }).plus({ years: yearsAhead });
  const window = { fromMs: endsAfterMs, toMs: startsBeforeMs ?? horizon.toMillis() };
  const originalStart = readOriginalStart(query, copy);
  if (!originalStart.ok) return originalStart;
  const all =
    originalStart.value === null
      ? copy.fields.recurrence.length === 0
        ? []
        : parts.engine.instances(copy.key, window, mostInstances)
      : [parts.engine.instance(copy.key, originalStart.value)].filter((instance) => instance !== null);
  return found(all.filter((instance) => showDeleted.value || !isOff(instance)));
}

/** `originalStart` as a key of the engine: RFC 3339 or a date. */
function readOriginalStart(query: URLSearchParams, copy: EventCopy): Outcome<string | null> {
  const text = query.get('originalStart');
  if (text === null) return found(null);
  const { start } = copy.fields;
  const zone = start.kind === 'instant' && isZone(start.zone) ? start.zone : 'UTC';
  const moment = readMoment(text.includes('T') ? { dateTime: text } : { date: text }, zone);
  return typeof moment === 'string'
    ? refused(invalid(moment, 'originalStart'))
    : found(occurrenceKey(moment));
}

function readPage(query: URLSearchParams): Outcome<{ readonly from: number; readonly size: number }> {
  const size = readPageSize(query);
  if (!size.ok) return size;
  const text = query.get('pageToken');
  if (text === null) return found({ from: 0, size: size.value });
  const from = pageToken.safeParse(Buffer.from(text, 'base64url').toString('utf8'));
  return from.success
    ? found({ from: Number(from.data), size: size.value })
    : refused(invalid('Invalid page token value.', 'pageToken'));
}

function encode(from: number): string {
  return Buffer.from(String(from), 'utf8').toString('base64url');
}
