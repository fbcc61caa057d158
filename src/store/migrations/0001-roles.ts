import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/**
 * Two roles without a login, which transactions take on. Roles belong to the whole cluster: another database, or
 * another process at this moment, may have made them.
 */
export async function up(kysely: Kysely<unknown>): Promise<void> {
  await runAll(kysely, [
    roleStatement('gatekeeper_app'),
    roleStatement('gatekeeper_directory'),
    'grant usage on schema gatekeeper to gatekeeper_app, gatekeeper_directory',
  ]);
}

/**
 * Whoever connects has to be allowed to take the role on; a superuser always is. Since PostgreSQL 16 being a member is
 * not enough for that: who makes a role may only pass it on.
 */
function roleStatement(role: string): string {
  return `do $$
    declare
      right_to_set text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
    begin
      begin
        if not exists (select from pg_roles where rolname = '${role}') then
          create role ${role} nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end;
      if not pg_has_role(current_user, '${role}', right_to_set) then
        execute format('grant ${role} to %I', current_user);
      end if;
    exception when insufficient_privilege then
      raise exception 'The role ${role} is missing or not granted to %', current_user
        using errcode = 'insufficient_privilege',
          hint = format('As a superuser: create role ${role} nologin; grant ${role} to %I;', current_user);
    end $$`;
}
