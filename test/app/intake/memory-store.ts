import type { Job } from '../../../src/app/ports/jobs.ts';
import type { InboxRow } from '../../../src/app/ports/store/inbox.ts';
import type { Store, StoreTransaction } from '../../../src/app/ports/store/store.ts';
import type { SubscriptionAddress } from '../../../src/app/ports/store/subscriptions.ts';

/** What the webhook needs of a store, in memory; a transaction that throws leaves nothing behind. */
export interface MemoryStore {
  readonly store: Store;
  /** Committed, each transaction with what it wrote. */
  readonly commits: { readonly organizationId: string; readonly rows: Row[]; readonly jobs: Job[] }[];
  /** Ids that the directory was asked for. */
  readonly lookups: string[];
  /** From now on every question fails, as with a database that is away; null ends it. */
  fail: Error | null;
}

type Row = Omit<InboxRow, 'handledMs'>;

export function createMemoryStore(subscriptions: readonly SubscriptionAddress[]): MemoryStore {
  const memory: MemoryStore = { commits: [], lookups: [], fail: null, store: {} as Store };
  const answer = async <T>(value: () => T | Promise<T>): Promise<T> => {
    if (memory.fail) throw memory.fail;
    return value();
  };
  const store = {
    directory: {
      subscription: (id: string) =>
        answer(() => {
          memory.lookups.push(id);
          return subscriptions.find(({ subscriptionId }) => subscriptionId === id) ?? null;
        }),
    },
    inOrganization: <T>(organizationId: string, work: (tx: StoreTransaction) => Promise<T>) =>
      answer(async () => {
        const commit = { organizationId, rows: [] as Row[], jobs: [] as Job[] };
        const tx = {
          organizationId,
          inbox: { add: (rows: readonly Row[]) => answer(() => void commit.rows.push(...rows)) },
          jobs: { sendAll: (jobs: readonly Job[]) => answer(() => void commit.jobs.push(...jobs)) },
        };
        const result = await work(tx as unknown as StoreTransaction);
        memory.commits.push(commit);
        return result;
      }),
  };
  return Object.assign(memory, { store: store as unknown as Store });
}
