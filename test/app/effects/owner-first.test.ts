import { describe, expect, it } from '@jest/globals';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { passDeadline } from '../../../src/app/cases/pass-deadline.ts';
import { carryOut } from '../../../src/app/effects/carry-out.ts';
import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { EventCopy, EventFields } from '../../../src/sandbox/calendar/event-copy.ts';
import { copyOf, dayMs, invite, owner } from '../../contract/world.ts';
import { actThroughKill, killAt, type LiveGate, leaseOverMs, liveGates, providers } from './live-gate.ts';

const openGate = liveGates();

function change(gate: LiveGate, event: EventCopy, fields: Partial<EventFields>): void {
  gate.world.sandbox.parts.engine.update({ key: event.key, originalStart: null }, fields, true);
}

function answerByHand({ world }: LiveGate, event: { uid: string }, answer: 'accepted' | 'tentative'): void {
  const { key } = copyOf(world, event);
  world.sandbox.parts.engine.answer(
    { key, originalStart: null },
    { answer, comment: null, proposal: null, send: true },
  );
}

const details = (gate: LiveGate) => gate.answers().map(({ detail }) => detail);

/** The grace of the only case is over. */
async function endGrace(gate: LiveGate): Promise<void> {
  gate.pass(2 * dayMs);
  for (const { id } of await gate.inside((tx) => tx.deadlines.due(gate.deps.clock.nowMs(), 10)))
    await passDeadline(gate.deps, gate.organizationId, id);
}

describe.each(providers)('on %s', (name) => {
  it('answers once what changes its text and stays where it is', async () => {
    const gate = await openGate(name);
    const event = invite(gate.world);
    await gate.pull();
    await gate.act();
    change(gate, event, { summary: 'Roadmap review, second part' });
    await gate.pull();
    await gate.act();
    // Outlook took the declined entry away: its update is an invite that waits for an answer again.
    expect(details(gate)).toEqual(name === 'google' ? ['declined'] : ['declined', 'declined']);
    expect(gate.mails()).toHaveLength(name === 'google' ? 1 : 2);
    await undoCase(gate.deps, gate.organizationId, (await gate.onlyCase()).id, owner);
    await gate.act();
    expect(details(gate).at(-1)).toBe(name === 'google' ? 'needsAction' : 'tentative');
  });

  it('leaves the tentative answer that the owner gave after grace and decline', async () => {
    const gate = await openGate(name, { enforcement: 'grace' });
    const event = invite(gate.world);
    await gate.pull();
    await gate.act();
    await endGrace(gate);
    await gate.act();
    expect(details(gate)).toEqual(['tentative', 'declined']);
    gate.pass(3_600_000);
    answerByHand(gate, event, 'tentative');
    await gate.pull();
    change(gate, event, { summary: 'Roadmap review, second part' });
    await gate.pull();
    await gate.act();
    expect(details(gate)).toEqual(['tentative', 'declined', 'tentative']);
  });

  it.each([
    ['lowered', (text: string) => text.replace(': grace', ': warn')],
    ['paused', (text: string) => `${text}people: { ${owner}: { pause: true } }\n`],
  ])('declines nothing after a grace where the policy was %s meanwhile', async (_, changed) => {
    const gate = await openGate(name, { enforcement: 'grace' });
    invite(gate.world);
    await gate.pull();
    await gate.act();
    await gate.inside(async (tx) => {
      const { policyText } = await tx.organizations.read();
      await tx.organizations.change({ policyText: changed(policyText ?? '') });
    });
    await endGrace(gate);
    await gate.act();
    expect(details(gate)).toEqual(['tentative']);
    expect((await gate.onlyCase()).state).toBe('waiting.offered');
  });

  it('declines nothing after a grace in which the owner accepted, also where nobody noticed', async () => {
    const gate = await openGate(name, { enforcement: 'grace' });
    const event = invite(gate.world);
    await gate.pull();
    await gate.act();
    answerByHand(gate, event, 'accepted');
    await endGrace(gate);
    await gate.act();
    expect(details(gate)).toEqual(['tentative', 'accepted']);
    expect((await gate.onlyCase()).state).toBe('admitted');
  });

  it('declines nothing after a grace that was undone', async () => {
    const gate = await openGate(name, { enforcement: 'grace' });
    invite(gate.world);
    await gate.pull();
    await gate.act();
    await undoCase(gate.deps, gate.organizationId, (await gate.onlyCase()).id, owner);
    await endGrace(gate);
    await gate.act();
    expect(details(gate)).toEqual(name === 'google' ? ['tentative', 'needsAction'] : ['tentative']);
  });

  it('answers nothing that is over by the time the gate comes to it', async () => {
    const gate = await openGate(name);
    invite(gate.world);
    await gate.pull();
    gate.pass(21 * dayMs);
    await gate.act();
    expect(details(gate)).toEqual([]);
    expect(gate.mails()).toEqual([]);
  });

  it('tells nobody of an answer that was undone before they heard of it', async () => {
    const gate = await openGate('google');
    invite(gate.world);
    await gate.pull();
    const [effect] = await gate.open('answerInvite');
    await carryOut(gate.deps, gate.organizationId, effect?.id ?? '');
    await undoCase(gate.deps, gate.organizationId, (await gate.onlyCase()).id, owner);
    await gate.act();
    expect(details(gate)).toEqual(['declined', 'needsAction']);
    expect(gate.mails()).toEqual([]);
  });

  it('gives one answer where another process was killed while this one looked', async () => {
    const gate = await openGate(name);
    invite(gate.world);
    await gate.pull();
    const [effect] = await gate.open('answerInvite');
    const openMailbox: CalendarProvider['openMailbox'] = (account, events) => {
      const mailbox = gate.world.provider.openMailbox(account, events);
      const readEntry: typeof mailbox.calendar.readEntry = async (id, window) => {
        const seen = await mailbox.calendar.readEntry(id, window);
        const other = { ...gate.deps, onPoint: killAt('answerInvite:after-call') };
        await carryOut(other, gate.organizationId, effect?.id ?? '').catch(() => {});
        gate.pass(leaseOverMs);
        return seen;
      };
      return { ...mailbox, calendar: { ...mailbox.calendar, readEntry } };
    };
    const slow = { ...gate.deps.providers, [name]: { ...gate.world.provider, openMailbox } };
    await carryOut({ ...gate.deps, providers: slow }, gate.organizationId, effect?.id ?? '');
    gate.pass(leaseOverMs);
    await gate.act();
    expect(details(gate)).toEqual(['declined']);
    const { id, state } = await gate.onlyCase();
    expect(state).toBe('declined');
    expect(await gate.inside((tx) => tx.answers.ofCase(id))).toMatchObject([{ confirmed: true }]);
  });

  it('loses nothing while the policy cannot be read', async () => {
    const gate = await openGate(name);
    const { policyText } = await gate.inside((tx) => tx.organizations.read());
    invite(gate.world);
    await gate.inside((tx) => tx.organizations.change({ policyText: 'organization: [broken' }));
    await expect(gate.pull()).rejects.toThrow('policy');
    expect(await gate.cases()).toEqual([]);
    await gate.inside((tx) => tx.organizations.change({ policyText }));
    await gate.pull();
    await gate.act();
    expect(details(gate)).toEqual(['declined']);
  });

  it('tells of a lost mail once, and never of a lost notice', async () => {
    const gate = await openGate(name);
    invite(gate.world);
    await gate.pull();
    await expect(gate.act({ onPoint: killAt('tellOwner:after-call') })).rejects.toThrow();
    gate.pass(leaseOverMs);
    await actThroughKill(gate, 'tellOwner:after-call');
    expect(gate.mails()).toEqual([
      'Automatically declined: Roadmap review',
      'A mail about this may be missing: Roadmap review',
    ]);
  });

  it('tells once of what was taken back, also where a process was slower than its lease', async () => {
    const gate = await openGate('microsoft');
    invite(gate.world);
    await gate.pull();
    await gate.act();
    await undoCase(gate.deps, gate.organizationId, (await gate.onlyCase()).id, owner);
    const [withdrawal] = await gate.open('withdrawAnswer');
    let slow = true;
    const onPoint = async (point: string) => {
      if (!slow || point !== 'withdrawAnswer:after-call') return;
      slow = false;
      gate.pass(leaseOverMs);
      await carryOut(gate.deps, gate.organizationId, withdrawal?.id ?? '');
    };
    await carryOut({ ...gate.deps, onPoint }, gate.organizationId, withdrawal?.id ?? '');
    await gate.act();
    expect(slow).toBe(false);
    expect(gate.mails().filter((subject) => subject.startsWith('The automatic answer'))).toHaveLength(1);
  });
});
