import { describe, expect, it } from '@jest/globals';
import { judgeMailbox } from '../../../src/app/cases/judge-mailbox.ts';
import { at, entry } from './entries.ts';
import { gates, startMs } from './gate.ts';
import { nowOf, onlyCase, openDeclined } from './one-case.ts';

const open = gates();

const friday = '2026-11-27T10:00:00Z';

describe('a meeting that is gone', () => {
  it('because it was cancelled is closed', async () => {
    const { gate } = await openDeclined(open);
    await gate.see(entry({ status: 'cancelled' }));
    expect(await nowOf(gate)).toEqual({ state: 'closed', effects: [] });
  });

  it('and comes back gets a new case that knows of the undo', async () => {
    const { gate, id } = await openDeclined(open);
    await gate.report(id, { type: 'OVERRODE' });
    await gate.carryOut(id);
    await gate.lose('m1');
    await gate.see(entry());
    const cases = await gate.cases();
    expect(cases.map(({ closed, overridden, act }) => [closed, overridden, act])).toEqual([
      [true, true, 'decline'],
      [false, true, 'none'],
    ]);
  });

  it('and comes back without an undo is judged as new', async () => {
    const gate = await open();
    await gate.see(entry());
    await gate.lose('m1');
    await gate.see(entry());
    const [first, second] = await gate.cases();
    expect([first?.closed, second?.closed, second?.act]).toEqual([true, false, 'decline']);
  });

  it('where the calendar removes what was declined is not cancelled', async () => {
    const { gate, id } = await openDeclined(open, { declineKeepsEntry: false });
    await gate.lose('m1');
    expect(await nowOf(gate)).toEqual({ state: 'declined', effects: [] });
    // A later update brings it back under another id, still open, at another time.
    const back = at(friday);
    await gate.see({ ...back, meeting: { ...back.meeting, id: 'm7' } });
    expect(await onlyCase(gate)).toMatchObject({ id, entryId: 'm7', revision: 1 });
  });

  it('where the calendar keeps what was declined is cancelled', async () => {
    const { gate } = await openDeclined(open, { declineKeepsEntry: true });
    await gate.lose('m1');
    expect((await onlyCase(gate)).state).toBe('closed');
  });

  it('after the gate answered tentatively is cancelled on every calendar', async () => {
    const gate = await open({ declineKeepsEntry: false, policy: { enforcement: { default: 'grace' } } });
    await gate.see(entry());
    await gate.carryOut((await onlyCase(gate)).id);
    await gate.lose('m1');
    expect((await onlyCase(gate)).state).toBe('closed');
  });
});

describe('what keeps the gate from answering', () => {
  it('while a mailbox is observed: nothing is done, and what would be is kept', async () => {
    const gate = await open({ mailbox: { state: 'observing' } });
    await gate.see(entry());
    expect(await onlyCase(gate)).toMatchObject({ act: 'none', wouldAct: 'decline', rule: 'no-meeting-day' });
    expect(await gate.inside((tx) => tx.cases.countWouldAnswer(gate.mailboxId, 0))).toEqual({
      'no-meeting-day': 1,
    });
  });

  it('under the brake: the owner is asked', async () => {
    const gate = await open();
    await gate.inside((tx) => tx.organizations.change({ answersStoppedMs: startMs }));
    await gate.see(entry());
    expect(await onlyCase(gate)).toMatchObject({ act: 'prompt', wouldAct: 'decline' });
    expect(await nowOf(gate)).toEqual({ state: 'waiting.offered', effects: ['promptOwner'] });
  });

  it('where its rule fell back: the owner is asked', async () => {
    const gate = await open();
    const fallback = { rule: 'no-meeting-day', sinceMs: startMs, answered: 50, forecast: 3 };
    await gate.inside((tx) => tx.fallbacks.add(fallback));
    await gate.see(entry());
    expect(await onlyCase(gate)).toMatchObject({ act: 'prompt', wouldAct: 'decline' });
  });
});

describe('many entries', () => {
  it('are judged in several transactions, and one that fails costs only itself', async () => {
    const gate = await open();
    const many = Array.from({ length: 45 }, (_, index) => {
      const one = entry();
      return { ...one, meeting: { ...one.meeting, id: `m${index}`, uid: `u${index}` } };
    });
    await gate.inside((tx) => tx.meetings.save(gate.mailboxId, many, startMs));
    const { store } = gate.deps;
    const failing: typeof store = {
      ...store,
      inOrganization: (id, work) =>
        store.inOrganization(id, (tx) =>
          work({
            ...tx,
            cases: {
              ...tx.cases,
              add: async (record) => {
                if (record.uid === 'u30') throw new TypeError('a fault of ours');
                await tx.cases.add(record);
              },
            },
          }),
        ),
    };
    const deps = { ...gate.deps, store: failing };
    expect(await judgeMailbox(deps, gate.organizationId, gate.mailboxId)).toEqual({ judged: 44, failed: 1 });
    const uids = (await gate.cases()).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(44);
    expect(uids).not.toContain('u30');
    expect(await judgeMailbox(deps, gate.organizationId, gate.mailboxId)).toEqual({ judged: 0, failed: 0 });
  });

  it('stay to be judged where the database fails', async () => {
    const gate = await open();
    await gate.inside((tx) => tx.meetings.save(gate.mailboxId, [entry()], startMs));
    const away = { ...gate.deps.store, inOrganization: () => Promise.reject(new Error('away')) };
    const deps = { ...gate.deps, store: away };
    await expect(judgeMailbox(deps, gate.organizationId, gate.mailboxId)).rejects.toThrow('away');
    expect(await judgeMailbox(gate.deps, gate.organizationId, gate.mailboxId)).toEqual({
      judged: 1,
      failed: 0,
    });
  });
});
