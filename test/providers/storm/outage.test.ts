import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../../src/app/ports/problem.ts';
import type { Mailbox } from '../../../src/app/ports/provider.ts';
import { openWorld } from '../../contract/open-world.ts';
import { copyOf, elsewhere, entryOf, guest, hourMs, invite, owner, window } from '../../contract/world.ts';
import { finalState } from './final-state.ts';
import { outage } from './storm-plan.ts';

const startMs = Date.parse('2026-11-26T09:00:00Z');
const slot = { startMs, endMs: startMs + hourMs, zone: 'Europe/Paris' };
const invitation = { guests: [guest(owner), guest(elsewhere)] };

type Operation = (mailbox: Mailbox, meetingId: string) => Promise<Outcome<unknown>>;

const whole = (meetingId: string) => ({ meetingId, originalStart: null });
const subscription = { id: 'sub-1', resourceId: 'resource-1', expiresMs: startMs };
const request = { id: 'sub-2', address: 'http://127.0.0.1:9/', secret: 'secret', lifetimeMs: hourMs };

/** Every function of the port once. */
const operations: Readonly<Record<string, Operation>> = {
  pullChanges: ({ calendar }) => calendar.pullChanges(null, window),
  readEntry: ({ calendar }, id) => calendar.readEntry(id, window),
  answer: ({ calendar }, id) =>
    calendar.answer({ target: whole(id), answer: 'declined', comment: 'no', proposal: null, version: null }),
  undoAnswer: ({ calendar }, id) =>
    calendar.undoAnswer(whole(id), {
      answer: 'needs-action',
      comment: null,
      given: 'declined',
      entryId: id,
    }),
  createMeeting: ({ calendar }) =>
    calendar.createMeeting({ key: 'key', summary: 'New', description: '', slot, attendees: [] }),
  moveMeeting: ({ calendar }, id) => calendar.moveMeeting(whole(id), slot, null),
  cancelMeeting: ({ calendar }, id) => calendar.cancelMeeting(whole(id), null, null),
  holdTime: ({ calendar }) => calendar.holdTime({ key: 'hold', title: 'Focus', slot, autoDecline: 'none' }),
  releaseHold: ({ calendar }, id) => calendar.releaseHold(id),
  freeBusy: ({ calendar }) => calendar.freeBusy([owner], hour),
  ownerHours: ({ calendar }) => calendar.ownerHours(),
  subscribe: ({ calendar }) => calendar.subscribe(request),
  renewSubscription: ({ calendar }) => calendar.renewSubscription(subscription, request),
  unsubscribe: ({ calendar }) => calendar.unsubscribe(subscription),
  createDocument: ({ documents }) =>
    documents.createDocument({ key: 'document', title: 'Title', blocks: [], writers: [] }),
  sendMail: ({ mail }) => mail.sendMail({ to: [elsewhere], subject: 'Hello', text: 'Hello', html: null }),
};

const hour = { fromMs: startMs, toMs: startMs + hourMs };

/** What each operation is refused with, and how long the slowest took. */
async function tryEverything(mailbox: Mailbox, meetingId: string) {
  const codes: Record<string, string> = {};
  const pauses = new Set<number | null>();
  let longestMs = 0;
  for (const [name, operation] of Object.entries(operations)) {
    const beganMs = performance.now();
    const outcome = await operation(mailbox, meetingId);
    longestMs = Math.max(longestMs, performance.now() - beganMs);
    codes[name] = outcome.ok ? 'accepted' : outcome.problem.code;
    if (!outcome.ok) pauses.add(outcome.problem.retryAfterMs);
  }
  return { codes, pauses: [...pauses], longestMs };
}

const refusedWith = (code: string, change: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(Object.keys(operations).map((name) => [name, code])),
  ...change,
});

describe.each(['google', 'microsoft'] as const)('%s out of order', (name) => {
  const transport = { attempts: 3, firstPauseMs: 5, longestPauseMs: 50, attemptMs: 500 };
  // Where nobody knows whether the mail left, that is said instead.
  const mailUnknown = { sendMail: 'outcome-unknown' };

  it.each([
    ['cut connections', outage('reset-before'), refusedWith('unavailable', mailUnknown), null],
    ['faults of the server', outage('server-error'), refusedWith('unavailable', mailUnknown), null],
    ['too many requests', outage('rate-limit', { status: 429 }), refusedWith('rate-limited'), null],
    [
      'too many requests, and an hour to wait',
      outage('rate-limit', { status: 429, retryAfterSeconds: 3_600 }),
      refusedWith('rate-limited'),
      3_600_000,
    ],
    [
      'too many requests, and an hour to wait, written as a date',
      outage('rate-limit', { status: 429, retryAfterSeconds: 3_600, retryAfterAsDate: true }),
      refusedWith('rate-limited'),
      3_600_000,
    ],
  ])('refuses everything in time and changes nothing: %s', async (_, plan, refused, pauseMs) => {
    let requests = 0;
    const world = await openWorld(name, { transport, onExchange: () => (requests += 1) });
    try {
      const event = invite(world, invitation);
      const { meeting } = await entryOf(world, event);
      const before = await finalState(name, world);
      const { version } = copyOf(world, event);
      world.sandbox.setFaults(plan);
      requests = 0;
      const { codes, pauses, longestMs } = await tryEverything(world.mailbox, meeting.id);
      expect(codes).toEqual(refused);
      if (pauseMs === null) expect(pauses).toEqual([null]);
      for (const pause of pauseMs === null ? [] : pauses) {
        expect(pause).toBeLessThanOrEqual(pauseMs ?? 0);
        expect(pause).toBeGreaterThan((pauseMs ?? 0) - 60_000);
      }
      expect(longestMs).toBeLessThan(10_000);
      // A pause beyond our patience is passed on, and nobody else of the mailbox tries it out.
      if (pauseMs !== null) expect(requests).toBeLessThanOrEqual(1);
      world.sandbox.setFaults(null);
      expect(await finalState(name, world)).toEqual(before);
      expect(copyOf(world, event).version).toBe(version);
    } finally {
      await world.sandbox.close();
    }
  });
});
