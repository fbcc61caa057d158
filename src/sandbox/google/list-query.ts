import type { SandboxParts } from '../parts.ts';
import { found, type Outcome, refused } from './calendar-access.ts';
import { googleError, inParameter, invalid, timeRangeEmpty } from './errors.ts';
import { readChoice, readCount, readFlag, readInstant } from './query-values.ts';

/** Parameters of `events.list` that choose events. Times are epoch milliseconds. */
export interface ListQuery {
  readonly singleEvents: boolean;
  readonly showDeleted: boolean;
  readonly showHidden: boolean;
  readonly orderBy: 'startTime' | 'updated' | null;
  readonly pageSize: number;
  /** Exclusive bound for ends. */
  readonly endsAfterMs: number | null;
  /** Exclusive bound for starts. */
  readonly startsBeforeMs: number | null;
  readonly updatedMinMs: number | null;
  readonly eventTypes: readonly string[];
  readonly iCalUID: string | null;
  /** Words in lower case, each of which must occur. */
  readonly words: readonly string[];
  readonly privateProperties: readonly string[];
  readonly sharedProperties: readonly string[];
  /** Everything that pages of one list, and the syncs after it, must have in common. */
  readonly sameness: string;
}

const eventTypes = ['birthday', 'default', 'focusTime', 'fromGmail', 'outOfOffice', 'workingLocation'];
const mostWords = 50;

/** Not allowed together with a sync token (google.md 5.2). */
const notWithSyncToken = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

// Of these, pages and syncs may have other values: they do not choose events.
const free = new Set([
  ...['pageToken', 'syncToken', 'maxResults', 'timeMin', 'timeMax', 'showDeleted', 'alwaysIncludeEmail'],
  ...['alt', 'fields', 'key', 'oauth_token', 'prettyPrint', 'quotaUser', 'userIp'],
]);

// "Too long ago": Google names no number. Four weeks are the sandbox's choice, also for sync tokens.
export const oldestSyncMs = 28 * 86_400_000;

export function readListQuery(parts: SandboxParts, query: URLSearchParams): Outcome<ListQuery> {
  const fault = syncFault(query) ?? eventTypeFault(query);
  if (fault !== null) return refused(fault);
  const singleEvents = readFlag(query, 'singleEvents');
  if (!singleEvents.ok) return singleEvents;
  const showDeleted = readFlag(query, 'showDeleted');
  if (!showDeleted.ok) return showDeleted;
  const showHidden = readFlag(query, 'showHiddenInvitations');
  if (!showHidden.ok) return showHidden;
  const orderBy = readChoice(query, 'orderBy', ['startTime', 'updated']);
  if (!orderBy.ok) return orderBy;
  if (orderBy.value === 'startTime' && singleEvents.value !== true) {
    const message = 'The requested ordering is not available for the particular query.';
    return refused(googleError(400, 'global', 'badRequest', message, inParameter('orderBy')));
  }
  const pageSize = readPageSize(query);
  if (!pageSize.ok) return pageSize;
  const bounds = readBounds(parts, query);
  if (!bounds.ok) return bounds;
  return found({
    singleEvents: singleEvents.value ?? false,
    showDeleted: showDeleted.value ?? false,
    showHidden: showHidden.value ?? false,
    orderBy: orderBy.value,
    pageSize: pageSize.value,
    ...bounds.value,
    eventTypes: query.getAll('eventTypes'),
    iCalUID: query.get('iCalUID'),
    words: (query.get('q') ?? '').toLowerCase().split(/\s/).filter(Boolean).slice(0, mostWords),
    privateProperties: query.getAll('privateExtendedProperty'),
    sharedProperties: query.getAll('sharedExtendedProperty'),
    sameness: sameness(query),
  });
}

/** 250 by default, 2,500 at most, as the API description says. */
export function readPageSize(query: URLSearchParams): Outcome<number> {
  const count = readCount(query, 'maxResults');
  return count.ok ? found(Math.min(count.value ?? 250, 2500)) : count;
}

type Bounds = Pick<ListQuery, 'endsAfterMs' | 'startsBeforeMs' | 'updatedMinMs'>;

export function readBounds(parts: SandboxParts, query: URLSearchParams): Outcome<Bounds> {
  const from = readInstant(query, 'timeMin');
  if (!from.ok) return from;
  const to = readInstant(query, 'timeMax');
  if (!to.ok) return to;
  if (from.value !== null && to.value !== null && from.value >= to.value) {
    return refused(timeRangeEmpty('timeMax'));
  }
  const updatedMin = readInstant(query, 'updatedMin');
  if (!updatedMin.ok) return updatedMin;
  if (updatedMin.value !== null && updatedMin.value < parts.clock.nowMs() - oldestSyncMs) {
    const message = 'The requested minimum modification time lies too far in the past.';
    return refused(googleError(410, 'calendar', 'updatedMinTooLongAgo', message, inParameter('updatedMin')));
  }
  return found({ endsAfterMs: from.value, startsBeforeMs: to.value, updatedMinMs: updatedMin.value });
}

function syncFault(query: URLSearchParams) {
  if (!query.has('syncToken')) return null;
  const forbidden = notWithSyncToken.find((name) => query.has(name));
  if (forbidden !== undefined) {
    return invalid(`Sync token cannot be used with the parameter ${forbidden}.`, forbidden);
  }
  return query.get('showDeleted') === 'false'
    ? invalid('showDeleted cannot be false together with a sync token.', 'showDeleted')
    : null;
}

function eventTypeFault(query: URLSearchParams) {
  const unknown = query.getAll('eventTypes').find((type) => !eventTypes.includes(type));
  return unknown === undefined
    ? null
    : invalid(`Invalid string value: '${unknown.slice(0, 40)}'.`, 'eventTypes');
}

function sameness(query: URLSearchParams): string {
  const kept = [...query]
    .filter(([name]) => !free.has(name))
    .sort(([a, b], [c, d]) => (a + b < c + d ? -1 : 1));
  return JSON.stringify([...kept, query.get('showDeleted') === 'true']);
}
