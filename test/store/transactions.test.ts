import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
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
