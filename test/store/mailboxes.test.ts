import { expect, it } from '@jest/globals';
import { onEachEngine } from './on-each-engine.ts';
import { hourMs, mailboxRecord, noonMs } from './records.ts';

const window = { fromMs: noonMs, toMs: noonMs + hourMs };

onEachEngine('mailboxes', (engine) => {
  it('are read as they were written', async () => {
    const { store, organizationId } = await engine.organization();
    const mailbox = mailboxRecord({
      observingUntilMs: noonMs,
      window,
      cursor: 'place',
      pulledMs: noonMs,
      hours: { zone: 'Asia/Singapore', workingHours: null },
      problem: { code: 'sign-in-required', sinceMs: noonMs },
      forecast: { 'no-meeting-day': 0.5 },
    });
    await store.inOrganization(organizationId, (tx) => tx.mailboxes.add(mailbox));
    await store.inOrganization(organizationId, async (tx) => {
      expect(await tx.mailboxes.find(mailbox.id)).toEqual(mailbox);
      const { grant, ...summary } = { ...mailbox, wokenMs: null };
      expect(await tx.mailboxes.findByAddress(mailbox.address)).toEqual({
        ...summary,
        grantKind: grant.kind,
      });
      expect(await tx.mailboxes.summaries()).toEqual([summary]);
      expect(await tx.mailboxes.all()).toEqual([mailbox]);
      expect(await tx.mailboxes.find('unknown')).toBeNull();
    });
  });

  it('change only where something is said to change', async () => {
    const { store, organizationId } = await engine.organization();
    const mailbox = mailboxRecord({ forecast: { focus: 1 }, hours: { zone: null, workingHours: null } });
    await store.inOrganization(organizationId, async (tx) => {
      await tx.mailboxes.add(mailbox);
      await tx.mailboxes.change(mailbox.id, {});
      await tx.mailboxes.change(mailbox.id, { hours: null, state: 'leaving' });
      await tx.mailboxes.change(mailbox.id, { grant: { kind: 'company' } });
      expect(await tx.mailboxes.find(mailbox.id)).toEqual({
        ...mailbox,
        hours: null,
        state: 'leaving',
        grant: { kind: 'company' },
      });
    });
  });

  it('forecast together how often a rule answers in a day; those that were left count no more', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      await tx.mailboxes.add(mailboxRecord());
      expect(await tx.mailboxes.forecastOf('focus')).toBeNull();
      await tx.mailboxes.add(mailboxRecord({ forecast: { focus: 1, other: 9 } }));
      await tx.mailboxes.add(mailboxRecord({ forecast: { focus: 0.5 } }));
      await tx.mailboxes.add(mailboxRecord({ forecast: { focus: 7 }, state: 'left' }));
      expect(await tx.mailboxes.forecastOf('focus')).toBe(1.5);
      expect(await tx.mailboxes.forecastOf('constructor')).toBe(0);
    });
  });

  it('open the grant that stands there, also where another one was opened before', async () => {
    const { store, organizationId } = await engine.organization();
    const mailbox = mailboxRecord({ grant: { kind: 'person', refreshToken: 'first' } });
    const grantNow = () =>
      store.inOrganization(organizationId, async (tx) => (await tx.mailboxes.find(mailbox.id))?.grant);
    await store.inOrganization(organizationId, (tx) => tx.mailboxes.add(mailbox));
    expect(await grantNow()).toEqual(mailbox.grant);
    const renewed = { kind: 'person', refreshToken: 'second' } as const;
    await store.inOrganization(organizationId, (tx) => tx.mailboxes.change(mailbox.id, { grant: renewed }));
    expect(await grantNow()).toEqual(renewed);
  });

  it('have one address each; one that was left can be connected again', async () => {
    const { store, organizationId } = await engine.organization();
    const first = mailboxRecord({ address: 'anna@example.com' });
    const second = mailboxRecord({ address: 'anna@example.com' });
    await store.inOrganization(organizationId, (tx) => tx.mailboxes.add(first));
    const again = store.inOrganization(organizationId, (tx) => tx.mailboxes.add(second));
    await expect(again).rejects.toThrow(/duplicate key/);
    await store.inOrganization(organizationId, async (tx) => {
      await tx.mailboxes.change(first.id, { state: 'left' });
      await tx.mailboxes.add(second);
      expect((await tx.mailboxes.findByAddress('anna@example.com'))?.id).toBe(second.id);
      expect((await tx.mailboxes.all()).map(({ id }) => id)).toEqual([second.id]);
      expect((await tx.mailboxes.find(first.id))?.state).toBe('left');
    });
  });

  it('save a reading in parts as long as no other one takes that over or moves on', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async ({ mailboxes }) => {
      const { id } = mailboxRecord({ id: 'm', cursor: 'a' });
      await mailboxes.add(mailboxRecord({ id, cursor: 'a' }));
      const part = (reading: string, isFirst: boolean, from = 'a') =>
        mailboxes.savePart(id, { reading, from, isFirst });
      const move = (cursor: string, reading?: string) =>
        mailboxes.moveCursor(id, 'a', { cursor, window, pulledMs: noonMs, ...(reading && { reading }) });
      expect(await part('early', false)).toBe(false);
      expect(await part('early', true, 'elsewhere')).toBe(false);
      expect([await part('early', true), await part('early', false)]).toEqual([true, true]);
      expect([await part('late', true), await part('early', false)]).toEqual([true, false]);
      expect(await move('b', 'early')).toBe(false);
      expect(await move('b', 'late')).toBe(true);
      expect(await part('late', false)).toBe(false);
    });
  });

  it('are known to have been woken', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async ({ mailboxes }) => {
      for (const id of ['a', 'b']) await mailboxes.add(mailboxRecord({ id }));
      await mailboxes.markWoken(['a'], noonMs);
      expect((await mailboxes.summaries()).map(({ id, wokenMs }) => [id, wokenMs])).toEqual([
        ['a', noonMs],
        ['b', null],
      ]);
    });
  });

  it('move their cursor only from where the pull began', async () => {
    const { store, organizationId } = await engine.organization();
    const { id } = mailboxRecord({ id: 'm' });
    await store.inOrganization(organizationId, async (tx) => {
      await tx.mailboxes.add(mailboxRecord({ id }));
      const to = (cursor: string) => ({ cursor, window, pulledMs: noonMs });
      expect(await tx.mailboxes.moveCursor(id, 'a', to('b'))).toBe(false);
      expect(await tx.mailboxes.moveCursor(id, null, to('a'))).toBe(true);
      expect(await tx.mailboxes.moveCursor(id, null, to('c'))).toBe(false);
      expect(await tx.mailboxes.moveCursor(id, 'a', to('b'))).toBe(true);
      expect(await tx.mailboxes.find(id)).toMatchObject({ cursor: 'b', window, pulledMs: noonMs });
      await tx.mailboxes.forgetCursor(id);
      expect(await tx.mailboxes.find(id)).toMatchObject({ cursor: null, window: null, pulledMs: noonMs });
    });
  });

  it('let one of two pulls that began at the same place move on', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, (tx) => tx.mailboxes.add(mailboxRecord({ id: 'm' })));
    const moved = await Promise.all(
      ['a', 'b', 'c'].map((cursor) =>
        store.inOrganization(organizationId, (tx) =>
          tx.mailboxes.moveCursor('m', null, { cursor, window, pulledMs: noonMs }),
        ),
      ),
    );
    expect(moved.filter(Boolean)).toHaveLength(1);
  });
});

onEachEngine('subscriptions', (engine) => {
  const subscription = (id: string, mailboxId: string) => ({
    id,
    mailboxId,
    providerId: null,
    resourceId: null,
    secret: `secret of ${id}`,
    expiresMs: null,
    createdMs: noonMs,
  });

  it('are confirmed and removed', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      await tx.mailboxes.add(mailboxRecord({ id: 'm' }));
      const one = subscription(`${organizationId} one`, 'm');
      const two = { ...subscription(`${organizationId} two`, 'm'), createdMs: noonMs + 1 };
      await tx.subscriptions.add(two);
      await tx.subscriptions.add(one);
      expect(await tx.subscriptions.ofMailbox('m')).toEqual([one, two]);
      const granted = { providerId: 'p', resourceId: 'r', expiresMs: noonMs };
      await tx.subscriptions.confirm(one.id, granted);
      await tx.subscriptions.remove(two.id);
      expect(await tx.subscriptions.ofMailbox('m')).toEqual([{ ...one, ...granted }]);
    });
  });

  it('are refused for a mailbox that there is not', async () => {
    const { store, organizationId } = await engine.organization();
    const adding = store.inOrganization(organizationId, (tx) =>
      tx.subscriptions.add(subscription(`${organizationId} s`, 'nowhere')),
    );
    await expect(adding).rejects.toThrow(/null value in column "provider"/);
  });

  it('are to be renewed where the newest confirmed one ends, or none is', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      const states = {
        none: 'active',
        ends: 'observing',
        lasts: 'active',
        asked: 'active',
        left: 'left',
      } as const;
      for (const [id, state] of Object.entries(states)) await tx.mailboxes.add(mailboxRecord({ id, state }));
      const confirmed = async (id: string, mailboxId: string, expiresMs: number) => {
        await tx.subscriptions.add(subscription(`${organizationId} ${id}`, mailboxId));
        const granted = { providerId: id, resourceId: null, expiresMs };
        await tx.subscriptions.confirm(`${organizationId} ${id}`, granted);
      };
      await confirmed('1', 'ends', noonMs - 1);
      await confirmed('2', 'lasts', noonMs - 1);
      await confirmed('3', 'lasts', noonMs);
      await tx.subscriptions.add(subscription(`${organizationId} 4`, 'asked'));
      expect(await tx.subscriptions.mailboxesToRenew(noonMs)).toEqual(['asked', 'ends', 'none']);
    });
  });
});

onEachEngine('an organization', (engine) => {
  it('counts the changes of its policy', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      expect(await tx.organizations.read()).toMatchObject({
        policyText: null,
        policyVersion: 0,
        observeDays: 7,
      });
      await tx.organizations.change({ policyText: 'zone: Europe/Berlin' });
      await tx.organizations.change({ answersStoppedMs: noonMs, fallbackFactor: 1.5 });
      await tx.organizations.change({});
      await tx.organizations.change({ policyText: null });
      expect(await tx.organizations.read()).toMatchObject({
        id: organizationId,
        policyText: null,
        policyVersion: 2,
        answersStoppedMs: noonMs,
        fallbackFactor: 1.5,
      });
    });
  });

  it('that there is not cannot be read', async () => {
    const { store } = await engine.organization();
    await expect(store.inOrganization('nobody', (tx) => tx.organizations.read())).rejects.toThrow(
      'there is no organization nobody',
    );
  });

  it('has one fallback of a rule at a time', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      const fallback = { rule: 'focus-block', sinceMs: noonMs, answered: 12, forecast: 1.25 };
      expect(await tx.fallbacks.add(fallback)).toBe(true);
      expect(await tx.fallbacks.add({ ...fallback, answered: 13 })).toBe(false);
      expect(await tx.fallbacks.open()).toEqual([{ ...fallback, liftedMs: null }]);
      expect(await tx.fallbacks.lift('focus-block', noonMs)).toBe(true);
      expect(await tx.fallbacks.lift('focus-block', noonMs)).toBe(false);
      expect(await tx.fallbacks.open()).toEqual([]);
      expect(await tx.fallbacks.add(fallback)).toBe(true);
    });
  });
});
