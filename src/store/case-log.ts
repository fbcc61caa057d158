import type { CaseLog } from '../app/ports/store/cases.ts';
import { toJson } from './columns.ts';
import type { Scope } from './scope.ts';

export function caseLogIn({ trx }: Scope): CaseLog {
  return {
    add: async (...steps) => {
      if (steps.length === 0) return;
      const rows = steps.map((step) => ({ ...step, data: toJson(step.data) }));
      await trx.insertInto('caseLog').values(rows).execute();
    },
    ofCase: (caseId) =>
      trx
        .selectFrom('caseLog')
        .select(['caseId', 'atMs', 'actor', 'event', 'data', 'from', 'to'])
        .where('caseId', '=', caseId)
        .orderBy('seq')
        .execute(),
  };
}
