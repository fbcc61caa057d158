import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/** Which policy file was taken last: only another one replaces what people changed on pages since. */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, ['alter table gatekeeper.organizations add column policy_file_digest text']);
}
