import type { ReadProblem } from '../core/meeting/reading.ts';
import { fileProblem } from './file-errors.ts';

/** The text of a small file; `isCut` where it is larger than was allowed and its end is missing. */
export type TextFile =
  | { readonly ok: true; readonly text: string; readonly isCut: boolean }
  | { readonly ok: false; readonly problem: ReadProblem };

/**
 * Reads a file that is understood as a whole, but no further than `mostBytes`, whatever it is.
 *
 * @param place how messages name it
 */
export async function readText(
  open: () => Promise<AsyncIterable<Uint8Array>>,
  place: string,
  mostBytes: number,
): Promise<TextFile> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of await open()) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > mostBytes) break;
    }
  } catch (error) {
    const problem = fileProblem(error, place);
    if (!problem) throw error;
    return { ok: false, problem };
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8'), isCut: bytes > mostBytes };
}
