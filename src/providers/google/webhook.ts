import type { CalendarNotification, WebhookReading, WebhookRequest } from '../../app/ports/provider.ts';
import { isSameSecret } from '../transport/same-secret.ts';

/** Google sends no body; something small is let pass in case that changes. */
const longestBody = 4_096;
/** Limits of a channel's id and token, as `watch` states them. */
const longestId = 64;
const longestToken = 256;

/** `sync` is the first message of a channel; `not_exists` says that the calendar's list went away: a pull will tell. */
const kinds: ReadonlyMap<string, CalendarNotification['kind']> = new Map([
  ['sync', 'started'],
  ['exists', 'changed'],
  ['not_exists', 'changed'],
]);

/**
 * A notification is made of headers alone, and says that something in the calendar changed, not what.
 * Messages get lost, come twice and out of order; the message number is not needed, because any of them means: pull.
 */
export function readWebhook({ headers, body }: WebhookRequest): WebhookReading {
  if (body.length > longestBody) return refused(413, 'body too large');
  const id = headers['x-goog-channel-id'] ?? '';
  if (id === '' || id.length > longestId || !/^[\w+/=-]+$/.test(id))
    return refused(400, 'x-goog-channel-id missing or not an id');
  const kind = kinds.get(headers['x-goog-resource-state'] ?? '');
  if (kind === undefined) return refused(400, 'x-goog-resource-state missing or unknown');
  const token = headers['x-goog-channel-token'] ?? '';
  if (token.length > longestToken) return refused(400, 'x-goog-channel-token too long');
  const isFrom = (secret: string) => isSameSecret(token, secret);
  return { kind: 'notifications', notifications: [{ subscriptionId: id, kind, isFrom }], malformed: 0 };
}

function refused(status: 400 | 413, why: string): WebhookReading {
  return { kind: 'refused', status, why };
}
