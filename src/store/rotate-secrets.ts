import { type UnreadableValue, unreadableValue } from './check-secrets.ts';
import type { Database } from './open-database.ts';
import { inEachOrganization, sealedColumns, tryOpen } from './sealed-values.ts';
import { type Keyring, keyIdOf, seal } from './secrets.ts';

/** What became of the values that stood under another key than the current one. */
export interface Rotation {
  readonly resealed: number;
  /** They stay as they are. */
  readonly unreadable: readonly UnreadableValue[];
}

/**
 * Encrypts anew, under the current key, what stands under another one. Where nothing was unreadable the old keys are
 * needed no more. One transaction for each organization, so it can be stopped and begun again at any time, while the
 * gate runs.
 */
export async function rotateSecrets(database: Database, keyring: Keyring): Promise<Rotation> {
  const unreadable: UnreadableValue[] = [];
  let resealed = 0;
  await inEachOrganization(database, async (trx, organizationId) => {
    for (const { of, placeOf, read, replace } of sealedColumns) {
      for (const row of await read(trx)) {
        if (keyIdOf(row.sealed) === keyring.current) continue;
        const place = placeOf(organizationId, row.id);
        const value = tryOpen(row.sealed, place, keyring);
        if (typeof value === 'string') {
          if (await replace(trx, row, seal(value, place, keyring))) resealed += 1;
        } else if (!row.isLeft) {
          unreadable.push(unreadableValue(of, organizationId, row.mailboxId, value));
        }
      }
    }
  });
  return { resealed, unreadable };
}
