import type { EventCopy, EventInstance } from '../calendar/event-copy.ts';
import {
  type EventView,
  isDeleted,
  isOff,
  writeCancelled,
  writeCopy,
  writeInstance,
  writeLost,
  writeTombstone,
} from './event-resource.ts';
import { givenOccurrences, wholeEvent } from './given-occurrences.ts';
import {
  contentMatches,
  copyMatches,
  originalTimeMatches,
  seriesTimesMatch,
  timesMatch,
} from './list-filter.ts';
import type { ListQuery } from './list-query.ts';
import { momentMs } from './moments.ts';

/** One item of a list before it is written: most are on other pages. */
export interface ListItem {
  readonly copy: EventCopy;
  /** Key of the occurrence; null for a single event or a master. */
  readonly originalStart: string | null;
  /** Epoch milliseconds. Worked out where somebody asks: most lists are in no order of time. */
  readonly startMs: () => number;
  readonly updatedMs: number;
  readonly write: () => object;
}

/** What happened to a copy since the client's last sync: null for the whole, or keys of occurrences. */
export type Changed = ReadonlySet<string | null>;

// Google names no end for the expansion of endless series; full years keep it the same from sync to sync.
const yearsAhead = 2;
const mostInstances = 2500;

/**
 * What a list has of one copy: itself, its exceptions, or its occurrences, live and cancelled ones.
 *
 * @param changed null in a full list
 */
export function itemsOf(
  copy: EventCopy,
  query: ListQuery,
  view: EventView,
  changed: Changed | null,
): ListItem[] {
  const asked: Asked = { query, view, changed };
  if (!copyMatches(copy, query, changed !== null)) return [];
  if (isDeleted(copy)) return deletedItems(copy, asked);
  if (copy.fields.recurrence.length === 0) return singleItems(copy, asked);
  return query.singleEvents ? instanceItems(copy, asked) : seriesItems(copy, asked);
}

interface Asked {
  readonly query: ListQuery;
  readonly view: EventView;
  readonly changed: Changed | null;
}

function deletedItems(copy: EventCopy, { query, view, changed }: Asked): ListItem[] {
  const isSeries = copy.fields.recurrence.length > 0;
  if (changed === null) {
    const shown = !(isSeries && query.singleEvents) && contentMatches(view.parts, copy, copy, query);
    return shown
      ? [copyItem(copy, () => (query.showDeleted ? writeCopy(copy, view) : writeTombstone(copy)))]
      : [];
  }
  const lost = given(copy, query, view).map((key) => lostItem(copy, key, view));
  const wasOneItem = !(isSeries && query.singleEvents) || wasGivenWhole(copy, view);
  return wasOneItem ? [copyItem(copy, () => writeTombstone(copy)), ...lost] : lost;
}

function singleItems(copy: EventCopy, { query, view, changed }: Asked): ListItem[] {
  const shown =
    timesMatch(copy.fields, query, view.owner.zone) && contentMatches(view.parts, copy, copy, query);
  const lost = changed === null ? [] : given(copy, query, view).map((key) => lostItem(copy, key, view));
  return [...(shown ? [copyItem(copy, () => writeCopy(copy, view))] : []), ...lost];
}

function seriesItems(copy: EventCopy, { query, view, changed }: Asked): ListItem[] {
  const { parts } = view;
  const shown = seriesTimesMatch(parts, copy, query) && contentMatches(parts, copy, copy, query);
  const keys = new Set([...Object.keys(copy.exceptions), ...given(copy, query, view)]);
  const exceptions = [...keys]
    .filter((key) => isAsked(key, changed))
    .flatMap((key) => {
      const instance = parts.engine.instance(copy.key, key);
      if (instance === null) return lostItem(copy, key, view);
      return isOff(instance)
        ? originalTimeMatches(instance, query, view.owner.zone)
          ? cancelledItem(instance, view)
          : []
        : instanceIfMatching(instance, query, view);
    });
  return [...(shown ? [copyItem(copy, () => writeCopy(copy, view))] : []), ...exceptions];
}

function instanceItems(copy: EventCopy, { query, view, changed }: Asked): ListItem[] {
  const { parts } = view;
  const lastYear = new Date(parts.clock.nowMs()).getUTCFullYear() + yearsAhead;
  const window = { fromMs: query.endsAfterMs, toMs: query.startsBeforeMs ?? Date.UTC(lastYear + 1, 0) };
  const instances = parts.engine.instances(copy.key, window, mostInstances);
  const current = instances
    .filter(({ originalStart }) => isAsked(originalStart, changed))
    .flatMap((instance) => {
      if (!isOff(instance)) return instanceIfMatching(instance, query, view);
      return changed !== null || query.showDeleted ? cancelledItem(instance, view) : [];
    });
  if (changed === null) return current;
  const there = new Set(instances.map(({ originalStart }) => originalStart));
  const lost = given(copy, query, view).filter((key) => !there.has(key));
  return [
    ...(wasGivenWhole(copy, view) ? [copyItem(copy, () => writeTombstone(copy))] : []),
    ...current,
    ...lost.map((key) => lostItem(copy, key, view)),
  ];
}

/** In a sync after changes of single occurrences only those are given. */
function isAsked(originalStart: string, changed: Changed | null): boolean {
  return changed === null || changed.has(null) || changed.has(originalStart);
}

function given(copy: EventCopy, query: ListQuery, view: EventView): readonly string[] {
  const mode = query.singleEvents ? 'instances' : 'exceptions';
  return givenOccurrences(view.parts, copy.key, mode).filter((key) => key !== wholeEvent);
}

/** Whether clients that want occurrences only know a series as the single event that it was before. */
function wasGivenWhole(copy: EventCopy, view: EventView): boolean {
  return givenOccurrences(view.parts, copy.key, 'instances').includes(wholeEvent);
}

function instanceIfMatching(instance: EventInstance, query: ListQuery, view: EventView): ListItem[] {
  const matches =
    timesMatch(instance.fields, query, view.owner.zone) &&
    contentMatches(view.parts, instance, instance.copy, query);
  return matches ? [{ ...placed(instance, view), write: () => writeInstance(instance, view) }] : [];
}

function cancelledItem(instance: EventInstance, view: EventView): ListItem {
  return { ...placed(instance, view), write: () => writeCancelled(instance, view) };
}

function placed(instance: EventInstance, view: EventView): Omit<ListItem, 'write'> {
  const { copy, originalStart, updatedMs } = instance;
  const startMs = () => momentMs(instance.fields.start, view.owner.zone);
  return { copy, originalStart, updatedMs, startMs };
}

function copyItem(copy: EventCopy, write: () => object): ListItem {
  const startMs = () => momentMs(copy.fields.start, 'utc');
  return { copy, originalStart: null, startMs, updatedMs: copy.updatedMs, write };
}

function lostItem(copy: EventCopy, originalStart: string, view: EventView): ListItem {
  return { ...copyItem(copy, () => writeLost(copy, originalStart, view)), originalStart };
}
