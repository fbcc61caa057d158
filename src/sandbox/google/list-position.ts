import { z } from 'zod';
import type { SandboxParts } from '../parts.ts';
import { found, type Outcome, refused } from './calendar-access.ts';
import { googleError, inParameter, invalid } from './errors.ts';
import { type ListQuery, oldestSyncMs } from './list-query.ts';

const syncToken = z.object({
  kind: z.literal('sync'),
  mailbox: z.string(),
  /** Of `expireGoogleSyncTokens`. */
  generation: z.number(),
  /** The last change that the client has seen. */
  seen: z.number(),
  atMs: z.number(),
  sameness: z.string(),
});

const pageToken = z.object({
  kind: z.literal('page'),
  mailbox: z.string(),
  /** Null in a full list. */
  since: z.number().nullable(),
  /** Changes after this number belong to the next sync, so that all pages show one state. */
  upTo: z.number(),
  after: z.string(),
  page: z.number(),
  sameness: z.string(),
});

/** Where a request for a list stands. */
export interface ListPosition {
  /** Number of the change after which a sync begins; null in a full list. */
  readonly since: number | null;
  readonly upTo: number;
  /** Place of the last item of the page before; null on the first page. */
  readonly after: string | null;
  /** Counts pages from 0. */
  readonly page: number;
}

/** @returns 400 for a token that is none or is of another request, 410 `fullSyncRequired` for one that is too old */
export function readPosition(
  parts: SandboxParts,
  mailbox: string,
  query: URLSearchParams,
  { sameness }: ListQuery,
): Outcome<ListPosition> {
  const page = query.get('pageToken');
  if (page !== null) return readPage(mailbox, page, sameness);
  const upTo = parts.engine.lastChange(mailbox);
  const written = query.get('syncToken');
  if (written === null) return found({ since: null, upTo, after: null, page: 0 });
  const token = syncToken.safeParse(decode(written));
  if (!token.success || token.data.mailbox !== mailbox) {
    return refused(invalid('Invalid sync token value.', 'syncToken'));
  }
  const { generation, atMs, seen } = token.data;
  const tooOld = parts.clock.nowMs() - atMs > oldestSyncMs;
  if (generation !== generationOf(parts, mailbox) || tooOld || seen > upTo) {
    const message = 'Sync token is no longer valid, a full sync is required.';
    return refused(googleError(410, 'calendar', 'fullSyncRequired', message, inParameter('syncToken')));
  }
  if (token.data.sameness !== sameness) {
    const message = 'The request has other parameters than the one that the sync token came from.';
    return refused(invalid(message, 'syncToken'));
  }
  return found({ since: seen, upTo, after: null, page: 0 });
}

export function nextPageToken(
  mailbox: string,
  { since, upTo, page }: ListPosition,
  after: string,
  sameness: string,
): string {
  return encode({ kind: 'page', mailbox, since, upTo, after, page: page + 1, sameness });
}

export function nextSyncToken(
  parts: SandboxParts,
  mailbox: string,
  { upTo }: ListPosition,
  sameness: string,
): string {
  const generation = generationOf(parts, mailbox);
  return encode({ kind: 'sync', mailbox, generation, seen: upTo, atMs: parts.clock.nowMs(), sameness });
}

/** Makes every sync token of a mailbox invalid: the next use is answered 410 `fullSyncRequired`. */
export function expireGoogleSyncTokens(parts: SandboxParts, mailbox: string): void {
  generations(parts).put(mailbox, generationOf(parts, mailbox) + 1);
}

function readPage(mailbox: string, written: string, sameness: string): Outcome<ListPosition> {
  const token = pageToken.safeParse(decode(written));
  return token.success && token.data.mailbox === mailbox && token.data.sameness === sameness
    ? found(token.data)
    : refused(invalid('Invalid page token value.', 'pageToken'));
}

function generations(parts: SandboxParts) {
  return parts.tables.table<number>('google-sync');
}

function generationOf(parts: SandboxParts, mailbox: string): number {
  return generations(parts).get(mailbox) ?? 0;
}

function encode(token: z.input<typeof syncToken> | z.input<typeof pageToken>): string {
  return Buffer.from(JSON.stringify(token), 'utf8').toString('base64url');
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
