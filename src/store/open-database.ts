import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import pg from 'pg';
import { embeddedConnection } from './embedded-connection.ts';
import { endingWhereSilent } from './ending-where-silent.ts';
import { lockFolder } from './folder-lock.ts';
import { PreparingClient, postgresDialect } from './postgres-dialect.ts';

/** Where everything is kept. `folder` null is memory only; `loadDataDir` is a dump that a new database begins with. */
export type DatabasePlace =
  | { readonly kind: 'embedded'; readonly folder: string | null; readonly loadDataDir?: Blob }
  | {
      readonly kind: 'postgres';
      readonly url: string;
      readonly poolSize?: number;
      /** How long a transaction waits for a connection, in milliseconds. */
      readonly connectMs?: number;
      /**
       * Milliseconds after which a server that says nothing counts as gone, `usualSilentMs` where not stated. Null for
       * migrations, whose statements take as long as they take.
       */
      readonly silentMs?: number | null;
    };

/** An open database. `kysely` has no plugins and knows no tables, so pg-boss can work in its transactions too. */
export type Database = EmbeddedDatabase | PostgresDatabase;

interface EmbeddedDatabase {
  readonly kind: 'embedded';
  readonly kysely: Kysely<unknown>;
  readonly pglite: PGlite;
  /** Writes into the lock where this process can be reached. */
  announce(controlUrl: string): void;
  /**
   * Cleans up and gathers statistics, which a server does in the background: this one has none. A second of work, for
   * whoever has it open for long.
   */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

interface PostgresDatabase {
  readonly kind: 'postgres';
  readonly kysely: Kysely<unknown>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const defaultPoolSize = 10;
/** Whoever waits longer fails: providers give a webhook ten seconds, and a job is tried again. */
const defaultConnectMs = 5_000;
/** Statements end after 30 s, and a transaction that stands still after 60 s (`transactionAs`). */
export const usualSilentMs = 90_000;

/**
 * Opens the database; tables are made by `migrate`.
 *
 * @throws DatabaseInUse where another process has the embedded database open, or the system's error. PostgreSQL is first asked by the first
 *   query, so a server that cannot be reached is an error there.
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  return place.kind === 'embedded' ? await openEmbedded(place) : openPostgres(place);
}

async function openEmbedded({
  folder,
  loadDataDir,
}: Extract<DatabasePlace, { kind: 'embedded' }>): Promise<EmbeddedDatabase> {
  const dataDir = folder === null ? null : path.resolve(folder);
  // Where a file has that name PGlite would work in memory and say nothing.
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = dataDir === null ? null : lockFolder(dataDir);
  try {
    const pglite = await PGlite.create({
      ...(dataDir !== null && { dataDir }),
      ...(loadDataDir !== undefined && { loadDataDir }),
      parsers: { [pg.types.builtins.INT8]: readSafeInteger },
    });
    const kysely = new Kysely<unknown>({
      dialect: new PGliteDialect({ pglite: embeddedConnection(pglite) }),
    });
    return {
      kind: 'embedded',
      kysely,
      pglite,
      announce: (controlUrl) => lock?.announce(controlUrl),
      tidy: async () => void (await pglite.exec('vacuum (analyze)')),
      close: async () => {
        await kysely.destroy();
        // Kysely closes only what it has used.
        if (!pglite.closed) await pglite.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function openPostgres({
  url,
  poolSize,
  connectMs,
  silentMs = usualSilentMs,
}: Extract<DatabasePlace, { kind: 'postgres' }>): PostgresDatabase {
  const pool = new pg.Pool({
    Client: silentMs === null ? PreparingClient : endingWhereSilent(PreparingClient, silentMs),
    connectionString: url,
    max: poolSize ?? defaultPoolSize,
    connectionTimeoutMillis: connectMs ?? defaultConnectMs,
    keepAlive: true,
    application_name: 'meeting-gatekeeper',
    types: { getTypeParser: typeParser },
  });
  // A connection that breaks is an error of the query that uses it, or else of none; unheard it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const kysely = new Kysely<unknown>({ dialect: postgresDialect(pool) });
  let closing: Promise<void> | undefined;
  const close = async () => {
    await kysely.destroy();
    if (!pool.ended) await pool.end();
  };
  return { kind: 'postgres', kysely, pool, close: () => (closing ??= close()) };
}

const typeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === pg.types.builtins.INT8 && format !== 'binary'
    ? readSafeInteger
    : pg.types.getTypeParser(type, format);

/** Instants and counts are `bigint` there and numbers here. */
function readSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond what a number holds exactly`);
  return value;
}
