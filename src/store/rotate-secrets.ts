import { resealGrants } from './mailboxes.ts';
import type { Database } from './open-database.ts';
import type { Keyring } from './secrets.ts';
import { resealSecrets } from './subscriptions.ts';
import { transactionAs } from './transaction-as.ts';

/**
 * Encrypts anew, under the current key, what stands under another one; afterwards the old keys are needed no more.
 * One transaction for each organization, so it can be stopped and begun again at any time, while the gate runs.
 *
 * @returns how many values were encrypted anew
 * @throws SecretUnreadable where a value's key is missing; organizations before it are done
 */
export async function rotateSecrets(database: Database, keyring: Keyring): Promise<number> {
  const organizations = await transactionAs(database, 'gatekeeper_directory', '', (trx) =>
    trx.selectFrom('organizations').select('organizationId').orderBy('organizationId').execute(),
  );
  let resealed = 0;
  for (const { organizationId } of organizations)
    resealed += await transactionAs(database, 'gatekeeper_app', organizationId, async (trx) => {
      const scope = { trx, organizationId, keyring };
      return (await resealGrants(scope)) + (await resealSecrets(scope));
    });
  return resealed;
}
