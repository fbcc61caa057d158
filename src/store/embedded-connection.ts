import type { PGlite } from '@electric-sql/pglite';
import type { PGliteDialectConfig } from 'kysely';

/**
 * PGlite as kysely uses it. Kysely waits for ever for a transaction whose BEGIN fails (the database is being closed,
 * or somebody left a failed transaction behind), and keeps its lock on the connection meanwhile, so that nothing else
 * works any more either. Here such a transaction begins all the same, and its first statement throws what BEGIN threw.
 */
export function embeddedConnection(pglite: PGlite): Exclude<PGliteDialectConfig['pglite'], () => unknown> {
  return {
    get closed() {
      return pglite.closed;
    },
    get ready() {
      return pglite.ready;
    },
    get waitReady() {
      return pglite.waitReady;
    },
    close: () => pglite.close(),
    query: (text, params, options) => pglite.query(text, params, options),
    transaction: async (work) => {
      let begun = false;
      const run: typeof work = (tx) => {
        begun = true;
        return work(tx);
      };
      try {
        return await pglite.transaction(run);
      } catch (error) {
        if (begun) throw error;
        const refuse = async () => {
          throw error;
        };
        return await work({ query: refuse, rollback: refuse });
      }
    },
  };
}
