import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Log } from '../app/ports/surroundings.ts';
import { embeddedDb } from './embedded-db.ts';
import { JOBS_SCHEMA } from './queues.ts';

/** The database that holds the jobs: the one that holds everything else, so that both commit together. */
export type JobBackend =
  | { readonly kind: 'embedded'; readonly pglite: PGlite }
  | {
      readonly kind: 'postgres';
      readonly url: string;
      /** Class of its connections, where the usual one is not enough. */
      readonly Client?: typeof pg.Client;
    };

/** The same trouble of the database comes from each worker at each poll; one line in this time is enough. */
const QUIET_MS = 10_000;

/** An instance of pg-boss, not started, that does nothing of its own accord unless `options` ask for it. */
export function createBoss(backend: JobBackend, log: Log, options: ConstructorOptions = {}): PgBoss {
  const boss = new PgBoss({
    ...(backend.kind === 'embedded'
      ? { db: embeddedDb(backend.pglite), backend: 'pglite' as const }
      : poolOptions(backend)),
    schema: JOBS_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
    useListenNotify: false,
    persistWarnings: false,
    ...options,
  });
  const lastSaid = new Map<string, number>();
  const say = (level: 'warn' | 'error', event: string, message: string, code: string | null): void => {
    const now = performance.now();
    // Worker ids make every message different.
    const key = `${event} ${code ?? message.replace(/ \(Queue: .*$/, '')}`;
    if (now - (lastSaid.get(key) ?? Number.NEGATIVE_INFINITY) >= QUIET_MS) {
      lastSaid.set(key, now);
      log[level](event, { message: message.slice(0, 300), code });
    }
  };
  // Without a listener an `error` event would end the process; a database that restarts must not.
  boss.on('error', (error) => {
    say('error', 'jobs.database', error.message, codeOf(error));
  });
  boss.on('warning', (warning) => {
    say('warn', 'jobs.warning', warning.message, null);
  });
  return boss;
}

/** What pg-boss gives to its pool as it is; it does not name all of that in its types. */
function poolOptions({ url, Client }: Extract<JobBackend, { kind: 'postgres' }>) {
  return {
    connectionString: url,
    application_name: 'meeting-gatekeeper-jobs',
    keepAlive: true,
    ...(Client !== undefined && { Client }),
  };
}

function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
