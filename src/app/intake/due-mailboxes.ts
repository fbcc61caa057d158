import type { MailboxRecord } from '../ports/store/mailboxes.ts';
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

/** Ids of mailboxes that should be read: what waits or lies unjudged, and those not read for long. */
export async function mailboxesToPull(
  { inbox, meetings }: Pick<StoreTransaction, 'inbox' | 'meetings'>,
  mailboxes: readonly MailboxRecord[],
  nowMs: number,
): Promise<readonly string[]> {
  const waiting = new Set([
    ...(await inbox.mailboxesWaiting(nowMs - waitingMs)),
    ...(await meetings.mailboxesUnjudged()),
  ]);
  return mailboxes
    .filter((mailbox) => isAtWork(mailbox, nowMs) && (waiting.has(mailbox.id) || isQuiet(mailbox, nowMs)))
    .map(({ id }) => id);
}

/** Ids of mailboxes whose subscription is missing or ends soon. */
export async function mailboxesToSubscribe(
  { subscriptions }: Pick<StoreTransaction, 'subscriptions'>,
  mailboxes: readonly MailboxRecord[],
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
function isAtWork({ state, problem }: MailboxRecord, nowMs: number): boolean {
  if (state !== 'observing' && state !== 'active') return false;
  return problem === null || (nowMs - problem.sinceMs) % triedAgainMs < sweepEveryMs;
}
