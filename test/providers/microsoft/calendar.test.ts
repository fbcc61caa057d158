import { describe, expect, it } from '@jest/globals';
import {
  ana,
  ben,
  codeOf,
  dayMs,
  entriesOf,
  hourMs,
  invite,
  meetingMs,
  onlyId,
  openOutlook,
  unwrap,
  window,
} from './outlook-world.ts';

const weekly = { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] };
const slot = { startMs: meetingMs, endMs: meetingMs + hourMs, zone: 'Europe/Paris' };

describe('changes in Outlook', () => {
  it.each(['sparse', 'full'] as const)('of a removed occurrence bring its series (%s)', async (position) => {
    const world = await openOutlook({ positions: { 'microsoft.delta-occurrences': position } });
    const { key } = invite(world, weekly);
    const { calendar } = world.mailbox;
    const first = unwrap(await calendar.pullChanges(null, window));
    world.sandbox.parts.engine.answer(
      { key: world.sandbox.parts.engine.copies(ana)[0]?.key ?? '', originalStart: '20261112T130000Z' },
      { answer: 'declined', comment: null, proposal: null, send: true },
    );
    const second = unwrap(await calendar.pullChanges(first.cursor, window));
    expect(second.full).toBe(false);
    const [change, ...others] = second.changes;
    expect(others).toEqual([]);
    if (change?.kind !== 'entry') throw new Error(change?.kind);
    expect(change.entry.meeting.occurrences.map(({ counts }) => counts)).toEqual([true, false, true, true]);
    expect(change.entry.exceptions).toMatchObject([
      { originalStart: { ms: meetingMs + 7 * dayMs }, answer: 'declined', cancelled: false },
    ]);
    world.sandbox.parts.engine.remove({ key, originalStart: '20261119T130000Z' }, true, null);
    const third = unwrap(await calendar.pullChanges(second.cursor, window));
    expect(third.changes).toMatchObject([{ kind: 'entry' }]);
    const [series] = await entriesOf(world);
    expect(series?.meeting.occurrences.map(({ counts }) => counts)).toEqual([true, false, false, true]);
  });

  it('of a series that was called off are its removal', async () => {
    const world = await openOutlook();
    const { key } = invite(world, weekly);
    const first = unwrap(await world.mailbox.calendar.pullChanges(null, window));
    const [entry] = first.changes;
    world.sandbox.parts.engine.remove({ key, originalStart: null }, true, null);
    const { changes } = unwrap(await world.mailbox.calendar.pullChanges(first.cursor, window));
    if (entry?.kind !== 'entry' || changes.length !== 1) throw new Error(`${changes.length} changes`);
    const [change] = changes;
    if (change?.kind === 'entry') expect(change.entry.meeting.status).toBe('cancelled');
    else expect(change).toEqual({ kind: 'removed', id: entry.entry.meeting.id });
  });

  it('tell the key of what the gate created, and of nothing else', async () => {
    const world = await openOutlook();
    invite(world);
    invite(world, { guests: [], summary: 'Desk time' }, ana);
    const { calendar } = world.mailbox;
    const hold = unwrap(
      await calendar.holdTime({ key: "week 45 o'clock", title: 'Focus', slot, autoDecline: 'none' }),
    );
    const keys = (await entriesOf(world)).map(({ meeting, gateKey }) => [meeting.summary, gateKey]);
    expect(Object.fromEntries(keys)).toEqual({
      'Roadmap review': null,
      'Desk time': null,
      Focus: "week 45 o'clock",
    });
    const again = unwrap(
      await calendar.holdTime({ key: "week 45 o'clock", title: 'Focus', slot, autoDecline: 'none' }),
    );
    expect(again).toEqual({ ...hold, existed: true });
  });

  it('are few where the widened window shows more than was asked for', async () => {
    const world = await openOutlook();
    const at = (ms: number) => ({ kind: 'instant', ms, zone: 'Europe/Paris' }) as const;
    for (const ms of [window.toMs - hourMs, window.toMs, window.fromMs - hourMs])
      invite(world, { start: at(ms), end: at(ms + hourMs), summary: String(ms) });
    const [only, ...others] = await entriesOf(world);
    expect([only?.meeting.summary, others.length]).toEqual([String(window.toMs - hourMs), 0]);
  });

  it('begin anew where the window has left that of the cursor, not where it lies inside', async () => {
    const world = await openOutlook();
    invite(world);
    const { cursor } = unwrap(await world.mailbox.calendar.pullChanges(null, window));
    const inside = { fromMs: window.fromMs + dayMs, toMs: window.toMs };
    expect(unwrap(await world.mailbox.calendar.pullChanges(cursor, inside))).toMatchObject({
      full: false,
      changes: [],
    });
    const later = { fromMs: window.fromMs, toMs: window.toMs + 1 };
    const anew = unwrap(await world.mailbox.calendar.pullChanges(cursor, later));
    expect([anew.full, anew.changes.length]).toEqual([true, 1]);
    expect(codeOf(await world.mailbox.calendar.pullChanges('{}', window))).toBe('cursor-expired');
  });
});

describe('an entry of Outlook', () => {
  it('of a series leaves out what moved out of the window, and takes in what moved into it', async () => {
    const world = await openOutlook();
    const { key } = invite(world, weekly, ana);
    const move = (originalStart: string, ms: number) =>
      world.sandbox.parts.engine.update(
        { key, originalStart },
        {
          start: { kind: 'instant', ms, zone: 'Europe/Paris' },
          end: { kind: 'instant', ms: ms + hourMs, zone: 'Europe/Paris' },
        },
        true,
      );
    move('20261112T130000Z', meetingMs + 60 * dayMs);
    move('20261126T130000Z', meetingMs + 2 * dayMs);
    world.sandbox.parts.engine.remove({ key, originalStart: '20261119T130000Z' }, true, null);
    const narrow = { fromMs: window.fromMs, toMs: meetingMs + 15 * dayMs };
    const entry = unwrap(await world.mailbox.calendar.readEntry(await onlyId(world), narrow));
    const days = (ms: number) => (ms - meetingMs) / dayMs;
    const shown = entry?.meeting.occurrences.map(({ start, originalStart, counts }) =>
      start.kind === 'instant' && originalStart.kind === 'instant'
        ? [days(originalStart.ms), days(start.ms), counts]
        : null,
    );
    expect(shown).toEqual([
      [0, 0, true],
      [21, 2, true],
      [14, 14, false],
    ]);
    const views = entry?.exceptions.map(({ originalStart, id, cancelled }) => [
      originalStart.kind === 'instant' && days(originalStart.ms),
      id !== null,
      cancelled,
    ]);
    expect(views).toEqual([
      [7, true, false],
      [14, false, true],
      [21, true, false],
    ]);
  });

  it('does not count guests where the organizer hides them', async () => {
    const world = await openOutlook();
    invite(world, { guestListHidden: true });
    expect((await entriesOf(world))[0]?.meeting.attendeesOmitted).toBe(true);
  });

  it('of another account of the owner is their own', async () => {
    const world = await openOutlook();
    invite(world);
    const both = world.open({ otherAddresses: [ben] });
    const entry = unwrap(await both.calendar.readEntry(await onlyId(world), window));
    expect(entry?.meeting.organizer).toMatchObject({ email: ben, self: true });
    expect(entry?.owner.role).toBe('alone');
  });

  it('moves only in the version that was looked at', async () => {
    const world = await openOutlook();
    const { key } = invite(world, {}, ana);
    const [entry] = await entriesOf(world);
    const target = { meetingId: entry?.meeting.id ?? '', originalStart: null };
    const later = { ...slot, startMs: slot.startMs + dayMs, endMs: slot.endMs + dayMs };
    world.sandbox.parts.engine.update({ key, originalStart: null }, { location: 'Lyon' }, true);
    const { calendar } = world.mailbox;
    expect(codeOf(await calendar.moveMeeting(target, later, entry?.version ?? ''))).toBe('changed-meanwhile');
    unwrap(await calendar.moveMeeting(target, later, null));
    expect(world.sandbox.parts.engine.get(key)?.fields.start).toEqual({
      kind: 'instant',
      ms: later.startMs,
      zone: 'Europe/Paris',
    });
  });

  it('with guests is never released as a hold, even with a key of the gate', async () => {
    const world = await openOutlook();
    const { calendar } = world.mailbox;
    const attendees = [{ email: ben, optional: false }];
    const created = unwrap(
      await calendar.createMeeting({ key: 'k', summary: 'Review', description: '', slot, attendees }),
    );
    expect(codeOf(await calendar.releaseHold(created.id))).toBe('request-refused');
    expect(
      unwrap(await calendar.cancelMeeting({ meetingId: created.id, originalStart: null }, 'No need', null)),
    ).toBeNull();
    expect(world.sandbox.parts.acts.all().at(-1)).toMatchObject({ kind: 'cancellation', comment: 'No need' });
  });
});

describe('a storm', () => {
  it('changes nothing in what is read and done', async () => {
    const world = await openOutlook();
    for (let day = 0; day < 5; day += 1)
      invite(world, {
        start: { kind: 'instant', ms: meetingMs + day * dayMs, zone: 'Europe/Paris' },
        end: { kind: 'instant', ms: meetingMs + day * dayMs + hourMs, zone: 'Europe/Paris' },
        ...(day === 2 ? weekly : {}),
      });
    const calm = await entriesOf(world);
    const stormy = { provider: 'microsoft', probability: 0.15 } as const;
    world.sandbox.setFaults({
      seed: 4,
      rules: [
        { ...stormy, kind: 'rate-limit', retryAfterSeconds: 0.01 },
        { ...stormy, kind: 'server-error' },
        { ...stormy, kind: 'reset-after' },
        { ...stormy, kind: 'half-answer' },
      ],
    });
    const patient = world.options.limits;
    expect(patient?.firstPauseMs).toBe(2);
    const mailbox = world.open();
    const pulled = await mailbox.calendar.pullChanges(null, window);
    const created = await mailbox.calendar.createMeeting({
      key: 'once',
      summary: 'Once',
      description: '',
      slot,
      attendees: [{ email: ben, optional: false }],
    });
    world.sandbox.setFaults(null);
    const entries = unwrap(pulled).changes.flatMap((change) => (change.kind === 'entry' ? change.entry : []));
    const byId = (list: typeof calm) => new Map(list.map((entry) => [entry.meeting.id, entry]));
    expect(byId(entries)).toEqual(byId(calm));
    unwrap(created);
    const invitations = world.sandbox.parts.acts
      .all()
      .filter(({ kind, from }) => kind === 'invitation' && from === ana);
    expect(invitations).toHaveLength(1);
  });
});
