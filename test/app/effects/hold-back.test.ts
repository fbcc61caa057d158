import { describe, expect, it } from '@jest/globals';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { carryOut } from '../../../src/app/effects/carry-out.ts';
import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import { fields, hourMs, invite, owner } from '../../contract/world.ts';
import { killAt, type LiveGate, leaseOverMs, liveGates } from './live-gate.ts';

const openGate = liveGates();

/** The owner works from 08:00 to 19:00 in Paris; the tests begin on a Monday at 09:00. */
const eveningMs = 11 * hourMs;
const untilMorningMs = 12 * hourMs;

async function inTheEvening(...[name, options]: Parameters<typeof openGate>): Promise<LiveGate> {
  const gate = await openGate(name, options);
  gate.pass(eveningMs);
  return gate;
}

/** Does what can be done, and expects that a mail is left over. */
async function actButWait(gate: LiveGate, kind: 'promptOwner' | 'tellOwner'): Promise<void> {
  await expect(gate.act()).rejects.toThrow(`never done: ${kind} pending`);
}

const wokenBy = (gate: LiveGate) =>
  gate.inside(async (tx) => {
    const nowMs = gate.deps.clock.nowMs();
    return (await tx.effects.wake(nowMs - 60_000, nowMs, 9)).map(({ id }) => id);
  });

/** The gate's provider while it sends no mail. */
function withoutMail({ deps, world: { provider } }: LiveGate): LiveGate['deps']['providers'] {
  const openMailbox: CalendarProvider['openMailbox'] = (account, events) => {
    const mailbox = provider.openMailbox(account, events);
    const problem = { code: 'rate-limited', detail: '', status: 429, retryAfterMs: 1_000 } as const;
    return { ...mailbox, mail: { ...mailbox.mail, sendMail: async () => ({ ok: false, problem }) } };
  };
  return { ...deps.providers, [provider.name]: { ...provider, openMailbox } };
}

const at = (text: string) => ({ kind: 'instant', ms: Date.parse(text), zone: 'Europe/Paris' }) as const;

describe('a mail outside the owner’s hours', () => {
  it('waits for the morning while the answer is given at once, and is woken then', async () => {
    const gate = await inTheEvening('google');
    invite(gate.world);
    await gate.pull();
    await actButWait(gate, 'tellOwner');
    expect(gate.answers()).toHaveLength(1);
    const [waiting] = await gate.open('tellOwner');
    if (waiting === undefined) throw new Error('no mail waits');
    expect(waiting).toMatchObject({ attempts: 0, prepared: null });
    expect(await carryOut(gate.deps, gate.organizationId, waiting.id)).toEqual({ kind: 'done' });
    gate.pass(untilMorningMs - 60_000);
    expect(await wokenBy(gate)).toEqual([]);
    gate.pass(60_000);
    expect(await wokenBy(gate)).toEqual([waiting.id]);
    await carryOut(gate.deps, gate.organizationId, waiting.id);
    expect(gate.mails()).toEqual(['Automatically declined: Roadmap review']);
  });

  it('does not wait in their hours, while the clock goes on', async () => {
    const gate = await openGate('google');
    invite(gate.world);
    await gate.pull();
    const nowMs = () => {
      gate.pass(1);
      return gate.deps.clock.nowMs();
    };
    await gate.act({ clock: { nowMs } });
    expect(gate.mails()).toHaveLength(1);
  });

  it('waits for the morning with a proposal too', async () => {
    const gate = await inTheEvening('google', { enforcement: 'warn' });
    invite(gate.world);
    await gate.pull();
    await actButWait(gate, 'promptOwner');
    gate.pass(untilMorningMs);
    await gate.act();
    expect(gate.mails()).toHaveLength(1);
  });

  it.each([
    ['its meeting', 'enforce', '2026-11-25T06:00:00Z'],
    ['the end of its grace', 'grace', '2026-11-25T08:00:00Z'],
  ] as const)('is sent at once where %s comes before the morning', async (_, enforcement, start) => {
    const gate = await inTheEvening('google', { enforcement });
    gate.pass(24 * hourMs);
    const startMs = Date.parse(start);
    invite(gate.world, { start: at(start), end: { ...at(start), ms: startMs + hourMs } });
    await gate.pull();
    await gate.act();
    expect(gate.mails()).toHaveLength(1);
  });

  it('gives way to a newer one about the same meeting', async () => {
    const gate = await inTheEvening('microsoft');
    const event = invite(gate.world);
    await gate.pull();
    await actButWait(gate, 'tellOwner');
    const [first] = await gate.open('tellOwner');
    gate.world.sandbox.parts.engine.update(
      { key: event.key, originalStart: null },
      { summary: 'Roadmap review, second part' },
      true,
    );
    await gate.pull();
    await actButWait(gate, 'tellOwner');
    expect(await gate.open('tellOwner')).toHaveLength(1);
    expect(await gate.inside((tx) => tx.effects.find(first?.id ?? ''))).toMatchObject({
      state: 'superseded',
      outcome: 'replaced',
    });
    gate.pass(untilMorningMs);
    await gate.act();
    expect(gate.mails()).toEqual(['Automatically declined: Roadmap review, second part']);
  });

  it('leaves mails of other meetings alone', async () => {
    const gate = await inTheEvening('google');
    for (const summary of ['One', 'Another']) invite(gate.world, fields({ summary }));
    await gate.pull();
    await actButWait(gate, 'tellOwner');
    gate.pass(untilMorningMs);
    await gate.act();
    expect(gate.mails().toSorted()).toEqual([
      'Automatically declined: Another',
      'Automatically declined: One',
    ]);
  });

  it('is not sent where the answer was undone in the night', async () => {
    const gate = await inTheEvening('google');
    invite(gate.world);
    await gate.pull();
    await actButWait(gate, 'tellOwner');
    await undoCase(gate.deps, gate.organizationId, (await gate.onlyCase()).id, owner);
    await gate.act();
    expect(gate.answers()).toHaveLength(2);
    expect(gate.mails()).toEqual([]);
  });

  it('is sent at once where something went wrong', async () => {
    const gate = await openGate('google');
    gate.pass(10 * hourMs - 60_000);
    invite(gate.world);
    await gate.pull();
    await expect(gate.act({ onPoint: killAt('tellOwner:before-call') })).rejects.toThrow();
    gate.pass(leaseOverMs);
    await gate.act();
    expect(gate.mails()).toEqual(['A mail about this may be missing: Roadmap review']);
  });

  it('is tried again in the night where it was begun before', async () => {
    const gate = await openGate('google');
    gate.pass(10 * hourMs - 60_000);
    invite(gate.world);
    await gate.pull();
    await expect(gate.act({ providers: withoutMail(gate) })).rejects.toThrow('tellOwner pending');
    gate.pass(2 * 60_000);
    await gate.act();
    expect(gate.mails()).toEqual(['Automatically declined: Roadmap review']);
  });
});
