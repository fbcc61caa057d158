import { createHash } from 'node:crypto';

/** A value for a JSON column; null and undefined are the database's null. */
export function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/**
 * Stands for an iCalendar UID in an index: whoever sends an invite chooses the UID and how long it is. A UID that was
 * read back has the same key as the one that was written: see `storable`.
 */
export function keyOfUid(uid: string): string {
  return digestOf(storable(uid));
}

/** PostgreSQL's text holds every character but NUL: the replacement character takes its place. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

/** SHA-256 in base64url. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** PostgreSQL takes 65,535 parameters in one statement; rows here have up to 20 columns. */
const mostRowsAtOnce = 1_000;

/** Rows for statements that insert several, each of a size that a statement may have. */
export function* inPortions<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += mostRowsAtOnce)
    yield rows.slice(from, from + mostRowsAtOnce);
}
