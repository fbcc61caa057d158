import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { up as roles } from './migrations/0001-roles.ts';
import { up as mailboxes } from './migrations/0002-mailboxes.ts';
import { up as meetings } from './migrations/0003-meetings.ts';
import { up as cases } from './migrations/0004-cases.ts';
import { up as offers } from './migrations/0005-offers.ts';
import { up as upkeep } from './migrations/0006-upkeep.ts';
import { up as people } from './migrations/0007-people.ts';
import { up as audit } from './migrations/0008-audit.ts';
import { up as policyFile } from './migrations/0009-policy-file.ts';
import { up as caseInbox } from './migrations/0010-inbox.ts';
import { up as linkUse } from './migrations/0011-link-use.ts';
import { up as earlierPolicies } from './migrations/0012-earlier-policies.ts';
import type { Database } from './open-database.ts';

/** In this order. What was released is never changed; a change is a new one at the end. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-roles': { up: roles },
  '0002-mailboxes': { up: mailboxes },
  '0003-meetings': { up: meetings },
  '0004-cases': { up: cases },
  '0005-offers': { up: offers },
  '0006-upkeep': { up: upkeep },
  '0007-people': { up: people },
  '0008-audit': { up: audit },
  '0009-policy-file': { up: policyFile },
  '0010-inbox': { up: caseInbox },
  '0011-link-use': { up: linkUse },
  '0012-earlier-policies': { up: earlierPolicies },
};

/** Brings the tables up to date. Safe where several processes do it at once: one does it, the others wait. */
export async function migrate(database: Database): Promise<void> {
  const { error } = await migratorOf(database).migrateToLatest();
  if (error !== undefined) throw error;
  if (database.kind === 'postgres') await analyzeFilled(database);
}

/**
 * A new index has no statistics, nor has any table of a dump that was read in, and plans for named statements are kept.
 * Empty tables are left out: known to be empty, they are scanned by plans that stay while they fill, and without
 * statistics their indexes are used (measured with PostgreSQL 18). Autovacuum sees to them later.
 */
async function analyzeFilled({ kysely }: Database): Promise<void> {
  const { rows } = await sql<{ readonly name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'gatekeeper' and pg_relation_size(format('%I.%I', schemaname, tablename)::regclass) > 0
    order by 1`.execute(kysely);
  for (const { name } of rows) await sql`analyze ${sql.raw(name)}`.execute(kysely);
}

/** Names of migrations that were not run yet. */
export async function pendingMigrations(database: Database): Promise<readonly string[]> {
  const known = await migratorOf(database).getMigrations();
  return known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function migratorOf({ kysely }: Database): Migrator {
  return new Migrator({
    db: kysely,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: 'gatekeeper',
  });
}
