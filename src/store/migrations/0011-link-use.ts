import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/** What a link was used for, each once; and until when a mail waits for its owner's hours. */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [
    'alter table gatekeeper.links add column undone_ms bigint, add column justified_ms bigint',
    'alter table gatekeeper.effects add column wait_until_ms bigint',
  ]);
}
