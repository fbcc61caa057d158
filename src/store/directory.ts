import type { Transaction } from 'kysely';
import type { Directory } from '../app/ports/store/store.ts';
import { addOrganization } from './organizations.ts';
import type { Keyring } from './secrets.ts';
import { readSecret } from './subscriptions.ts';
import type { Tables } from './tables.ts';

interface DirectoryParts {
  /** A transaction that may read the directory's columns of all organizations. */
  readonly readAll: <T>(work: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>;
  readonly writeAs: <T>(organizationId: string, work: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>;
  readonly keyring: Keyring;
}

export function directoryOf({ readAll, writeAs, keyring }: DirectoryParts): Directory {
  return {
    subscription: async (id) => {
      const found = await readAll((trx) =>
        trx
          .selectFrom('subscriptions')
          .select(['id', 'organizationId', 'mailboxId', 'provider', 'sealedSecret'])
          .where((row) => row.or([row('id', '=', id), row('providerId', '=', id)]))
          .limit(1)
          .executeTakeFirst(),
      );
      if (found === undefined) return null;
      const { id: subscriptionId, organizationId, mailboxId, provider } = found;
      const secret = readSecret(found, organizationId, keyring);
      return { organizationId, mailboxId, provider, subscriptionId, secret };
    },
    link: async (digest) =>
      (await readAll((trx) =>
        trx
          .selectFrom('links')
          .select(['organizationId', 'purpose', 'subjectId', 'expiresMs'])
          .where('digest', '=', digest)
          .executeTakeFirst(),
      )) ?? null,
    organizations: () =>
      readAll((trx) =>
        trx
          .selectFrom('organizations')
          .select(['organizationId as id', 'name'])
          .orderBy('organizationId')
          .execute(),
      ),
    createOrganization: (organization) =>
      writeAs(organization.id, (trx) => addOrganization(trx, organization)),
  };
}
