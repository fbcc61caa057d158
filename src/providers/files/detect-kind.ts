import type { Utf8Chunks } from './input-bytes.ts';

/** JSON begins with a bracket; everything else is tried as iCalendar, which says itself when it is none. */
type InputKind = 'json' | 'ics' | 'empty';

export interface DetectedInput {
  readonly kind: InputKind;
  /** The whole input again, from its first byte on. */
  readonly chunks: Utf8Chunks;
}

const openBrace = 0x7b;
const openBracket = 0x5b;
const space = 0x20;

/** Looks at the first byte that is not blank; consumes nothing. */
export async function detectKind(chunks: Utf8Chunks): Promise<DetectedInput> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  for (;;) {
    const { done, value } = await iterator.next();
    if (done) return { kind: 'empty', chunks: replay(seen, iterator) };
    const first = value.find((byte) => byte > space);
    // Blank chunks count for line numbers; endless ones are no reason to keep them.
    if (first !== undefined || seen.length < 16) seen.push(value);
    if (first === undefined) continue;
    const kind = first === openBrace || first === openBracket ? 'json' : 'ics';
    return { kind, chunks: replay(seen, iterator) };
  }
}

async function* replay(seen: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* seen;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
