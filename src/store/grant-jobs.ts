import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/**
 * Lets transactions of the store add jobs. To be called each time after pg-boss made or changed its schema `pgboss`: a
 * job is added by functions and into partitions of its own.
 */
export async function grantJobs({ kysely }: Database): Promise<void> {
  await kysely.transaction().execute(async (trx) => {
    // Two processes that change the rights of one table at once are an error of the second.
    await sql`select pg_advisory_xact_lock(hashtext('gatekeeper.grant-jobs'))`.execute(trx);
    for (const statement of grants) await sql.raw(statement).execute(trx);
  });
}

const grants = [
  'grant usage on schema pgboss to gatekeeper_app',
  'grant select, insert, update, delete on all tables in schema pgboss to gatekeeper_app',
  'grant execute on all functions in schema pgboss to gatekeeper_app',
  'grant usage on all sequences in schema pgboss to gatekeeper_app',
  'alter default privileges in schema pgboss grant select, insert, update, delete on tables to gatekeeper_app',
  'alter default privileges in schema pgboss grant execute on functions to gatekeeper_app',
  'alter default privileges in schema pgboss grant usage on sequences to gatekeeper_app',
];
