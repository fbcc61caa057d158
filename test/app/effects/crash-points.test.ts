import { describe, expect, it } from '@jest/globals';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { reportToCase } from '../../../src/app/cases/report-to-case.ts';
import { queueEffect } from '../../../src/app/effects/queue-effect.ts';
import { actsOf, entriesOf, hourMs, invite, nowMs, owner, pull } from '../../contract/world.ts';
import { actThroughKill, type LiveGate, liveGates, providers } from './live-gate.ts';

const openGate = liveGates();
const points = ['before-call', 'after-call'] as const;
const every = providers.flatMap((name) => points.map((point) => [name, point] as const));

describe.each(every)('a process killed on %s, %s', (name, point) => {
  it('leaves one answer, with what stood before it', async () => {
    const gate = await openGate(name);
    invite(gate.world);
    await gate.pull();
    await actThroughKill(gate, `answerInvite:${point}`);
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined']);
    const { id } = await gate.onlyCase();
    const [answer] = await gate.inside((tx) => tx.answers.ofCase(id));
    expect(answer).toMatchObject({ confirmed: true, before: { answer: 'needs-action', given: 'declined' } });
    expect(gate.mails()).toEqual(['Automatically declined: Roadmap review']);
  });

  it('leaves one answer to an occurrence of a series', async () => {
    const gate = await openGate(name);
    const startMs = Date.parse('2026-11-23T13:00:00Z');
    const event = invite(gate.world, {
      start: { kind: 'instant', ms: startMs, zone: 'Europe/Paris' },
      end: { kind: 'instant', ms: startMs + hourMs, zone: 'Europe/Paris' },
      recurrence: ['RRULE:FREQ=DAILY;COUNT=4'],
    });
    await gate.pull();
    await actThroughKill(gate, `answerInvite:${point}`);
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined']);
    const [record] = (await gate.cases()).filter(({ occurrence }) => occurrence !== '');
    expect(record).toMatchObject({ uid: event.uid, state: 'declined' });
    await undoCase(gate.deps, gate.organizationId, record?.id ?? '', owner);
    await gate.act();
    const [answer] = await gate.inside((tx) => tx.answers.ofCase(record?.id ?? ''));
    expect(answer?.withdrawal?.kind).toBe(name === 'google' ? 'restored' : 'replaced');
  });

  it('takes an answer back once', async () => {
    const gate = await openGate(name);
    invite(gate.world);
    await gate.pull();
    await gate.act();
    const { id } = await gate.onlyCase();
    await undoCase(gate.deps, gate.organizationId, id, owner);
    await actThroughKill(gate, `withdrawAnswer:${point}`);
    expect(gate.answers().map(({ detail }) => detail)).toEqual([
      'declined',
      name === 'google' ? 'needsAction' : 'tentative',
    ]);
    const [answer] = await gate.inside((tx) => tx.answers.ofCase(id));
    expect(answer?.withdrawal?.kind).toBe(name === 'google' ? 'restored' : 'replaced');
  });

  it('sends no mail twice, and shows the one in doubt', async () => {
    const gate = await openGate(name);
    invite(gate.world);
    await gate.pull();
    await actThroughKill(gate, `tellOwner:${point}`);
    const told = gate.mails().filter((subject) => subject.startsWith('Automatically declined'));
    expect(told).toHaveLength(point === 'after-call' ? 1 : 0);
    expect(gate.mails().at(-1)).toBe('A mail about this may be missing: Roadmap review');
    const troubled = await gate.inside((tx) => tx.effects.troubled(10));
    expect(troubled.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['tellOwner in-doubt']);
  });

  it('sends no proposal twice', async () => {
    const gate = await openGate(name, { enforcement: 'warn' });
    invite(gate.world);
    await gate.pull();
    await actThroughKill(gate, `promptOwner:${point}`);
    const sent = gate.mails().filter((subject) => !subject.startsWith('A mail about this'));
    expect(sent).toHaveLength(point === 'after-call' ? 1 : 0);
    expect(gate.mails()).toHaveLength(sent.length + 1);
    expect(gate.answers()).toEqual([]);
  });

  it('creates one document and one short meeting', async () => {
    const gate = await openGate(name, { enforcement: 'warn' });
    invite(gate.world);
    await gate.pull();
    await gate.act();
    const { id } = await gate.onlyCase();
    await gate.inside((tx) => reportToCase(tx, gate.deps, id, { type: 'CONVERTED' }, owner));
    await actThroughKill(gate, `openThread:${point}`);
    const thread = await gate.inside((tx) => tx.threads.find(id));
    expect(thread?.documentUrl).toMatch(/^https?:/);
    expect(documentsOf(gate)).toHaveLength(1);
    for (const deadline of ['thread', 'escalation'] as const) {
      const { revision } = await gate.onlyCase();
      const event = { type: 'DEADLINE_PASSED', deadline, revision } as const;
      await gate.inside((tx) => reportToCase(tx, gate.deps, id, event, 'deadline'));
    }
    await actThroughKill(gate, `escalateThread:${point}`);
    const calls = actsOf(gate.world, 'invitation').filter(({ from }) => from === owner);
    expect(new Set(calls.map(({ uid }) => uid)).size).toBe(1);
    expect((await gate.inside((tx) => tx.threads.find(id)))?.escalatedEntryId).not.toBeNull();
  });

  it('holds time once, and releases it', async () => {
    const gate = await openGate(name);
    const holdId = gate.deps.chance.uuid();
    const times = { startMs: nowMs + hourMs, endMs: nowMs + 3 * hourMs };
    const params = { holdId, title: 'Focus time', zone: 'Europe/Paris', ...times };
    const effect = { mailboxId: gate.mailboxId, caseId: null } as const;
    await gate.inside(async (tx) => {
      const { mailboxId } = gate;
      await tx.holds.add({ id: holdId, mailboxId, key: 'focus', entryId: null, releasedMs: null, ...times });
      await queueEffect(tx, gate.deps, { ...effect, kind: 'holdTime', params });
    });
    await actThroughKill(gate, `holdTime:${point}`);
    expect(await holdsInCalendar(gate, holdId)).toHaveLength(1);
    await gate.inside((tx) =>
      queueEffect(tx, gate.deps, { ...effect, kind: 'releaseHold', params: { holdId } }),
    );
    await actThroughKill(gate, `releaseHold:${point}`);
    expect(await holdsInCalendar(gate, holdId)).toHaveLength(0);
    expect((await gate.inside((tx) => tx.holds.find(holdId)))?.releasedMs).not.toBeNull();
  });
});

/** Documents that the owner's drive holds. */
function documentsOf({ world: { sandbox } }: LiveGate): readonly unknown[] {
  return ['google-drive-files', 'microsoft-drive-items']
    .flatMap((name) => [...sandbox.parts.tables.table<{ readonly name: string }>(name).values()])
    .filter(({ name }) => name.includes('Roadmap review'));
}

/** Entries in the owner's calendar that the gate created for a hold. */
async function holdsInCalendar({ world }: LiveGate, holdId: string): Promise<readonly unknown[]> {
  return entriesOf(await pull(world)).filter(({ gateKey }) => gateKey === holdId);
}
