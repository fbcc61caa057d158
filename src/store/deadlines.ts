import type { Deadlines } from '../app/ports/store/deadlines.ts';
import type { Scope } from './scope.ts';

export function deadlinesIn({ trx }: Scope): Deadlines {
  const all = () => trx.selectFrom('deadlines').select(['id', 'caseId', 'name', 'revision', 'dueMs']);
  return {
    add: async (deadline) => {
      await trx.insertInto('deadlines').values(deadline).execute();
    },
    find: async (id) => (await all().where('id', '=', id).executeTakeFirst()) ?? null,
    remove: async (id) => {
      await trx.deleteFrom('deadlines').where('id', '=', id).execute();
    },
    cancelOfCase: async (caseId) => {
      await trx.deleteFrom('deadlines').where('caseId', '=', caseId).execute();
    },
    due: (nowMs, most) =>
      all().where('dueMs', '<=', nowMs).orderBy('dueMs').orderBy('id').limit(most).execute(),
  };
}
