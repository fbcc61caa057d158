import type { Inbox } from '../app/ports/store/inbox.ts';
import { inPortions } from './columns.ts';
import type { Scope } from './scope.ts';

export function inboxIn({ trx }: Scope): Inbox {
  return {
    add: async (rows) => {
      for (const portion of inPortions(rows))
        await trx
          .insertInto('inbox')
          .values(portion.map((row) => ({ ...row, handledMs: null })))
          .execute();
    },
    find: async (id) =>
      (await trx.selectFrom('inbox').select(columns).where('id', '=', id).executeTakeFirst()) ?? null,
    markHandled: async (mailboxId, receivedBeforeMs, nowMs) => {
      await trx
        .updateTable('inbox')
        .set({ handledMs: nowMs })
        .where('mailboxId', '=', mailboxId)
        .where('receivedMs', '<', receivedBeforeMs)
        .where('handledMs', 'is', null)
        .execute();
    },
    mailboxesWaiting: async (sinceMs) => {
      const found = await trx
        .selectFrom('inbox')
        .select('mailboxId')
        .distinct()
        .where('handledMs', 'is', null)
        .where('receivedMs', '<', sinceMs)
        .orderBy('mailboxId')
        .execute();
      return found.map(({ mailboxId }) => mailboxId);
    },
    clear: async (beforeMs, most) => {
      const cleared = await trx
        .deleteFrom('inbox')
        .where('id', 'in', (query) =>
          query
            .selectFrom('inbox')
            .select('id')
            .where((row) =>
              row.or([
                row('handledMs', '<', beforeMs),
                // Of a mailbox that was left, or that nobody could read since.
                row.and([row('handledMs', 'is', null), row('receivedMs', '<', beforeMs)]),
              ]),
            )
            .limit(most),
        )
        .executeTakeFirst();
      return Number(cleared.numDeletedRows);
    },
  };
}

const columns = ['id', 'mailboxId', 'subscriptionId', 'kind', 'receivedMs', 'handledMs'] as const;
