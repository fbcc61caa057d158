import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { verifyChain } from '../../src/app/audit/verify-chain.ts';
import type { AuditEntry } from '../../src/app/ports/store/audit.ts';
import type { Store } from '../../src/app/ports/store/store.ts';
import { transactionAs } from '../../src/store/transaction-as.ts';
import { anyText } from '../support/any-text.ts';
import { onEachEngine } from './on-each-engine.ts';
import { noonMs } from './records.ts';

const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  atMs: noonMs,
  actor: 'ann@acme.example',
  action: 'brake.stopped',
  subject: null,
  data: {},
  ...change,
});

onEachEngine('the audit log', (engine) => {
  it('chains what was done, over any text, and the chain verifies', async () => {
    const { store, organizationId } = await engine.organization();
    const texts = anyText({ maxLength: 20 });
    const entries = fc.sample(
      fc.record({
        atMs: fc.integer({ min: 0, max: 4e12 }),
        actor: texts,
        action: fc.constantFrom('case.undone', 'policy.changed'),
        subject: fc.option(texts),
        data: fc.dictionary(texts, fc.oneof(texts, fc.double(), fc.boolean(), fc.constant(null))),
      }),
      { numRuns: 60, seed: 6 },
    );
    const lone = entry({ actor: 'a\0b\ud800', subject: '\udc00', data: { ['__proto__']: '\ud800' } });
    for (const each of [...entries, lone]) await append(store, organizationId, each);
    expect(await verifyChain({ store }, organizationId)).toMatchObject({
      checked: 61,
      erased: 0,
      broken: null,
      head: { seq: 61, chain: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('adds what one transaction did in order, and nothing of one that failed', async () => {
    const { store, organizationId } = await engine.organization();
    await append(store, organizationId, entry({ action: 'first' }), entry({ action: 'second' }));
    const failing = store.inOrganization(organizationId, async ({ audit }) => {
      await audit.append(entry({ action: 'never' }));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const page = { before: null, most: 10, action: null, person: null };
    const rows = await store.inOrganization(organizationId, ({ audit }) => audit.page(page));
    expect(rows.map(({ seq, action }) => [seq, action])).toEqual([
      [2, 'second'],
      [1, 'first'],
    ]);
  });

  it('lets many append at once, each to the last one', async () => {
    const { store, organizationId } = await engine.organization();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => append(store, organizationId, entry({ data: { index } }))),
    );
    expect(await verifyChain({ store }, organizationId)).toMatchObject({ checked: 20, broken: null });
  });

  it('is read newest first, by action and by person', async () => {
    const { store, organizationId } = await engine.organization();
    await append(
      store,
      organizationId,
      entry({ action: 'a' }),
      entry({ action: 'b', actor: 'bo@acme.example', subject: 'ann@acme.example' }),
      entry({ action: 'b', actor: 'bo@acme.example' }),
    );
    const seqs = async (query: { before?: number; most?: number; action?: string; person?: string }) => {
      const whole = { before: null, most: 10, action: null, person: null, ...query };
      const rows = await store.inOrganization(organizationId, ({ audit }) => audit.page(whole));
      return rows.map(({ seq }) => seq);
    };
    expect(await seqs({})).toEqual([3, 2, 1]);
    expect(await seqs({ before: 3, most: 1 })).toEqual([2]);
    expect(await seqs({ action: 'b' })).toEqual([3, 2]);
    expect(await seqs({ person: 'ann@acme.example' })).toEqual([2, 1]);
    expect(await store.inOrganization(organizationId, ({ audit }) => audit.actions())).toEqual(['a', 'b']);
  });

  it('stays whole when entries forget whom they were about', async () => {
    const { store, organizationId } = await engine.organization();
    await append(store, organizationId, entry(), entry(), entry());
    const nothing = { actor: null, subject: null, data: {} };
    await store.inOrganization(organizationId, ({ audit }) => audit.forget([{ seq: 2, ...nothing }]));
    expect(await verifyChain({ store }, organizationId)).toMatchObject({
      checked: 3,
      erased: 1,
      broken: null,
    });
    const rows = await store.inOrganization(organizationId, ({ audit }) => audit.after(1, 1));
    expect(rows[0]).toMatchObject({ seq: 2, action: 'brake.stopped', content: null, left: nothing });
  });

  it('keeps who acted where an entry forgets whom it was about', async () => {
    const { store, organizationId } = await engine.organization();
    const data = { note: 'of \u0000 \ud800 bo', rounds: 1.5, isNew: true };
    await append(store, organizationId, entry({ subject: 'bo@acme.example', data }));
    const stored = { ...data, note: 'of \ufffd \ufffd bo' };
    const left = { actor: 'ann@acme.example', subject: null, data: { rounds: 1.5, isNew: true } };
    const forget = (more: object) =>
      store.inOrganization(organizationId, ({ audit }) => audit.forget([{ seq: 1, ...left, ...more }]));
    await forget({ data: stored });
    await forget({});
    const [row] = await store.inOrganization(organizationId, ({ audit }) => audit.after(0, 1));
    expect(row).toMatchObject({ content: null, left });
    expect(await verifyChain({ store }, organizationId)).toMatchObject({ erased: 1, broken: null });
    // What is gone does not come back, and nobody else takes its place.
    for (const more of [
      { actor: 'eve@acme.example' },
      { subject: 'eve' },
      { data: { rounds: 2 } },
      { data: stored },
    ])
      await expect(forget(more)).rejects.toThrow('can only forget');
  });

  it('tells the head once in a day', async () => {
    const { store, organizationId } = await engine.organization();
    const tell = (sinceMs: number, nowMs: number) =>
      store.inOrganization(organizationId, ({ audit }) => audit.headToTell(sinceMs, nowMs));
    expect(await tell(0, 10)).toBeNull();
    await append(store, organizationId, entry());
    expect(await tell(0, 10)).toMatchObject({ seq: 1 });
    expect(await tell(0, 11)).toBeNull();
    expect(await tell(11, 12)).toMatchObject({ seq: 1 });
  });

  it.each([
    ['at', 'update gatekeeper.audit_entries set at_ms = 1 where seq = 2', 2, 'changed'],
    ['actor', `update gatekeeper.audit_entries set actor = 'x' where seq = 2`, 2, 'changed'],
    ['data', `update gatekeeper.audit_entries set data = '{"a":1}' where seq = 3`, 3, 'changed'],
    ['digest', `update gatekeeper.audit_entries set digest = 'x' where seq = 1`, 1, 'changed'],
    ['one that is gone', 'delete from gatekeeper.audit_entries where seq = 2', 2, 'missing'],
    ['the last one gone', 'delete from gatekeeper.audit_entries where seq = 3', 3, 'missing'],
    ['a head set back', `update gatekeeper.audit_heads set chain = 'x'`, 3, 'changed'],
    ['no head', 'delete from gatekeeper.audit_heads', 1, 'changed'],
  ])('shows what a superuser changed: %s', async (_, statement, seq, why) => {
    const { store, organizationId } = await engine.organization();
    await append(store, organizationId, entry(), entry(), entry());
    const own = `${statement}${statement.includes(' where ') ? ' and' : ' where'} organization_id = '${organizationId}'`;
    await engine
      .opened()
      .database.kysely.transaction()
      .execute(async (trx) => {
        // Otherwise the trigger refuses it even to them.
        await sql.raw('set local session_replication_role = replica').execute(trx);
        await sql.raw(own).execute(trx);
      });
    expect((await verifyChain({ store }, organizationId)).broken).toEqual({ seq, why });
  });

  it('is seen to be cut at its end only by a head that was kept elsewhere', async () => {
    const { store, organizationId } = await engine.organization();
    await append(store, organizationId, entry(), entry());
    const [first] = await store.inOrganization(organizationId, ({ audit }) => audit.after(0, 1));
    const kept = await store.inOrganization(organizationId, ({ audit }) => audit.head());
    const { kysely } = engine.opened().database;
    const whose = `organization_id = '${organizationId}'`;
    await sql.raw(`delete from gatekeeper.audit_entries where seq = 2 and ${whose}`).execute(kysely);
    await sql
      .raw(`update gatekeeper.audit_heads set seq = 1, chain = '${first?.chain}' where ${whose}`)
      .execute(kysely);
    expect((await verifyChain({ store }, organizationId)).broken).toBeNull();
    const report = await verifyChain({ store }, organizationId, kept);
    expect(report.broken).toEqual({ seq: 2, why: 'missing' });
  });

  it('lets the application change nothing but what is erased, and remove nothing', async () => {
    const { store, organizationId } = await engine.organization();
    await append(store, organizationId, entry());
    const as = (statement: string) =>
      transactionAs(engine.opened().database, 'gatekeeper_app', organizationId, (__, plain) =>
        sql.raw(statement).execute(plain),
      );
    const entries = 'gatekeeper.audit_entries';
    await expect(as(`delete from ${entries}`)).rejects.toThrow('permission denied');
    await expect(as('delete from gatekeeper.audit_heads')).rejects.toThrow('permission denied');
    for (const column of ['seq', 'at_ms', 'action', 'digest', 'chain'])
      await expect(as(`update ${entries} set ${column} = null`)).rejects.toThrow('permission denied');
    // Another actor is no erasing.
    for (const change of [`actor = 'x'`, `salt = null, actor = 'x'`, `salt = null, data = '{"a":1}'`])
      await expect(as(`update ${entries} set ${change}`)).rejects.toThrow('can only forget');
    const erase = `update ${entries} set salt = null, actor = null, subject = null, data = null`;
    await expect(as(erase)).resolves.toBeDefined();
  });

  it('lets not even the owner of the table remove or rewrite an entry while row-level security binds them', async () => {
    const { store, organizationId } = await engine.organization();
    await append(store, organizationId, entry());
    const { kysely } = engine.opened().database;
    const undo = new Error('undo');
    const asOwner = kysely.transaction().execute(async (trx) => {
      const run = (text: string) => sql.raw(text).execute(trx);
      await run('create role audit_owner nologin');
      await run('grant gatekeeper_app to audit_owner');
      await run('grant usage, create on schema gatekeeper to audit_owner');
      await run('alter table gatekeeper.audit_entries owner to audit_owner');
      await run(`select set_config('gatekeeper.organization', '${organizationId}', true)`);
      await run('set local role audit_owner');
      expect((await run('delete from gatekeeper.audit_entries returning seq')).rows).toEqual([]);
      await run('savepoint before_change');
      for (const change of ['at_ms = 1', 'salt = null, at_ms = 1']) {
        await expect(run(`update gatekeeper.audit_entries set ${change}`)).rejects.toThrow('can only forget');
        await run('rollback to savepoint before_change');
      }
      throw undo;
    });
    await expect(asOwner).rejects.toBe(undo);
    expect(await verifyChain({ store }, organizationId)).toMatchObject({ checked: 1, broken: null });
  });
});

async function append(
  store: Store,
  organizationId: string,
  ...entries: readonly AuditEntry[]
): Promise<void> {
  await store.inOrganization(organizationId, async ({ audit }) => {
    for (const each of entries) await audit.append(each);
  });
}
