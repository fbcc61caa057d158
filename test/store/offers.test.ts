import { expect, it } from '@jest/globals';
import { onEachEngine } from './on-each-engine.ts';
import { noonMs, offerRecord } from './records.ts';

onEachEngine('offers', (engine) => {
  it('are one for each meeting of an organization', async () => {
    const { store, organizationId } = await engine.organization();
    const other = await engine.organization();
    const [first, second] = [offerRecord(), offerRecord({ mailboxId: 'another' })];
    await store.inOrganization(organizationId, async (tx) => {
      expect(await tx.offers.claim(first)).toEqual(first);
      expect(await tx.offers.claim(second)).toEqual(first);
      expect(await tx.offers.claim(first)).toEqual(first);
      const occurrence = offerRecord({ occurrence: '2026-11-25' });
      expect(await tx.offers.claim(occurrence)).toEqual(occurrence);
      expect(await tx.offers.find(first.id)).toEqual(first);
      expect(await tx.offers.find(second.id)).toBeNull();
    });
    await store.inOrganization(other.organizationId, async (tx) => {
      expect(await tx.offers.claim(second)).toEqual(second);
    });
  });

  it('that many claim at once go to one, and everybody gets that one', async () => {
    const { store, organizationId } = await engine.organization();
    const claimed = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.inOrganization(organizationId, (tx) => tx.offers.claim(offerRecord())),
      ),
    );
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(1);
  });

  it('go to the next where the first one gives up, or is rolled back', async () => {
    const { store, organizationId } = await engine.organization();
    const [first, second, third] = [offerRecord(), offerRecord(), offerRecord()];
    const lost = store.inOrganization(organizationId, async (tx) => {
      await tx.offers.claim(first);
      throw new Error('killed');
    });
    const next = store.inOrganization(organizationId, (tx) => tx.offers.claim(second));
    await expect(lost).rejects.toThrow('killed');
    expect(await next).toEqual(second);
    await store.inOrganization(organizationId, async (tx) => {
      await tx.offers.giveUp(second.effectId);
      expect(await tx.offers.claim(third)).toEqual(third);
    });
  });
});

onEachEngine('links', (engine) => {
  it('remember what they were used for, also when they are said again', async () => {
    const { store, organizationId } = await engine.organization();
    const [used, other] = [`used ${organizationId}`, `other ${organizationId}`];
    const add = (digest: string, expiresMs: number) =>
      store.inOrganization(organizationId, (tx) =>
        tx.links.add({ digest, purpose: 'case', subjectId: 'c', expiresMs }),
      );
    for (const digest of [used, other]) await add(digest, noonMs);
    await store.inOrganization(organizationId, (tx) => tx.links.markUsed(used, 'justify', noonMs));
    await add(used, noonMs + 5);
    await store.inOrganization(organizationId, async (tx) => {
      expect(await tx.links.usesOf(used)).toEqual(['justify']);
      expect(await tx.links.usesOf(other)).toEqual([]);
      await tx.links.markUsed(used, 'undo', noonMs);
      expect(await tx.links.usesOf(used)).toEqual(['undo', 'justify']);
      expect(await tx.links.usesOf('unknown')).toEqual([]);
    });
  });

  it('last as long as they were last said to, and are cleared', async () => {
    const { store, organizationId } = await engine.organization();
    const digest = `digest ${organizationId}`;
    const link = { digest, purpose: 'offer', subjectId: 'o' } as const;
    await store.inOrganization(organizationId, (tx) => tx.links.add({ ...link, expiresMs: noonMs }));
    await store.inOrganization(organizationId, (tx) => tx.links.add({ ...link, expiresMs: noonMs + 5 }));
    await store.inOrganization(organizationId, (tx) => tx.links.add({ ...link, expiresMs: noonMs + 1 }));
    expect(await store.directory.link(digest)).toEqual({
      organizationId,
      purpose: 'offer',
      subjectId: 'o',
      expiresMs: noonMs + 5,
    });
    await store.inOrganization(organizationId, async (tx) => {
      expect(await tx.links.clear(noonMs + 5, 9)).toBe(0);
      expect(await tx.links.clear(noonMs + 6, 9)).toBe(1);
    });
    expect(await store.directory.link(digest)).toBeNull();
  });
});

onEachEngine('threads and holds', (engine) => {
  it('keep what became of a thread', async () => {
    const { store, organizationId } = await engine.organization();
    const thread = {
      caseId: 'c',
      mailboxId: 'm',
      draft: null,
      documentUrl: null,
      openedMs: noonMs,
      escalatedEntryId: null,
      decidedMs: null,
      decision: null,
    };
    await store.inOrganization(organizationId, async (tx) => {
      await tx.threads.add(thread);
      await tx.threads.change('c', {});
      await tx.threads.change('c', { documentUrl: 'https://docs.example.com/1' });
      await tx.threads.change('c', { decidedMs: noonMs, decision: { what: 'yes' } });
      expect(await tx.threads.find('c')).toEqual({
        ...thread,
        documentUrl: 'https://docs.example.com/1',
        decidedMs: noonMs,
        decision: { what: 'yes' },
      });
      expect(await tx.threads.find('d')).toBeNull();
    });
  });

  it('have one hold for each thing that is protected', async () => {
    const { store, organizationId } = await engine.organization();
    const hold = (id: string) => ({
      id,
      mailboxId: 'm',
      key: 'no-meeting-day 2026-11-25',
      startMs: noonMs,
      endMs: noonMs + 1,
      entryId: null,
      releasedMs: null,
    });
    await store.inOrganization(organizationId, async (tx) => {
      expect(await tx.holds.add(hold('1'))).toBe(true);
      expect(await tx.holds.add(hold('2'))).toBe(false);
      await tx.holds.setEntry('1', 'entry');
      expect(await tx.holds.ofMailbox('m')).toEqual([{ ...hold('1'), entryId: 'entry' }]);
      await tx.holds.markReleased('1', noonMs);
      expect(await tx.holds.ofMailbox('m')).toEqual([]);
      expect(await tx.holds.find('1')).toMatchObject({ releasedMs: noonMs });
      expect(await tx.holds.add(hold('2'))).toBe(true);
    });
  });
});
