import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CamelCasePlugin, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { nulFree } from './nul-free.ts';
import type { Database } from './open-database.ts';
import { openingWith } from './postgres-dialect.ts';
import type { Tables } from './tables.ts';

const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** Set while this call chain is in a transaction: on one connection a second one inside would wait for the first for ever. */
const present = new AsyncLocalStorage<{ open: boolean }>();

/**
 * No statement of ours takes a second, so one that takes so long waits for a lock that nobody gives back; and a process
 * that stands still inside a transaction gives its locks back. Migrations and pg-boss have no such limits.
 */
const limits = `, set_config('statement_timeout', '30s', true),
  set_config('idle_in_transaction_session_timeout', '60s', true)`;

/**
 * One transaction in a role that row-level security binds. Role and organization end with it, because they are set for
 * the transaction only.
 *
 * @param work gets the transaction for the tables of the store, and the bare one, in which pg-boss can work as well
 */
export async function transactionAs<T>(
  { kind, kysely }: Database,
  role: 'gatekeeper_app' | 'gatekeeper_directory',
  organizationId: string,
  work: (trx: Transaction<Tables>, plain: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  if (present.getStore()?.open) throw new Error('a transaction of the store was begun inside another one');
  const own = { open: true };
  try {
    // The embedded database computes in this thread, and its promises give way to no request and no timer: without this
    // turn the process would stand still as long as one transaction follows another.
    if (kind === 'embedded') await nextTurn();
    const opening = `select set_config('role', '${role}', true),
      set_config('gatekeeper.organization', ${pg.escapeLiteral(organizationId)}, true)`;
    const begin = () =>
      kysely.transaction().execute(async (plain) => {
        if (kind === 'embedded') await sql.raw(opening).execute(plain);
        const trx = plain
          .withSchema('gatekeeper')
          .withPlugin(nulFree)
          .withPlugin(camelCase)
          .withTables<Tables>();
        return await work(trx as Transaction<Tables>, plain);
      });
    return await present.run(own, () =>
      kind === 'embedded' ? begin() : openingWith(opening + limits, begin),
    );
  } finally {
    own.open = false;
  }
}
