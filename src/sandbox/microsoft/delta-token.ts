import { z } from 'zod';
import type { SandboxParts } from '../parts.ts';
import type { ViewWindow } from './events-read.ts';

const change = z.number().int().min(0);

const deltaToken = z.strictObject({
  mailbox: z.string(),
  /** Counts how often the mailbox's tokens were made to expire. */
  epoch: z.number(),
  fromMs: z.number(),
  toMs: z.number(),
  /** Changes after this number are told; null for a first round, which tells everything in the window. */
  since: change.nullable(),
  /** Last change when the round began: where the next one starts. Null in a link that begins a round. */
  upTo: change.nullable(),
  /** Sorting key of the last entry told; null before the first. */
  after: z.string().nullable(),
  page: z.number(),
});

/** All that a delta link says; the window is frozen in it. */
export type DeltaToken = z.output<typeof deltaToken>;

export function firstToken(parts: SandboxParts, mailbox: string, { fromMs, toMs }: ViewWindow): DeltaToken {
  const epoch = epochOf(parts, mailbox);
  return { mailbox, epoch, fromMs, toMs, since: null, upTo: null, after: null, page: 0 };
}

export function writeToken(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** Null for a token that no sandbox made, and for one of another mailbox or of changes that are not there. */
export function readToken(
  parts: Pick<SandboxParts, 'engine'>,
  mailbox: string,
  text: string,
): DeltaToken | null {
  const parsed = deltaToken.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success || parsed.data.mailbox !== mailbox) return null;
  const last = parts.engine.lastChange(mailbox);
  return (parsed.data.since ?? 0) <= last && (parsed.data.upTo ?? 0) <= last ? parsed.data : null;
}

export function isExpired(parts: Pick<SandboxParts, 'tables'>, { mailbox, epoch }: DeltaToken): boolean {
  return epoch !== epochOf(parts, mailbox);
}

/** Makes every delta link of a mailbox answer 410, as Graph may at any time. */
export function expireGraphDeltaTokens(parts: Pick<SandboxParts, 'tables'>, mailbox: string): void {
  epochs(parts).put(mailbox, epochOf(parts, mailbox) + 1);
}

function epochOf(parts: Pick<SandboxParts, 'tables'>, mailbox: string): number {
  return epochs(parts).get(mailbox) ?? 0;
}

function epochs({ tables }: Pick<SandboxParts, 'tables'>) {
  return tables.table<number>('graph-delta-epochs');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
