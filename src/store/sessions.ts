import type { Sessions } from '../app/ports/store/people.ts';
import type { Scope } from './scope.ts';

export function sessionsIn({ trx }: Scope): Sessions {
  return {
    add: async (session) => {
      await trx.insertInto('sessions').values(session).execute();
    },
    find: async (digest) =>
      (await trx.selectFrom('sessions').select(columns).where('digest', '=', digest).executeTakeFirst()) ??
      null,
    keepUntil: async (digest, idleUntilMs) => {
      await trx.updateTable('sessions').set({ idleUntilMs }).where('digest', '=', digest).execute();
    },
    remove: async (digest) => {
      await trx.deleteFrom('sessions').where('digest', '=', digest).execute();
    },
    removeOf: async (address) => {
      await trx.deleteFrom('sessions').where('address', '=', address).execute();
    },
    clear: async (endedBeforeMs, most) => {
      const cleared = await trx
        .deleteFrom('sessions')
        .where('digest', 'in', (query) =>
          query
            .selectFrom('sessions')
            .select('digest')
            .where((row) =>
              row.or([row('expiresMs', '<', endedBeforeMs), row('idleUntilMs', '<', endedBeforeMs)]),
            )
            .limit(most),
        )
        .executeTakeFirst();
      return Number(cleared.numDeletedRows);
    },
  };
}

const columns = ['digest', 'address', 'name', 'createdMs', 'idleUntilMs', 'expiresMs'] as const;
