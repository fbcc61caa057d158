import type { EventCopy, EventFields, EventInstance, OwnFields } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { isDeleted } from './event-resource.ts';
import type { ListQuery } from './list-query.ts';
import { momentMs } from './moments.ts';

/** What filters look at: a copy or one occurrence. */
export interface Filterable {
  readonly fields: EventFields;
  readonly own: OwnFields;
}

/** Filters that are about a copy as a whole. */
export function copyMatches(copy: EventCopy, query: ListQuery, syncing: boolean): boolean {
  if (copy.hidden && !query.showHidden) return false;
  const type = copy.own.special?.eventType ?? 'default';
  if (query.eventTypes.length > 0 && !query.eventTypes.includes(type)) return false;
  if (syncing) return true;
  if (query.iCalUID !== null && copy.uid !== query.iCalUID) return false;
  if (query.updatedMinMs !== null && copy.updatedMs < query.updatedMinMs) return false;
  return !isDeleted(copy) || query.showDeleted || query.updatedMinMs !== null;
}

/** Filters by words and properties. */
export function contentMatches(
  parts: SandboxParts,
  { fields, own }: Filterable,
  copy: EventCopy,
  query: ListQuery,
): boolean {
  const anyPrivate = parts.positions()['google.repeated-private-property'] === 'any';
  return (
    propertiesMatch(own.privateProperties, query.privateProperties, anyPrivate) &&
    // Not disputed for shared ones: the API description says all.
    propertiesMatch(fields.sharedProperties, query.sharedProperties, false) &&
    wordsMatch(fields, copy, query.words)
  );
}

/** `timeMin` bounds ends, `timeMax` starts; both exclusive (google.md 5.2). */
export function timesMatch(fields: EventFields, query: ListQuery, zone: string): boolean {
  const { endsAfterMs, startsBeforeMs } = query;
  if (endsAfterMs !== null && momentMs(fields.end, zone) <= endsAfterMs) return false;
  return startsBeforeMs === null || momentMs(fields.start, zone) < startsBeforeMs;
}

/** Whether any occurrence of a series is in the window of the list. */
export function seriesTimesMatch(parts: SandboxParts, copy: EventCopy, query: ListQuery): boolean {
  const { endsAfterMs, startsBeforeMs } = query;
  if (endsAfterMs === null && startsBeforeMs === null) return true;
  return parts.engine.instances(copy.key, { fromMs: endsAfterMs, toMs: startsBeforeMs }, 1).length > 0;
}

/** Where a cancelled occurrence would have been. */
export function originalTimeMatches(instance: EventInstance, query: ListQuery, zone: string): boolean {
  const lengthMs = momentMs(instance.fields.end, zone) - momentMs(instance.fields.start, zone);
  const startMs = momentMs(instance.originalMoment, zone);
  const { endsAfterMs, startsBeforeMs } = query;
  return (
    (endsAfterMs === null || startMs + lengthMs > endsAfterMs) &&
    (startsBeforeMs === null || startMs < startsBeforeMs)
  );
}

function propertiesMatch(
  properties: Readonly<Record<string, string>>,
  wanted: readonly string[],
  any: boolean,
): boolean {
  if (wanted.length === 0) return true;
  const has = (pair: string) => {
    const key = pair.split('=', 1)[0] ?? '';
    return Object.hasOwn(properties, key) && properties[key] === pair.slice(key.length + 1);
  };
  return any ? wanted.some(has) : wanted.every(has);
}

function wordsMatch(fields: EventFields, copy: EventCopy, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const guests = fields.guests.flatMap((guest) => [guest.address, guest.name ?? '']);
  const text = [
    fields.summary,
    fields.body.content,
    fields.location,
    copy.organizer,
    copy.organizerName,
    ...guests,
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
