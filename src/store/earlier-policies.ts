import type { EarlierPolicies } from '../app/ports/store/earlier-policies.ts';
import type { Scope } from './scope.ts';

/** More than a company changes in a year; together they take at most some megabytes. */
const mostKept = 50;

export function earlierPoliciesIn({ trx }: Scope): EarlierPolicies {
  const newest = () => trx.selectFrom('earlierPolicies').orderBy('version', 'desc');
  return {
    keep: async (policy) => {
      await trx.insertInto('earlierPolicies').values(policy).execute();
      const tooOld = await newest().select('version').offset(mostKept).limit(1).executeTakeFirst();
      if (tooOld !== undefined)
        await trx.deleteFrom('earlierPolicies').where('version', '<=', tooOld.version).execute();
    },
    list: () => newest().select(['version', 'replacedMs', 'replacedBy']).execute(),
    find: async (version) =>
      (await trx
        .selectFrom('earlierPolicies')
        .select(['version', 'text', 'replacedMs', 'replacedBy'])
        .where('version', '=', version)
        .executeTakeFirst()) ?? null,
    replace: async ({ version, ...policy }) => {
      await trx.updateTable('earlierPolicies').set(policy).where('version', '=', version).execute();
    },
    remove: async (version) => {
      await trx.deleteFrom('earlierPolicies').where('version', '=', version).execute();
    },
  };
}
