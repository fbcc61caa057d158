import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { type OpenCalendar, openCalendar } from './calendar-access.ts';
import { listEtag, withEtag } from './etags.ts';
import type { EventView } from './event-resource.ts';
import { readView } from './event-view.ts';
import { rememberGiven, wholeEvent } from './given-occurrences.ts';
import { type Changed, itemsOf, type ListItem } from './list-items.ts';
import { type ListPosition, nextPageToken, nextSyncToken, readPosition } from './list-position.ts';
import { type ListQuery, readListQuery } from './list-query.ts';
import { timestamp } from './moments.ts';

/** `calendar.events.list`: a full list, or what changed since a sync token, page by page. */
export function listEvents(parts: SandboxParts, request: ApiRequest, shortPages: boolean): ApiAnswer {
  const calendar = openCalendar(parts, request);
  if (!calendar.ok) return calendar.answer;
  const view = readView(parts, calendar.value, request.query);
  if (!view.ok) return view.answer;
  const query = readListQuery(parts, request.query);
  if (!query.ok) return query.answer;
  const { mailbox } = calendar.value;
  const position = readPosition(parts, mailbox, request.query, query.value);
  if (!position.ok) return position.answer;
  const items = itemsAfter(mailbox, query.value, view.value, position.value);
  const size = shortPages ? shortened(query.value.pageSize, position.value.page) : query.value.pageSize;
  const page = items.slice(0, size);
  remember(parts, page, query.value);
  const last = page.at(-1);
  const token =
    page.length < items.length
      ? { nextPageToken: nextPage(mailbox, position.value, last, query.value) }
      : {
          ...(isSyncable(query.value) && {
            nextSyncToken: nextSyncToken(parts, mailbox, position.value, query.value.sameness),
          }),
        };
  const { lastChange } = parts.engine;
  const etag = listEtag(mailbox, lastChange(mailbox));
  const written = page.map((item) => item.write());
  return withEtag(request, etag, {
    ...head(parts, calendar.value, view.value, etag),
    ...token,
    items: written,
  });
}

/** Of every three pages the second is half full and the third empty, as real ones may be (google.md 5.2). */
function shortened(pageSize: number, page: number): number {
  if (page % 3 === 2) return 0;
  return page % 3 === 1 ? Math.ceil(pageSize / 2) : pageSize;
}

function itemsAfter(mailbox: string, query: ListQuery, view: EventView, position: ListPosition): ListItem[] {
  const { engine } = view.parts;
  const changes = position.since === null ? null : changesOf(mailbox, view.parts, position);
  const copies =
    changes === null ? engine.copies(mailbox) : [...changes.keys()].flatMap((key) => engine.get(key) ?? []);
  const { after } = position;
  return copies
    .flatMap((copy) => itemsOf(copy, query, view, changes?.get(copy.key) ?? null))
    .map((item) => ({ item, place: placeOf(item, query) }))
    .filter(({ place }) => after === null || place > after)
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ item }) => item);
}

function changesOf(
  mailbox: string,
  { engine }: SandboxParts,
  { since, upTo }: ListPosition,
): ReadonlyMap<string, Changed> {
  const changes = new Map<string, Set<string | null>>();
  for (const change of engine.changesSince(mailbox, since ?? 0)) {
    if (change.number > upTo) break;
    const known = changes.get(change.key);
    if (known) known.add(change.originalStart);
    else changes.set(change.key, new Set([change.originalStart]));
  }
  return changes;
}

/** Sorts as text, and marks where the next page begins whatever happens to the items before it. */
function placeOf(item: ListItem, { orderBy }: ListQuery): string {
  const order = orderBy === null ? 0 : orderBy === 'updated' ? item.updatedMs : item.startMs();
  // Times before 1970 sort first as well.
  const digits = String(order + 1e15).padStart(17, '0');
  return `${digits} ${item.copy.key} ${item.originalStart ?? ''}`;
}

function nextPage(
  mailbox: string,
  position: ListPosition,
  last: ListItem | undefined,
  query: ListQuery,
): string {
  const after = last === undefined ? (position.after ?? '') : placeOf(last, query);
  return nextPageToken(mailbox, position, after, query.sameness);
}

/** What a sync token cannot be used with does not give one either. */
function isSyncable(query: ListQuery): boolean {
  const { orderBy, iCalUID, words, updatedMinMs, privateProperties, sharedProperties } = query;
  const filters = [...words, ...privateProperties, ...sharedProperties];
  return orderBy === null && iCalUID === null && updatedMinMs === null && filters.length === 0;
}

function remember(parts: SandboxParts, page: readonly ListItem[], { singleEvents }: ListQuery): void {
  const mode = singleEvents ? 'instances' : 'exceptions';
  for (const [key, items] of Map.groupBy(page, ({ copy }) => copy.key)) {
    const starts = items.map(({ originalStart }) => originalStart ?? wholeEvent);
    rememberGiven(parts, key, mode, singleEvents ? starts : starts.filter((start) => start !== wholeEvent));
  }
}

function head(parts: SandboxParts, { owner, role }: OpenCalendar, { zone }: EventView, etag: string) {
  return {
    kind: 'calendar#events',
    etag,
    summary: owner.address,
    updated: timestamp(parts.clock.nowMs()),
    timeZone: zone,
    accessRole: role,
    defaultReminders: [{ method: 'popup', minutes: 10 }],
  };
}
