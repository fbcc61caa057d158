import { TextDecoder } from 'node:util';

/** Chunks of UTF-8, whatever the input was written in. */
export type Utf8Chunks = AsyncIterable<Buffer>;

/**
 * Turns input into UTF-8 without its byte-order mark. UTF-16 is recognized by its mark; everything else is taken
 * as UTF-8 and may hold invalid sequences, because a folded .ics line may be broken inside a character.
 *
 * @param onBytes told how many bytes were taken, after each chunk
 */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array | string>,
  onBytes: (bytesSoFar: number) => void,
): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null = null;
  let head: Buffer | null = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of chunks) {
    const raw =
      typeof chunk === 'string'
        ? Buffer.from(chunk, 'utf8')
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    bytes += raw.length;
    onBytes(bytes);
    let next: Buffer = raw;
    if (head !== null) {
      head = Buffer.concat([head, raw]);
      if (head.length < longestMark) continue;
      decoder = utf16Decoder(head);
      next = withoutMark(head);
      head = null;
    }
    yield decoder ? Buffer.from(decoder.decode(next, { stream: true }), 'utf8') : next;
  }
  if (head !== null) {
    decoder = utf16Decoder(head);
    yield decoder ? Buffer.from(decoder.decode(withoutMark(head)), 'utf8') : withoutMark(head);
  }
}

const longestMark = 3;

function utf16Decoder(head: Buffer): TextDecoder | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  return null;
}

function withoutMark(head: Buffer): Buffer {
  if (utf16Decoder(head)) return head.subarray(2);
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}
