import type { Identities } from '../app/ports/store/people.ts';
import type { Scope } from './scope.ts';

export function identitiesIn({ trx }: Scope): Identities {
  return {
    bind: async (identity) => {
      // Two first sign-ins at once: one of them binds, and both read what it is bound to.
      await trx
        .insertInto('identities')
        .values(identity)
        .onConflict((conflict) => conflict.columns(['organizationId', 'address']).doNothing())
        .execute();
      return await trx
        .selectFrom('identities')
        .select(['address', 'issuer', 'subject', 'boundMs'])
        .where('address', '=', identity.address)
        .executeTakeFirstOrThrow();
    },
    remove: async (address) => {
      await trx.deleteFrom('identities').where('address', '=', address).execute();
    },
  };
}
