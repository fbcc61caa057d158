import type { CaseRecord, Cases } from '../app/ports/store/cases.ts';
import { caseColumns } from './case-columns.ts';
import { casePagesIn } from './case-pages.ts';
import { clearCases } from './clear-cases.ts';
import { keyOfUid, toJson } from './columns.ts';
import type { Scope } from './scope.ts';

export function casesIn(scope: Scope): Cases {
  const { trx } = scope;
  const all = () => trx.selectFrom('cases').select(caseColumns);
  return {
    ...casePagesIn(scope),
    add: async (record) => {
      await trx.insertInto('cases').values(rowOf(record)).execute();
    },
    find: async (id) => (await all().where('id', '=', id).executeTakeFirst()) ?? null,
    lock: async (id) => (await all().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null,
    lockOfMeeting: (mailboxId, uid) =>
      all()
        .where('id', 'in', (query) =>
          query
            .selectFrom('cases')
            .select('id')
            .distinctOn('occurrence')
            .where('mailboxId', '=', mailboxId)
            .where('uidKey', '=', keyOfUid(uid))
            .orderBy('occurrence')
            .orderBy('seq', 'desc'),
        )
        // Whoever locks several locks them in one order, so that nobody waits in a circle.
        .orderBy('occurrence')
        .forUpdate()
        .execute(),
    save: async (record) => {
      await trx.updateTable('cases').set(rowOf(record)).where('id', '=', record.id).execute();
    },
    ofMailbox: (mailboxId, most) =>
      all()
        .where('mailboxId', '=', mailboxId)
        .orderBy('openedMs', 'desc')
        .orderBy('seq', 'desc')
        .limit(most)
        .execute(),
    ended: async (beforeMs, most) => {
      const found = await trx
        .selectFrom('cases')
        .select('id')
        .where('closed', '=', false)
        .where('endMs', '<', beforeMs)
        .orderBy('endMs')
        .limit(most)
        .execute();
      return found.map(({ id }) => id);
    },
    clear: (beforeMs, most) => clearCases(scope, beforeMs, most),
    countWouldAnswer: async (mailboxId, sinceMs) => {
      const counted = await trx
        .selectFrom('cases')
        .select(({ fn }) => ['rule', fn.countAll<number>().as('count')])
        .where('mailboxId', '=', mailboxId)
        .where('openedMs', '>=', sinceMs)
        .where('wouldAct', 'in', ['tentative', 'decline'])
        .where('rule', 'is not', null)
        .groupBy('rule')
        .execute();
      return Object.fromEntries(counted.map(({ rule, count }) => [rule, count]));
    },
  };
}

function rowOf(record: CaseRecord) {
  return {
    ...record,
    uidKey: keyOfUid(record.uid),
    snapshot: toJson(record.snapshot),
    reasons: toJson(record.reasons),
    changes: toJson(record.changes),
  };
}
