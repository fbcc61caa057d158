import type { MailboxSummary } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { SubscriptionRecord } from '../ports/store/subscriptions.ts';
import { isQuiet } from './quiet-mailbox.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A pull that is wanted runs within seconds; after so long its job was lost. */
const waitingMs = minuteMs;
/** Renewed when so much is left, or a quarter of a shorter life: several tries before it runs out. */
const renewedBeforeMs = 24 * hourMs;
/** Nobody tells us that an administrator gave a right back, so what only a person can solve is tried each hour. */
const triedAgainMs = hourMs;
const sweepEveryMs = minuteMs;
/** Of the quiet ones, in one sweep: a tenth of all, so that all of them are read within their quarter of an hour. */
const shareAtOnce = 0.1;
const leastAtOnce = 100;

/**
 * Ids of mailboxes that should be read: what waits or lies unjudged, and those not read for long. After a start all of
 * them were not read for long: they are spread over the next minutes, and stay spread after that.
 */
export async function mailboxesToPull(
  { inbox, meetings }: Pick<StoreTransaction, 'inbox' | 'meetings'>,
  mailboxes: readonly MailboxSummary[],
  nowMs: number,
): Promise<readonly string[]> {
  const waiting = new Set([
    ...(await inbox.mailboxesWaiting(nowMs - waitingMs)),
    ...(await meetings.mailboxesUnjudged()),
  ]);
  const atWork = mailboxes.filter((mailbox) => isAtWork(mailbox, nowMs));
  const quiet = atWork
    .filter((mailbox) => !waiting.has(mailbox.id) && isQuiet(mailbox, nowMs))
    .toSorted((a, b) => lastTriedMs(a) - lastTriedMs(b))
    .slice(0, Math.max(leastAtOnce, Math.ceil(mailboxes.length * shareAtOnce)));
  return [...atWork.filter(({ id }) => waiting.has(id)), ...quiet].map(({ id }) => id);
}

/** Those that cannot be read are woken in turn with the others, and never keep them waiting. */
function lastTriedMs({ pulledMs, connectedMs, wokenMs }: MailboxSummary): number {
  return Math.max(pulledMs ?? connectedMs, wokenMs ?? 0);
}

/** Ids of mailboxes whose subscription is missing or ends soon. */
export async function mailboxesToSubscribe(
  { subscriptions }: Pick<StoreTransaction, 'subscriptions'>,
  mailboxes: readonly MailboxSummary[],
  nowMs: number,
): Promise<readonly string[]> {
  const atWork = new Set(mailboxes.filter((mailbox) => isAtWork(mailbox, nowMs)).map(({ id }) => id));
  const due: string[] = [];
  for (const id of await subscriptions.mailboxesToRenew(nowMs + renewedBeforeMs)) {
    if (!atWork.has(id)) continue;
    const newest = newestConfirmed(await subscriptions.ofMailbox(id));
    if (newest === null || isEnding(newest, nowMs)) due.push(id);
  }
  return due;
}

interface Lifetime {
  readonly createdMs: number;
  readonly expiresMs: number;
}

function newestConfirmed(subscriptions: readonly SubscriptionRecord[]): Lifetime | null {
  const confirmed = subscriptions.flatMap(({ createdMs, expiresMs }) =>
    expiresMs === null ? [] : [{ createdMs, expiresMs }],
  );
  return confirmed.toSorted((a, b) => b.expiresMs - a.expiresMs)[0] ?? null;
}

function isEnding({ createdMs, expiresMs }: Lifetime, nowMs: number): boolean {
  return expiresMs - nowMs <= Math.min(renewedBeforeMs, (expiresMs - createdMs) / 4);
}

/** Whether something may be asked of it now: not left, and without a problem, or at the full hours of one. */
function isAtWork({ state, problem }: MailboxSummary, nowMs: number): boolean {
  if (state !== 'observing' && state !== 'active') return false;
  return problem === null || (nowMs - problem.sinceMs) % triedAgainMs < sweepEveryMs;
}
