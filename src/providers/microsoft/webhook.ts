import { z } from 'zod';
import type { CalendarNotification, WebhookReading, WebhookRequest } from '../../app/ports/provider.ts';
import { isSameSecret } from '../transport/same-secret.ts';
import { maxValidationTokenChars, maxWebhookBytes, maxWebhookItems } from './limits.ts';
import { notification } from './schema.ts';

const batch = z.object({ value: z.array(z.unknown()) });

/**
 * A request of Graph to the webhook: the echo that it asks for before a subscription stands, or a batch of
 * notifications. A batch may mix subscriptions, so each item is read, and later verified, on its own.
 */
export function readWebhook({ headers, query, body }: WebhookRequest): WebhookReading {
  const { validationToken } = query;
  if (typeof validationToken === 'string') {
    return validationToken.length <= maxValidationTokenChars
      ? { kind: 'handshake', body: validationToken }
      : { kind: 'refused', status: 413, why: 'validationToken is too long' };
  }
  if (body.byteLength > maxWebhookBytes)
    return { kind: 'refused', status: 413, why: 'body is larger than 1 MB' };
  const type = headers['content-type'];
  if (type !== undefined && !/^application\/json\b/i.test(type))
    return { kind: 'refused', status: 415, why: 'content type is not application/json' };
  const { data } = batch.safeParse(parsed(body));
  if (data === undefined) return { kind: 'refused', status: 400, why: 'body is no batch of notifications' };
  if (data.value.length > maxWebhookItems)
    return { kind: 'refused', status: 413, why: 'more notifications than Graph sends at once' };
  const notifications = data.value.flatMap((item) => readNotification(item) ?? []);
  return { kind: 'notifications', notifications, malformed: data.value.length - notifications.length };
}

const lifecycleKinds: ReadonlyMap<string, CalendarNotification['kind']> = new Map([
  ['reauthorizationRequired', 'renewal-due'],
  ['subscriptionRemoved', 'subscription-removed'],
  ['missed', 'notifications-lost'],
]);

/** @returns null for what is no notification, also for an event of life that is not known */
function readNotification(item: unknown): CalendarNotification | null {
  const { data } = notification.safeParse(item);
  if (data === undefined) return null;
  const { subscriptionId, clientState, changeType, lifecycleEvent } = data;
  const kind =
    lifecycleEvent !== null
      ? lifecycleKinds.get(lifecycleEvent)
      : changeType !== null
        ? 'changed'
        : undefined;
  if (kind === undefined) return null;
  return { subscriptionId, kind, isFrom: (secret) => isSameSecret(clientState, secret) };
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
