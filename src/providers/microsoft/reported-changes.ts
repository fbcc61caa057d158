import { occurrenceDigest } from './change-cursor.ts';
import { type OutlookEvent, outlookEvent } from './schema.ts';

/** What a round of changes reported, each entry once. */
export interface Reported {
  readonly singles: ReadonlyMap<string, OutlookEvent>;
  /** Ids of series of which something changed. */
  readonly series: ReadonlySet<string>;
  /** Ids of the occurrences that this round named, by series: one may be here though its series is not. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
  readonly removed: ReadonlySet<string>;
  /** Ids of items that could not be read; null where not even the id could. */
  readonly unreadable: readonly (string | null)[];
  /** Digests of all occurrences that were reported since the round began, by series: a removal may come again. */
  readonly occurrences: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Sorts the items of a round. They come in no order and may repeat; the last word on an id counts.
 *
 * A removed occurrence is a change of its series, which `known` tells. One that nobody knows was never reported, so it
 * is passed on as removed, and means nothing to whoever does not know it either.
 */
export function sortReports(
  items: readonly unknown[],
  known: ReadonlyMap<string, ReadonlySet<string>>,
): Reported {
  const singles = new Map<string, OutlookEvent>();
  const series = new Set<string>();
  const named = new Map<string, Set<string>>();
  const removed = new Set<string>();
  const unreadable: (string | null)[] = [];
  const occurrences = new Map([...known].map(([id, digests]) => [id, new Set(digests)]));
  const seriesByDigest = new Map([...known].flatMap(([id, digests]) => [...digests].map((d) => [d, id])));

  const name = (id: string, seriesId: string): void => {
    series.add(seriesId);
    named.set(seriesId, (named.get(seriesId) ?? new Set()).add(id));
  };
  const remove = (id: string): void => {
    const digest = occurrenceDigest(id);
    const seriesId = seriesByDigest.get(digest);
    if (seriesId === undefined) {
      singles.delete(id);
      series.delete(id);
      occurrences.delete(id);
      removed.add(id);
    } else name(id, seriesId);
  };
  const addOccurrence = (id: string, seriesId: string): void => {
    const digest = occurrenceDigest(id);
    name(id, seriesId);
    // A series of which something is there is not gone, whatever an earlier item said: it is looked at.
    removed.delete(seriesId);
    seriesByDigest.set(digest, seriesId);
    occurrences.set(seriesId, (occurrences.get(seriesId) ?? new Set()).add(digest));
  };

  for (const item of items) {
    const { data: event } = outlookEvent.safeParse(item);
    if (event === undefined || event.id === null) unreadable.push(null);
    else if (event['@removed'] !== undefined) remove(event.id);
    else {
      removed.delete(event.id);
      if (event.type === 'seriesMaster') series.add(event.id);
      else if (event.seriesMasterId !== null) addOccurrence(event.id, event.seriesMasterId);
      else if (event.start === null) unreadable.push(event.id);
      else singles.set(event.id, event);
    }
  }
  for (const id of removed) series.delete(id);
  // What was a series and is none any more has no occurrences left.
  for (const id of singles.keys()) {
    series.delete(id);
    occurrences.delete(id);
  }
  return { singles, series, named, removed, unreadable, occurrences };
}
