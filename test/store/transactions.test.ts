import { AsyncResource } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { transactionAs } from '../../src/store/transaction-as.ts';
import { onEachEngine } from './on-each-engine.ts';
import { caseRecord, mailboxRecord, newEffect } from './records.ts';

onEachEngine('a transaction', (engine) => {
  it('keeps its rows and its jobs together', async () => {
    const { store, organizationId } = await engine.organization();
    const effect = newEffect();
    const job = { kind: 'act', organizationId, effectId: effect.id, group: 'case' } as const;
    const failing = store.inOrganization(organizationId, async (tx) => {
      await tx.effects.add(effect);
      await tx.jobs.send(job);
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(await store.inOrganization(organizationId, (tx) => tx.effects.find(effect.id))).toBeNull();
    expect(await sentHere()).toEqual([]);

    await store.inOrganization(organizationId, async (tx) => {
      await tx.effects.add(effect);
      await tx.jobs.send(job, { startAfterMs: 5 });
    });
    expect(await store.inOrganization(organizationId, (tx) => tx.effects.find(effect.id))).toMatchObject({
      state: 'pending',
    });
    expect(await sentHere()).toEqual([{ job, options: { startAfterMs: 5 } }]);

    async function sentHere() {
      const sent = await engine.opened().sentJobs();
      return sent.filter((one) => one.job.organizationId === organizationId);
    }
  });

  it('sends jobs of its own organization only', async () => {
    const { store, organizationId } = await engine.organization();
    const sending = store.inOrganization(organizationId, (tx) =>
      tx.jobs.send({ kind: 'pull', organizationId: 'another', mailboxId: 'm' }),
    );
    await expect(sending).rejects.toThrow('organization of its transaction');
  });

  it('throws on what the database refuses, and the next one works', async () => {
    const { store, organizationId } = await engine.organization();
    const twice = caseRecord();
    const adding = store.inOrganization(organizationId, async (tx) => {
      await tx.cases.add(twice);
      await tx.cases.add(twice);
    });
    await expect(adding).rejects.toThrow(/duplicate key/);
    expect(await store.inOrganization(organizationId, (tx) => tx.cases.find(twice.id))).toBeNull();
  });

  it('says so when it is begun inside another one, instead of waiting for it for ever', async () => {
    const { store, organizationId } = await engine.organization();
    const nested = store.inOrganization(organizationId, () =>
      store.inOrganization(organizationId, (tx) => tx.organizations.read()),
    );
    await expect(nested).rejects.toThrow('inside another one');
    const looking = store.inOrganization(organizationId, () => store.directory.link('x'));
    await expect(looking).rejects.toThrow('inside another one');
  });

  it('may be begun by work that another one left behind', async () => {
    const { store, organizationId } = await engine.organization();
    let ended = () => {};
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const left = await store.inOrganization(organizationId, async () => [
      end.then(() => store.inOrganization(organizationId, (tx) => tx.organizations.read())),
    ]);
    ended();
    expect(await left[0]).toMatchObject({ id: organizationId });
  });

  it('runs beside others without mixing with them', async () => {
    const { store, organizationId } = await engine.organization();
    const ids = Array.from({ length: 20 }, (_, index) => `mailbox ${index}`);
    const done = await Promise.allSettled(
      ids.map((id, index) =>
        store.inOrganization(organizationId, async (tx) => {
          await tx.mailboxes.add(mailboxRecord({ id }));
          await nextTurn();
          if (index % 2 === 1) throw new Error('rolled back');
        }),
      ),
    );
    const kept = await store.inOrganization(organizationId, (tx) => tx.mailboxes.all());
    expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect(kept.map(({ id }) => id).sort()).toEqual(ids.filter((_, index) => index % 2 === 0).sort());
  });

  it('lets timers and requests have their turn while others follow each other', async () => {
    const { store, organizationId } = await engine.organization();
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    for (let n = 0; n < 50; n += 1)
      await store.inOrganization(organizationId, (tx) => tx.organizations.read());
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  it('that cannot begin leaves its connection to the next one', async () => {
    const { database, store } = engine.opened();
    const role = 'nobody_s_role' as 'gatekeeper_app';
    // As many as there are connections, and one more.
    for (let n = 0; n < 11; n += 1)
      await expect(transactionAs(database, role, 'o', async () => {})).rejects.toThrow(/nobody_s_role/);
    expect(await store.directory.link('x')).toBeNull();
  });

  it('that gets no connection fails in time, and one that stands still is ended', async () => {
    if (engine.name === 'embedded') return;
    const url = await engine.server().createDatabase();
    const small = await openDatabase({ kind: 'postgres', url, poolSize: 1, connectMs: 200 });
    await migrate(small);
    const look = () => transactionAs(small, 'gatekeeper_app', 'o', async (_, plain) => settingsOf(plain));
    const held = transactionAs(small, 'gatekeeper_app', 'o', async () => {
      await expect(outside(look)).rejects.toThrow(/timeout/);
    });
    await held;
    expect(await look()).toEqual(['30s', '1min']);
    expect(await settingsOf(small.kysely)).toEqual(['0', '0']);
    await small.close();
  });

  it('fails while the server is away, and works again when it is back', async () => {
    if (engine.name === 'embedded') return;
    const { store, organizationId } = await engine.organization();
    const broken = store.inOrganization(organizationId, async (tx) => {
      await tx.mailboxes.add(mailboxRecord({ id: 'half' }));
      await engine.server().kill();
      await tx.mailboxes.add(mailboxRecord({ id: 'other half' }));
    });
    await expect(broken).rejects.toThrow();
    await expect(store.directory.organizations()).rejects.toThrow(/ECONNREFUSED|terminat/);
    await engine.server().start();
    expect(await store.inOrganization(organizationId, (tx) => tx.mailboxes.all())).toEqual([]);
  });
});

/** As another request would run it: nothing tells that this one is in a transaction. */
const outside = AsyncResource.bind(<T>(work: () => Promise<T>): Promise<T> => work());

async function settingsOf(kysely: Kysely<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly statement: string; readonly idle: string }>`
    select current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`.execute(kysely);
  return rows.flatMap(({ statement, idle }) => [statement, idle]);
}
