import { maxJsonBytes } from '../formats/limits.ts';

/** One JSON document of the input, or what stands in the way of one. */
export type JsonDocument =
  | { readonly ok: true; readonly place: string; readonly value: unknown }
  | { readonly ok: false; readonly place: string; readonly problem: 'syntax' | 'size' };

/**
 * Splits the input into JSON documents: one that fills the whole input, or one per line (JSON Lines).
 * It is JSON Lines where the first line is a document by itself. Lines are read as they arrive; a document of
 * many lines must be held in one piece and is bounded.
 *
 * @param name the input's name, the beginning of every place
 */
export async function* jsonDocuments(
  chunks: AsyncIterable<Buffer>,
  name: string,
): AsyncGenerator<JsonDocument> {
  let mode: 'unknown' | 'lines' | 'document' = 'unknown';
  const document: JsonLine[] = [];
  let documentBytes = 0;
  for await (const line of jsonLines(chunks)) {
    const parsed: JsonDocument | undefined = mode === 'document' ? undefined : parseLine(line, name);
    if (mode === 'unknown') mode = parsed?.ok || line.text === null ? 'lines' : 'document';
    if (mode === 'lines' && parsed !== undefined) yield parsed;
    if (mode !== 'document') continue;
    documentBytes += line.bytes;
    if (documentBytes > maxJsonBytes) {
      yield { ok: false, place: name, problem: 'size' };
      return;
    }
    document.push(line);
  }
  if (mode === 'document') yield* wholeDocument(document, name);
}

/** JSON Lines whose first line is broken look like a document at first; then every line that is one is read. */
function* wholeDocument(lines: readonly JsonLine[], name: string): Generator<JsonDocument> {
  const value = parse(lines.map((line) => line.text).join('\n'));
  if (value !== undefined) {
    yield { ok: true, place: name, value };
    return;
  }
  const single = lines.map((line) => parseLine(line, name));
  if (single.some((line) => line.ok && typeof line.value === 'object' && line.value !== null)) yield* single;
  else yield { ok: false, place: name, problem: 'syntax' };
}

interface JsonLine {
  /** null where the line is over the bound. */
  readonly text: string | null;
  readonly bytes: number;
  readonly line: number;
}

function parseLine({ text, line }: JsonLine, name: string): JsonDocument {
  const place = `${name}:${line}`;
  if (text === null) return { ok: false, place, problem: 'size' };
  const value = parse(text);
  return value === undefined ? { ok: false, place, problem: 'syntax' } : { ok: true, place, value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const lineFeed = 0x0a;

async function* jsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonLine> {
  let parts: Buffer[] = [];
  let bytes = 0;
  let line = 1;
  const add = (part: Buffer): void => {
    bytes += part.length;
    if (bytes > maxJsonBytes) parts = [];
    else parts.push(part);
  };
  const take = (): JsonLine => {
    const text = bytes > maxJsonBytes ? null : Buffer.concat(parts).toString('utf8');
    const taken = { text, bytes, line };
    parts = [];
    bytes = 0;
    line += 1;
    return taken;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      add(chunk.subarray(from, end));
      from = end + 1;
      const taken = take();
      if (taken.text === null || taken.text.trim() !== '') yield taken;
    }
    add(chunk.subarray(from));
  }
  const last = take();
  if (last.text === null || last.text.trim() !== '') yield last;
}
