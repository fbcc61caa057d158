import { describe, expect, it } from '@jest/globals';
import { type CreatedPlan, createPlan } from '../../../src/app/plan/create-plan.ts';
import { judgePlan } from '../../../src/app/plan/judge-plan.ts';
import { madePlan } from '../../../src/app/plan/made-plan.ts';
import type { PlanFields } from '../../../src/app/plan/plan-fields.ts';
import { writeInstead } from '../../../src/app/plan/write-instead.ts';
import { colleague, elsewhere, outside, owner } from '../../contract/world.ts';
import { type LiveGate, liveGates, providers } from '../effects/live-gate.ts';
import { filled, planner, statusRound } from './plan-entries.ts';

const openGate = liveGates();

async function seenOf({ deps, organizationId }: LiveGate, fields: PlanFields): Promise<string> {
  const result = await judgePlan(deps, organizationId, planner, fields);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.judged.seen;
}

/** As a person does it: looks first. */
async function createSeen(gate: LiveGate, fields: PlanFields): Promise<CreatedPlan> {
  return createPlan(gate.deps, gate.organizationId, planner, fields, await seenOf(gate, fields));
}

function copies({ world }: LiveGate, address: string) {
  return world.sandbox.parts.engine.copies(address);
}

describe.each(providers)('creating a plan in the calendar of %s', (provider) => {
  it('invites the guests with the planner’s own words, and the gate judges it as the form did', async () => {
    const gate = await openGate(provider, { enforcement: 'warn' });
    await gate.pull();
    const created = await createSeen(gate, filled({ guests: `${colleague}, ${outside}` }));
    expect(created).toMatchObject({ kind: 'created', existed: false });
    const [copy] = copies(gate, colleague);
    expect(copy?.fields.summary).toBe('Decide between Kafka and Redis');
    expect(copy?.fields.body.content).toContain('- operations');
    const judged = await judgePlan(
      gate.deps,
      gate.organizationId,
      planner,
      filled({ guests: `${colleague}, ${outside}` }),
    );
    const kept = await gate.onlyCase();
    expect(judged).toMatchObject({ ok: true, judged: { judgement: { verdict: kept.verdict } } });
    await gate.act();
    expect(gate.mails()).toEqual([]);
  });

  it('is one meeting however often the form is sent, also at the same moment', async () => {
    const gate = await openGate(provider);
    await gate.pull();
    const seen = await seenOf(gate, filled());
    const send = () => createPlan(gate.deps, gate.organizationId, planner, filled(), seen);
    const both = await Promise.all([send(), send()]);
    const third = await send();
    const ids = [...both, third].map((each) => (each.kind === 'created' ? each.entryId : each.kind));
    expect(new Set(ids).size).toBe(1);
    expect(third).toMatchObject({ kind: 'created', existed: true });
    expect(copies(gate, owner)).toHaveLength(1);
    expect(copies(gate, colleague)).toHaveLength(1);
  });

  it('creates nothing that the planner has not seen judged', async () => {
    const gate = await openGate(provider);
    const seen = await seenOf(gate, filled());
    const other = filled({ start: '11:00' });
    const unseen = await createPlan(gate.deps, gate.organizationId, planner, other, seen);
    expect(unseen).toMatchObject({ kind: 'look', judgement: { ok: true }, problems: [] });
    const wrong = await createPlan(gate.deps, gate.organizationId, planner, filled({ guests: 'x' }), seen);
    expect(wrong).toMatchObject({ kind: 'look', judgement: { ok: false } });
    expect(copies(gate, owner)).toEqual([]);
  });

  it('takes a sentence against the verdict, keeps it with the case, and asks no more', async () => {
    const gate = await openGate(provider, { enforcement: 'warn' });
    await gate.pull();
    const without = await createSeen(gate, statusRound());
    expect(without).toMatchObject({ kind: 'look', problems: [{ field: 'because', code: 'missing' }] });
    expect(copies(gate, owner)).toEqual([]);
    const created = await createSeen(gate, statusRound({ because: 'The team has not met for weeks.' }));
    expect(created.kind).toBe('created');
    const kept = await gate.onlyCase();
    expect(kept).toMatchObject({ verdict: 'go-async', wouldAct: 'none' });
    const story = await gate.inside((tx) => tx.log.ofCase(kept.id));
    expect(story.filter(({ event }) => event === 'PLANNED')).toMatchObject([
      { actor: owner, data: { because: 'The team has not met for weeks.' } },
    ]);
    await gate.act();
    expect(gate.mails()).toEqual([]);
  });

  it('repeats every week, on the planner’s clock', async () => {
    const gate = await openGate(provider);
    await gate.pull();
    const created = await createSeen(gate, statusRound({ weeks: '3', because: 'Agreed.' }));
    if (created.kind !== 'created') throw new Error(created.kind);
    const made = await madePlan(gate.deps, gate.organizationId, owner, created.entryId);
    expect(made).toMatchObject({ title: 'Weekly status update', repeats: true, guests: 1 });
    const kept = await gate.onlyCase();
    expect(made?.caseId).toBe(kept.id);
    expect(kept).toMatchObject({ verdict: 'go-async', wouldAct: 'none' });
  });

  it('writes the document instead, once, for colleagues only', async () => {
    const gate = await openGate(provider);
    const fields = statusRound({ guests: `${colleague}, ${outside}` });
    const write = () => writeInstead(gate.deps, gate.organizationId, planner, fields);
    const first = await write();
    if (first.kind !== 'written') throw new Error(first.kind);
    expect(await write()).toMatchObject({ kind: 'written', url: first.url });
    expect(copies(gate, owner)).toEqual([]);
    expect(first.notShared).toEqual([]);
  });
});

describe('what became of a plan', () => {
  it('is looked at again once it moves', async () => {
    const gate = await openGate('google', { enforcement: 'warn' });
    await gate.pull();
    await createSeen(gate, filled());
    const [copy] = copies(gate, owner);
    if (copy === undefined) throw new Error('nothing was created');
    const start = { kind: 'instant', ms: Date.parse('2026-11-25T09:00:00Z'), zone: 'Europe/Paris' } as const;
    const end = { ...start, ms: start.ms + 25 * 60_000 };
    gate.world.sandbox.parts.engine.update({ key: copy.key, originalStart: null }, { start, end }, true);
    await gate.pull();
    expect(await gate.onlyCase()).toMatchObject({ verdict: 'move', act: 'prompt' });
  });

  it('is nobody else’s to see', async () => {
    const gate = await openGate('google');
    await gate.connect(colleague);
    await gate.pull();
    const created = await createSeen(gate, filled());
    if (created.kind !== 'created') throw new Error(created.kind);
    expect(await madePlan(gate.deps, gate.organizationId, colleague, created.entryId)).toBeNull();
    expect(await madePlan(gate.deps, gate.organizationId, owner, 'nothing')).toBeNull();
  });

  it('is said where it was deleted since: the same form creates no second one', async () => {
    const gate = await openGate('google');
    await gate.pull();
    await createSeen(gate, filled());
    const [copy] = copies(gate, owner);
    if (copy === undefined) throw new Error('nothing was created');
    gate.world.sandbox.parts.engine.remove({ key: copy.key, originalStart: null }, true, null);
    expect(await createSeen(gate, filled())).toMatchObject({ kind: 'refused', code: 'not-found' });
  });

  it('cannot be created by somebody without a calendar here', async () => {
    const gate = await openGate('google');
    const nobody = { address: elsewhere, zone: 'Europe/Paris' };
    const fields = filled();
    const judged = await judgePlan(gate.deps, gate.organizationId, nobody, fields);
    if (!judged.ok) throw new Error('not judged');
    const tried = await createPlan(gate.deps, gate.organizationId, nobody, fields, judged.judged.seen);
    expect(tried).toMatchObject({ kind: 'refused', code: 'no-mailbox' });
  });
});
