import { describe, expect, it } from '@jest/globals';
import { undoRule } from '../../../src/app/brake/undo-rule.ts';
import { judgeMailbox } from '../../../src/app/cases/judge-mailbox.ts';
import { carryOut } from '../../../src/app/effects/carry-out.ts';
import type { Store, StoreTransaction } from '../../../src/app/ports/store/store.ts';
import { invite, nowMs } from '../../contract/world.ts';
import { type LiveGate, liveGates } from './live-gate.ts';

/** Called before a row is locked, with its case's id or its UID; a transaction stands still until it ends. */
interface Before {
  readonly lock?: (caseId: string) => Promise<void>;
  readonly lockOfMeeting?: (uid: string) => Promise<void>;
  readonly save?: () => Promise<void>;
}

/** How many transactions were begun, and how many runs they took: more where the database refused one for a deadlock. */
interface Counted {
  begun: number;
  runs: number;
}

function watched(store: Store, before: Before): { readonly store: Store; readonly counted: Counted } {
  const counted = { begun: 0, runs: 0 };
  const inOrganization: Store['inOrganization'] = (organizationId, work) => {
    counted.begun += 1;
    return store.inOrganization(organizationId, (tx) => {
      counted.runs += 1;
      return work(pausing(tx, before));
    });
  };
  return { store: { ...store, inOrganization }, counted };
}

function pausing(tx: StoreTransaction, before: Before): StoreTransaction {
  const { cases, meetings } = tx;
  return {
    ...tx,
    cases: {
      ...cases,
      lock: async (id) => {
        await before.lock?.(id);
        return cases.lock(id);
      },
      lockOfMeeting: async (mailboxId, uid) => {
        await before.lockOfMeeting?.(uid);
        return cases.lockOfMeeting(mailboxId, uid);
      },
    },
    meetings: {
      ...meetings,
      save: async (...parameters) => {
        await before.save?.();
        return meetings.save(...parameters);
      },
    },
  };
}

/** Everything is to be judged again, as after a change. */
async function markUnjudged({ inside, mailboxId, cases }: LiveGate): Promise<void> {
  const entryIds = (await cases()).map(({ entryId }) => entryId);
  await inside((tx) => tx.meetings.markUnjudged(mailboxId, entryIds));
}

describe('nobody waits in a circle (postgres)', () => {
  const openGate = liveGates('postgres');

  it('when a meeting is judged while its answer finds that it has changed', async () => {
    const gate = await openGate('google');
    const { deps, organizationId, mailboxId, world } = gate;
    const event = invite(world);
    await gate.pull();
    const [effect] = await gate.open('answerInvite');
    const change = { summary: 'Roadmap review, second part' };
    world.sandbox.parts.engine.update({ key: event.key, originalStart: null }, change, true);
    await markUnjudged(gate);

    const judgeHoldsMeeting = Promise.withResolvers<void>();
    const actWantsMeeting = Promise.withResolvers<void>();
    const judging = watched(deps.store, {
      lockOfMeeting: () => {
        judgeHoldsMeeting.resolve();
        return actWantsMeeting.promise;
      },
    });
    const acting = watched(deps.store, {
      save: async () => {
        await judgeHoldsMeeting.promise;
        actWantsMeeting.resolve();
      },
    });
    const [judged, acted] = await Promise.all([
      judgeMailbox({ ...deps, store: judging.store }, organizationId, mailboxId),
      carryOut({ ...deps, store: acting.store }, organizationId, effect?.id ?? ''),
    ]);

    expect([judged, acted]).toMatchObject([{ judged: 1, failed: 0 }, { why: 'changed since it was judged' }]);
    expect(judging.counted.runs).toBe(judging.counted.begun);
    expect(acting.counted.runs).toBe(acting.counted.begun);
    await gate.pull();
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined']);
  });

  it('when a rule is undone while its meetings are judged', async () => {
    const gate = await openGate('google');
    const { deps, organizationId, mailboxId } = gate;
    const held = await inviteUntilOrdersDiffer(gate);
    await gate.act();
    await markUnjudged(gate);
    const all = await gate.cases();

    const judgeHoldsFirst = Promise.withResolvers<void>();
    const undoWantsFirst = Promise.withResolvers<void>();
    const judgedUids: string[] = [];
    const judging = watched(deps.store, {
      lockOfMeeting: async (uid) => {
        judgedUids.push(uid);
        if (judgedUids.length === 1) return;
        judgeHoldsFirst.resolve();
        await undoWantsFirst.promise;
      },
    });
    const undoing = watched(deps.store, {
      lock: async (caseId) => {
        await judgeHoldsFirst.promise;
        if (caseId === held) undoWantsFirst.resolve();
      },
    });
    const since = { rule: 'no-meeting-day', sinceMs: nowMs };
    const [judged, undone] = await Promise.all([
      judgeMailbox({ ...deps, store: judging.store }, organizationId, mailboxId),
      undoRule({ ...deps, store: undoing.store }, organizationId, since, 'operator'),
    ]);

    expect([judged, undone]).toEqual([{ judged: all.length, failed: 0 }, { undone: all.length }]);
    expect(judgedUids).toEqual(all.map(({ uid }) => uid).sort());
    expect(judging.counted.runs).toBe(judging.counted.begun);
    expect(undoing.counted.runs).toBe(undoing.counted.begun);
  });
});

/** @returns the id of the case that is judged first, which is not the first one by id */
async function inviteUntilOrdersDiffer(gate: LiveGate): Promise<string> {
  for (let each = 1; each <= 30; each += 1) {
    invite(gate.world, { summary: `Review ${each}` });
    await gate.pull();
    const all = await gate.cases();
    const [byUid] = all.toSorted((a, b) => (a.uid < b.uid ? -1 : 1));
    const [byId] = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (byUid && byId && byUid !== byId) return byUid.id;
  }
  throw new Error('ids and UIDs have the same order');
}
