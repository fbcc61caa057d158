import type { Kysely } from 'kysely';
import { isolate, organizationColumn, runAll } from './statements.ts';

/** The order of indexes matters: see the migration of meetings. */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [...cases, ...caseLog, ...deadlines, ...effects, ...answers]);
}

const cases = [
  `create table gatekeeper.cases (
    ${organizationColumn},
    id text not null,
    seq bigint generated always as identity,
    mailbox_id text not null,
    uid text not null,
    uid_key text not null,
    occurrence text not null,
    entry_id text not null,
    opened_ms bigint not null,
    changed_ms bigint not null,
    snapshot json,
    state text not null,
    closed boolean not null,
    verdict text,
    act text not null,
    would_act text not null,
    rule text,
    reasons json not null,
    changes json not null,
    revision integer not null,
    overridden boolean not null,
    fingerprint text not null,
    start_ms bigint,
    end_ms bigint,
    primary key (organization_id, id)
  )`,
  // At most one open case for each subject.
  `create unique index cases_open on gatekeeper.cases (organization_id, mailbox_id, uid_key, occurrence)
    where not closed`,
  `create index cases_mailbox on gatekeeper.cases (organization_id, mailbox_id, opened_ms desc, seq desc)`,
  `create index cases_end on gatekeeper.cases (organization_id, end_ms) where not closed`,
  `create index cases_meeting on gatekeeper.cases (uid_key, mailbox_id, organization_id, occurrence, seq desc)`,
  ...isolate('cases'),
];

const caseLog = [
  `create table gatekeeper.case_log (
    ${organizationColumn},
    case_id text not null,
    seq bigint generated always as identity,
    at_ms bigint not null,
    actor text not null,
    event text not null,
    data json,
    "from" text not null,
    "to" text not null,
    primary key (organization_id, case_id, seq)
  )`,
  ...isolate('case_log'),
  // Only added to.
  'revoke update, delete on gatekeeper.case_log from gatekeeper_app',
];

const deadlines = [
  `create table gatekeeper.deadlines (
    ${organizationColumn},
    id text not null,
    case_id text not null,
    name text not null,
    revision integer not null,
    due_ms bigint not null,
    primary key (organization_id, id)
  )`,
  `create index deadlines_due on gatekeeper.deadlines (organization_id, due_ms)`,
  `create index deadlines_case on gatekeeper.deadlines (organization_id, case_id)`,
  ...isolate('deadlines'),
];

const effects = [
  `create table gatekeeper.effects (
    ${organizationColumn},
    id text not null,
    mailbox_id text not null,
    case_id text,
    seq bigint generated always as identity,
    kind text not null,
    params json not null,
    state text not null,
    attempts integer not null,
    prepared json,
    acting_until_ms bigint,
    outcome json,
    created_ms bigint not null,
    ended_ms bigint,
    primary key (organization_id, id)
  )`,
  `create index effects_waiting on gatekeeper.effects (organization_id, created_ms) where ended_ms is null`,
  `create index effects_troubled on gatekeeper.effects (organization_id, ended_ms desc)
    where state in ('refused', 'in-doubt')`,
  `create index effects_open on gatekeeper.effects (case_id, organization_id, seq) where ended_ms is null`,
  ...isolate('effects'),
];

const answers = [
  `create table gatekeeper.answers (
    ${organizationColumn},
    id text not null,
    case_id text not null,
    mailbox_id text not null,
    uid text not null,
    uid_key text not null,
    target json not null,
    rule text not null,
    answer text not null,
    revision integer not null,
    before json not null,
    given_ms bigint not null,
    confirmed boolean not null,
    withdrawn_ms bigint,
    withdrawal json,
    primary key (organization_id, id)
  )`,
  `create index answers_case on gatekeeper.answers (organization_id, case_id)`,
  `create index answers_rule on gatekeeper.answers (organization_id, rule, given_ms)`,
  `create index answers_standing on gatekeeper.answers (uid_key, mailbox_id, organization_id)
    where withdrawn_ms is null`,
  ...isolate('answers'),
];
