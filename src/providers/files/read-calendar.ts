import type { ReadItem } from '../../core/meeting/reading.ts';
import type { ReadOptions } from '../formats/read-options.ts';
import { detectKind } from './detect-kind.ts';
import { toUtf8 } from './input-bytes.ts';
import { readIcs } from './read-ics.ts';
import { readJson } from './read-json.ts';

export type { ReadOptions } from '../formats/read-options.ts';

/**
 * Reads one calendar, whichever kind: iCalendar, events of Google Calendar or Microsoft Graph as one JSON resource,
 * an array, an API list response, or JSON Lines of any of these. The kind is told by the content, not by the name.
 *
 * Gives one meeting per UID with its overrides (iCalendar) or per resource (JSON), in input order. What cannot be read
 * is an item too, with its place and a remedy, and costs nothing else. An empty input gives nothing.
 * Throws only what `chunks` throws.
 */
export async function* readCalendar(
  chunks: AsyncIterable<Uint8Array | string>,
  options: ReadOptions,
): AsyncGenerator<ReadItem, void, undefined> {
  const input = await detectKind(toUtf8(chunks, options.onBytes ?? (() => {})));
  if (input.kind === 'json') yield* readJson(input.chunks, options);
  else if (input.kind === 'ics') yield* readIcs(input.chunks, options);
}
