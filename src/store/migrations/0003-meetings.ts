import type { Kysely } from 'kysely';
import { isolate, organizationColumn, runAll } from './statements.ts';

/**
 * Row-level security keeps the database from using an index on an expression, because it runs no function on rows that
 * it has not checked: what is looked for stands in columns of its own, compared by equality.
 *
 * The embedded database gathers no statistics by itself, and then several indexes of a table seem equally good: the one
 * that was made last is taken. So an index by what tells rows apart best begins with that and is made last.
 */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [
    `create table gatekeeper.meetings (
      ${organizationColumn},
      mailbox_id text not null,
      entry_id text not null,
      uid text not null,
      uid_key text not null,
      entry json not null,
      digest text not null,
      seen_ms bigint not null,
      removed_ms bigint,
      unjudged_ms bigint,
      judge_problem text,
      start_ms bigint,
      end_ms bigint,
      primary key (organization_id, mailbox_id, entry_id)
    )`,
    `create index meetings_unjudged on gatekeeper.meetings (organization_id, mailbox_id, unjudged_ms)
      where unjudged_ms is not null`,
    `create index meetings_start on gatekeeper.meetings (organization_id, mailbox_id, start_ms)
      where removed_ms is null`,
    `create index meetings_uid on gatekeeper.meetings (uid_key, mailbox_id, organization_id)`,
    ...isolate('meetings'),
    `create table gatekeeper.meeting_people (
      ${organizationColumn},
      mailbox_id text not null,
      entry_id text not null,
      address text not null,
      start_ms bigint not null,
      primary key (organization_id, mailbox_id, entry_id, address)
    )`,
    `create index meeting_people_address
      on gatekeeper.meeting_people (organization_id, mailbox_id, address, start_ms)`,
    ...isolate('meeting_people'),
  ]);
}
