import type { GateDeps } from '../gate-deps.ts';
import type { MailboxCalendar, Subscription } from '../ports/calendar.ts';
import type { JobResult } from '../ports/jobs.ts';
import type { Outcome, ProviderProblem } from '../ports/problem.ts';
import type { CalendarProvider, Capabilities } from '../ports/provider.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { SubscriptionRecord } from '../ports/store/subscriptions.ts';
import { refusedJob } from './mailbox-refusal.ts';
import { notificationAddress } from './notification-address.ts';
import { openMailbox } from './open-mailbox.ts';
import { readHours } from './read-hours.ts';

const dayMs = 86_400_000;
/** A day leaves time for many attempts; of a subscription that was granted for less, the last quarter. */
const longestLeadMs = dayMs;
/** Longer than any run asks, its patience with the provider included. */
const longestAskingMs = 3_600_000;
const done: JobResult = { kind: 'done' };

/**
 * Job `subscribe`: sees to it that the provider tells us of changes in a mailbox, and for longer than a day.
 *
 * The subscription stands in the store, with its secret, before the provider is asked, and is confirmed after. A run
 * that was cut off in between is repeated with that same row, so a mailbox never has two secrets for what it asked
 * once. What the provider may have made of the lost request ends by itself: at Google it still notifies under our id,
 * at Microsoft under an id that nobody knows. An old subscription is ended after the new one is confirmed, and what
 * changed in between is found by the pull that follows.
 *
 * Without an address that a provider can reach there is no subscription: the sweep looks at such mailboxes.
 */
export async function renewSubscription(
  deps: GateDeps,
  organizationId: string,
  mailboxId: string,
): Promise<JobResult> {
  const { record, standing } = await deps.store.inOrganization(organizationId, async (tx) => ({
    record: await tx.mailboxes.find(mailboxId),
    standing: await tx.subscriptions.ofMailbox(mailboxId),
  }));
  if (record === null || record.state === 'leaving' || record.state === 'left') return done;
  const mailbox = openMailbox(deps, organizationId, record);
  const provider = deps.providers[record.provider];
  const address = notificationAddress(deps, record.provider);
  if (mailbox === null || provider === null) return done;

  const current = newestConfirmed(standing.filter(hasSecret));
  const needsNothing =
    address === null || (current !== null && isFresh(current, provider.capabilities, deps.clock.nowMs()));
  // Hours change rarely, so they are asked for with each renewal.
  if (!needsNothing || record.hours === null) {
    const unread = await readHours(deps, organizationId, record, mailbox);
    if (unread !== null) deps.log.info('hours-not-read', { mailboxId, code: unread.code });
  }
  if (needsNothing) return done;

  const proposed = await propose(deps, organizationId, mailboxId, standing);
  const granted = await ask(mailbox.calendar, provider, current, proposed, address);
  if (!granted.ok) return refusedSubscription(deps, organizationId, mailboxId, granted.problem);
  const isOurs = await confirm(deps, organizationId, record, granted.value);
  if (isOurs) await endOthers(deps, organizationId, mailbox.calendar, granted.value.row, proposed);
  return done;
}

/**
 * Providers try our address before they grant a subscription, so one that is refused as wrong may only mean that the
 * web process was just starting: it is asked for again.
 */
async function refusedSubscription(
  deps: GateDeps,
  organizationId: string,
  mailboxId: string,
  problem: ProviderProblem,
): Promise<JobResult> {
  if (problem.code !== 'request-refused') return refusedJob(deps, organizationId, mailboxId, problem);
  return { kind: 'again', afterMs: problem.retryAfterMs, why: `${problem.code}: ${problem.detail}` };
}

type Proposed = SubscriptionRecord & { readonly secret: string };

/** One whose secret cannot be decrypted is replaced: none of its notifications could be believed. */
function hasSecret(row: SubscriptionRecord): row is Proposed {
  return row.secret !== null;
}

type Confirmed = SubscriptionRecord & { readonly providerId: string; readonly expiresMs: number };

function isConfirmed(row: SubscriptionRecord): row is Confirmed {
  return row.providerId !== null && row.expiresMs !== null;
}

function newestConfirmed(rows: readonly SubscriptionRecord[]): Confirmed | null {
  return rows.filter(isConfirmed).toSorted((a, b) => b.expiresMs - a.expiresMs)[0] ?? null;
}

/**
 * Whether a subscription needs nothing yet. One that is lengthened in place may be asked for it at any time: the
 * provider itself asks for it before the end (Graph `reauthorizationRequired`), or says that it is gone.
 */
function isFresh({ createdMs, expiresMs }: Confirmed, { renewal }: Capabilities, nowMs: number): boolean {
  if (renewal === 'same-subscription') return false;
  return expiresMs - nowMs > Math.min(longestLeadMs, (expiresMs - createdMs) / 4);
}

/** The row under which is asked: the one that an earlier run left unconfirmed, else a new one. */
async function propose(
  { store, chance, clock }: GateDeps,
  organizationId: string,
  mailboxId: string,
  standing: readonly SubscriptionRecord[],
): Promise<Proposed> {
  const left = standing.filter(hasSecret).find((row) => !isConfirmed(row));
  if (left) return left;
  const row: Proposed = {
    id: chance.uuid(),
    mailboxId,
    providerId: null,
    resourceId: null,
    secret: chance.secret(),
    expiresMs: null,
    createdMs: clock.nowMs(),
  };
  await store.inOrganization(organizationId, ({ subscriptions }) => subscriptions.add(row));
  return row;
}

interface Granted {
  /** The row that it belongs to: whose secret comes back with each notification. */
  readonly row: SubscriptionRecord;
  readonly subscription: Subscription;
  readonly isNew: boolean;
}

async function ask(
  calendar: MailboxCalendar,
  { capabilities }: CalendarProvider,
  current: Confirmed | null,
  proposed: Proposed,
  address: string,
): Promise<Outcome<Granted>> {
  const lifetimeMs = capabilities.subscriptionDays * dayMs;
  const request = { id: proposed.id, address, secret: proposed.secret, lifetimeMs };
  if (current !== null && capabilities.renewal === 'same-subscription') {
    const renewed = await calendar.renewSubscription(asSubscription(current), request);
    if (!renewed.ok) return renewed;
    const { subscription, replaced } = renewed.value;
    return { ok: true, value: { row: replaced ? proposed : current, subscription, isNew: replaced } };
  }
  // Not the provider's own renewal: it would end the old one before the new one stands in the store.
  const made = await calendar.subscribe(request);
  return made.ok ? { ok: true, value: { row: proposed, subscription: made.value, isNew: true } } : made;
}

/** @returns false where a run at the same time was faster and has removed the row */
async function confirm(
  { store, log }: GateDeps,
  organizationId: string,
  { id: mailboxId, provider }: MailboxRecord,
  { row, subscription, isNew }: Granted,
): Promise<boolean> {
  const { id: providerId, resourceId, expiresMs } = subscription;
  const isOurs = await store.inOrganization(organizationId, async (tx) => {
    const standing = await tx.subscriptions.ofMailbox(mailboxId);
    if (!standing.some(({ id }) => id === row.id)) return false;
    await tx.subscriptions.confirm(row.id, { providerId, resourceId, expiresMs });
    if (isNew) await tx.jobs.send({ kind: 'pull', organizationId, mailboxId });
    return true;
  });
  log.info('subscription-confirmed', { mailboxId, provider, isNew, isOurs, expiresMs });
  return isOurs;
}

/**
 * Ends what a confirmed subscription replaced and forgets it, also where it cannot be ended: it runs out by itself.
 * What was proposed and never confirmed goes too, except where another run may still be asking for it.
 */
async function endOthers(
  { store, clock, log }: GateDeps,
  organizationId: string,
  calendar: MailboxCalendar,
  { id: keptId, mailboxId }: SubscriptionRecord,
  proposed: SubscriptionRecord,
): Promise<void> {
  const rows = await store.inOrganization(organizationId, ({ subscriptions }) =>
    subscriptions.ofMailbox(mailboxId),
  );
  const abandonedMs = clock.nowMs() - longestAskingMs;
  const replaced = rows.filter(
    (row) => row.id !== keptId && (isConfirmed(row) || row.id === proposed.id || row.createdMs < abandonedMs),
  );
  for (const row of replaced) {
    const ended = isConfirmed(row) ? await calendar.unsubscribe(asSubscription(row)) : null;
    if (ended?.ok === false) log.info('subscription-left', { mailboxId, code: ended.problem.code });
    await store.inOrganization(organizationId, ({ subscriptions }) => subscriptions.remove(row.id));
  }
}

/** As the provider knows it. */
function asSubscription({ providerId, resourceId, expiresMs }: Confirmed): Subscription {
  return { id: providerId, resourceId, expiresMs };
}
