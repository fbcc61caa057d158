import type { Transaction } from 'kysely';
import type { Database } from './open-database.ts';
import { type Keyring, open, type SecretPlace, SecretUnreadable } from './secrets.ts';
import type { Tables } from './tables.ts';
import { transactionAs } from './transaction-as.ts';

/** A value as it stands in a row. */
interface SealedRow {
  readonly id: string;
  readonly mailboxId: string;
  readonly sealed: string;
  /** Of a mailbox that was left: nobody needs it any more. */
  readonly isLeft: boolean;
}

/** One column that holds sealed values, in the transaction of an organization. */
interface SealedColumn {
  readonly of: 'grant' | 'subscription' | 'erasure-key';
  readonly placeOf: (organizationId: string, rowId: string) => SecretPlace;
  readonly read: (trx: Transaction<Tables>) => Promise<readonly SealedRow[]>;
  /** @returns false where it is another value by now */
  readonly replace: (trx: Transaction<Tables>, row: SealedRow, sealed: string) => Promise<boolean>;
}

/** All of them: what is encrypted anew, and what the keys have to open. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    of: 'grant',
    placeOf: grantPlace,
    read: async (trx) => {
      const rows = await trx
        .selectFrom('mailboxes')
        .select(['id', 'id as mailboxId', 'sealedGrant as sealed', 'state'])
        .orderBy('id')
        .execute();
      return rows.map(({ state, ...row }) => ({ ...row, isLeft: state === 'left' }));
    },
    replace: async (trx, row, sealedGrant) => {
      const update = trx.updateTable('mailboxes').set({ sealedGrant }).where('id', '=', row.id);
      return (await update.where('sealedGrant', '=', row.sealed).returning('id').execute()).length > 0;
    },
  },
  {
    of: 'subscription',
    placeOf: subscriptionPlace,
    read: async (trx) => {
      const rows = await trx
        .selectFrom('subscriptions')
        .select(['id', 'mailboxId', 'sealedSecret as sealed'])
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...row, isLeft: false }));
    },
    replace: async (trx, row, sealedSecret) => {
      const update = trx.updateTable('subscriptions').set({ sealedSecret }).where('id', '=', row.id);
      return (await update.where('sealedSecret', '=', row.sealed).returning('id').execute()).length > 0;
    },
  },
  {
    of: 'erasure-key',
    placeOf: erasureKeyPlace,
    read: async (trx) => {
      const rows = await trx
        .selectFrom('erasureKeys')
        .select(['organizationId as id', 'sealedKey as sealed'])
        .execute();
      return rows.map((row) => ({ ...row, mailboxId: '', isLeft: false }));
    },
    replace: async (trx, row, sealedKey) => {
      const update = trx.updateTable('erasureKeys').set({ sealedKey }).where('sealedKey', '=', row.sealed);
      return (await update.returning('organizationId').execute()).length > 0;
    },
  },
];

/** Of the key by which an organization recognizes who was erased. */
export function erasureKeyPlace(organizationId: string): SecretPlace {
  return { organizationId, table: 'erasure_keys', column: 'sealed_key', rowId: organizationId };
}

export function grantPlace(organizationId: string, rowId: string): SecretPlace {
  return { organizationId, table: 'mailboxes', column: 'sealed_grant', rowId };
}

export function subscriptionPlace(organizationId: string, rowId: string): SecretPlace {
  return { organizationId, table: 'subscriptions', column: 'sealed_secret', rowId };
}

/** Does something for each organization, in a transaction of its own. */
export async function inEachOrganization(
  database: Database,
  work: (trx: Transaction<Tables>, organizationId: string) => Promise<void>,
): Promise<void> {
  const organizations = await transactionAs(database, 'gatekeeper_directory', '', (trx) =>
    trx.selectFrom('organizations').select('organizationId').orderBy('organizationId').execute(),
  );
  for (const { organizationId } of organizations)
    await transactionAs(database, 'gatekeeper_app', organizationId, (trx) => work(trx, organizationId));
}

/** The value, or why it cannot be decrypted. */
export function tryOpen(sealed: string, place: SecretPlace, keyring: Keyring): string | SecretUnreadable {
  try {
    return open(sealed, place, keyring);
  } catch (error) {
    if (error instanceof SecretUnreadable) return error;
    throw error;
  }
}
