import { describe, expect, it } from '@jest/globals';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { occurrenceKey } from '../../../src/sandbox/calendar/calendar-engine.ts';
import type { EventCopy, EventFields } from '../../../src/sandbox/calendar/event-copy.ts';
import { copyOf, dayMs, hourMs, invite, owner } from '../../contract/world.ts';
import { type LiveGate, liveGates, providers } from './live-gate.ts';

const openGate = liveGates();
const mondayMs = Date.parse('2026-11-23T13:00:00Z');
const instant = (ms: number) => ({ kind: 'instant', ms, zone: 'Europe/Paris' }) as const;

/** Monday to Thursday at 14:00 in Paris; only the Wednesday is kept free. */
async function withDeclinedWednesday(name: (typeof providers)[number]) {
  const gate = await openGate(name);
  const event = invite(gate.world, {
    start: instant(mondayMs),
    end: instant(mondayMs + hourMs),
    recurrence: ['RRULE:FREQ=DAILY;COUNT=4'],
  });
  await follow(gate);
  expect(details(gate)).toEqual(['declined']);
  const wednesday = (await gate.cases()).find(({ occurrence }) => occurrence !== '');
  return { gate, event, id: wednesday?.id ?? '' };
}

async function follow(gate: LiveGate): Promise<void> {
  await gate.pull();
  await gate.act();
}

function change({ world }: LiveGate, { key }: EventCopy, fields: Partial<EventFields>): void {
  world.sandbox.parts.engine.update({ key, originalStart: null }, fields, true);
}

function answerByHand({ world }: LiveGate, event: EventCopy, startMs: number): void {
  const { key } = copyOf(world, event);
  world.sandbox.parts.engine.answer(
    { key, originalStart: occurrenceKey(instant(startMs)) },
    { answer: 'declined', comment: null, proposal: null, send: true },
  );
}

const details = (gate: LiveGate) => gate.answers().map(({ detail }) => detail);

describe.each(providers)('a series on %s of which one date was declined', (name) => {
  it('gets no second answer when its text changes, and leaves what the owner declined', async () => {
    const { gate, event } = await withDeclinedWednesday(name);
    answerByHand(gate, event, mondayMs + dayMs);
    await follow(gate);
    change(gate, event, { body: { kind: 'text', content: 'Agenda:\n- something else' } });
    await follow(gate);
    await follow(gate);
    expect(details(gate)).toEqual(['declined', 'declined']);
    expect(gate.mails().filter((subject) => subject.startsWith('Automatically'))).toHaveLength(1);
  });

  it('is left alone on the date that was undone, whatever its organizer changes', async () => {
    const { gate, event, id } = await withDeclinedWednesday(name);
    await undoCase(gate.deps, gate.organizationId, id, owner);
    await gate.act();
    expect(details(gate)).toHaveLength(2);
    change(gate, event, { body: { kind: 'text', content: 'Agenda:\n- something else' } });
    await follow(gate);
    expect(details(gate)).toHaveLength(2);
    expect(await gate.inside((tx) => tx.cases.find(id))).toMatchObject({ overridden: true });
  });

  it('is judged as what it becomes: a single meeting, and a series again', async () => {
    const { gate, event } = await withDeclinedWednesday(name);
    change(gate, event, { recurrence: [] });
    await follow(gate);
    change(gate, event, { recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] });
    await follow(gate);
    expect(details(gate)).toEqual(['declined']);
    expect(await gate.open()).toEqual([]);
  });
});
