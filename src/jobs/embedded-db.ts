import type { PGlite } from '@electric-sql/pglite';
import { fromPglite } from 'pg-boss';

/** How pg-boss begins the texts in which it sends a whole transaction at once. */
const WHOLE_TRANSACTION = /^\s*begin\s*;/i;

/**
 * The embedded database as pg-boss uses it. The adapter of pg-boss sends the ROLLBACK of a failed transaction as a
 * statement of its own; whoever waits for the only connection gets it before that, in a transaction that has failed.
 * Here the connection is kept until the rollback is done: the BEGIN of the text is then within a transaction already,
 * which is a warning, and its COMMIT ends that one.
 */
export function embeddedDb(pglite: PGlite): ReturnType<typeof fromPglite> {
  const db = fromPglite(pglite);
  return {
    ...db,
    executeSql: async (text, values) => {
      if (values?.length || !WHOLE_TRANSACTION.test(text)) return await db.executeSql(text, values);
      const results = await pglite.transaction((tx) => tx.exec(text));
      return { rows: results.flatMap(({ rows }) => rows) };
    },
  };
}
