import type { Kysely } from 'kysely';
import { isolate, organizationColumn, runAll } from './statements.ts';

/** Texts of the policy that were replaced, so that there is a way back; a null text is the default policy. */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [
    `create table gatekeeper.earlier_policies (
      ${organizationColumn},
      version integer not null,
      text text,
      replaced_ms bigint not null,
      replaced_by text not null,
      primary key (organization_id, version)
    )`,
    ...isolate('earlier_policies'),
  ]);
}
