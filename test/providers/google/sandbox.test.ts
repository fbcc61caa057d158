import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerRequest, CalendarEntry, NewMeeting } from '../../../src/app/ports/calendar.ts';
import type { Mailbox } from '../../../src/app/ports/provider.ts';
import {
  ana,
  ben,
  dayMs,
  hourMs,
  makeWeekly,
  openGoogleSandbox,
  slotAt,
  team,
  tuesdayMs,
  value,
  weeks,
} from './open-sandbox.ts';

let sandbox: Awaited<ReturnType<typeof openGoogleSandbox>>['sandbox'];
let a: Mailbox;
let b: Mailbox;
beforeAll(async () => {
  ({ sandbox, a, b } = await openGoogleSandbox());
});

const meeting: NewMeeting = {
  key: 'act-1',
  summary: 'Talk',
  description: 'About it',
  slot: slotAt(tuesdayMs),
  attendees: [{ email: ana, optional: false }],
};

async function entryOf(mailbox: Mailbox, id: string): Promise<CalendarEntry> {
  const entry = value(await mailbox.calendar.readEntry(id, weeks));
  if (entry === null) throw new Error('gone');
  return entry;
}

describe('Google provider and the emulator', () => {
  it('creates once for each key, and the guest sees it', async () => {
    const created = value(await b.calendar.createMeeting(meeting));
    expect(value(await b.calendar.createMeeting(meeting))).toEqual({ ...created, existed: true });
    const changes = value(await a.calendar.pullChanges(null, weeks)).changes;
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      kind: 'entry',
      entry: {
        meeting: { uid: created.uid, summary: 'Talk', description: 'About it' },
        owner: { role: 'attendee', answer: 'needs-action', comment: null },
        gateKey: null,
      },
    });
    const own = await entryOf(b, created.id);
    expect(own).toMatchObject({ owner: { role: 'organizer' }, gateKey: 'act-1' });
  });

  it.each(['kept', 'dropped'] as const)(
    'carries the comment where it is %s with attendeesOmitted',
    async (position) => {
      sandbox.turn({ 'google.comment-with-attendees-omitted': position });
      const key = `comment-${position}`;
      const { id } = value(await b.calendar.createMeeting({ ...meeting, key }));
      const { cursor } = value(await b.calendar.pullChanges(null, weeks));
      const request: AnswerRequest = {
        target: { meetingId: id, originalStart: null },
        answer: 'declined',
        comment: 'Please write it.',
        proposal: null,
        version: (await entryOf(a, id)).version,
      };
      const receipt = value(await a.calendar.answer(request));
      expect(receipt).toMatchObject({ already: false, commentCarried: true });
      expect((await entryOf(a, id)).owner).toEqual({
        role: 'attendee',
        answer: 'declined',
        comment: 'Please write it.',
      });
      const { changes } = value(await b.calendar.pullChanges(cursor, weeks));
      expect(
        changes.map((change) => change.kind === 'entry' && change.entry.meeting.attendees),
      ).toMatchObject([[{ email: ana, answer: 'declined' }]]);
      const undone = value(await a.calendar.undoAnswer(request.target, receipt.before));
      expect(undone).toEqual({ kind: 'restored', answer: 'needs-action' });
      expect((await entryOf(a, id)).owner).toEqual({
        role: 'attendee',
        answer: 'needs-action',
        comment: null,
      });
    },
  );

  it.each(['master-and-time', 'opaque'] as const)('answers one occurrence with ids %s', async (position) => {
    sandbox.turn({ 'google.instance-id': position });
    const { id } = value(await b.calendar.createMeeting({ ...meeting, key: `series-${position}` }));
    await makeWeekly(sandbox, id, 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4');
    const before = await entryOf(a, id);
    expect(before.meeting.occurrences).toHaveLength(4);
    expect(before.exceptions).toEqual([]);
    const third = before.meeting.occurrences[2]?.originalStart ?? null;
    const target = { meetingId: id, originalStart: third };
    const request = {
      target,
      answer: 'declined',
      comment: null,
      proposal: null,
      version: before.version,
    } as const;
    const receipt = value(await a.calendar.answer(request));
    expect(receipt.before).toMatchObject({ answer: 'needs-action', given: 'declined' });
    const after = await entryOf(a, id);
    expect(after.owner.answer).toBe('needs-action');
    expect(after.meeting.occurrences.map(({ counts }) => counts)).toEqual([true, true, false, true]);
    expect(after.exceptions).toMatchObject([{ originalStart: third, answer: 'declined', cancelled: false }]);
    expect(value(await a.calendar.undoAnswer(target, receipt.before))).toMatchObject({ kind: 'restored' });
    expect((await entryOf(a, id)).meeting.occurrences.map(({ counts }) => counts)).toEqual([
      true,
      true,
      true,
      true,
    ]);

    const moved = slotAt(tuesdayMs + 8 * dayMs);
    const second = before.meeting.occurrences[1]?.originalStart ?? null;
    value(await b.calendar.moveMeeting({ meetingId: id, originalStart: second }, moved, null));
    value(await b.calendar.cancelMeeting({ meetingId: id, originalStart: third }, null, null));
    const seen = await entryOf(a, id);
    expect(seen.meeting.occurrences).toMatchObject([
      { counts: true },
      { start: { ms: moved.startMs }, originalStart: second, counts: true },
      { originalStart: third, counts: false },
      { counts: true },
    ]);
  });

  it.each([
    ['available', 'focus-time'],
    ['refused', 'busy'],
  ] as const)('holds time where focus time is %s', async (position, as) => {
    sandbox.turn({ 'google.focus-time': position });
    const slot = slotAt(tuesdayMs + 3 * hourMs);
    const hold = { key: `hold-${position}`, title: 'Focus', slot, autoDecline: 'none' } as const;
    const held = value(await b.calendar.holdTime(hold));
    expect(held).toMatchObject({ as, existed: false });
    expect(value(await b.calendar.holdTime(hold))).toMatchObject({ id: held.id, as, existed: true });
    const entry = await entryOf(b, held.id);
    expect(entry).toMatchObject({ owner: { role: 'alone' }, gateKey: hold.key, meeting: { busy: true } });
    expect(entry.meeting.entryType).toBe(as === 'busy' ? 'default' : 'focus-time');
    value(await b.calendar.releaseHold(held.id));
    expect(value(await b.calendar.readEntry(held.id, weeks))).toBeNull();
    expect(await b.calendar.holdTime(hold)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('knows who is busy, and who is unknown', async () => {
    const day = { fromMs: tuesdayMs - hourMs, toMs: tuesdayMs + 2 * hourMs };
    const [first, second, third] = value(await b.calendar.freeBusy([ben, 'nobody@other.example', ben], day));
    expect(first).toMatchObject({ email: ben, known: true });
    expect(first?.known && first.taken[0]).toEqual({
      fromMs: tuesdayMs,
      toMs: tuesdayMs + hourMs,
      as: 'busy',
    });
    expect(second).toEqual({ email: 'nobody@other.example', known: false, why: 'notFound' });
    expect(third).toEqual(first);
  });

  it.each([
    ['no-self-entry', 'unlisted', 'not-an-attendee'],
    ['self-entry', 'attendee', null],
  ] as const)('sees an invitation through a group with %s as %s', async (position, role, refused) => {
    sandbox.turn({ 'google.group-invitation': position });
    const attendees = [{ email: team, optional: false }];
    const { id } = value(await b.calendar.createMeeting({ ...meeting, key: `group-${position}`, attendees }));
    expect((await entryOf(a, id)).owner.role).toBe(role);
    const target = { meetingId: id, originalStart: null };
    const answered = await a.calendar.answer({
      target,
      answer: 'tentative',
      comment: null,
      proposal: null,
      version: null,
    });
    expect(answered.ok ? null : answered.problem.code).toBe(refused);
  });

  it('asks for more addresses than one query takes in several', async () => {
    const emails = Array.from({ length: 120 }, (_, index) => `p${index}@other.example`);
    const before = sandbox.exchanges.length;
    const answers = value(await b.calendar.freeBusy(emails, { fromMs: tuesdayMs, toMs: tuesdayMs + hourMs }));
    expect(answers.map(({ email }) => email)).toEqual(emails);
    expect(
      sandbox.exchanges.slice(before).filter((one) => JSON.stringify(one).includes('freeBusy')),
    ).toHaveLength(3);
  });

  it('knows the zone of the calendar and no working hours', async () => {
    expect(value(await b.calendar.ownerHours())).toEqual({
      zone: 'Europe/Paris',
      workingHours: null,
    });
  });

  it.each(['refused', 'accepted'] as const)(
    'subscribes, renews and ends with repeated ids %s',
    async (position) => {
      sandbox.turn({ 'google.repeated-channel-id': position });
      const request = {
        id: `channel-${position}`,
        address: 'https://gate.example/hook',
        secret: 's'.repeat(43),
        lifetimeMs: dayMs,
      };
      const first = value(await b.calendar.subscribe(request));
      expect(first.expiresMs).toBe(sandbox.parts.clock.nowMs() + dayMs);
      const { subscription, replaced } = value(await b.calendar.renewSubscription(first, request));
      expect(replaced).toBe(true);
      if (position === 'refused') expect(subscription.id).toBe(`${request.id}-2`);
      expect(value(await b.calendar.unsubscribe(subscription))).toBeNull();
      expect(value(await b.calendar.unsubscribe(subscription))).toBeNull();
    },
  );

  it('left no fault in the emulator', () => {
    expect(sandbox.faultsOfOurs).toEqual([]);
  });
});
