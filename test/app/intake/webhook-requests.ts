import type { WebhookRequest } from '../../../src/app/ports/provider.ts';
import type { SubscriptionAddress } from '../../../src/app/ports/store/subscriptions.ts';
import type { Log, LogFields } from '../../../src/app/ports/surroundings.ts';

/** A subscription of the tests; `ann` is a mailbox at Google, `mia` one at Microsoft. */
export function subscription(
  name: string,
  change: Partial<SubscriptionAddress & { readonly secret: string }> = {},
): SubscriptionAddress & { readonly secret: string } {
  return {
    organizationId: 'acme',
    mailboxId: `mailbox-${name}`,
    provider: name.startsWith('mia') ? 'microsoft' : 'google',
    subscriptionId: `subscription-${name}`,
    secret: `secret-of-${name}`,
    ...change,
  };
}

/** A push message of Google as it arrives; a header of null is missing. */
export function push(
  { subscriptionId, secret }: { readonly subscriptionId: string; readonly secret: string },
  change: Readonly<Record<string, string | null>> = {},
  body: string = '',
): WebhookRequest {
  const headers: Record<string, string | null> = {
    'x-goog-channel-id': subscriptionId,
    'x-goog-channel-token': secret,
    'x-goog-resource-state': 'exists',
    'x-goog-resource-id': 'resource',
    'x-goog-message-number': '7',
    ...change,
  };
  return {
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== null)) as Record<
      string,
      string
    >,
    query: {},
    body: new TextEncoder().encode(body),
  };
}

/** One item of a batch of Graph. */
export function item(
  { subscriptionId, secret }: { readonly subscriptionId: string; readonly secret: string },
  change: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    id: 'notification',
    subscriptionId,
    clientState: secret,
    changeType: 'updated',
    resource: 'Users/1/Events/2',
    resourceData: { '@odata.type': '#Microsoft.Graph.Event', id: '2' },
    ...change,
  };
}

export function batch(...value: readonly unknown[]): WebhookRequest {
  return posted(JSON.stringify({ value }));
}

export function posted(body: string, type: string = 'application/json'): WebhookRequest {
  return { headers: { 'content-type': type }, query: {}, body: new TextEncoder().encode(body) };
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: LogFields;
}

/** A log that keeps its lines. */
export function createMemoryLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const write =
    (level: LogLine['level']) =>
    (event: string, fields: LogFields = {}) =>
      void lines.push({ level, event, fields });
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}
