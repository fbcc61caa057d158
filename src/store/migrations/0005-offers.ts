import type { Kysely } from 'kysely';
import { isolate, organizationColumn, runAll, showToDirectory } from './statements.ts';

export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [...offers, ...links, ...threads, ...holds]);
}

const offers = [
  `create table gatekeeper.offers (
    ${organizationColumn},
    id text not null,
    uid text not null,
    uid_key text not null,
    occurrence text not null,
    effect_id text not null,
    case_id text not null,
    mailbox_id text not null,
    draft json,
    other_times json not null,
    created_ms bigint not null,
    primary key (organization_id, id)
  )`,
  `create index offers_effect on gatekeeper.offers (organization_id, effect_id)`,
  // One voice for each meeting.
  `create unique index offers_meeting on gatekeeper.offers (organization_id, uid_key, occurrence)`,
  ...isolate('offers'),
];

const links = [
  `create table gatekeeper.links (
    ${organizationColumn},
    digest text not null primary key,
    purpose text not null,
    subject_id text not null,
    expires_ms bigint not null
  )`,
  `create index links_expiry on gatekeeper.links (organization_id, expires_ms)`,
  ...isolate('links'),
  ...showToDirectory('links', ['digest', 'organization_id', 'purpose', 'subject_id', 'expires_ms']),
];

const threads = [
  `create table gatekeeper.threads (
    ${organizationColumn},
    case_id text not null,
    mailbox_id text not null,
    draft json,
    document_url text,
    opened_ms bigint not null,
    escalated_entry_id text,
    decided_ms bigint,
    decision json,
    primary key (organization_id, case_id)
  )`,
  ...isolate('threads'),
];

const holds = [
  `create table gatekeeper.holds (
    ${organizationColumn},
    id text not null,
    mailbox_id text not null,
    key text not null,
    start_ms bigint not null,
    end_ms bigint not null,
    entry_id text,
    released_ms bigint,
    primary key (organization_id, id)
  )`,
  `create unique index holds_standing on gatekeeper.holds (organization_id, mailbox_id, key)
    where released_ms is null`,
  ...isolate('holds'),
];
