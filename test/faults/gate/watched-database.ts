import type { FaultDatabase } from './store-figures.ts';

/** A database of which one can tell when it was away. */
export interface WatchedDatabase extends FaultDatabase {
  /** @param sinceMs on the clock of `performance` */
  readonly wasAway: (sinceMs: number) => boolean;
}

/** After its start it recovers from its log, and refuses connections meanwhile. */
const recoveryMs = 10_000;

export function watchDatabase(database: FaultDatabase): WatchedDatabase {
  let isDown = false;
  let lastDownMs = Number.NEGATIVE_INFINITY;
  return {
    createDatabase: database.createDatabase,
    stop: async () => {
      isDown = true;
      await database.stop();
    },
    start: async () => {
      await database.start();
      isDown = false;
      lastDownMs = performance.now();
    },
    wasAway: (sinceMs) => isDown || lastDownMs + recoveryMs > sinceMs,
  };
}
