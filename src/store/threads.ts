import type { Threads } from '../app/ports/store/offers.ts';
import { toJson } from './columns.ts';
import type { Scope } from './scope.ts';

export function threadsIn({ trx }: Scope): Threads {
  return {
    add: async (thread) => {
      await trx
        .insertInto('threads')
        .values({ ...thread, draft: toJson(thread.draft), decision: toJson(thread.decision) })
        .execute();
    },
    find: async (caseId) =>
      (await trx.selectFrom('threads').select(columns).where('caseId', '=', caseId).executeTakeFirst()) ??
      null,
    change: async (caseId, { decision, ...plain }) => {
      const change = { ...plain, ...(decision !== undefined && { decision: toJson(decision) }) };
      if (Object.keys(change).length === 0) return;
      await trx.updateTable('threads').set(change).where('caseId', '=', caseId).execute();
    },
  };
}

const columns = [
  'caseId',
  'mailboxId',
  'draft',
  'documentUrl',
  'openedMs',
  'escalatedEntryId',
  'decidedMs',
  'decision',
] as const;
