import { expect, it } from '@jest/globals';
import type { StoreTransaction } from '../../src/app/ports/store/store.ts';
import { onEachEngine } from './on-each-engine.ts';
import {
  answerRecord,
  calendarEntry,
  caseRecord,
  hourMs,
  newEffect,
  noonMs,
  offerRecord,
} from './records.ts';

const later = noonMs + 10 * hourMs;

/** A case with everything that belongs to one. */
async function addStory(tx: StoreTransaction, over: Parameters<typeof caseRecord>[0]): Promise<string> {
  const record = caseRecord({ closed: true, uid: `${over?.id}@x`, ...over });
  const { id: caseId } = record;
  const step = { caseId, atMs: noonMs, actor: 'gate', event: 'X', data: null, from: '', to: '' };
  const effect = { ...newEffect({ caseId }), id: `effect of ${caseId}` };
  await tx.cases.add(record);
  await tx.log.add(step);
  await tx.effects.add(effect);
  await tx.effects.end(effect.id, { state: 'done', outcome: null, nowMs: noonMs });
  await tx.answers.add(answerRecord({ caseId, uid: record.uid }));
  await tx.offers.claim(offerRecord({ caseId, uid: record.uid, id: `offer of ${caseId}` }));
  return caseId;
}

/** How much of a story is left. */
async function leftOf(tx: StoreTransaction, caseId: string) {
  return {
    case: (await tx.cases.find(caseId)) !== null,
    steps: (await tx.log.ofCase(caseId)).length,
    effects: (await tx.effects.find(`effect of ${caseId}`)) === null ? 0 : 1,
    answers: (await tx.answers.ofCase(caseId)).length,
    offers: (await tx.offers.find(`offer of ${caseId}`)) === null ? 0 : 1,
  };
}

const whole = { case: true, steps: 1, effects: 1, answers: 1, offers: 1 };
const nothing = { case: false, steps: 0, effects: 0, answers: 0, offers: 0 };

onEachEngine('clearing', (engine) => {
  it('removes a closed case with all that belongs to it, of its own organization only', async () => {
    const own = await engine.organization();
    const other = await engine.organization();
    for (const { store, organizationId } of [own, other])
      await store.inOrganization(organizationId, async (tx) => {
        await addStory(tx, { id: 'old' });
        await addStory(tx, { id: 'open', closed: false });
        await addStory(tx, { id: 'young', changedMs: later });
        await addStory(tx, { id: 'ahead', endMs: later });
      });
    const { store, organizationId } = own;
    expect(await store.inOrganization(organizationId, (tx) => tx.cases.clear(later, 9))).toBe(1);
    await store.inOrganization(organizationId, async (tx) => {
      expect(await leftOf(tx, 'old')).toEqual(nothing);
      for (const id of ['open', 'young', 'ahead']) expect(await leftOf(tx, id)).toEqual(whole);
    });
    await other.store.inOrganization(other.organizationId, async (tx) =>
      expect(await leftOf(tx, 'old')).toEqual(whole),
    );
  });

  it('keeps what a promise rests on: overridden, a decision, a meeting that stands there', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      await addStory(tx, { id: 'overridden', overridden: true });
      const thread = { mailboxId: 'mailbox', draft: null, documentUrl: null, openedMs: noonMs };
      const undecided = { escalatedEntryId: null, decidedMs: null, decision: null };
      await tx.threads.add({ ...thread, ...undecided, caseId: await addStory(tx, { id: 'thread' }) });
      await addStory(tx, { id: 'standing' });
      const start = { kind: 'instant', ms: later, zone: null } as const;
      const series = calendarEntry({ id: 'e', uid: 'standing@x', start, end: start });
      await tx.meetings.save('mailbox', [series], noonMs);
      expect(await tx.cases.clear(later, 9)).toBe(0);
      for (const id of ['overridden', 'thread', 'standing']) expect(await leftOf(tx, id)).toEqual(whole);
      await tx.meetings.markRemoved('mailbox', ['e'], later);
      expect(await tx.cases.clear(later, 9)).toBe(1);
    });
  });

  it('goes on where it was told to stop', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      for (const id of ['a', 'b', 'c']) await addStory(tx, { id });
      expect([await tx.cases.clear(later, 2), await tx.cases.clear(later, 2)]).toEqual([2, 1]);
    });
  });

  it('removes meetings that are over or gone and judged, with their people', async () => {
    const { store, organizationId } = await engine.organization();
    const at = (ms: number) => ({ kind: 'instant', ms, zone: null }) as const;
    const met = (id: string, ms: number) => calendarEntry({ id, start: at(ms), end: at(ms) });
    await store.inOrganization(organizationId, async (tx) => {
      await tx.meetings.save('m', [met('over', 1), met('gone', 99), met('there', 99)], 1);
      await tx.meetings.save('m', [met('unjudged', 2)], 1);
      await tx.meetings.markRemoved('m', ['gone'], 3);
      await tx.meetings.markJudged('m', ['over', 'gone', 'there'], null);
      expect(await tx.meetings.countWith('m', 'ben@example.com', 100)).toBe(4);
      expect(await tx.meetings.clear(50, 9)).toBe(2);
      expect(await tx.meetings.countWith('m', 'ben@example.com', 100)).toBe(2);
      expect(await tx.meetings.find('m', 'there')).not.toBeNull();
      expect(await tx.meetings.find('m', 'unjudged')).not.toBeNull();
      expect(await tx.meetings.find('m', 'gone')).toBeNull();
    });
  });

  it('removes effects of no case and holds that are over', async () => {
    const { store, organizationId } = await engine.organization();
    const hold = { mailboxId: 'm', startMs: 1, entryId: null, releasedMs: null };
    await store.inOrganization(organizationId, async (tx) => {
      const [ended, open] = [newEffect({ caseId: null }), newEffect({ caseId: null })];
      await tx.effects.add(ended);
      await tx.effects.add(open);
      await tx.effects.end(ended.id, { state: 'done', outcome: null, nowMs: 5 });
      expect([await tx.effects.clear(5, 9), await tx.effects.clear(6, 9)]).toEqual([0, 1]);
      expect(await tx.effects.find(open.id)).not.toBeNull();
      await tx.holds.add({ ...hold, id: 'over', key: 'a', endMs: 5 });
      await tx.holds.add({ ...hold, id: 'ahead', key: 'b', endMs: 6 });
      expect([await tx.holds.clear(6, 9), await tx.holds.clear(6, 9)]).toEqual([1, 0]);
      expect((await tx.holds.ofMailbox('m')).map(({ id }) => id)).toEqual(['ahead']);
    });
  });
});
