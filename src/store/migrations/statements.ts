import { type Kysely, sql } from 'kysely';

/** Runs statements one after the other. */
export async function runAll(kysely: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}

/** The first column of every table. Filled in by the database; row-level security lets no other value pass. */
export const organizationColumn = `organization_id text not null default current_setting('gatekeeper.organization')`;

/**
 * Rows of a table can be seen and written by the application role only in a transaction of their organization; also
 * the table's owner is bound by that.
 */
export function isolate(table: string): readonly string[] {
  return [
    `alter table gatekeeper.${table} enable row level security`,
    `alter table gatekeeper.${table} force row level security`,
    `create policy own_organization on gatekeeper.${table} to gatekeeper_app
       using (organization_id = current_setting('gatekeeper.organization', true))
       with check (organization_id = current_setting('gatekeeper.organization', true))`,
    `grant select, insert, update, delete on gatekeeper.${table} to gatekeeper_app`,
  ];
}

/** The directory may read these columns of all organizations, and nothing else. */
export function showToDirectory(table: string, columns: readonly string[]): readonly string[] {
  return [
    `create policy directory on gatekeeper.${table} for select to gatekeeper_directory using (true)`,
    `grant select (${columns.join(', ')}) on gatekeeper.${table} to gatekeeper_directory`,
  ];
}
