import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Erasing } from '../app/ports/store/erasing.ts';
import type { Scope } from './scope.ts';
import { erasureKeyPlace } from './sealed-values.ts';
import { open, seal } from './secrets.ts';

const keyBytes = 32;

/** Who was erased: only digests, under a key of the organization that is encrypted like every other secret. */
export function erasedPeopleIn(scope: Scope): Pick<Erasing, 'isUsed' | 'recognize' | 'remember' | 'welcome'> {
  const { trx } = scope;
  return {
    isUsed: async () => (await readKey(scope)) !== null,
    recognize: async (marks) => {
      const key = await readKey(scope);
      if (key === null || marks.length === 0) return new Map();
      const byDigest = new Map(marks.map((mark) => [digestOf(key, mark), mark]));
      const rows = await trx
        .selectFrom('erasedPeople')
        .select(['digest', 'number'])
        .where('digest', '=', sql<string>`any(${[...byDigest.keys()]}::text[])`)
        .execute();
      return new Map(rows.map(({ digest, number }) => [byDigest.get(digest) ?? '', number]));
    },
    remember: async (marks) => {
      const key = await makeKey(scope);
      const digests = marks.map((mark) => digestOf(key, mark));
      const known = await trx
        .selectFrom('erasedPeople')
        .select('number')
        .where('digest', '=', sql<string>`any(${digests}::text[])`)
        .orderBy('number')
        .executeTakeFirst();
      const number = known?.number ?? (await nextNumber(scope));
      await trx
        .insertInto('erasedPeople')
        .values(digests.map((digest) => ({ digest, number })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return number;
    },
    welcome: async (marks) => {
      const key = await readKey(scope);
      if (key === null) return;
      const digests = marks.map((mark) => digestOf(key, mark));
      await trx
        .deleteFrom('erasedPeople')
        .where('digest', '=', sql<string>`any(${digests}::text[])`)
        .execute();
    },
  };
}

/** A number is given once, also where its person has come back. */
async function nextNumber({ trx }: Scope): Promise<number> {
  const { lastNumber } = await trx
    .updateTable('erasureKeys')
    .set({ lastNumber: sql<number>`last_number + 1` })
    .returning('lastNumber')
    .executeTakeFirstOrThrow();
  return lastNumber;
}

/** @throws SecretUnreadable: without the key, whoever was erased would be stored again */
async function readKey({ trx, organizationId, keyring }: Scope): Promise<Buffer | null> {
  const row = await trx.selectFrom('erasureKeys').select('sealedKey').executeTakeFirst();
  if (row === undefined) return null;
  return Buffer.from(open(row.sealedKey, erasureKeyPlace(organizationId), keyring), 'base64url');
}

/** Locks the key's row, so that two who are erased at once do not get one number. */
async function makeKey(scope: Scope): Promise<Buffer> {
  const { trx, organizationId, keyring } = scope;
  const made = randomBytes(keyBytes).toString('base64url');
  await trx
    .insertInto('erasureKeys')
    .values({ sealedKey: seal(made, erasureKeyPlace(organizationId), keyring), lastNumber: 0 })
    .onConflict((conflict) =>
      conflict
        .column('organizationId')
        .doUpdateSet(({ ref }) => ({ sealedKey: ref('erasureKeys.sealedKey') })),
    )
    .execute();
  const key = await readKey(scope);
  if (key === null) throw new Error('the key that was just stored is not there');
  return key;
}

function digestOf(key: Buffer, mark: string): string {
  return createHmac('sha256', key).update(mark).digest('base64url');
}
