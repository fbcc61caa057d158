import type { CalendarNotification, CalendarProvider } from '../ports/provider.ts';
import type { SubscriptionAddress } from '../ports/store/subscriptions.ts';
import type { KnownSubscriptions } from './known-subscriptions.ts';

/** A notification that came from whoever holds the secret of its subscription. */
export interface GenuineNotification {
  readonly kind: CalendarNotification['kind'];
  readonly address: SubscriptionAddress;
}

/** What a batch turned out to be, each notification on its own. */
export interface VerifiedBatch {
  readonly genuine: readonly GenuineNotification[];
  /** Wrong secret, or the subscription of another provider. */
  readonly forged: number;
  /** No such subscription. */
  readonly unknown: number;
  /** The secret of their subscription cannot be decrypted: nobody can tell whether they are genuine. */
  readonly unreadable: number;
}

/**
 * Looking up costs a question to the database, and one request of a forger holds thousands of ids. A genuine batch has
 * hardly an unknown one, so the rest of a batch with so many counts as unknown without a question.
 */
const mostUnknown = 20;

/** Ids as providers and we make them. Others are not even asked for: a database may not take every character. */
const idForm = /^[\w+/=-]{1,128}$/;

/**
 * Checks every notification against the secret of its own subscription.
 *
 * @throws what the directory throws: nothing is known then
 */
export async function verifyNotifications(
  provider: CalendarProvider['name'],
  notifications: readonly CalendarNotification[],
  known: KnownSubscriptions,
): Promise<VerifiedBatch> {
  const addresses = await findAddresses(notifications, known);
  const genuine: GenuineNotification[] = [];
  let forged = 0;
  let unknown = 0;
  let unreadable = 0;
  for (const { subscriptionId, kind, isFrom } of notifications) {
    const address = addresses.get(subscriptionId) ?? null;
    if (address === null) unknown += 1;
    else if (address.secret === null) unreadable += 1;
    else if (address.provider === provider && isFrom(address.secret)) genuine.push({ kind, address });
    else forged += 1;
  }
  return { genuine, forged, unknown, unreadable };
}

async function findAddresses(
  notifications: readonly CalendarNotification[],
  known: KnownSubscriptions,
): Promise<ReadonlyMap<string, SubscriptionAddress>> {
  const addresses = new Map<string, SubscriptionAddress>();
  let unknown = 0;
  for (const id of new Set(notifications.map(({ subscriptionId }) => subscriptionId))) {
    if (!idForm.test(id)) continue;
    const address = await known.find(id);
    if (address) addresses.set(id, address);
    else unknown += 1;
    if (unknown === mostUnknown) break;
  }
  return addresses;
}
