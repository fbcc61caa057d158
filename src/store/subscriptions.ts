import { sql } from 'kysely';
import type { Subscriptions } from '../app/ports/store/subscriptions.ts';
import type { Scope } from './scope.ts';
import { subscriptionPlace, tryOpen } from './sealed-values.ts';
import { type Keyring, seal } from './secrets.ts';

export function subscriptionsIn({ trx, organizationId, keyring }: Scope): Subscriptions {
  return {
    add: async ({ secret, ...subscription }) => {
      await trx
        .insertInto('subscriptions')
        .values((row) => ({
          ...subscription,
          sealedSecret: seal(secret, subscriptionPlace(organizationId, subscription.id), keyring),
          provider: row
            .selectFrom('mailboxes')
            .select('provider')
            .where('id', '=', subscription.mailboxId)
            .$asScalar()
            .$notNull(),
        }))
        .execute();
    },
    ofMailbox: async (mailboxId) => {
      const found = await trx
        .selectFrom('subscriptions')
        .select(columns)
        .where('mailboxId', '=', mailboxId)
        .orderBy('createdMs')
        .orderBy('id')
        .execute();
      return found.map(({ sealedSecret, ...row }) => ({
        ...row,
        secret: readSecret({ id: row.id, sealedSecret }, organizationId, keyring),
      }));
    },
    confirm: async (id, granted) => {
      await trx.updateTable('subscriptions').set(granted).where('id', '=', id).execute();
    },
    remove: async (id) => {
      await trx.deleteFrom('subscriptions').where('id', '=', id).execute();
    },
    mailboxesToRenew: async (beforeMs) => {
      const found = await trx
        .selectFrom('mailboxes')
        .leftJoin('subscriptions', 'subscriptions.mailboxId', 'mailboxes.id')
        .select('mailboxes.id')
        .where('mailboxes.state', 'in', ['observing', 'active'])
        .groupBy('mailboxes.id')
        // What is not confirmed has no end, and counts as none.
        .having(({ fn }) => fn.coalesce(fn.max('subscriptions.expiresMs'), sql<number>`0`), '<', beforeMs)
        .orderBy('mailboxes.id')
        .execute();
      return found.map(({ id }) => id);
    },
  };
}

interface SealedRow {
  readonly id: string;
  readonly sealedSecret: string;
}

/** The secret of a subscription; null where it cannot be decrypted, which costs nothing but this subscription. */
export function readSecret(row: SealedRow, organizationId: string, keyring: Keyring): string | null {
  const secret = tryOpen(row.sealedSecret, subscriptionPlace(organizationId, row.id), keyring);
  return typeof secret === 'string' ? secret : null;
}

const columns = [
  'id',
  'mailboxId',
  'providerId',
  'resourceId',
  'sealedSecret',
  'expiresMs',
  'createdMs',
] as const;
