import { expect, it } from '@jest/globals';
import { onEachEngine } from './on-each-engine.ts';
import { answerRecord, mailboxRecord, newEffect, noonMs } from './records.ts';

const claim = (over: { readonly nowMs?: number; readonly prepared?: unknown } = {}) => ({
  nowMs: noonMs,
  untilMs: noonMs + 60_000,
  prepared: { seen: 'first' },
  ...over,
});

onEachEngine('effects', (engine) => {
  it('are added in order, and open until they have ended', async () => {
    const { store, organizationId } = await engine.organization();
    const effects = [
      newEffect(),
      newEffect(),
      newEffect({ caseId: 'another' }),
      newEffect({ caseId: null }),
    ] as const;
    const [first, second, third, alone] = effects;
    await store.inOrganization(organizationId, async (tx) => {
      for (const effect of effects) await tx.effects.add(effect);
      const open = async (effect: { readonly id: string; readonly caseId: string | null }) =>
        (await tx.effects.openOf(effect)).map(({ id }) => id);
      expect(await open(second)).toEqual([first.id, second.id]);
      expect(await open(alone)).toEqual([alone.id]);
      await tx.effects.end(first.id, { state: 'done', outcome: { receipt: 1 }, nowMs: noonMs });
      expect(await open(second)).toEqual([second.id]);
      expect(await open(third)).toEqual([third.id]);
      await tx.effects.end(first.id, { state: 'refused', outcome: null, nowMs: noonMs + 1 });
      expect(await tx.effects.find(first.id)).toEqual({
        ...first,
        seq: expect.any(Number),
        state: 'done',
        attempts: 0,
        prepared: null,
        actingUntilMs: null,
        outcome: { receipt: 1 },
        endedMs: noonMs,
      });
    });
  });

  it('are claimed by one, and by another only when that one was killed', async () => {
    const { store, organizationId } = await engine.organization();
    const effect = newEffect();
    await store.inOrganization(organizationId, async (tx) => {
      await tx.effects.add(effect);
      expect(await tx.effects.claim('unknown', claim())).toBeNull();
      expect(await tx.effects.claim(effect.id, claim())).toMatchObject({
        before: 'pending',
        effect: { state: 'acting', attempts: 1, prepared: { seen: 'first' }, actingUntilMs: noonMs + 60_000 },
      });
      expect(await tx.effects.claim(effect.id, claim({ nowMs: noonMs + 59_999 }))).toBeNull();
      const taken = await tx.effects.claim(
        effect.id,
        claim({ nowMs: noonMs + 60_000, prepared: { seen: 'second' } }),
      );
      expect(taken).toMatchObject({ before: 'acting', effect: { attempts: 2, prepared: { seen: 'first' } } });
      await tx.effects.release(effect.id);
      expect(await tx.effects.claim(effect.id, claim())).toMatchObject({ before: 'pending' });
      await tx.effects.end(effect.id, { state: 'in-doubt', outcome: null, nowMs: noonMs });
      await tx.effects.release(effect.id);
      expect(await tx.effects.claim(effect.id, claim({ nowMs: noonMs * 2 }))).toBeNull();
    });
  });

  it('claimed without having looked take what is seen later', async () => {
    const { store, organizationId } = await engine.organization();
    const effect = newEffect();
    await store.inOrganization(organizationId, async (tx) => {
      await tx.effects.add(effect);
      const unseen = await tx.effects.claim(effect.id, claim({ prepared: null }));
      expect(unseen?.effect.prepared).toBeNull();
      await tx.effects.release(effect.id);
      expect((await tx.effects.claim(effect.id, claim()))?.effect.prepared).toEqual({ seen: 'first' });
    });
  });

  it('that many claim at once go to one', async () => {
    const { store, organizationId } = await engine.organization();
    const effect = newEffect();
    await store.inOrganization(organizationId, (tx) => tx.effects.add(effect));
    const claims = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.inOrganization(organizationId, (tx) => tx.effects.claim(effect.id, claim())),
      ),
    );
    expect(claims.filter((one) => one !== null)).toHaveLength(1);
    const found = await store.inOrganization(organizationId, (tx) => tx.effects.find(effect.id));
    expect(found?.attempts).toBe(1);
  });

  it('are free again when the transaction that claimed them is rolled back', async () => {
    const { store, organizationId } = await engine.organization();
    const effect = newEffect();
    await store.inOrganization(organizationId, (tx) => tx.effects.add(effect));
    const lost = store.inOrganization(organizationId, async (tx) => {
      await tx.effects.claim(effect.id, claim());
      throw new Error('killed');
    });
    await expect(lost).rejects.toThrow('killed');
    const again = await store.inOrganization(organizationId, (tx) => tx.effects.claim(effect.id, claim()));
    expect(again).toMatchObject({ before: 'pending', effect: { attempts: 1 } });
  });

  it('that were forgotten or went wrong are found', async () => {
    const { store, organizationId } = await engine.organization();
    const old = newEffect({ createdMs: noonMs - 2 });
    const older = newEffect({ createdMs: noonMs - 3 });
    const fresh = newEffect({ createdMs: noonMs });
    await store.inOrganization(organizationId, async (tx) => {
      for (const effect of [old, older, fresh]) await tx.effects.add(effect);
      const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
      expect(ids(await tx.effects.forgotten(noonMs, 10))).toEqual([older.id, old.id]);
      expect(ids(await tx.effects.forgotten(noonMs, 1))).toEqual([older.id]);
      await tx.effects.end(old.id, { state: 'refused', outcome: 'not-found', nowMs: noonMs });
      await tx.effects.end(older.id, { state: 'in-doubt', outcome: null, nowMs: noonMs + 1 });
      await tx.effects.end(fresh.id, { state: 'superseded', outcome: null, nowMs: noonMs + 2 });
      expect(await tx.effects.forgotten(noonMs + 1, 10)).toEqual([]);
      expect(ids(await tx.effects.troubled(10))).toEqual([older.id, old.id]);
      expect(ids(await tx.effects.troubled(1))).toEqual([older.id]);
    });
  });
});

onEachEngine('effects whose job is lost', (engine) => {
  it('are woken after pauses that double, a few at a time, and not when they ended', async () => {
    const { store, organizationId } = await engine.organization();
    const [first, second, ended] = [0, 1, 2].map((n) => newEffect({ createdMs: noonMs + n }));
    if (!first || !second || !ended) throw new Error('three were made');
    await store.inOrganization(organizationId, async (tx) => {
      for (const effect of [first, second, ended]) await tx.effects.add(effect);
      await tx.effects.end(ended.id, { state: 'done', outcome: null, nowMs: noonMs });
      const wake = async (afterMs: number, most = 9) => {
        const woken = await tx.effects.wake(noonMs + afterMs - 100, noonMs + afterMs, most);
        return woken.map(({ id }) => id);
      };
      expect(await wake(100)).toEqual([]);
      expect(await wake(110, 1)).toEqual([first.id]);
      expect(await wake(120)).toEqual([second.id]);
      expect(await wake(219)).toEqual([]);
      expect(await wake(220)).toEqual([first.id]);
      expect(await wake(239)).toEqual([second.id]);
      expect(await wake(439)).toEqual([]);
      expect(await wake(440)).toEqual([first.id]);
    });
  });

  it('are woken when the time comes until which they were postponed, and from then on like others', async () => {
    const { store, organizationId } = await engine.organization();
    const effect = newEffect({ createdMs: noonMs });
    await store.inOrganization(organizationId, async (tx) => {
      await tx.effects.add(effect);
      const wake = async (afterMs: number) => {
        const woken = await tx.effects.wake(noonMs + afterMs - 100, noonMs + afterMs, 9);
        return woken.map(({ id }) => id);
      };
      expect(await wake(110)).toEqual([effect.id]);
      await tx.effects.postpone(effect.id, noonMs + 1_000);
      for (const afterMs of [230, 500, 999]) expect(await wake(afterMs)).toEqual([]);
      expect(await wake(1_010)).toEqual([effect.id]);
      expect(await wake(1_019)).toEqual([]);
      expect(await wake(1_020)).toEqual([effect.id]);
      expect(await wake(1_039)).toEqual([]);
      expect(await wake(1_040)).toEqual([effect.id]);
    });
  });

  it('are each woken by one of two sweeps at once', async () => {
    const { store, organizationId } = await engine.organization();
    const all = Array.from({ length: 40 }, () => newEffect());
    await store.inOrganization(organizationId, async (tx) => {
      for (const effect of all) await tx.effects.add(effect);
    });
    const sweep = () =>
      store.inOrganization(organizationId, (tx) => tx.effects.wake(noonMs + 1, noonMs + 5, 100));
    const woken = (await Promise.all([sweep(), sweep()])).flat().map(({ id }) => id);
    expect(woken.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });
});

onEachEngine('answers', (engine) => {
  it('are written before they are given, once', async () => {
    const { store, organizationId } = await engine.organization();
    const answer = answerRecord();
    const before = { ...answer.before, entryId: 'moved' };
    await store.inOrganization(organizationId, async (tx) => {
      await tx.answers.add(answer);
      await tx.answers.add({ ...answer, answer: 'tentative' });
      expect(await tx.answers.standing('mailbox', answer.uid)).toEqual([answer]);
      await tx.answers.confirm(answer.id, before);
      expect(await tx.answers.ofCase('case')).toEqual([{ ...answer, confirmed: true, before }]);
    });
  });

  it('stand until they are withdrawn or were not given', async () => {
    const { store, organizationId } = await engine.organization();
    const [first, second, third] = [
      answerRecord({ givenMs: noonMs - 1 }),
      answerRecord({ givenMs: noonMs }),
      answerRecord({ givenMs: noonMs + 1, uid: 'another' }),
    ] as const;
    await store.inOrganization(organizationId, async (tx) => {
      for (const answer of [first, second, third]) await tx.answers.add(answer);
      const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
      expect(ids(await tx.answers.standing('mailbox', first.uid))).toEqual([second.id, first.id]);
      expect(ids(await tx.answers.standingOfRule('no-meeting-day', noonMs))).toEqual([third.id, second.id]);
      const count = (sinceMs: number) => tx.answers.countStandingOfRule('no-meeting-day', sinceMs);
      // Two answers of one case in one mailbox.
      expect(await count(noonMs)).toEqual({ meetings: 1, people: 1, onOutlook: 0 });
      const [outlook, away] = ['outlook', 'away'];
      await tx.mailboxes.add(
        mailboxRecord({ id: outlook, provider: 'microsoft', address: 'o@kiln.example' }),
      );
      const there = answerRecord({ givenMs: noonMs, mailboxId: outlook, caseId: 'there' });
      const gone = answerRecord({ givenMs: noonMs, mailboxId: away, caseId: 'gone' });
      for (const answer of [there, gone]) await tx.answers.add(answer);
      expect(await count(noonMs)).toEqual({ meetings: 3, people: 3, onOutlook: 1 });
      expect(await count(noonMs + 2)).toEqual({ meetings: 0, people: 0, onOutlook: 0 });
      for (const { id } of [there, gone]) await tx.answers.remove(id);
      await tx.answers.markWithdrawn(second.id, noonMs + 5, { kind: 'left-alone', why: 'gone' });
      await tx.answers.remove(third.id);
      expect(ids(await tx.answers.standing('mailbox', first.uid))).toEqual([first.id]);
      expect(await tx.answers.standingOfRule('no-meeting-day', noonMs)).toEqual([]);
      expect(await tx.answers.ofCase('case')).toMatchObject([
        { id: second.id, withdrawnMs: noonMs + 5, withdrawal: { kind: 'left-alone', why: 'gone' } },
        { id: first.id, withdrawnMs: null },
      ]);
      expect(await tx.answers.countByRule(noonMs)).toEqual({ 'no-meeting-day': 1 });
      expect(await tx.answers.countByRule(noonMs - 1)).toEqual({ 'no-meeting-day': 2 });
      const countOf = (rule: string, most: number) => tx.answers.countOfRule(rule, noonMs - 1, most);
      expect(await countOf('no-meeting-day', 9)).toBe(2);
      expect(await countOf('no-meeting-day', 1)).toBe(1);
      expect(await countOf('focus-block', 9)).toBe(0);
    });
  });
});
