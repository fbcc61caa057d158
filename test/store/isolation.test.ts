import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { StoreTransaction } from '../../src/app/ports/store/store.ts';
import { transactionAs } from '../../src/store/transaction-as.ts';
import { onEachEngine } from './on-each-engine.ts';
import {
  answerRecord,
  calendarEntry,
  caseRecord,
  mailboxRecord,
  newEffect,
  noonMs,
  offerRecord,
} from './records.ts';

/** Where a row is removed or changed only under conditions of its own. */
const addedToOnly = new Set(['case_log', 'audit_entries', 'audit_heads']);

onEachEngine('an organization', (engine) => {
  it('sees, changes and removes no row of another one in any table, also without a filter', async () => {
    const own = await engine.organization();
    const other = { organizationId: randomUUID() };
    await own.store.inOrganization(own.organizationId, fillEveryTable);
    for (const table of await tablesOf()) {
      expect({ table, rows: await count(own.organizationId, table) }).toEqual({ table, rows: 1 });
      expect({ table, rows: await count(other.organizationId, table) }).toEqual({ table, rows: 0 });
      if (addedToOnly.has(table)) continue;
      await as(other.organizationId, `delete from gatekeeper.${table}`);
      await as(
        other.organizationId,
        `update gatekeeper.${table} set organization_id = '${other.organizationId}'`,
      );
      expect({ table, rows: await count(own.organizationId, table) }).toEqual({ table, rows: 1 });
    }
  });

  it('cannot write a row for another one', async () => {
    const own = await engine.organization();
    const other = await engine.organization();
    const insert = `insert into gatekeeper.deadlines (organization_id, id, case_id, name, revision, due_ms)
      values ('${other.organizationId}', 'd', 'c', 'grace', 1, 1)`;
    await expect(as(own.organizationId, insert)).rejects.toThrow(/row-level security/);
    await own.store.inOrganization(own.organizationId, fillEveryTable);
    for (const table of await tablesOf()) {
      const give = `update gatekeeper.${table} set organization_id = '${other.organizationId}'`;
      await expect(as(own.organizationId, give)).rejects.toThrow(/row-level security|permission denied/);
    }
  });

  it('has no rows where no organization is named', async () => {
    const own = await engine.organization();
    await own.store.inOrganization(own.organizationId, fillEveryTable);
    for (const table of await tablesOf()) expect(await count('', table)).toBe(0);
    await expect(own.store.inOrganization('', async () => {})).rejects.toThrow('needs an organization');
  });

  it('is bound in every table that there is', async () => {
    const { kysely } = engine.opened().database;
    const { rows } = await sql<{ readonly table: string }>`
      select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'gatekeeper' and c.relkind = 'r' and c.relname not like 'kysely_%'
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and a.attnotnull))`.execute(
      kysely,
    );
    expect(rows).toEqual([]);
  });

  it('stands in every index but those of ids that come from outside', async () => {
    const { kysely } = engine.opened().database;
    const { rows } = await sql<{ readonly name: string }>`
      select indexname as name from pg_indexes where schemaname = 'gatekeeper' and tablename not like 'kysely_%'
      and indexdef not like '%organization_id%' order by 1`.execute(kysely);
    expect(rows.map(({ name }) => name)).toEqual(['links_pkey', 'subscriptions_pkey']);
  });

  it('adds to the story of a case and never changes it, nor removes it while there is the case', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, fillEveryTable);
    await as(organizationId, 'delete from gatekeeper.case_log');
    expect(await count(organizationId, 'case_log')).toBe(1);
    await expect(as(organizationId, `update gatekeeper.case_log set event = 'x'`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('leaves neither its role nor its name behind', async () => {
    const { store, organizationId } = await engine.organization();
    const { kysely } = engine.opened().database;
    await store.inOrganization(organizationId, (tx) => tx.organizations.read());
    await expect(
      store.inOrganization(organizationId, async () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no');
    expect(await whoAmI(kysely)).toMatchObject({
      user: 'postgres',
      organization: expect.not.stringContaining('-'),
    });
  });

  const as = (organizationId: string, statement: string) =>
    transactionAs(engine.opened().database, 'gatekeeper_app', organizationId, (_, plain) =>
      sql.raw(statement).execute(plain),
    );
  const count = async (organizationId: string, table: string) => {
    const { rows } = await as(organizationId, `select count(*) as rows from gatekeeper.${table}`);
    return (rows[0] as { readonly rows: number }).rows;
  };
  const tablesOf = async () => {
    const { rows } = await sql<{ readonly name: string }>`
      select tablename as name from pg_tables where schemaname = 'gatekeeper' and tablename not like 'kysely_%'`.execute(
      engine.opened().database.kysely,
    );
    return rows.map(({ name }) => name);
  };
});

onEachEngine('the directory', (engine) => {
  it('finds whose a subscription and a link are, by their ids alone', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, fillEveryTable);
    const { subscriptions, links } = idsOf(organizationId);
    const found = await store.directory.subscription(subscriptions);
    expect(found).toEqual({
      organizationId,
      mailboxId: 'mailbox',
      provider: 'microsoft',
      subscriptionId: subscriptions,
      secret: 'secret of the subscription',
    });
    expect(await store.directory.subscription(`${subscriptions} at the provider`)).toEqual(found);
    expect(await store.directory.subscription("'; drop table x; \0")).toBeNull();
    expect(await store.directory.link(links)).toEqual({
      organizationId,
      purpose: 'case',
      subjectId: 'case',
      expiresMs: noonMs,
    });
    expect(await store.directory.link('')).toBeNull();
    expect(await store.directory.organizations()).toContainEqual({ id: organizationId, name: 'One more' });
  });

  it('may read ids and addresses, and neither content nor secrets of people', async () => {
    const read = (what: string) =>
      transactionAs(engine.opened().database, 'gatekeeper_directory', '', (_, plain) =>
        sql.raw(what).execute(plain),
      );
    await expect(read('select policy_text from gatekeeper.organizations')).rejects.toThrow(
      'permission denied',
    );
    await expect(read('select resource_id from gatekeeper.subscriptions')).rejects.toThrow(
      'permission denied',
    );
    await expect(read('select id from gatekeeper.mailboxes')).rejects.toThrow('permission denied');
    await expect(read('select entry from gatekeeper.meetings')).rejects.toThrow('permission denied');
    await expect(read('delete from gatekeeper.links')).rejects.toThrow('permission denied');
  });
});

const idsOf = (organizationId: string) => ({
  subscriptions: `subscription of ${organizationId}`,
  links: `digest of ${organizationId}`,
});

/** One row in each table. */
async function fillEveryTable(tx: StoreTransaction): Promise<void> {
  const mailboxId = 'mailbox';
  const ids = idsOf(tx.organizationId);
  await tx.mailboxes.add(mailboxRecord({ id: mailboxId, provider: 'microsoft' }));
  await tx.subscriptions.add({
    id: ids.subscriptions,
    mailboxId,
    providerId: `${ids.subscriptions} at the provider`,
    resourceId: null,
    secret: 'secret of the subscription',
    expiresMs: noonMs,
    createdMs: noonMs,
  });
  await tx.inbox.add([{ id: 'row', mailboxId, subscriptionId: 's', kind: 'changed', receivedMs: noonMs }]);
  await tx.meetings.save(mailboxId, [calendarEntry({ id: 'entry' })], noonMs);
  await tx.cases.add(caseRecord({ id: 'case' }));
  await tx.log.add({ caseId: 'case', atMs: noonMs, actor: 'gate', event: 'X', data: null, from: '', to: '' });
  await tx.deadlines.add({ id: 'deadline', caseId: 'case', name: 'grace', revision: 1, dueMs: noonMs });
  await tx.effects.add({ ...newEffect(), id: 'effect' });
  await tx.answers.add(answerRecord({ id: 'effect' }));
  await tx.offers.claim(offerRecord({ id: 'offer' }));
  await tx.links.add({ digest: ids.links, purpose: 'case', subjectId: 'case', expiresMs: noonMs });
  await tx.threads.add({
    caseId: 'case',
    mailboxId,
    draft: null,
    documentUrl: null,
    openedMs: noonMs,
    escalatedEntryId: null,
    decidedMs: null,
    decision: null,
  });
  await tx.holds.add({
    id: 'hold',
    mailboxId,
    key: 'no-meeting-day 2026-11-25',
    startMs: noonMs,
    endMs: noonMs + 1,
    entryId: null,
    releasedMs: null,
  });
  const replaced = { replacedMs: noonMs, replacedBy: 'ann@acme.example' };
  await tx.earlierPolicies.keep({ version: 1, text: 'teams: {}\n', ...replaced });
  await tx.fallbacks.add({ rule: 'no-meeting-day', sinceMs: noonMs, answered: 9, forecast: 1.5 });
  const act = { actor: 'ann@acme.example', action: 'brake.stopped', subject: null, data: {} };
  await tx.audit.append({ atMs: noonMs, ...act });
  const until = { createdMs: noonMs, idleUntilMs: noonMs, expiresMs: noonMs };
  await tx.sessions.add({ digest: 'session', address: 'ann@acme.example', name: null, ...until });
  const began = { browserDigest: 'browser', returnTo: '/cases', expiresMs: noonMs };
  await tx.signIns.add({ stateDigest: 'state', ...began });
  const issued = { issuer: 'https://sign-in.example', subject: 'ann', boundMs: noonMs };
  await tx.identities.bind({ address: 'ann@acme.example', ...issued });
  await tx.erasing.remember(['gone@acme.example']);
}

async function whoAmI(kysely: Parameters<ReturnType<typeof sql>['execute']>[0]) {
  const { rows } = await sql<{ readonly user: string; readonly organization: string }>`
    select current_user as user, coalesce(current_setting('gatekeeper.organization', true), '') as organization`.execute(
    kysely,
  );
  return rows[0];
}
