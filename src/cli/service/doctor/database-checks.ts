import { sql } from 'kysely';
import { pendingMigrations } from '../../../store/migrate.ts';
import type { Service } from '../create-service.ts';
import { broken, type Finding, fine } from './finding.ts';

/** Anybody whom no organization is called. */
const nobody = '00000000-0000-4000-8000-000000000000';

/** The database answers, is up to date, and keeps organizations apart. */
export async function checkDatabase({ database, store }: Service): Promise<readonly Finding[]> {
  const beganMs = performance.now();
  const { rows } = await sql<{ version: string }>`select version() as version`.execute(database.kysely);
  const ms = Math.round(performance.now() - beganMs);
  const version = /PostgreSQL [\d.]+/.exec(rows[0]?.version ?? '')?.[0] ?? 'PostgreSQL';
  const kind = database.kind === 'embedded' ? 'embedded' : 'a server';
  const pending = await pendingMigrations(database);
  const remedy = 'run "meeting-gatekeeper migrate"';
  const open = await unprotectedTables({ database });
  const seen = await store.inOrganization(nobody, ({ mailboxes }) => mailboxes.summaries());
  return [
    fine('database', `${version}, ${kind}, answers in ${ms} ms`),
    pending.length === 0
      ? fine('migrations', 'all are done')
      : broken('migrations', `missing: ${pending.join(', ')}`, remedy),
    open.length === 0 && seen.length === 0
      ? fine('organizations', 'row-level security holds on every table')
      : broken('organizations', `not kept apart: ${open.join(', ') || 'mailboxes'}`, remedy),
  ];
}

/** Tables of ours that would show rows of every organization. Bookkeeping of the migrations has none. */
async function unprotectedTables({ database }: Pick<Service, 'database'>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'gatekeeper'::regnamespace and relkind = 'r' and relname not like 'kysely%'
      and not (relrowsecurity and relforcerowsecurity)
    union all
    select rolname from pg_roles where rolname = 'gatekeeper_app' and (rolsuper or rolbypassrls)
  `.execute(database.kysely);
  return rows.map(({ name }) => name);
}
