import type { Kysely } from 'kysely';
import { isolate, organizationColumn, runAll } from './statements.ts';

/**
 * What people did stands in a chain (`app/audit/chain.ts`). Its rows have a policy for each command instead of one for
 * all, which binds the owner of the table as well: nothing is deleted, and an update can only make a row forget whom it
 * was about. The application role may write these columns and no other ones; the trigger lets them lose what they say,
 * never say something else.
 */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [...entries, ...heads, ...erased]);
}

const isOwn = `organization_id = current_setting('gatekeeper.organization', true)`;

const entries = [
  `create table gatekeeper.audit_entries (
    ${organizationColumn},
    seq bigint not null,
    at_ms bigint not null,
    action text not null,
    digest text not null,
    chain text not null,
    salt text,
    actor text,
    subject text,
    data json,
    primary key (organization_id, seq)
  )`,
  `create index audit_entries_action on gatekeeper.audit_entries (organization_id, action, seq desc)`,
  'alter table gatekeeper.audit_entries enable row level security',
  'alter table gatekeeper.audit_entries force row level security',
  `create policy seen_by_own on gatekeeper.audit_entries for select to gatekeeper_app using (${isOwn})`,
  `create policy added_by_own on gatekeeper.audit_entries for insert to gatekeeper_app with check (${isOwn})`,
  `create policy forgotten_by_own on gatekeeper.audit_entries for update to gatekeeper_app using (${isOwn})
     with check (${isOwn} and salt is null)`,
  'grant select, insert, update (salt, actor, subject, data) on gatekeeper.audit_entries to gatekeeper_app',
  `create function gatekeeper.only_forget() returns trigger language plpgsql as $$
    begin
      if new.salt is null
        and (new.actor is null or new.actor is not distinct from old.actor)
        and (new.subject is null or new.subject is not distinct from old.subject)
        and (new.data is null or not exists (
          select from json_each(new.data) kept
          where (old.data -> kept.key)::text is distinct from kept.value::text))
        and (new.organization_id, new.seq, new.at_ms, new.action, new.digest, new.chain)
          is not distinct from (old.organization_id, old.seq, old.at_ms, old.action, old.digest, old.chain)
      then return new;
      end if;
      raise exception 'an entry of the audit log can only forget';
    end $$`,
  `create trigger only_forget before update on gatekeeper.audit_entries
     for each row execute function gatekeeper.only_forget()`,
];

/** The newest link of each chain; who appends holds its row until the transaction ends. */
const heads = [
  `create table gatekeeper.audit_heads (
    ${organizationColumn} primary key,
    seq bigint not null,
    chain text not null,
    told_ms bigint
  )`,
  ...isolate('audit_heads'),
  'revoke delete on gatekeeper.audit_heads from gatekeeper_app',
];

/** Only digests under a key of the organization: who is erased cannot be read from these, only recognized. */
const erased = [
  `create table gatekeeper.erasure_keys (
    ${organizationColumn} primary key,
    sealed_key text not null,
    last_number integer not null
  )`,
  ...isolate('erasure_keys'),
  `create table gatekeeper.erased_people (
    ${organizationColumn},
    digest text not null,
    number integer not null,
    primary key (organization_id, digest)
  )`,
  ...isolate('erased_people'),
  // Who acted in the story of a case can become somebody who was erased, and nothing else.
  'grant update (actor) on gatekeeper.case_log to gatekeeper_app',
  `create policy only_to_erase on gatekeeper.case_log as restrictive for update to gatekeeper_app
     with check (actor ~ '^erased-[0-9]+@erased[.]invalid$')`,
];
