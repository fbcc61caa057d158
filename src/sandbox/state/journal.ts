import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';

/** Records by table and key. */
export type Records = Map<string, Map<string, unknown>>;

/** A file to which every change is appended as one line of JSON. */
export interface Journal {
  /** In the hands of the operating system when it returns; where it throws, nothing was written. A missing `value` deletes the key. */
  readonly append: (table: string, key: string, value?: unknown) => void;
  /** On the disk when it returns. Later changes throw. */
  readonly close: () => void;
}

/** A file that is no state of a sandbox. */
export class UnreadableState extends Error {
  readonly file: string;
  /** From 1. */
  readonly line: number;

  constructor(file: string, line: number) {
    super(`${file}, line ${line}: this is no record of the sandbox`);
    this.file = file;
    this.line = line;
  }
}

const lineSchema = z.object({ table: z.string(), key: z.string(), value: z.unknown().optional() });
const newline = 0x0a;
/** How every record begins. */
const opening = '{"table":"';
const mostCharsAtOnce = 1_000_000;

/**
 * Replays a journal into `records`, writes it anew without what was overwritten, and opens it for appending.
 * What follows the last end of line was cut off by a kill while it was written, and is dropped.
 *
 * @throws UnreadableState where another line cannot be read, or the file is none of a sandbox; it is left as it is
 */
export function openJournal(file: string, records: Records): Journal {
  if (existsSync(file)) replay(file, records);
  const descriptor = writeAnew(file, records);
  let end = fstatSync(descriptor).size;
  return {
    append: (table, key, value) => {
      try {
        end += writeAll(descriptor, lineOf(table, key, value), end);
      } catch (error) {
        // A full disk takes half a line; the next one would go on in it, and nobody could read either.
        ftruncateSync(descriptor, end);
        throw error;
      }
    },
    close: () => {
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}

/** The records of one table; an empty one where there is none yet. */
export function recordsOf(records: Records, table: string): Map<string, unknown> {
  const known = records.get(table) ?? new Map<string, unknown>();
  records.set(table, known);
  return known;
}

function replay(file: string, records: Records): void {
  const kind = statSync(file);
  // A device never ends, and must not be replaced by a file.
  if (!kind.isFile() && !kind.isDirectory()) throw new UnreadableState(file, 1);
  const bytes = readFileSync(file);
  let number = 0;
  for (let from = 0, to = bytes.indexOf(newline); to >= 0; from = to + 1, to = bytes.indexOf(newline, from)) {
    number += 1;
    const line = readLine(bytes.toString('utf8', from, to), file, number);
    const table = recordsOf(records, line.table);
    if (line.value === undefined) table.delete(line.key);
    else table.set(line.key, line.value);
  }
  if (number === 0 && !isCutRecord(bytes)) throw new UnreadableState(file, 1);
}

/** Whether a file without a whole line was begun by a sandbox: anything else is somebody's, and stays. */
function isCutRecord(bytes: Buffer): boolean {
  const begun = bytes.toString('utf8', 0, opening.length);
  return opening.startsWith(begun);
}

function readLine(text: string, file: string, number: number): z.infer<typeof lineSchema> {
  const line = lineSchema.safeParse(parsedOrNull(text));
  if (line.success) return line.data;
  throw new UnreadableState(file, number);
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Beside the old file and then in its place: a kill in between leaves the old one whole. */
function writeAnew(file: string, records: Records): number {
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  let text = '';
  let end = 0;
  for (const [table, values] of records) {
    for (const [key, value] of values) {
      text += lineOf(table, key, value);
      if (text.length < mostCharsAtOnce) continue;
      end += writeAll(descriptor, text, end);
      text = '';
    }
  }
  writeAll(descriptor, text, end);
  fsyncSync(descriptor);
  renameSync(fresh, file);
  return descriptor;
}

function lineOf(table: string, key: string, value: unknown): string {
  return `${JSON.stringify({ table, key, value })}\n`;
}

/** One write may take only a part. Gives the number of bytes. */
function writeAll(descriptor: number, text: string, position: number): number {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) {
    at += writeSync(descriptor, bytes, at, bytes.length - at, position + at);
  }
  return bytes.length;
}
