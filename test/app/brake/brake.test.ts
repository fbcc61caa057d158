import { describe, expect, it } from '@jest/globals';
import { liftFallback } from '../../../src/app/brake/fallback.ts';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { undoRule } from '../../../src/app/brake/undo-rule.ts';
import { reportToCase } from '../../../src/app/cases/report-to-case.ts';
import { copyOf, invite, nowMs, owner } from '../../contract/world.ts';
import { type LiveGate, liveGates, providers } from '../effects/live-gate.ts';

const openGate = liveGates();

const counters: ReadonlySet<string> = new Set(['version', 'updatedMs', 'answeredAtMs']);

/** The owner's copy without what counts its changes. */
function shown(gate: LiveGate, event: { uid: string }): unknown {
  const text = JSON.stringify(copyOf(gate.world, event), (key, value) => (counters.has(key) ? null : value));
  return JSON.parse(text);
}

describe('undoing a decline', () => {
  it('gives Google back exactly what stood before, and an update is not declined again', async () => {
    const gate = await openGate('google');
    const event = invite(gate.world);
    const before = shown(gate, event);
    await gate.pull();
    await gate.act();
    expect(shown(gate, event)).not.toEqual(before);
    const { id } = await gate.onlyCase();
    await undoCase(gate.deps, gate.organizationId, id, owner);
    await gate.act();
    expect(shown(gate, event)).toEqual(before);
    const given = gate.answers().length;
    const change = { summary: 'Roadmap review, second part' };
    gate.world.sandbox.parts.engine.update({ key: event.key, originalStart: null }, change, true);
    await gate.pull();
    await gate.act();
    expect(gate.answers()).toHaveLength(given);
    expect(gate.mails()).toEqual(['Automatically declined: Roadmap review']);
  });

  it('leaves the nearest answer on Outlook, says so, and an update is not declined again', async () => {
    const gate = await openGate('microsoft');
    const event = invite(gate.world);
    await gate.pull();
    await gate.act();
    const { id } = await gate.onlyCase();
    await undoCase(gate.deps, gate.organizationId, id, owner);
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined', 'tentative']);
    expect(copyOf(gate.world, event).folder).toBe('calendar');
    expect(gate.mails()).toContain('The automatic answer was taken back: Roadmap review');
    const change = { summary: 'Roadmap review, second part' };
    gate.world.sandbox.parts.engine.update({ key: event.key, originalStart: null }, change, true);
    await gate.pull();
    await gate.act();
    expect(gate.answers()).toHaveLength(2);
  });

  it.each(providers)('withdraws the answer of a case that is closed on %s', async (name) => {
    const gate = await openGate(name);
    invite(gate.world);
    await gate.pull();
    await gate.act();
    const { id } = await gate.onlyCase();
    await gate.inside((tx) => reportToCase(tx, gate.deps, id, { type: 'ENDED' }, 'calendar'));
    expect((await gate.onlyCase()).closed).toBe(true);
    expect(await undoCase(gate.deps, gate.organizationId, id, owner)).toBe('undone');
    await gate.act();
    expect(gate.answers()).toHaveLength(2);
    expect(await gate.onlyCase()).toMatchObject({ closed: true, overridden: true });
    const log = await gate.inside((tx) => tx.log.ofCase(id));
    expect(log.at(-1)).toMatchObject({ event: 'OVERRODE', actor: owner });
  });

  it('knows no case that is not there', async () => {
    const gate = await openGate('google');
    expect(await undoCase(gate.deps, gate.organizationId, gate.deps.chance.uuid(), owner)).toBe(
      'unknown-case',
    );
  });
});

describe('undoing a rule', () => {
  it('takes back all that it answered since a time, once', async () => {
    const gate = await openGate('google');
    const count = 23;
    for (let each = 0; each < count; each += 1) invite(gate.world, { summary: `Review ${each}` });
    await gate.pull();
    await gate.act();
    expect(gate.answers()).toHaveLength(count);
    const since = { rule: 'no-meeting-day', sinceMs: nowMs };
    expect(await undoRule(gate.deps, gate.organizationId, { ...since, rule: 'other' }, 'operator')).toEqual({
      undone: 0,
    });
    const later = { ...since, sinceMs: nowMs + 86_400_000 };
    expect(await undoRule(gate.deps, gate.organizationId, later, 'operator')).toEqual({ undone: 0 });
    expect(await undoRule(gate.deps, gate.organizationId, since, 'operator')).toEqual({ undone: count });
    expect(await undoRule(gate.deps, gate.organizationId, since, 'operator')).toEqual({ undone: 0 });
    await gate.act();
    expect(gate.answers().filter(({ detail }) => detail === 'needsAction')).toHaveLength(count);
    expect(await gate.inside((tx) => tx.answers.standingOfRule('no-meeting-day', 0))).toEqual([]);
  });
});

describe('the fall-back', () => {
  it('stops a rule beyond its forecast, says so once, and can be lifted', async () => {
    const gate = await openGate('google');
    await gate.inside(async (tx) => {
      await tx.organizations.change({ fallbackFactor: 2, fallbackLeast: 1 });
      await tx.mailboxes.change(gate.mailboxId, { forecast: { 'no-meeting-day': 1 } });
    });
    for (let each = 0; each < 4; each += 1) invite(gate.world, { summary: `Review ${each}` });
    await gate.pull();
    await gate.act();
    expect(gate.answers()).toHaveLength(2);
    const mails = gate.mails();
    expect(mails.filter((subject) => subject === 'A rule only proposes from now on')).toHaveLength(1);
    expect(mails.filter((subject) => subject.startsWith('A proposal for'))).toHaveLength(2);
    const [open] = await gate.inside((tx) => tx.fallbacks.open());
    expect(open).toMatchObject({ rule: 'no-meeting-day', answered: 2, forecast: 1 });
    expect(await liftFallback(gate.deps, gate.organizationId, 'no-meeting-day', 'operator')).toBe(true);
    expect(await liftFallback(gate.deps, gate.organizationId, 'no-meeting-day', 'operator')).toBe(false);
  });

  it('never falls back without a forecast, nor below the least number', async () => {
    const gate = await openGate('google');
    await gate.inside((tx) => tx.organizations.change({ fallbackFactor: 1, fallbackLeast: 0 }));
    for (let each = 0; each < 3; each += 1) invite(gate.world, { summary: `Review ${each}` });
    await gate.pull();
    await gate.act();
    expect(gate.answers()).toHaveLength(3);
    expect(await gate.inside((tx) => tx.fallbacks.open())).toEqual([]);
  });
});
