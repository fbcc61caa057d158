import type { Transaction } from 'kysely';
import type { Job, JobOptions } from '../app/ports/jobs.ts';
import type { Store } from '../app/ports/store/store.ts';
import { directoryOf } from './directory.ts';
import type { Database } from './open-database.ts';
import type { Keyring } from './secrets.ts';
import { storeTransaction } from './store-transaction.ts';
import { transactionAs } from './transaction-as.ts';

export interface StoreParts {
  /** Open and migrated. */
  readonly database: Database;
  readonly keyring: Keyring;
  /** Adds a job within a transaction. The role of the transaction has to be allowed to: `grantJobs`. */
  readonly enqueue: (trx: Transaction<unknown>, job: Job, options?: JobOptions) => Promise<void>;
}

/** Keeps everything in an open database. Closing the database is up to whoever opened it. */
export function createStore({ database, keyring, enqueue }: StoreParts): Store {
  const inOrganization: Store['inOrganization'] = async (organizationId, work) => {
    if (organizationId === '') throw new Error('a transaction needs an organization');
    return await transactionAs(database, 'gatekeeper_app', organizationId, async (trx, plain) => {
      const send = async (job: Job, options?: JobOptions) => {
        if (job.organizationId !== organizationId)
          throw new Error('a job belongs to the organization of its transaction');
        await enqueue(plain, job, options);
      };
      return await work(storeTransaction({ trx, organizationId, keyring }, send));
    });
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
