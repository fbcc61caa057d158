import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Window } from '../../core/meeting/event-time.ts';

/**
 * A place in the list of changes. Graph freezes the window in it, and a removed occurrence does not say of which
 * series it was; so the cursor remembers, as short digests, which occurrences of which series were reported.
 */
export interface ChangeCursor {
  /** Path of the delta link below the version. */
  readonly link: string;
  readonly window: Window;
  /** Digests of occurrence ids by the id of their series. */
  readonly series: ReadonlyMap<string, ReadonlySet<string>>;
}

const written = z.object({
  version: z.literal(1),
  link: z.string().startsWith('/'),
  window: z.object({ fromMs: z.number(), toMs: z.number() }),
  series: z.array(z.tuple([z.string(), z.array(z.string())])),
});

/** @returns null for a text that is no cursor of this version */
export function readCursor(text: string): ChangeCursor | null {
  try {
    const { link, window, series } = written.parse(JSON.parse(text));
    return { link, window, series: new Map(series.map(([id, digests]) => [id, new Set(digests)])) };
  } catch {
    return null;
  }
}

export function writeCursor({ link, window, series }: ChangeCursor): string {
  const listed = [...series].map(([id, digests]) => [id, [...digests]]);
  return JSON.stringify({ version: 1, link, window, series: listed });
}

/** 72 bits: two of a million occurrences share one with a chance of 1 in 10 billion. */
export function occurrenceDigest(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 12);
}
