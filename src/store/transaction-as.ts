import { AsyncLocalStorage } from 'node:async_hooks';
import { CamelCasePlugin, sql, type Transaction } from 'kysely';
import { nulFree } from './nul-free.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';

const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** Set while this call chain is in a transaction: on one connection a second one inside would wait for the first for ever. */
const present = new AsyncLocalStorage<{ open: boolean }>();

/**
 * One transaction in a role that row-level security binds. Role and organization end with it, because they are set for
 * the transaction only.
 *
 * @param work gets the transaction for the tables of the store, and the bare one, in which pg-boss can work as well
 */
export async function transactionAs<T>(
  { kysely }: Database,
  role: 'gatekeeper_app' | 'gatekeeper_directory',
  organizationId: string,
  work: (trx: Transaction<Tables>, plain: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  if (present.getStore()?.open) throw new Error('a transaction of the store was begun inside another one');
  const own = { open: true };
  try {
    return await present.run(own, () =>
      kysely.transaction().execute(async (plain) => {
        await sql`select set_config('role', ${role}, true),
          set_config('gatekeeper.organization', ${organizationId}, true)`.execute(plain);
        const trx = plain
          .withSchema('gatekeeper')
          .withPlugin(nulFree)
          .withPlugin(camelCase)
          .withTables<Tables>();
        return await work(trx as Transaction<Tables>, plain);
      }),
    );
  } finally {
    own.open = false;
  }
}
