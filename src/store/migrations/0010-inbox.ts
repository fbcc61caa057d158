import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/** What the inbox of a person is read with: a page of it must not read all cases of a mailbox. */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [
    // The owner's own words: they go with their case, and stand nowhere else.
    'alter table gatekeeper.cases add column note text',
    `create index cases_waiting on gatekeeper.cases (organization_id, mailbox_id)
      where not closed and state in ('waiting.asked', 'waiting.offered', 'waiting.onGrace', 'thread.open',
        'thread.overdue', 'thread.escalated')`,
    `create index answers_shown on gatekeeper.answers (organization_id, mailbox_id, given_ms desc)
      where withdrawn_ms is null and confirmed`,
    `create index effects_trouble on gatekeeper.effects (organization_id, mailbox_id, case_id)
      where state in ('refused', 'in-doubt')`,
  ]);
}
