import type { Holds } from '../app/ports/store/holds.ts';
import type { Scope } from './scope.ts';

export function holdsIn({ trx }: Scope): Holds {
  const all = () => trx.selectFrom('holds').select(columns);
  return {
    add: async (hold) => {
      const added = await trx
        .insertInto('holds')
        .values(hold)
        .onConflict((conflict) =>
          conflict
            .columns(['organizationId', 'mailboxId', 'key'])
            .where('releasedMs', 'is', null)
            .doNothing(),
        )
        .returning('id')
        .execute();
      return added.length > 0;
    },
    find: async (id) => (await all().where('id', '=', id).executeTakeFirst()) ?? null,
    setEntry: async (id, entryId) => {
      await trx.updateTable('holds').set({ entryId }).where('id', '=', id).execute();
    },
    markReleased: async (id, nowMs) => {
      await trx.updateTable('holds').set({ releasedMs: nowMs }).where('id', '=', id).execute();
    },
    clear: async (endedBeforeMs, most) => {
      const cleared = await trx
        .deleteFrom('holds')
        .where('id', 'in', (query) =>
          query.selectFrom('holds').select('id').where('endMs', '<', endedBeforeMs).limit(most),
        )
        .executeTakeFirst();
      return Number(cleared.numDeletedRows);
    },
    ofMailbox: (mailboxId) =>
      all()
        .where('mailboxId', '=', mailboxId)
        .where('releasedMs', 'is', null)
        .orderBy('startMs')
        .orderBy('id')
        .execute(),
  };
}

const columns = ['id', 'mailboxId', 'key', 'startMs', 'endMs', 'entryId', 'releasedMs'] as const;
