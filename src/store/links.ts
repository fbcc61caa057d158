import type { Links } from '../app/ports/store/offers.ts';
import type { Scope } from './scope.ts';

export function linksIn({ trx }: Scope): Links {
  return {
    add: async (link) => {
      await trx
        .insertInto('links')
        .values(link)
        // The same subject always gives the same link; said again, it only lasts longer.
        .onConflict((conflict) =>
          conflict
            .column('digest')
            .doUpdateSet(({ ref }) => ({ expiresMs: ref('excluded.expiresMs') }))
            .where(({ eb, ref }) => eb('links.expiresMs', '<', ref('excluded.expiresMs'))),
        )
        .execute();
    },
    clear: async (expiredBeforeMs, most) => {
      const cleared = await trx
        .deleteFrom('links')
        .where('digest', 'in', (query) =>
          query.selectFrom('links').select('digest').where('expiresMs', '<', expiredBeforeMs).limit(most),
        )
        .executeTakeFirst();
      return Number(cleared.numDeletedRows);
    },
  };
}
