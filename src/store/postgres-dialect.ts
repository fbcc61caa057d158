import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery, type DatabaseConnection, type Driver, PostgresDialect, PostgresDriver } from 'kysely';
import pg from 'pg';

/** What the transaction that is begun in this call chain says first. */
const opening = new AsyncLocalStorage<string>();

/**
 * Lets a transaction begin with a statement of its own in the same message as BEGIN. A third of the messages of a short
 * transaction would otherwise only say whose it is.
 *
 * @param statement without parameters
 * @param begin begins one transaction
 */
export function openingWith<T>(statement: string, begin: () => Promise<T>): Promise<T> {
  return opening.run(statement, begin);
}

/** Kysely's dialect of PostgreSQL, which heeds `openingWith`. */
export function postgresDialect(pool: pg.Pool): PostgresDialect {
  return new (class extends PostgresDialect {
    override createDriver(): Driver {
      return new OpeningDriver({ pool });
    }
  })({ pool });
}

class OpeningDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: Parameters<PostgresDriver['beginTransaction']>[1],
  ): Promise<void> {
    const statement = opening.getStore();
    if (statement === undefined) return super.beginTransaction(connection, settings);
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; ${statement}`));
    } catch (error) {
      // Kysely takes it that nothing was begun, and whoever gets this connection next would be in a failed transaction.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  }
}

/** More parameters come with a list of rows, and each length of it is another statement. */
const mostParameters = 32;
/** Kept by the server for each connection; what comes after these is planned each time. */
const mostStatements = 300;

const names = new Map<string, string>();

/**
 * A connection on which the server plans a statement once instead of each time. Behind PgBouncer in its transaction
 * mode that takes PgBouncer 1.21 or later.
 */
export class PreparingClient extends pg.Client {
  override query(...parameters: unknown[]): never {
    const [text, values] = parameters;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text, values) : undefined;
    const [send, ...rest] = name === undefined ? parameters : [{ name, text, values }];
    return super.query(send as pg.QueryConfig, ...(rest as [])) as never;
  }
}

function nameOf(text: string, values: readonly unknown[]): string | undefined {
  if (values.length === 0 || values.length > mostParameters) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= mostStatements) return known;
  const name = `gatekeeper_${names.size}`;
  names.set(text, name);
  return name;
}
