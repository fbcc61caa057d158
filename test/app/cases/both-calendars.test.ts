import { describe, expect, it } from '@jest/globals';
import type { EventTime } from '../../../src/core/meeting/event-time.ts';
import { occurrenceKey } from '../../../src/sandbox/calendar/calendar-engine.ts';
import type { EventMoment } from '../../../src/sandbox/calendar/event-copy.ts';
import { worldsOf } from '../../contract/open-world.ts';
import {
  actsOf,
  type ContractWorld,
  colleague,
  copyOf,
  hourMs,
  invite,
  nowMs,
  owner,
  unwrap,
  window,
} from '../../contract/world.ts';
import { type Gate, gates } from './gate.ts';

const open = gates();
const wednesday = '2026-11-25T13:00:00Z';
const text = { kind: 'text', content: 'Summary of open tickets and what happened during my shift.' } as const;

function instant(iso: string): EventMoment {
  return { kind: 'instant', ms: Date.parse(iso), zone: 'Europe/Paris' };
}

function timeOf(iso: string): { readonly start: EventMoment; readonly end: EventMoment } {
  return { start: instant(iso), end: instant(new Date(Date.parse(iso) + hourMs).toISOString()) };
}

/** A mailbox of the sandbox under a gate that keeps Wednesdays free and answers nothing else. */
async function gateOf(world: ContractWorld) {
  const { name: provider, capabilities } = world.provider;
  const gate = await open({
    declineKeepsEntry: capabilities.declineKeepsEntry,
    mailbox: { provider, address: owner, otherAddresses: ['o.owner@kiln.example'], window },
    policy: {
      enforcement: { default: 'observe', 'no-meeting-day': 'enforce' },
      enforcedByName: ['no-meeting-day'],
    },
  });
  gate.setNow(nowMs);
  let cursor: string | null = null;
  /** What the calendar says by now, judged. */
  const follow = async (): Promise<void> => {
    const pulled = unwrap(await world.mailbox.calendar.pullChanges(cursor, window));
    cursor = pulled.cursor;
    const gone = pulled.changes.flatMap((change) => (change.kind === 'removed' ? change.id : []));
    await gate.lose(...gone);
    await gate.see(...pulled.changes.flatMap((change) => (change.kind === 'entry' ? change.entry : [])));
  };
  return { gate, follow };
}

/** Gives the open answers of a mailbox to its calendar. */
async function answerAll({ mailbox }: ContractWorld, gate: Gate): Promise<readonly string[]> {
  const done: string[] = [];
  for (const { id, occurrence, entryId } of await gate.cases()) {
    const originalStart: EventTime | null =
      occurrence === '' ? null : { kind: 'instant', ms: Date.parse(occurrence), zone: 'Europe/Paris' };
    const target = { meetingId: entryId, originalStart };
    for (const { kind } of await gate.open(id)) {
      if (kind !== 'answerInvite') continue;
      const comment = 'Wednesday is free of meetings.';
      unwrap(
        await mailbox.calendar.answer({ target, answer: 'declined', comment, proposal: null, version: null }),
      );
    }
    done.push(...(await gate.carryOut(id)));
  }
  return done;
}

async function statesOf(gate: Gate): Promise<readonly string[]> {
  const cases = await gate.cases();
  return cases.map(({ occurrence, state }) => `${occurrence.slice(0, 10)} ${state}`.trim()).toSorted();
}

describe.each(['google', 'microsoft'] as const)('entries of %s', (name) => {
  const worlds = worldsOf(name);

  it('are answered once, and again only when they moved', async () => {
    const world = await worlds();
    const { gate, follow } = await gateOf(world);
    const event = invite(world, { body: text, ...timeOf(wednesday) });
    await follow();
    expect(await statesOf(gate)).toEqual(['declined']);
    expect(await answerAll(world, gate)).toEqual(['answerInvite declined']);
    await follow();
    await follow();
    expect(await statesOf(gate)).toEqual(['declined']);
    expect(await answerAll(world, gate)).toEqual([]);
    const { engine } = world.sandbox.parts;
    const ref = { key: copyOf(world, event, colleague).key, originalStart: null };
    engine.update(ref, timeOf('2026-11-27T13:00:00Z'), true);
    await follow();
    expect(await statesOf(gate)).toEqual(['admitted']);
    expect(await answerAll(world, gate)).toEqual(['withdrawAnswer']);
    engine.update(ref, timeOf('2026-12-02T13:00:00Z'), true);
    await follow();
    expect(await answerAll(world, gate)).toEqual(['answerInvite declined']);
    expect(await gate.cases()).toHaveLength(1);
    expect(actsOf(world, 'answer')).toHaveLength(2);
  });

  it('that their owner answers are left', async () => {
    const world = await worlds();
    const { gate, follow } = await gateOf(world);
    const event = invite(world, { body: text, ...timeOf(wednesday) });
    await follow();
    const byHand = { answer: 'accepted', comment: null, proposal: null, send: true } as const;
    world.sandbox.parts.engine.answer({ key: copyOf(world, event).key, originalStart: null }, byHand);
    await follow();
    expect(await statesOf(gate)).toEqual(['admitted']);
    const [record] = await gate.cases();
    expect((await gate.steps(record?.id ?? '')).map(({ event: told }) => told)).toContain('ANSWERED');
  });

  it('that are a series have only the occurrences answered that collide, each once', async () => {
    const world = await worlds();
    const { gate, follow } = await gateOf(world);
    const recurrence = ['RRULE:FREQ=WEEKLY;BYDAY=WE,FR;COUNT=6'];
    const event = invite(world, { body: text, recurrence, ...timeOf(wednesday) });
    await follow();
    const declined = ['2026-11-25 declined', '2026-12-02 declined', '2026-12-09 declined'];
    expect(await statesOf(gate)).toEqual([...declined, 'admitted']);
    expect(await answerAll(world, gate)).toHaveLength(3);
    await follow();
    await follow();
    expect(await statesOf(gate)).toEqual([...declined, 'admitted']);
    expect(await answerAll(world, gate)).toEqual([]);
    const originalStart = occurrenceKey(instant('2026-12-02T13:00:00Z'));
    const ref = { key: copyOf(world, event, colleague).key, originalStart };
    world.sandbox.parts.engine.update(ref, timeOf('2026-12-03T13:00:00Z'), true);
    await follow();
    expect(await statesOf(gate)).toEqual([
      '2026-11-25 declined',
      '2026-12-02 admitted',
      '2026-12-09 declined',
      'admitted',
    ]);
    expect(await answerAll(world, gate)).toEqual(['withdrawAnswer']);
    expect(actsOf(world, 'answer')).toHaveLength(3);
  });

  it('that are cancelled close their case', async () => {
    const world = await worlds();
    const { gate, follow } = await gateOf(world);
    const event = invite(world, { body: text, ...timeOf(wednesday) });
    await follow();
    const ref = { key: copyOf(world, event, colleague).key, originalStart: null };
    world.sandbox.parts.engine.remove(ref, true, null);
    await follow();
    expect(await statesOf(gate)).toEqual(['closed']);
  });
});
