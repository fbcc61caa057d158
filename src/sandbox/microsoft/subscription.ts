import type { SandboxParts } from '../parts.ts';
import type { Table } from '../state/tables.ts';
import { utcText } from './graph-time.ts';

type ChangeType = 'created' | 'updated' | 'deleted';

/** A subscription to the events of one mailbox, as it is kept. */
export interface Subscription {
  readonly id: string;
  /** As the client wrote it. */
  readonly resource: string;
  /** Whose events: a lower-case address and the user's object id. */
  readonly mailbox: string;
  readonly userId: string;
  readonly changeTypes: readonly ChangeType[];
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  /** Sandbox time, epoch milliseconds. */
  readonly expiresMs: number;
  readonly clientId: string;
  /** Who made it: a mailbox, or null for the application itself. */
  readonly madeBy: string | null;
  /** Whether notifications name immutable ids. */
  readonly immutableIds: boolean;
  /** That it runs out soon was told since it was made or renewed. */
  readonly reminded: boolean;
}

export function subscriptionTable(parts: Pick<SandboxParts, 'tables'>): Table<Subscription> {
  return parts.tables.table<Subscription>('graph-subscriptions');
}

/** Null where it never was, was deleted or has run out. */
export function liveSubscription(
  parts: Pick<SandboxParts, 'tables' | 'clock'>,
  id: string,
): Subscription | null {
  const subscription = subscriptionTable(parts).get(id);
  return subscription !== undefined && subscription.expiresMs > parts.clock.nowMs() ? subscription : null;
}

/** Graph `subscription`. Source: the v1.0 metadata */
export function subscriptionResource(subscription: Subscription): Readonly<Record<string, unknown>> {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.clientId,
    changeType: subscription.changeTypes.join(','),
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: utcText(subscription.expiresMs),
    creatorId: subscription.madeBy === null ? subscription.clientId : subscription.userId,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  };
}
