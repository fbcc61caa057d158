import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { found, type OpenCalendar, type Outcome } from './calendar-access.ts';
import { notFound } from './errors.ts';
import { withEtag } from './etags.ts';
import type { NamedEvent } from './event-ids.ts';
import { type EventView, writeCopy, writeInstance } from './event-resource.ts';
import { readCount, readZone } from './query-values.ts';

/** What `timeZone`, `maxAttendees` and the token say about how events are written. */
export function readView(
  parts: SandboxParts,
  calendar: OpenCalendar,
  query: URLSearchParams,
): Outcome<EventView> {
  const zone = readZone(query, calendar.owner.zone);
  if (!zone.ok) return zone;
  const maxAttendees = readCount(query, 'maxAttendees');
  if (!maxAttendees.ok) return maxAttendees;
  const { owner, busyOnly } = calendar;
  return found({ parts, owner, busyOnly, zone: zone.value, maxAttendees: maxAttendees.value });
}

/** An event or occurrence as it is now: the answer to `get` and to every write. */
export function showEvent(request: ApiRequest, named: NamedEvent, view: EventView): ApiAnswer {
  const { engine } = view.parts;
  const instance = named.originalStart === null ? null : engine.instance(named.key, named.originalStart);
  const copy = engine.get(named.key);
  if (copy === null || (named.originalStart !== null && instance === null)) return notFound();
  const resource = instance === null ? writeCopy(copy, view) : writeInstance(instance, view);
  return withEtag(request, resource.etag, resource);
}
