import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { passDeadline } from '../../../src/app/cases/pass-deadline.ts';
import { reportToCase } from '../../../src/app/cases/report-to-case.ts';
import { answered, entry } from './entries.ts';
import { type Gate, gates, startMs } from './gate.ts';

const open = gates();
const dayMs = 86_400_000;

/** The deadlines that wait, by due time. */
function waiting(gate: Gate) {
  return gate.inside((tx) => tx.deadlines.due(Number.MAX_SAFE_INTEGER, 10));
}

/** A case that answered tentatively, and its one deadline. */
async function onGrace() {
  const gate = await open({ policy: { enforcement: { default: 'grace' } } });
  await gate.see(entry());
  const [[record], [deadline]] = await Promise.all([gate.cases(), waiting(gate)]);
  if (record === undefined || deadline === undefined) throw new Error('no deadline');
  return { gate, record, deadline };
}

describe('a deadline', () => {
  it('declines when the grace is over, once however often the job runs', async () => {
    const { gate, record, deadline } = await onGrace();
    await gate.carryOut(record.id);
    gate.setNow(deadline.dueMs);
    for (let run = 0; run < 3; run++)
      expect(await passDeadline(gate.deps, gate.organizationId, deadline.id)).toEqual({ kind: 'done' });
    expect(await gate.carryOut(record.id)).toEqual(['answerInvite declined']);
    expect(await waiting(gate)).toEqual([]);
    expect((await gate.steps(record.id)).map(({ event, actor }) => [event, actor])).toEqual([
      ['NEED_JUDGED', 'gate'],
      ['TIME_CHECKED', 'gate'],
      ['ANSWER_GIVEN', 'gate'],
      ['DEADLINE_PASSED', 'deadline'],
      ['ANSWER_GIVEN', 'gate'],
    ]);
  });

  it('that is not due yet waits', async () => {
    const { gate, record, deadline } = await onGrace();
    gate.setNow(deadline.dueMs - 1);
    await passDeadline(gate.deps, gate.organizationId, deadline.id);
    expect((await waiting(gate)).map(({ id }) => id)).toEqual([deadline.id]);
    expect((await gate.cases()).map(({ state }) => state)).toEqual(['waiting.onGrace']);
    expect(await gate.steps(record.id)).toHaveLength(2);
  });

  it('is cancelled by what makes it pointless', async () => {
    const { gate, record, deadline } = await onGrace();
    await gate.report(record.id, { type: 'OVERRODE' });
    expect(await waiting(gate)).toEqual([]);
    gate.setNow(deadline.dueMs);
    await passDeadline(gate.deps, gate.organizationId, deadline.id);
    expect((await gate.cases()).map(({ state }) => state)).toEqual(['admitted']);
  });
});

describe('a decline after a grace', () => {
  it('is not taken for undone by a reading that began before it, but later by one that shows it so', async () => {
    const gate = await open({ policy: { enforcement: { default: 'grace' } } });
    await gate.see(entry());
    const [record] = await gate.cases();
    const id = record?.id ?? '';
    expect(await gate.carryOut(id)).toEqual(['answerInvite tentative']);
    await gate.see(answered(entry({}, { version: 'v2' }), 'tentative'));
    const [deadline] = await waiting(gate);
    const declinedMs = deadline?.dueMs ?? 0;
    gate.setNow(declinedMs);
    await passDeadline(gate.deps, gate.organizationId, deadline?.id ?? '');
    expect(await gate.carryOut(id)).toEqual(['answerInvite declined']);
    gate.setNow(declinedMs + 30_000);
    await gate.see(answered(entry({}, { version: 'v3' }), 'tentative'));
    expect((await gate.cases())[0]?.state).toBe('declined');
    gate.setNow(declinedMs + 600_000);
    await gate.see(answered(entry({}, { version: 'v4' }), 'tentative'));
    expect((await gate.cases())[0]?.state).toBe('admitted');
  });
});

describe('a thread', () => {
  it('escalates when nobody decided, and keeps the decision', async () => {
    const gate = await open({ policy: { enforcement: { default: 'warn' } } });
    await gate.see(entry());
    const [record] = await gate.cases();
    const id = record?.id ?? '';
    await gate.report(id, { type: 'CONVERTED' });
    for (const state of ['thread.overdue', 'thread.escalated']) {
      const [deadline] = await waiting(gate);
      gate.setNow(deadline?.dueMs ?? 0);
      await passDeadline(gate.deps, gate.organizationId, deadline?.id ?? '');
      expect((await gate.cases())[0]?.state).toBe(state);
    }
    expect(await gate.carryOut(id)).toEqual(['promptOwner', 'openThread', 'escalateThread']);
    const decision = { what: 'We ship on Friday.' };
    await gate.inside((tx) =>
      reportToCase(tx, gate.deps, id, { type: 'DECIDED' }, 'kim@acme.example', { decision }),
    );
    expect(await gate.inside((tx) => tx.threads.find(id))).toMatchObject({ decision });
    expect((await gate.cases())[0]).toMatchObject({ state: 'closed', closed: true });
  });
});

describe('an event', () => {
  it('of a case that is not there tells so', async () => {
    const gate = await open();
    const report = gate.inside((tx) => reportToCase(tx, gate.deps, randomUUID(), { type: 'ENDED' }, 'gate'));
    expect(await report).toBeNull();
  });

  it('of a closed case changes nothing, but an undo is kept for what comes after it', async () => {
    const gate = await open();
    await gate.see(entry());
    const [record] = await gate.cases();
    const id = record?.id ?? '';
    await gate.report(id, { type: 'ENDED' });
    await gate.report(id, { type: 'OVERRODE' });
    expect((await gate.cases())[0]).toMatchObject({ state: 'closed', overridden: true });
    gate.setNow(startMs + dayMs);
    await gate.see(entry({ location: 'Lyon' }));
    expect((await gate.cases()).at(-1)).toMatchObject({ closed: false, overridden: true, act: 'none' });
  });

  it('and its effects exist only if its transaction does', async () => {
    const gate = await open();
    await gate.see(entry());
    const [record] = await gate.cases();
    const id = record?.id ?? '';
    const failed = gate.inside(async (tx) => {
      await reportToCase(tx, gate.deps, id, { type: 'OVERRODE' }, 'operator');
      throw new Error('killed');
    });
    await expect(failed).rejects.toThrow('killed');
    expect((await gate.open(id)).map(({ kind }) => kind)).toEqual(['answerInvite']);
    expect(await gate.steps(id)).toHaveLength(2);
  });
});
