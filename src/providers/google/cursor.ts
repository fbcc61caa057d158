import { z } from 'zod';
import type { Window } from '../../core/meeting/event-time.ts';

const stored = z.object({
  v: z.literal(1),
  /** Whose changes they are: a token of another mailbox would be refused late, or worse, not at all. */
  mailbox: z.string(),
  token: z.string().min(1),
  fromMs: z.number(),
  toMs: z.number(),
});

/** A place in the list of changes, and the window that was read in full for it. */
export interface Cursor {
  readonly token: string;
  readonly window: Window;
}

export function writeCursor(mailbox: string, { token, window }: Cursor): string {
  return JSON.stringify({ v: 1, mailbox, token, fromMs: window.fromMs, toMs: window.toMs });
}

/** Null for words that are no cursor of this mailbox. */
export function readCursor(mailbox: string, words: string): Cursor | null {
  try {
    const read = stored.safeParse(JSON.parse(words));
    if (!read.success || read.data.mailbox !== mailbox) return null;
    const { token, fromMs, toMs } = read.data;
    return { token, window: { fromMs, toMs } };
  } catch {
    return null;
  }
}
