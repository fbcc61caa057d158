import type { Kysely } from 'kysely';
import { isolate, organizationColumn, runAll, showToDirectory } from './statements.ts';

/**
 * JSON columns are `json`, not `jsonb`: nothing is asked of their inside, and `jsonb` refuses a NUL or half a surrogate
 * pair, which an invite may contain.
 */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [...organizations, ...mailboxes, ...subscriptions, ...inbox]);
}

const organizations = [
  `create table gatekeeper.organizations (
    ${organizationColumn} primary key,
    name text not null,
    created_ms bigint not null,
    policy_text text,
    policy_version integer not null default 0,
    answers_stopped_ms bigint,
    observe_days double precision not null,
    fallback_factor double precision not null,
    fallback_least double precision not null
  )`,
  ...isolate('organizations'),
  ...showToDirectory('organizations', ['organization_id', 'name']),
  `create table gatekeeper.fallbacks (
    ${organizationColumn},
    rule text not null,
    since_ms bigint not null,
    answered integer not null,
    forecast double precision not null,
    lifted_ms bigint
  )`,
  `create unique index fallbacks_open on gatekeeper.fallbacks (organization_id, rule) where lifted_ms is null`,
  ...isolate('fallbacks'),
];

const mailboxes = [
  `create table gatekeeper.mailboxes (
    ${organizationColumn},
    id text not null,
    provider text not null,
    address text not null,
    other_addresses json not null,
    sealed_grant text not null,
    state text not null,
    observing_until_ms bigint,
    connected_ms bigint not null,
    "cursor" text,
    "window" json,
    pulled_ms bigint,
    hours json,
    problem json,
    forecast json,
    primary key (organization_id, id)
  )`,
  `create unique index mailboxes_address on gatekeeper.mailboxes (organization_id, address) where state <> 'left'`,
  ...isolate('mailboxes'),
];

const subscriptions = [
  `create table gatekeeper.subscriptions (
    ${organizationColumn},
    id text not null primary key,
    mailbox_id text not null,
    provider text not null,
    provider_id text,
    resource_id text,
    sealed_secret text not null,
    expires_ms bigint,
    created_ms bigint not null
  )`,
  `create index subscriptions_mailbox on gatekeeper.subscriptions (organization_id, mailbox_id)`,
  // The directory asks before it is known whose it is.
  `create index subscriptions_provider_id on gatekeeper.subscriptions (provider_id, organization_id)`,
  ...isolate('subscriptions'),
  ...showToDirectory('subscriptions', [
    'id',
    'provider_id',
    'organization_id',
    'mailbox_id',
    'provider',
    'sealed_secret',
  ]),
];

const inbox = [
  `create table gatekeeper.inbox (
    ${organizationColumn},
    id text not null,
    mailbox_id text not null,
    subscription_id text not null,
    kind text not null,
    received_ms bigint not null,
    handled_ms bigint,
    primary key (organization_id, id)
  )`,
  `create index inbox_waiting on gatekeeper.inbox (organization_id, mailbox_id, received_ms) where handled_ms is null`,
  `create index inbox_handled on gatekeeper.inbox (organization_id, handled_ms) where handled_ms is not null`,
  ...isolate('inbox'),
];
