import { z } from 'zod';
import type { Subscription, SubscriptionRequest } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { goneIsDone } from './cancel-meeting.ts';
import { subscriptionMinutes } from './limits.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { refused } from './problems.ts';
import { subscription, user } from './schema.ts';

const minuteMs = 60_000;

/**
 * Notifications of all events of the mailbox, and of the subscription's own life, at one address. Graph chooses the id
 * and asks the address for an echo before it answers. Asked for again after a lost answer it makes a second one, which
 * ends by itself and whose id nobody knows.
 */
export async function subscribe(
  mailbox: MailboxContext,
  request: SubscriptionRequest,
): Promise<Outcome<Subscription>> {
  const resource = await resourceOf(mailbox);
  if (!resource.ok) return resource;
  return asLongAsGranted(mailbox, request.lifetimeMs, {
    method: 'POST',
    path: '/subscriptions',
    body: {
      changeType: 'created,updated,deleted',
      notificationUrl: request.address,
      lifecycleNotificationUrl: request.address,
      resource: resource.value,
      clientState: request.secret,
      latestSupportedTlsVersion: 'v1_2',
    },
  });
}

/** Longer, with the same id and secret; a new one where it is gone. */
export async function renewSubscription(
  mailbox: MailboxContext,
  { id }: Subscription,
  request: SubscriptionRequest,
): Promise<Outcome<{ readonly subscription: Subscription; readonly replaced: boolean }>> {
  const renewed = await asLongAsGranted(mailbox, request.lifetimeMs, {
    method: 'PATCH',
    path: subscriptionPath(id),
    body: {},
  });
  if (renewed.ok) return { ok: true, value: { subscription: renewed.value, replaced: false } };
  if (!isGone(renewed)) return renewed;
  const made = await subscribe(mailbox, request);
  return made.ok ? { ok: true, value: { subscription: made.value, replaced: true } } : made;
}

export async function unsubscribe({ client }: MailboxContext, { id }: Subscription): Promise<Outcome<null>> {
  const request = { method: 'DELETE', path: subscriptionPath(id), repeatable: true } as const;
  const ended = await client.send(request, z.unknown());
  return isGone(ended) ? { ok: true, value: null } : goneIsDone(ended);
}

interface SubscriptionCall {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The longest lifetime is documented in two ways: where the longer one is refused, the shorter one is asked for. */
async function asLongAsGranted(
  { client, nowMs }: MailboxContext,
  lifetimeMs: number,
  { method, path, body }: SubscriptionCall,
): Promise<Outcome<Subscription>> {
  const ask = (longestMinutes: number) => {
    const expiresMs = nowMs() + Math.min(lifetimeMs, longestMinutes * minuteMs);
    const expirationDateTime = new Date(expiresMs).toISOString();
    return client.send(
      { method, path, body: { ...body, expirationDateTime }, repeatable: true },
      subscription,
    );
  };
  let answer = await ask(subscriptionMinutes.usual);
  const tooLong = !answer.ok && answer.problem.status === 400;
  if (tooLong && lifetimeMs > subscriptionMinutes.older * minuteMs)
    answer = await ask(subscriptionMinutes.older);
  if (!answer.ok) return answer;
  const expiresMs = Date.parse(answer.value.expirationDateTime);
  if (Number.isNaN(expiresMs)) return refused('unreadable-answer', 'expirationDateTime');
  return { ok: true, value: { id: answer.value.id, resourceId: null, expiresMs } };
}

/** Graph wants the object id in place of an address here: addresses with an apostrophe fail. */
async function resourceOf({ client, path }: MailboxContext): Promise<Outcome<string>> {
  if (path === '/me') return { ok: true, value: 'me/events' };
  const found = await client.send({ method: 'GET', path, query: { $select: 'id' } }, user);
  return found.ok ? { ok: true, value: `users/${found.value.id}/events` } : found;
}

function isGone(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.problem.status === 404 && outcome.problem.code !== 'unreadable-answer';
}

function subscriptionPath(id: string): string {
  return `/subscriptions/${encodeURIComponent(id)}`;
}
