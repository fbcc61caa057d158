import type { InboxRow } from '../app/ports/store/inbox.ts';
import type { Database } from './open-database.ts';
import { transactionAs } from './transaction-as.ts';

/** Notifications that were taken lately, newest first, as far as they are kept. For people who look for one. */
export async function latestNotifications(
  database: Database,
  organizationId: string,
  most: number,
): Promise<readonly InboxRow[]> {
  return await transactionAs(database, 'gatekeeper_app', organizationId, (trx) =>
    trx
      .selectFrom('inbox')
      .select(['id', 'mailboxId', 'subscriptionId', 'kind', 'receivedMs', 'handledMs'])
      .orderBy('receivedMs', 'desc')
      .orderBy('id')
      .limit(most)
      .execute(),
  );
}
