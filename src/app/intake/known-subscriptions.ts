import type { Directory } from '../ports/store/store.ts';
import type { SubscriptionAddress } from '../ports/store/subscriptions.ts';
import type { Clock } from '../ports/surroundings.ts';

/**
 * An address stays remembered for a minute. Secrets never change and a removed subscription may be believed so much
 * longer: its notification only causes a pull that finds nothing.
 */
const rememberedMs = 60_000;
const mostRemembered = 10_000;

/**
 * Notifications of one subscription that are taken: so many at once, then so many a second. No person's calendar
 * changes as often; a recorded notification that is sent over and over again fills the inbox no faster than this.
 * Counted in each process.
 */
const burst = 2_000;
const perSecond = 10;

/** What a webhook knows of subscriptions from one request to the next. */
export interface KnownSubscriptions {
  /** By our id or the provider's; null where there is none. Unknown ids are looked up each time: see below. */
  find(id: string): Promise<SubscriptionAddress | null>;
  /** Counts one genuine notification; false where it is one too many. */
  mayTake(subscriptionId: string): boolean;
}

interface Remembered {
  readonly address: SubscriptionAddress;
  readonly untilMs: number;
}

interface Bucket {
  readonly level: number;
  readonly atMs: number;
}

/**
 * Nothing is remembered of ids that nobody knows: a notification may be faster than the answer that tells us the
 * provider's id, and its repetition has to find it.
 */
export function rememberSubscriptions(
  directory: Pick<Directory, 'subscription'>,
  clock: Clock,
): KnownSubscriptions {
  const addresses = new Map<string, Remembered>();
  const buckets = new Map<string, Bucket>();
  return {
    find: async (id) => {
      const nowMs = clock.nowMs();
      const remembered = addresses.get(id);
      if (remembered && remembered.untilMs > nowMs) return remembered.address;
      addresses.delete(id);
      const address = await directory.subscription(id);
      if (address) putLast(addresses, id, { address, untilMs: nowMs + rememberedMs });
      return address;
    },
    mayTake: (subscriptionId) => {
      const nowMs = clock.nowMs();
      const { level, atMs } = buckets.get(subscriptionId) ?? { level: 0, atMs: nowMs };
      const drained = Math.max(0, level - (Math.max(0, nowMs - atMs) / 1_000) * perSecond);
      const taken = drained + 1 <= burst;
      putLast(buckets, subscriptionId, { level: taken ? drained + 1 : drained, atMs: nowMs });
      return taken;
    },
  };
}

/** Maps keep the order of insertion: what was not asked for longest is forgotten first. */
function putLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= mostRemembered) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
