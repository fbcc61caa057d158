import { afterEach, describe, expect, it } from '@jest/globals';
import { createProjectGate, createTransport } from '../../../src/providers/transport/create-transport.ts';
import type { Failure, TransportLimits } from '../../../src/providers/transport/transport.ts';
import type { FaultPlan } from '../../../src/sandbox/faults/fault-plan.ts';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import { openWorld, type WorldOptions } from '../../contract/open-world.ts';
import {
  actsOf,
  copyOf,
  elsewhere,
  entryOf,
  guest,
  hourMs,
  invite,
  owner,
  refusalOf,
  unwrap,
} from '../../contract/world.ts';

const rule = { probability: 1, provider: 'microsoft' } as const;

/** What the storms brought to light, each by itself. */
describe('a pause that the provider asks for', () => {
  const limits: TransportLimits = {
    mailbox: { atOnce: 1, requests: 100, perMs: 1_000 },
    project: { atOnce: 1, requests: 100, perMs: 1_000 },
    attemptMs: 1_000,
    attempts: 3,
    firstPauseMs: 1,
    longestPauseMs: 100,
  };
  const failure = (kind: Failure['kind']): Failure => ({
    kind,
    problem: { code: 'unavailable', status: 503, detail: 'busy', retryAfterMs: 60 },
  });

  it.each(['not-done', 'perhaps-done', 'final'] as const)(
    'is kept by requests that wait for their turn, where the refused one was %s',
    async (kind) => {
      const { send } = createTransport(limits, () => failure(kind), createProjectGate(limits));
      const sentMs: number[] = [];
      const attempt = async () => {
        sentMs.push(performance.now());
        if (sentMs.length === 1) throw new Error('busy');
        return sentMs.length;
      };
      await Promise.all([send(false, attempt), send(false, attempt), send(false, attempt)]);
      const [first = 0, second = 0] = sentMs;
      // Timers may fire a millisecond early.
      expect(second - first).toBeGreaterThanOrEqual(58);
    },
  );
});

const opened: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((sandbox) => sandbox.close()));
});
const openOne = async (name: 'google' | 'microsoft', options: WorldOptions = {}) => {
  const world = await openWorld(name, { transport: { attempts: 5 }, ...options });
  opened.push(world.sandbox);
  return world;
};

describe('Google', () => {
  const document = { key: 'key', title: 'Proposal', blocks: [], writers: [] };
  const request = { id: 'channel-1', address: 'http://127.0.0.1:9/', secret: 'secret', lifetimeMs: hourMs };

  it('creates one document, however many requests for it are lost', async () => {
    const world = await openOne('google');
    world.sandbox.setFaults({
      seed: 1,
      rules: [{ probability: 1, method: 'POST', path: '/drive/v3/files', kind: 'reset-before', times: 5 }],
    });
    const created = unwrap(await world.mailbox.documents.createDocument(document));
    world.sandbox.setFaults(null);
    const again = unwrap(await world.mailbox.documents.createDocument(document));
    expect([created.existed, again.existed, again.id]).toEqual([false, true, created.id]);
  });

  it('subscribes under another id where a request is lost, because the first may be in use', async () => {
    const world = await openOne('google');
    world.sandbox.setFaults({
      seed: 1,
      rules: [{ probability: 1, path: 'watch', kind: 'reset-after', times: 6 }],
    });
    expect(unwrap(await world.mailbox.calendar.subscribe(request)).id).toBe('channel-1-7');
  });

  it('says that it could not subscribe where all requests are lost: asking again is harmless', async () => {
    const world = await openOne('google', { transport: { attempts: 2, firstPauseMs: 1 } });
    world.sandbox.setFaults({ seed: 1, rules: [{ probability: 1, path: 'watch', kind: 'reset-before' }] });
    expect(refusalOf(await world.mailbox.calendar.subscribe(request))).toBe('unavailable');
  });
});

describe('Outlook', () => {
  const open = (options: WorldOptions = {}) => openOne('microsoft', options);
  const startMs = Date.parse('2026-11-26T09:00:00Z');
  const slot = { startMs, endMs: startMs + hourMs, zone: 'Europe/Paris' };

  it('moves a meeting once and says so where the answer to it is lost', async () => {
    const world = await open();
    const event = invite(world, { guests: [guest(elsewhere)] }, owner);
    const { meeting, version } = await entryOf(world, event);
    const lost: FaultPlan = { seed: 1, rules: [{ ...rule, method: 'PATCH', kind: 'reset-after', times: 1 }] };
    world.sandbox.setFaults(lost);
    const target = { meetingId: meeting.id, originalStart: null };
    const moved = unwrap(await world.mailbox.calendar.moveMeeting(target, slot, version));
    expect(copyOf(world, event, elsewhere).fields.start).toMatchObject({ ms: startMs });
    expect(moved.version).toBe((await entryOf(world, event)).version);
    expect(actsOf(world, 'update')).toHaveLength(1);
  });

  it('does not take a change of somebody else for its own', async () => {
    let meanwhile = (): void => {};
    const world = await open({
      onExchange: ({ method }) => {
        if (method === 'PATCH') meanwhile();
      },
    });
    const event = invite(world, { guests: [guest(elsewhere)] }, owner);
    const { meeting, version } = await entryOf(world, event);
    const { key } = copyOf(world, event);
    meanwhile = () =>
      void world.sandbox.parts.engine.update({ key, originalStart: null }, { location: 'Warsaw' }, true);
    world.sandbox.setFaults({
      seed: 1,
      rules: [{ ...rule, method: 'PATCH', kind: 'reset-before', times: 1 }],
    });
    const target = { meetingId: meeting.id, originalStart: null };
    const outcome = await world.mailbox.calendar.moveMeeting(target, slot, version);
    expect(refusalOf(outcome)).toBe('changed-meanwhile');
  });

  it('gives an answer once, however many answers to it are lost', async () => {
    const world = await open();
    const event = invite(world);
    const { meeting } = await entryOf(world, event);
    world.sandbox.setFaults({
      seed: 1,
      rules: [{ ...rule, path: 'tentativelyAccept', kind: 'reset-before', times: 6 }],
    });
    const target = { meetingId: meeting.id, originalStart: null };
    const request = { target, answer: 'tentative', comment: null, proposal: null, version: null } as const;
    unwrap(await world.mailbox.calendar.answer(request));
    expect(actsOf(world, 'answer')).toHaveLength(1);
  });
});
