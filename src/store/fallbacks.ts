import type { Fallbacks } from '../app/ports/store/organizations.ts';
import type { Scope } from './scope.ts';

export function fallbacksIn({ trx }: Scope): Fallbacks {
  return {
    open: () =>
      trx
        .selectFrom('fallbacks')
        .select(['rule', 'sinceMs', 'answered', 'forecast', 'liftedMs'])
        .where('liftedMs', 'is', null)
        .orderBy('sinceMs')
        .execute(),
    add: async (fallback) => {
      const added = await trx
        .insertInto('fallbacks')
        .values({ ...fallback, liftedMs: null })
        .onConflict((conflict) => conflict.doNothing())
        .returning('rule')
        .execute();
      return added.length > 0;
    },
    lift: async (rule, nowMs) => {
      const lifted = await trx
        .updateTable('fallbacks')
        .set({ liftedMs: nowMs })
        .where('rule', '=', rule)
        .where('liftedMs', 'is', null)
        .returning('rule')
        .execute();
      return lifted.length > 0;
    },
  };
}
