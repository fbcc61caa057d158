import { expect, it } from '@jest/globals';
import { onEachEngine } from './on-each-engine.ts';
import { caseRecord, hourMs, noonMs } from './records.ts';

onEachEngine('cases', (engine) => {
  it('are read as they were written', async () => {
    const { store, organizationId } = await engine.organization();
    const record = caseRecord();
    const changed = {
      ...record,
      ...caseRecord({ id: record.id, state: 'closed', closed: true, verdict: null }),
    };
    await store.inOrganization(organizationId, async (tx) => {
      await tx.cases.add(record);
      expect(await tx.cases.find(record.id)).toEqual(record);
      expect(await tx.cases.lock(record.id)).toEqual(record);
      await tx.cases.save({ ...changed, rule: null, startMs: null, endMs: null, reasons: [] });
      expect(await tx.cases.find(record.id)).toEqual({
        ...changed,
        rule: null,
        startMs: null,
        endMs: null,
        reasons: [],
      });
      expect([await tx.cases.find('unknown'), await tx.cases.lock('unknown')]).toEqual([null, null]);
    });
  });

  it('of a subject are open at most once; after it was closed there may be a new one', async () => {
    const { store, organizationId } = await engine.organization();
    const first = caseRecord();
    const add = (record: ReturnType<typeof caseRecord>) =>
      store.inOrganization(organizationId, (tx) => tx.cases.add(record));
    await add(first);
    await expect(add(caseRecord())).rejects.toThrow(/duplicate key/);
    await add(caseRecord({ occurrence: '2026-11-25' }));
    await add(caseRecord({ mailboxId: 'another' }));
    await store.inOrganization(organizationId, (tx) => tx.cases.save({ ...first, closed: true }));
    await add(caseRecord());
  });

  it('of a meeting are locked: the newest of the whole and of each occurrence', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      // Opened in the same millisecond: the order of writing decides.
      await tx.cases.add(caseRecord({ id: 'old', closed: true }));
      await tx.cases.add(caseRecord({ id: 'new' }));
      await tx.cases.add(caseRecord({ id: 'occurrence', occurrence: '2026-11-25' }));
      await tx.cases.add(caseRecord({ id: 'another meeting', uid: 'another' }));
      const locked = await tx.cases.lockOfMeeting('mailbox', 'uid@example.com');
      expect(locked.map(({ id }) => id)).toEqual(['new', 'occurrence']);
      expect(await tx.cases.lockOfMeeting('elsewhere', 'uid@example.com')).toEqual([]);
    });
  });

  it('that are locked wait for one another, so that no change is lost', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, (tx) => tx.cases.add(caseRecord({ id: 'c', revision: 0 })));
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        store.inOrganization(organizationId, async (tx) => {
          const [record] =
            index % 2 === 0
              ? [await tx.cases.lock('c')]
              : await tx.cases.lockOfMeeting('mailbox', 'uid@example.com');
          if (record) await tx.cases.save({ ...record, revision: record.revision + 1 });
        }),
      ),
    );
    const found = await store.inOrganization(organizationId, (tx) => tx.cases.find('c'));
    expect(found?.revision).toBe(10);
  });

  it('of a mailbox come newest first; those whose end has passed, oldest first', async () => {
    const { store, organizationId } = await engine.organization();
    const record = (id: string, openedMs: number, endMs: number | null, closed = false) =>
      caseRecord({ id, uid: id, openedMs, endMs, closed });
    await store.inOrganization(organizationId, async (tx) => {
      await tx.cases.add(record('a', 1, noonMs));
      await tx.cases.add(record('b', 3, noonMs - hourMs));
      await tx.cases.add(record('c', 2, noonMs - 1));
      await tx.cases.add(record('d', 0, noonMs - 2, true));
      await tx.cases.add(record('e', 0, null));
      expect((await tx.cases.ofMailbox('mailbox', 3)).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
      expect(await tx.cases.ended(noonMs, 10)).toEqual(['b', 'c']);
      expect(await tx.cases.ended(noonMs, 1)).toEqual(['b']);
    });
  });

  it('tell how many answers each rule would have given', async () => {
    const { store, organizationId } = await engine.organization();
    const cases = [
      { rule: 'focus-block', wouldAct: 'decline', openedMs: noonMs },
      { rule: 'focus-block', wouldAct: 'tentative', openedMs: noonMs },
      { rule: 'focus-block', wouldAct: 'prompt', openedMs: noonMs },
      { rule: 'focus-block', wouldAct: 'decline', openedMs: noonMs - 1 },
      { rule: '__proto__', wouldAct: 'decline', openedMs: noonMs },
      { rule: null, wouldAct: 'decline', openedMs: noonMs },
      { rule: 'no-meeting-day', wouldAct: 'decline', openedMs: noonMs, mailboxId: 'elsewhere' },
    ] as const;
    await store.inOrganization(organizationId, async (tx) => {
      for (const [index, over] of cases.entries())
        await tx.cases.add(caseRecord({ uid: `${index}`, ...over }));
      const counted = await tx.cases.countWouldAnswer('mailbox', noonMs);
      expect(Object.entries(counted).toSorted()).toEqual([
        ['__proto__', 1],
        ['focus-block', 2],
      ]);
    });
  });

  it('keep their story in order', async () => {
    const { store, organizationId } = await engine.organization();
    const step = (event: string) =>
      ({ caseId: 'c', atMs: noonMs, actor: 'gate', event, data: { event }, from: 'a', to: 'b' }) as const;
    await store.inOrganization(organizationId, async (tx) => {
      for (const event of ['NEED_JUDGED', 'CHANGED', 'ENDED']) await tx.log.add(step(event));
      await tx.log.add({ ...step('OTHER'), caseId: 'd', data: null });
      expect(await tx.log.ofCase('c')).toEqual(['NEED_JUDGED', 'CHANGED', 'ENDED'].map(step));
    });
  });

  it('have deadlines, which come, or are cancelled', async () => {
    const { store, organizationId } = await engine.organization();
    const deadline = (id: string, caseId: string, dueMs: number) =>
      ({ id, caseId, name: 'grace', revision: 2, dueMs }) as const;
    await store.inOrganization(organizationId, async (tx) => {
      for (const [id, caseId, dueMs] of [
        ['late', 'c', noonMs + 1],
        ['now', 'c', noonMs],
        ['other', 'd', noonMs - 1],
      ] as const)
        await tx.deadlines.add(deadline(id, caseId, dueMs));
      expect(await tx.deadlines.due(noonMs, 10)).toEqual([
        deadline('other', 'd', noonMs - 1),
        deadline('now', 'c', noonMs),
      ]);
      expect(await tx.deadlines.due(noonMs, 1)).toHaveLength(1);
      await tx.deadlines.cancelOfCase('c');
      expect(await tx.deadlines.find('late')).toBeNull();
      expect(await tx.deadlines.find('other')).toEqual(deadline('other', 'd', noonMs - 1));
      await tx.deadlines.remove('other');
      expect(await tx.deadlines.due(noonMs, 10)).toEqual([]);
    });
  });
});
