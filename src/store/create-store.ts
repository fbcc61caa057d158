import type { Transaction } from 'kysely';
import type { Job, JobOptions } from '../app/ports/jobs.ts';
import type { Store } from '../app/ports/store/store.ts';
import { auditIn } from './audit.ts';
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
  /** Removes jobs that name one of the ids, within a transaction; left out where there are no queues. */
  readonly forgetJobs?: (trx: Transaction<unknown>, ids: readonly string[]) => Promise<void>;
}

/** Keeps everything in an open database. Closing the database is up to whoever opened it. */
export function createStore({ database, keyring, enqueue, forgetJobs }: StoreParts): Store {
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
        const scope = { trx, organizationId, keyring };
        const audit = auditIn(scope);
        const result = await work(
          storeTransaction(scope, jobs, audit.log, async (ids) => forgetJobs?.(plain, ids)),
        );
        await audit.write();
        return result;
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
