import pg from 'pg';
import type { Store } from '../../app/ports/store/store.ts';
import type { Log } from '../../app/ports/surroundings.ts';
import { settingsTable } from '../../config/settings/settings-table.ts';
import { installJobs } from '../../jobs/install-jobs.ts';
import { type JobSystem, startJobs } from '../../jobs/start-jobs.ts';
import { checkSecrets } from '../../store/check-secrets.ts';
import { createStore } from '../../store/create-store.ts';
import { endingWhereSilent } from '../../store/ending-where-silent.ts';
import { grantJobs } from '../../store/grant-jobs.ts';
import { migrate, pendingMigrations } from '../../store/migrate.ts';
import { type Database, openDatabase, usualSilentMs } from '../../store/open-database.ts';
import type { Keyring } from '../../store/secrets.ts';
import { openDataFolder, readOrMakeKeys } from './data-folder.ts';
import type { ServiceSettings } from './service-settings.ts';

/** Everything durable: one database, the store in it, the jobs beside it. */
export interface Storage {
  readonly database: Database;
  readonly store: Store;
  readonly jobs: JobSystem;
  readonly keyring: Keyring;
  readonly close: () => Promise<void>;
}

/** The schema is older than the program. */
export class MigrationsPending extends Error {
  readonly pending: readonly string[];

  constructor(pending: readonly string[]) {
    super(`the database lacks ${pending.join(', ')}; run "meeting-gatekeeper migrate"`);
    this.pending = pending;
  }
}

/**
 * Opens the database that the settings name. Throws what the database does.
 * @param silentMs see `DatabasePlace`
 */
export async function openNamedDatabase(
  settings: ServiceSettings,
  silentMs: number | null = usualSilentMs,
): Promise<Database> {
  if (settings.DATABASE_URL !== null) {
    return await openDatabase({
      kind: 'postgres',
      url: settings.DATABASE_URL,
      poolSize: settings.POOL_SIZE,
      silentMs,
    });
  }
  return await openDatabase({ kind: 'embedded', folder: openDataFolder(settings.DATA_FOLDER).database });
}

/**
 * Opens the storage. The embedded database is brought up to date by itself: nobody else can have it open, and nothing
 * else could do it. PostgreSQL waits for `migrate`, so that one process decides when.
 */
export async function openStorage(settings: ServiceSettings, log: Log): Promise<Storage> {
  const database = await openNamedDatabase(settings);
  try {
    if (database.kind === 'embedded') await install(database, settings, log);
    else await refuseOldSchema(database);
    const jobs = await startJobs({ backend: backendOf(database, settings), log });
    const keyring = keyringOf(settings);
    return {
      database,
      jobs,
      keyring,
      store: createStore({ database, keyring, enqueue: jobs.enqueue, forgetJobs: jobs.forget }),
      close: async () => {
        // Twice is once: what was stopped with time to end is not stopped again.
        await jobs.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Brings both schemas up to date; may be repeated. @returns names of the migrations that were run */
export async function install(
  database: Database,
  settings: ServiceSettings,
  log: Log,
): Promise<readonly string[]> {
  const pending = await pendingMigrations(database);
  await migrate(database);
  await installJobs(backendOf(database, settings), log);
  await grantJobs(database);
  return pending;
}

async function refuseOldSchema(database: Database): Promise<void> {
  const pending = await pendingMigrations(database);
  if (pending.length > 0) throw new MigrationsPending(pending);
}

/**
 * Whoever starts with the keys of another installation is told at once, and not by each mailbox that is read. Single
 * values that do not open are no reason not to start: the doctor names them.
 *
 * @throws ForeignKeys where something is encrypted and nothing of it opens
 */
export async function refuseForeignKeys(database: Database, keyring: Keyring): Promise<void> {
  const { opened, unreadable } = await checkSecrets(database, keyring);
  if (opened > 0 || unreadable.length === 0) return;
  throw new ForeignKeys(
    [...new Set(unreadable.flatMap(({ keyId }) => keyId ?? []))],
    [...keyring.keys.keys()],
  );
}

/** Nothing of what is encrypted opens with the keys that are stated. */
export class ForeignKeys extends Error {
  constructor(needed: readonly string[], stated: readonly string[]) {
    const ids = (all: readonly string[]) => all.map((id) => `"${id}"`).join(', ');
    const missing = needed.filter((id) => !stated.includes(id));
    super(
      missing.length > 0
        ? `what the database holds was encrypted with the key ${ids(missing)}; stated is ${ids(stated)}`
        : `the key ${ids(needed)} is another one than what the database holds was encrypted with`,
    );
  }
}

function backendOf(database: Database, settings: ServiceSettings) {
  if (database.kind === 'embedded') return { kind: 'embedded', pglite: database.pglite } as const;
  const Client = endingWhereSilent(pg.Client, usualSilentMs);
  return { kind: 'postgres', url: settings.DATABASE_URL ?? '', Client } as const;
}

/** The keys of the settings, else those of the data folder. */
function keyringOf(settings: ServiceSettings): Keyring {
  if (settings.ENCRYPTION_KEYS !== null) return settings.ENCRYPTION_KEYS;
  const { keys } = openDataFolder(settings.DATA_FOLDER);
  const read = settingsTable.ENCRYPTION_KEYS.schema.safeParse(readOrMakeKeys(keys));
  if (!read.success) throw new UnreadableKeys(keys);
  return read.data;
}

/** The key file of the data folder is no key file. */
export class UnreadableKeys extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`${file}: this is no file of encryption keys`);
    this.file = file;
  }
}
