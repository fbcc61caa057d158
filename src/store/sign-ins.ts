import type { SignIns } from '../app/ports/store/people.ts';
import type { Scope } from './scope.ts';

export function signInsIn({ trx }: Scope): SignIns {
  return {
    add: async (signIn) => {
      await trx.insertInto('signIns').values(signIn).execute();
    },
    take: async (stateDigest) =>
      (await trx
        .deleteFrom('signIns')
        .where('stateDigest', '=', stateDigest)
        .returning(['stateDigest', 'browserDigest', 'returnTo', 'expiresMs'])
        .executeTakeFirst()) ?? null,
    clear: async (expiredBeforeMs, most) => {
      const cleared = await trx
        .deleteFrom('signIns')
        .where('stateDigest', 'in', (query) =>
          query
            .selectFrom('signIns')
            .select('stateDigest')
            .where('expiresMs', '<', expiredBeforeMs)
            .limit(most),
        )
        .executeTakeFirst();
      return Number(cleared.numDeletedRows);
    },
  };
}
