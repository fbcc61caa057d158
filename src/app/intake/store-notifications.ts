import type { GateDeps } from '../gate-deps.ts';
import type { Job } from '../ports/jobs.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { GenuineNotification } from './verify-notifications.ts';
import { type Write, writeJointly } from './write-jointly.ts';

/** A notification with the instant at which it came. */
type ReceivedNotification = GenuineNotification & { readonly receivedMs: number };

/** What writes notifications of an organization (the key), each with its jobs. */
export type NotificationWriter = Write<ReceivedNotification>;

/**
 * Writes what comes at the same time in one transaction for each organization. One for each route: its callers share
 * transactions with each other.
 */
export function createNotificationWriter(deps: Pick<GateDeps, 'store' | 'chance'>): NotificationWriter {
  return writeJointly((organizationId, notifications) =>
    deps.store.inOrganization(organizationId, (tx) => write(tx, deps.chance.uuid, notifications)),
  );
}

/** Ids are made for each attempt: a row whose commit seemed to fail may stand there already. */
async function write(
  tx: StoreTransaction,
  newId: () => string,
  notifications: readonly ReceivedNotification[],
): Promise<void> {
  await tx.inbox.add(
    notifications.map(({ kind, receivedMs, address: { mailboxId, subscriptionId } }) => ({
      id: newId(),
      mailboxId,
      subscriptionId,
      kind,
      receivedMs,
    })),
  );
  const jobOf = (kind: 'pull' | 'subscribe') => (mailboxId: string) => ({
    kind,
    organizationId: tx.organizationId,
    mailboxId,
  });
  const jobs: readonly Job[] = [
    ...mailboxesOf(notifications, ({ kind }) => kind !== 'started').map(jobOf('pull')),
    ...mailboxesOf(notifications, ({ kind }) => endsSubscription.has(kind)).map(jobOf('subscribe')),
  ];
  if (jobs.length > 0) await tx.jobs.sendAll(jobs);
}

const endsSubscription: ReadonlySet<GenuineNotification['kind']> = new Set([
  'renewal-due',
  'subscription-removed',
]);

/** In one order everywhere: two transactions that wake the same mailboxes would otherwise wait for each other. */
function mailboxesOf(
  notifications: readonly GenuineNotification[],
  isMeant: (notification: GenuineNotification) => boolean,
): readonly string[] {
  return [...new Set(notifications.filter(isMeant).map(({ address }) => address.mailboxId))].sort();
}
