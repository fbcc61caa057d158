import type { Answers } from '../app/ports/store/effects.ts';
import { keyOfUid, toJson } from './columns.ts';
import type { Scope } from './scope.ts';

export function answersIn({ trx }: Scope): Answers {
  const newestFirst = () =>
    trx.selectFrom('answers').select(columns).orderBy('givenMs', 'desc').orderBy('id', 'desc');
  const standing = () => newestFirst().where('withdrawnMs', 'is', null);
  return {
    add: async (answer) => {
      await trx
        .insertInto('answers')
        .values({
          ...answer,
          uidKey: keyOfUid(answer.uid),
          target: toJson(answer.target),
          before: toJson(answer.before),
          withdrawal: toJson(answer.withdrawal),
        })
        .onConflict((conflict) => conflict.columns(['organizationId', 'id']).doNothing())
        .execute();
    },
    confirm: async (id, before) => {
      await trx
        .updateTable('answers')
        .set({ confirmed: true, before: toJson(before) })
        .where('id', '=', id)
        .execute();
    },
    remove: async (id) => {
      await trx.deleteFrom('answers').where('id', '=', id).execute();
    },
    markWithdrawn: async (id, nowMs, withdrawal) => {
      await trx
        .updateTable('answers')
        .set({ withdrawnMs: nowMs, withdrawal: toJson(withdrawal) })
        .where('id', '=', id)
        .execute();
    },
    standing: (mailboxId, uid) =>
      standing().where('mailboxId', '=', mailboxId).where('uidKey', '=', keyOfUid(uid)).execute(),
    ofCase: (caseId) => newestFirst().where('caseId', '=', caseId).execute(),
    standingOfRule: (rule, sinceMs) =>
      standing().where('rule', '=', rule).where('givenMs', '>=', sinceMs).execute(),
    countStandingOfRule: async (rule, sinceMs) => {
      const counted = await trx
        .selectFrom('answers')
        .leftJoin('mailboxes', 'mailboxes.id', 'answers.mailboxId')
        .select(({ fn }) => [
          'mailboxes.provider',
          fn.count<number>('answers.caseId').distinct().as('meetings'),
          fn.count<number>('answers.mailboxId').distinct().as('people'),
        ])
        .where('answers.withdrawnMs', 'is', null)
        .where('answers.rule', '=', rule)
        .where('answers.givenMs', '>=', sinceMs)
        .groupBy('mailboxes.provider')
        .execute();
      const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
      return {
        meetings: sum(counted.map(({ meetings }) => meetings)),
        people: sum(counted.map(({ people }) => people)),
        onOutlook: counted.find(({ provider }) => provider === 'microsoft')?.meetings ?? 0,
      };
    },
    countOfRule: async (rule, sinceMs, most) => {
      const { count } = await trx
        .selectFrom((query) =>
          query
            .selectFrom('answers')
            .select('id')
            .where('rule', '=', rule)
            .where('givenMs', '>=', sinceMs)
            .limit(most)
            .as('counted'),
        )
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    countByRule: async (sinceMs) => {
      const counted = await trx
        .selectFrom('answers')
        .select(({ fn }) => ['rule', fn.countAll<number>().as('count')])
        .where('givenMs', '>=', sinceMs)
        .groupBy('rule')
        .execute();
      return Object.fromEntries(counted.map(({ rule, count }) => [rule, count]));
    },
  };
}

export const columns = [
  'id',
  'caseId',
  'mailboxId',
  'uid',
  'target',
  'rule',
  'answer',
  'revision',
  'before',
  'givenMs',
  'confirmed',
  'withdrawnMs',
  'withdrawal',
] as const;
