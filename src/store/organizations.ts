import { sql, type Transaction } from 'kysely';
import type { Organization, Organizations } from '../app/ports/store/organizations.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** What holds until somebody changes it. A new mailbox observes for a week; see `Organization` for the others. */
const defaults = { observeDays: 7, fallbackFactor: 3, fallbackLeast: 5 };

export async function addOrganization(
  trx: Transaction<Tables>,
  organization: { readonly id: string; readonly name: string; readonly createdMs: number },
): Promise<void> {
  const { id, name, createdMs } = organization;
  await trx
    .insertInto('organizations')
    .values({
      organizationId: id,
      name,
      createdMs,
      policyText: null,
      policyFileDigest: null,
      policyVersion: 0,
      answersStoppedMs: null,
      ...defaults,
    })
    .execute();
}

export function organizationsIn({ trx, organizationId }: Scope): Organizations {
  const own = () => trx.selectFrom('organizations').select(columns);
  const existing = (found: Organization | undefined): Organization => {
    if (found === undefined) throw new Error(`there is no organization ${organizationId}`);
    return found;
  };
  return {
    read: async () => existing(await own().executeTakeFirst()),
    lock: async () => existing(await own().forUpdate().executeTakeFirst()),
    change: async (change) => {
      if (Object.keys(change).length === 0) return;
      await trx
        .updateTable('organizations')
        .set(change)
        .$if(change.policyText !== undefined, (update) =>
          update.set({ policyVersion: sql`policy_version + 1` }),
        )
        .execute();
    },
  };
}

const columns = [
  'organizationId as id',
  'name',
  'policyText',
  'policyFileDigest',
  'policyVersion',
  'answersStoppedMs',
  'observeDays',
  'fallbackFactor',
  'fallbackLeast',
] as const;
