import { z } from 'zod';
import type { ReadItem } from '../../core/meeting/reading.ts';
import { type GoogleList, googleInstances, googleMeeting, noGoogleList } from '../formats/google-map.ts';
import { googleEvent } from '../formats/google-schema.ts';
import { graphMeeting } from '../formats/graph-map.ts';
import { graphEvent } from '../formats/graph-schema.ts';
import { text } from '../formats/lenient-schema.ts';
import { type ReadOptions, refused } from '../formats/read-options.ts';
import { type JsonDocument, jsonDocuments } from './json-documents.ts';
import { withoutForeignKeys } from './json-keys.ts';

/** Reads Google and Graph events in any of their JSON forms, mixed at will. Every resource is one meeting. */
export async function* readJson(
  chunks: AsyncIterable<Buffer>,
  options: ReadOptions,
): AsyncGenerator<ReadItem> {
  for await (const document of jsonDocuments(chunks, options.name)) {
    if (document.ok) yield* readDocument(withoutForeignKeys(document.value), document.place, options);
    else yield unreadable(document);
  }
}

function unreadable(document: JsonDocument & { ok: false }): ReadItem {
  if (document.problem === 'size') {
    return refused(
      document.place,
      'JSON document is larger than 64 MB',
      'give it as JSON Lines (one event per line) or as .ics',
    );
  }
  return refused(document.place, 'not valid JSON', 'export it again, or give one JSON document per line');
}

const listResponse = z.object({ items: z.array(z.unknown()), timeZone: text });
const collection = z.object({ value: z.array(z.unknown()) });

function* readDocument(value: unknown, place: string, options: ReadOptions): Generator<ReadItem> {
  const google = listResponse.safeParse(value);
  const graph = collection.safeParse(value);
  if (Array.isArray(value)) yield* readList(value, null, `${place}: `, options);
  else if (google.success)
    yield* readList(google.data.items, google.data.timeZone, `${place}: items`, options);
  else if (graph.success) yield* readList(graph.data.value, null, `${place}: value`, options);
  else yield* readResource(value, noGoogleList, place, options);
}

function* readList(
  items: readonly unknown[],
  zone: string | null,
  place: string,
  options: ReadOptions,
): Generator<ReadItem> {
  const list: GoogleList = { zone, instances: googleInstances(items) };
  for (const [index, item] of items.entries()) {
    const itemPlace = `${place}[${index}]`;
    // An array may hold the pages of a list.
    if (listResponse.safeParse(item).success || collection.safeParse(item).success)
      yield* readDocument(item, itemPlace, options);
    else yield* readResource(item, list, itemPlace, options);
  }
}

function* readResource(
  value: unknown,
  list: GoogleList,
  place: string,
  options: ReadOptions,
): Generator<ReadItem> {
  const kind = resourceKind(value);
  if (kind === 'google') yield* googleMeeting(googleEvent.parse(value), list, place, options);
  else if (kind === 'graph') yield* graphMeeting(graphEvent.parse(value), place, options);
  else
    yield refused(
      place,
      'not an event of Google Calendar or Microsoft Graph',
      'give the event resource as the API returns it',
    );
}

const graphMarks = [
  'iCalUId',
  'subject',
  'isAllDay',
  'showAs',
  'bodyPreview',
  'isOrganizer',
  '@odata.etag',
  '@odata.type',
  '@removed',
];
const googleMarks = [
  'iCalUID',
  'summary',
  'eventType',
  'htmlLink',
  'recurringEventId',
  'etag',
  'hangoutLink',
  'transparency',
];

/** Tells the two apart by fields that only one of them has. */
function resourceKind(value: unknown): 'google' | 'graph' | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if ('kind' in value && value.kind === 'calendar#event') return 'google';
  if (graphMarks.some((mark) => mark in value)) return 'graph';
  if (googleMarks.some((mark) => mark in value)) return 'google';
  // Neither: the offset in the time tells. Graph writes none.
  if ('id' in value && 'status' in value) return 'google';
  const written = startOf.safeParse(value);
  if (!written.success) return null;
  const { date, dateTime } = written.data.start;
  return date !== null || /(?:Z|[+-]\d{2}:?\d{2})$/i.test(dateTime ?? '') ? 'google' : 'graph';
}

const startOf = z.object({ start: z.object({ date: text, dateTime: text }) });
