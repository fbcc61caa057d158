import type { TestPostgres } from '../../support/postgres.ts';

/**
 * A database whose commits outlive a kill of the server. The server of the tests answers before its log is written, so
 * that a kill would lose commits that it had confirmed: its own doing, and no fault of the gate's.
 */
export async function durableDatabase(
  postgres: Pick<TestPostgres, 'createDatabase' | 'run'>,
): Promise<string> {
  const url = await postgres.createDatabase();
  const name = new URL(url).pathname.slice(1);
  await postgres.run(`alter database ${name} set synchronous_commit = on`);
  return url;
}
