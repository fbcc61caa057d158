import type { Kysely } from 'kysely';
import { isolate, organizationColumn, runAll } from './statements.ts';

export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [...sessions, ...signIns, ...identities]);
}

const sessions = [
  `create table gatekeeper.sessions (
    ${organizationColumn},
    digest text not null,
    address text not null,
    name text,
    created_ms bigint not null,
    idle_until_ms bigint not null,
    expires_ms bigint not null,
    primary key (organization_id, digest)
  )`,
  `create index sessions_person on gatekeeper.sessions (organization_id, address)`,
  ...isolate('sessions'),
];

const signIns = [
  `create table gatekeeper.sign_ins (
    ${organizationColumn},
    state_digest text not null,
    browser_digest text not null,
    return_to text not null,
    expires_ms bigint not null,
    primary key (organization_id, state_digest)
  )`,
  `create index sign_ins_expiry on gatekeeper.sign_ins (organization_id, expires_ms)`,
  ...isolate('sign_ins'),
];

const identities = [
  `create table gatekeeper.identities (
    ${organizationColumn},
    address text not null,
    issuer text not null,
    subject text not null,
    bound_ms bigint not null,
    primary key (organization_id, address)
  )`,
  ...isolate('identities'),
];
