import type { CalendarProvider } from '../provider.ts';

/** One subscription to the changes of a mailbox. Written before the provider is asked: a notification may be faster. */
export interface SubscriptionRecord {
  /** Ours, proposed to the provider. */
  readonly id: string;
  readonly mailboxId: string;
  /** The provider's id; null until it answered. */
  readonly providerId: string | null;
  readonly resourceId: string | null;
  /** Null where it cannot be decrypted: no notification of it counts as genuine. */
  readonly secret: string | null;
  /** As granted; null until the provider answered. */
  readonly expiresMs: number | null;
  readonly createdMs: number;
}

/** Enough to check a notification and to know whose it is. */
export interface SubscriptionAddress {
  readonly organizationId: string;
  readonly mailboxId: string;
  readonly provider: CalendarProvider['name'];
  readonly subscriptionId: string;
  /** Null where it cannot be decrypted. */
  readonly secret: string | null;
}

export interface Subscriptions {
  add(subscription: SubscriptionRecord & { readonly secret: string }): Promise<void>;
  ofMailbox(mailboxId: string): Promise<readonly SubscriptionRecord[]>;
  /** What the provider granted. */
  confirm(
    id: string,
    granted: { readonly providerId: string; readonly resourceId: string | null; readonly expiresMs: number },
  ): Promise<void>;
  remove(id: string): Promise<void>;
  /** Ids of mailboxes (observing or active) whose newest confirmed subscription ends before then, or is missing. */
  mailboxesToRenew(beforeMs: number): Promise<readonly string[]>;
}
