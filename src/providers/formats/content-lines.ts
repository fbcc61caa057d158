import { maxLineChars } from './limits.ts';

/** One unfolded content line (RFC 5545 section 3.1) and where it began, counted from 1. */
export interface ContentLine {
  readonly text: string;
  readonly line: number;
  /** True where the line was longer than the bound, so that its text is only the beginning. */
  readonly cut: boolean;
}

const lineBreak = /\r\n|\n|\r/;
const onlyAscii = /^[\0-\x7f]*$/;

/**
 * Unfolds a byte stream as it arrives. Works on bytes (as Latin-1 text), since a fold may lie inside a UTF-8 sequence;
 * each logical line is decoded when it is whole. Takes CRLF, LF and CR, and blank lines between folds (CR CR LF).
 *
 * @yields the lines that each chunk completed
 */
export async function* contentLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly ContentLine[]> {
  const unfolder = createUnfolder();
  for await (const chunk of chunks) yield unfolder.push(chunk.toString('latin1'));
  yield unfolder.end();
}

interface Unfolder {
  readonly push: (latin1: string) => readonly ContentLine[];
  readonly end: () => readonly ContentLine[];
}

function createUnfolder(): Unfolder {
  let physicalLine = 0;
  let pending = { text: '', line: 1 };
  let insidePhysicalLine = false;
  let heldReturn = '';
  let done: ContentLine[] = [];

  const append = (piece: string): void => {
    // What lies behind the bound is dropped; the line is marked when it is flushed.
    if (pending.text.length <= maxLineChars) pending.text += piece;
  };
  const flush = (): void => {
    if (pending.text !== '') done.push(finish(pending.text, pending.line));
  };
  const begin = (piece: string): void => {
    physicalLine += 1;
    const isFold = piece.startsWith(' ') || piece.startsWith('\t');
    if (isFold) append(piece.slice(1));
    else if (piece !== '') {
      flush();
      pending = { text: piece, line: physicalLine };
    }
  };
  const take = (): readonly ContentLine[] => {
    const taken = done;
    done = [];
    return taken;
  };

  return {
    push: (latin1) => {
      const text = heldReturn + latin1;
      heldReturn = text.endsWith('\r') ? '\r' : '';
      const pieces = (heldReturn ? text.slice(0, -1) : text).split(lineBreak);
      const last = pieces.length - 1;
      pieces.forEach((piece, index) => {
        if (insidePhysicalLine) append(piece);
        else if (index < last || piece !== '') begin(piece);
        insidePhysicalLine = index === last && (insidePhysicalLine || piece !== '');
      });
      return take();
    },
    end: () => {
      flush();
      pending.text = '';
      return take();
    },
  };
}

function finish(latin1: string, line: number): ContentLine {
  const cut = latin1.length > maxLineChars;
  const bytes = cut ? latin1.slice(0, maxLineChars) : latin1;
  return { text: onlyAscii.test(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8'), line, cut };
}
