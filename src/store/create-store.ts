import type { Transaction } from 'kysely';
import type { Job, JobOptions } from '../app/ports/jobs.ts';
import type { Store } from '../app/ports/store/store.ts';
import { directoryOf } from './directory.ts';
import type { Database } from './open-database.ts';
import type { Keyring } from './secrets.ts';
import { storeTransaction } from './store-transaction.ts';
import { transactionAs } from './transaction-as.ts';
import { tryAgainWhereRefused } from './try-again.ts';

export interface StoreParts {
  /** Open and migrated. */
  readonly database: Database;
  readonly keyring: Keyring;
  /** Adds jobs within a transaction. The role of the transaction has to be allowed to: `grantJobs`. */
  readonly enqueue: (trx: Transaction<unknown>, jobs: readonly Job[], options?: JobOptions) => Promise<void>;
}

/** Keeps everything in an open database. Closing the database is up to whoever opened it. */
export function createStore({ database, keyring, enqueue }: StoreParts): Store {
  const inOrganization: Store['inOrganization'] = async (organizationId, work) => {
    if (organizationId === '') throw new Error('a transaction needs an organization');
    const transact = () =>
      transactionAs(database, 'gatekeeper_app', organizationId, async (trx, plain) => {
        const sendAll = async (jobs: readonly Job[], options?: JobOptions) => {
          if (jobs.some((job) => job.organizationId !== organizationId))
            throw new Error('a job belongs to the organization of its transaction');
          await enqueue(plain, jobs, options);
        };
        const jobs = { sendAll, send: (job: Job, options?: JobOptions) => sendAll([job], options) };
        return await work(storeTransaction({ trx, organizationId, keyring }, jobs));
      });
    return await tryAgainWhereRefused(transact);
  };
  return {
    inOrganization,
    directory: directoryOf({
      readAll: (work) => transactionAs(database, 'gatekeeper_directory', '', work),
      writeAs: (organizationId, work) => transactionAs(database, 'gatekeeper_app', organizationId, work),
      keyring,
    }),
  };
}
