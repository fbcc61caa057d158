import type { Links, LinkUse } from '../app/ports/store/offers.ts';
import type { Scope } from './scope.ts';

const columnOf = { undo: 'undoneMs', justify: 'justifiedMs' } as const satisfies Readonly<
  Record<LinkUse, string>
>;

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
    usesOf: async (digest) => {
      const link = await trx
        .selectFrom('links')
        .select(['undoneMs', 'justifiedMs'])
        .where('digest', '=', digest)
        .executeTakeFirst();
      return (['undo', 'justify'] as const).filter((use) => (link?.[columnOf[use]] ?? null) !== null);
    },
    markUsed: async (digest, use, nowMs) => {
      await trx
        .updateTable('links')
        .set({ [columnOf[use]]: nowMs })
        .where('digest', '=', digest)
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
