import type { CaseLog } from '../app/ports/store/cases.ts';
import { toJson } from './columns.ts';
import type { Scope } from './scope.ts';

export function caseLogIn({ trx }: Scope): CaseLog {
  return {
    add: async (step) => {
      await trx
        .insertInto('caseLog')
        .values({ ...step, data: toJson(step.data) })
        .execute();
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
