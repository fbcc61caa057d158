import type { ApiAnswer } from '../api/api-route.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import type { EventResource } from './event-resource.ts';
import { propertyKey } from './extended-properties.ts';
import { type EventTest, readFilter, valueAt } from './odata-filter.ts';

/** Pages without `$top`, and the largest `$top` (microsoft.md 3.4). */
const defaultTop = 10;
const maxTop = 1000;

/** The query of a list of events. */
export interface ListQuery {
  readonly top: number;
  readonly skip: number;
  readonly select: ReadonlySet<string> | null;
  /** Sees the event with its times in UTC; null where everything passes. */
  readonly matches: EventTest | null;
  /** Negative where the first comes earlier, times in UTC; null leaves the list's own order. */
  readonly compare: ((a: EventResource, b: EventResource) => number) | null;
  /** Extended properties that `$expand` names, as keys; null without. */
  readonly expandedProperties: ReadonlySet<string> | null;
  readonly expandsExceptions: boolean;
  readonly counts: boolean;
}

export function readListQuery(query: URLSearchParams): ListQuery | Refusal {
  const top = wholeNumber(query.get('$top'), defaultTop);
  const skip = wholeNumber(query.get('$skip') ?? query.get('$skiptoken'), 0);
  if (top === null || top < 1 || top > maxTop || skip === null)
    return refuse(400, 'ErrorInvalidUrlQuery', `$top takes 1 to ${maxTop}, $skip takes 0 and more.`);
  const matches = readFilter(query.get('$filter'));
  if (isRefusal(matches)) return matches;
  const compare = readOrder(query.get('$orderby'));
  if (isRefusal(compare)) return compare;
  const select = query.get('$select');
  return {
    top,
    skip,
    select: select === null ? null : new Set(select.split(',').map((name) => name.trim())),
    matches,
    compare,
    ...readExpand(query.get('$expand')),
    counts: query.get('$count') === 'true',
  };
}

function wholeNumber(text: string | null, otherwise: number): number | null {
  if (text === null) return otherwise;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function readExpand(text: string | null): Pick<ListQuery, 'expandedProperties' | 'expandsExceptions'> {
  if (text === null) return { expandedProperties: null, expandsExceptions: false };
  const ids = [...text.matchAll(/\bid\s+eq\s+'([^']*)'/g)].map(([, id = '']) => propertyKey(id));
  return {
    expandedProperties: text.includes('singleValueExtendedProperties') ? new Set(ids) : null,
    expandsExceptions: text.includes('exceptionOccurrences'),
  };
}

const sortable = new Set([
  'start/dateTime',
  'end/dateTime',
  'subject',
  'createdDateTime',
  'lastModifiedDateTime',
]);

function readOrder(text: string | null): ListQuery['compare'] | Refusal {
  if (text === null) return null;
  const [path = '', direction = 'asc', ...rest] = text.trim().split(/\s+/);
  if (!sortable.has(path) || rest.length > 0 || !['asc', 'desc'].includes(direction))
    return refuse(400, 'ErrorInvalidUrlQuerySort', `$orderby does not take '${text.slice(0, 80)}'.`);
  const sign = direction === 'desc' ? -1 : 1;
  return (a, b) => {
    const [left, right] = [valueAt(a, path), valueAt(b, path)].map(String);
    return left === right ? 0 : (left ?? '') < (right ?? '') ? -sign : sign;
  };
}

/** The properties that the query asks for; annotations and the id always stay. */
export function picked(event: EventResource, query: ListQuery): EventResource {
  const { singleValueExtendedProperties, ...plain } = event;
  const chosen =
    query.select === null
      ? plain
      : Object.fromEntries(
          Object.entries(plain).filter(
            ([name]) => name.startsWith('@') || name === 'id' || query.select?.has(name),
          ),
        );
  const wanted = query.expandedProperties;
  if (wanted === null || !Array.isArray(singleValueExtendedProperties)) return chosen;
  const expanded = singleValueExtendedProperties.filter(({ id }) => wanted.has(propertyKey(String(id))));
  return expanded.length === 0 ? chosen : { ...chosen, singleValueExtendedProperties: expanded };
}

/**
 * One page of a list, with `@odata.nextLink` where there is more.
 *
 * @param address of the list, absolute and without its query
 * @param shortPages cuts pages to less than was asked for, as Graph may
 */
export function pageAnswer<T>(
  items: readonly T[],
  query: ListQuery,
  place: { readonly address: string; readonly context: string; readonly query: URLSearchParams },
  shortPages: boolean,
  show: (item: T) => EventResource,
): ApiAnswer {
  const size = shortPages ? Math.ceil((query.top * 2) / 3) : query.top;
  const end = query.skip + size;
  const next = new URLSearchParams(place.query);
  next.set('$skip', String(end));
  return {
    status: 200,
    json: {
      '@odata.context': place.context,
      ...(query.counts ? { '@odata.count': items.length } : {}),
      value: items.slice(query.skip, end).map(show),
      ...(end < items.length ? { '@odata.nextLink': `${place.address}?${next}` } : {}),
    },
  };
}
