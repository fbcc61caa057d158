import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/**
 * What the sweep needs to wake with growing pauses, and to remove what is old. Indexes begin with the age, so that no
 * question about a single mailbox ever takes them.
 */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [
    'alter table gatekeeper.mailboxes add column woken_ms bigint',
    // Which reading is being saved in parts: one that lost its place to another stops.
    'alter table gatekeeper.mailboxes add column saving text',
    'alter table gatekeeper.effects add column woken_ms bigint',
    `create index effects_old on gatekeeper.effects (ended_ms, organization_id) where case_id is null`,
    // Also of effects that ended: they go with their case.
    'drop index gatekeeper.effects_open',
    `create index effects_case on gatekeeper.effects (case_id, organization_id, seq)`,
    `create index offers_case on gatekeeper.offers (case_id, organization_id)`,
    `create index cases_old on gatekeeper.cases (changed_ms, organization_id) where closed`,
    `create index meetings_over on gatekeeper.meetings (end_ms, organization_id)`,
    `create index meetings_gone on gatekeeper.meetings (removed_ms, organization_id) where removed_ms is not null`,
    // The story of a case goes with its case, and never without it.
    'grant delete on gatekeeper.case_log to gatekeeper_app',
    `create policy with_its_case on gatekeeper.case_log as restrictive for delete to gatekeeper_app
       using (not exists (select from gatekeeper.cases where cases.id = case_log.case_id))`,
  ]);
}
