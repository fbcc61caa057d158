import type { GateDeps } from '../gate-deps.ts';
import type { CalendarProvider, WebhookRequest } from '../ports/provider.ts';
import { type KnownSubscriptions, rememberSubscriptions } from './known-subscriptions.ts';
import { createNotificationWriter, type NotificationWriter } from './store-notifications.ts';
import { type GenuineNotification, verifyNotifications } from './verify-notifications.ts';

/**
 * What the webhook works with. Without `known` every request asks the database for its subscriptions, without `write`
 * every request has transactions of its own.
 */
export interface ReceiveDeps extends Pick<GateDeps, 'store' | 'providers' | 'clock' | 'chance' | 'log'> {
  readonly known?: KnownSubscriptions;
  readonly write?: NotificationWriter;
}

/** An answer to the provider, always plain text. */
export interface WebhookAnswer {
  readonly status: number;
  readonly body: string;
}

/** What each provider takes as "received": Google 200, Graph 202 for what is worked on later. */
const receivedStatus = { google: 200, microsoft: 202 } as const;

/**
 * Takes one request of a provider's webhook: what is genuine stands in the inbox with a job when this answers, and
 * nothing was asked of any provider.
 *
 * | status | when |
 * |---|---|
 * | 200, 202 | something genuine was taken (forged items beside it are dropped and counted), the batch was empty, or the handshake |
 * | 400, 413, 415 | not a notification |
 * | 403 | nothing in it is genuine. An unknown subscription and a wrong secret look the same. Google does not repeat that; Graph does for up to four hours, which is wanted: a notification can be faster than the answer that tells us its subscription's id |
 * | 404 | this installation has no such provider |
 * | 503 | it could not be stored or decrypted, or one subscription sends too many: both providers repeat 5xx, so nothing is lost |
 *
 * A notification carries no data. One that was recorded and is sent again only causes a pull, which coalesces with
 * those that wait; how many are taken of one subscription is bounded (`known-subscriptions.ts`).
 */
export async function receiveNotification(
  deps: ReceiveDeps,
  provider: CalendarProvider['name'],
  request: WebhookRequest,
): Promise<WebhookAnswer> {
  const reading = deps.providers[provider]?.readWebhook(request);
  if (reading === undefined) return { status: 404, body: 'not configured' };
  if (reading.kind === 'handshake') return { status: 200, body: reading.body };
  if (reading.kind === 'refused') {
    deps.log.warn('notification-refused', { provider, why: reading.why });
    return { status: reading.status, body: reading.why };
  }
  const { notifications, malformed } = reading;
  try {
    const known = deps.known ?? rememberSubscriptions(deps.store.directory, deps.clock);
    const { genuine, forged, unknown, unreadable } = await verifyNotifications(
      provider,
      notifications,
      known,
    );
    if (forged + unknown + malformed > 0)
      deps.log.warn('notification-refused', { provider, forged, unknown, malformed, taken: genuine.length });
    if (unreadable > 0) deps.log.error('subscription-secret-unreadable', { provider, count: unreadable });
    if (genuine.length === 0 && unreadable > 0) return { status: 503, body: 'try again' };
    if (genuine.length === 0) return answerToNothing(provider, { refused: forged + unknown, malformed });
    const taken = genuine.filter(({ address }) => known.mayTake(address.subscriptionId));
    await store(deps, taken);
    if (taken.length === genuine.length) return { status: receivedStatus[provider], body: '' };
    deps.log.warn('notifications-too-many', { provider, refused: genuine.length - taken.length });
    return { status: 503, body: 'too many' };
  } catch (error) {
    deps.log.error('notification-not-stored', { provider, error: asError(error) });
    return { status: 503, body: 'try again' };
  }
}

function answerToNothing(
  provider: CalendarProvider['name'],
  { refused, malformed }: { readonly refused: number; readonly malformed: number },
): WebhookAnswer {
  if (refused > 0) return { status: 403, body: 'refused' };
  if (malformed > 0) return { status: 400, body: 'no notification' };
  return { status: receivedStatus[provider], body: '' };
}

/** One organization after the other; a repetition after half of them writes the first ones twice, harmlessly. */
async function store(deps: ReceiveDeps, genuine: readonly GenuineNotification[]): Promise<void> {
  const write = deps.write ?? createNotificationWriter(deps);
  const receivedMs = deps.clock.nowMs();
  const received = genuine.map((notification) => ({ ...notification, receivedMs }));
  const byOrganization = Map.groupBy(received, ({ address }) => address.organizationId);
  for (const [organizationId, notifications] of byOrganization) await write(organizationId, notifications);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
