import { describe, expect, it } from '@jest/globals';
import type { NewHold, NewMeeting } from '../../../src/app/ports/calendar.ts';
import type { EventTime } from '../../../src/core/meeting/event-time.ts';
import { occurrenceKey } from '../../../src/sandbox/calendar/calendar-engine.ts';
import {
  actsOf,
  colleague,
  copyOf,
  elsewhere,
  entryOf,
  guest,
  hourMs,
  invite,
  maybeEntryOf,
  type OpenWorld,
  owner,
  pull,
  refusalOf,
  unwrap,
} from '../world.ts';

const startMs = Date.parse('2026-11-26T09:00:00Z');
const slot = { startMs, endMs: startMs + hourMs, zone: 'Europe/Paris' };
const later = { startMs: startMs + 3 * hourMs, endMs: startMs + 4 * hourMs, zone: 'Europe/Paris' };

const meeting: NewMeeting = {
  key: 'effect-0001',
  summary: 'Decide the schema',
  description: 'Proposal: https://gate.example/d/1\nDecide by Friday.',
  slot,
  attendees: [
    { email: colleague, optional: false },
    { email: elsewhere, optional: true },
  ],
};
const hold: NewHold = { key: 'hold-0001', title: 'Focus time', slot, autoDecline: 'none' };
const weekly = {
  start: { kind: 'instant', ms: startMs, zone: 'Europe/Paris' },
  end: { kind: 'instant', ms: startMs + hourMs, zone: 'Europe/Paris' },
  recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3'],
  guests: [guest(colleague)],
} as const;

export function describeOrganizing(open: OpenWorld): void {
  describe('a meeting that the gate creates', () => {
    it('is in the calendar of everybody, as asked for', async () => {
      const world = await open();
      const created = unwrap(await world.mailbox.calendar.createMeeting(meeting));
      expect(created.existed).toBe(false);
      for (const address of [owner, colleague, elsewhere]) {
        const copy = copyOf(world, created, address);
        expect(copy.fields.summary).toBe('Decide the schema');
        expect(copy.fields.start).toMatchObject({ kind: 'instant', ms: startMs });
        expect(copy.fields.body.content).toContain('https://gate.example/d/1');
      }
      const guests = copyOf(world, created).fields.guests.filter(({ address }) => address !== owner);
      expect(guests.map(({ address, optional }) => [address, optional])).toEqual([
        [colleague, false],
        [elsewhere, true],
      ]);
      expect((await entryOf(world, created)).gateKey).toBe('effect-0001');
    });

    it('is one meeting however often one key asks for it', async () => {
      const world = await open();
      const first = unwrap(await world.mailbox.calendar.createMeeting(meeting));
      const again = unwrap(await world.mailbox.calendar.createMeeting(meeting));
      expect(again).toMatchObject({ id: first.id, uid: first.uid, existed: true });
      expect(world.sandbox.parts.engine.copies(colleague)).toHaveLength(1);
      const other = unwrap(await world.mailbox.calendar.createMeeting({ ...meeting, key: 'effect-0002' }));
      expect(other.id).not.toBe(first.id);
    });

    it('repeats every week as often as asked, and is one series however often one key asks for it', async () => {
      const world = await open();
      const first = unwrap(await world.mailbox.calendar.createMeeting({ ...meeting, weeks: 3 }));
      const again = unwrap(await world.mailbox.calendar.createMeeting({ ...meeting, weeks: 3 }));
      expect(again).toMatchObject({ id: first.id, existed: true });
      const { meeting: series } = await entryOf(world, first);
      expect(series.recurrence).toMatchObject({ frequency: 'weekly', interval: 1 });
      const week = 7 * 24 * hourMs;
      expect(series.occurrences.map(({ start }) => start.kind === 'instant' && start.ms)).toEqual([
        startMs,
        startMs + week,
        startMs + 2 * week,
      ]);
      expect(world.sandbox.parts.engine.copies(colleague)).toHaveLength(1);
    });

    it('takes hostile words as words', async () => {
      const world = await open();
      const summary = '=HYPERLINK("x")\u202e <script>alert(1)</script>';
      const created = unwrap(
        await world.mailbox.calendar.createMeeting({
          ...meeting,
          summary,
          description: '<b>not bold</b> & more',
        }),
      );
      const entry = await entryOf(world, created);
      expect(entry.meeting.summary).toBe(summary);
      expect(entry.meeting.description).toContain('<b>not bold</b> & more');
    });
  });

  describe('an own meeting', () => {
    it('moves for everybody', async () => {
      const world = await open();
      const created = unwrap(await world.mailbox.calendar.createMeeting(meeting));
      const target = { meetingId: created.id, originalStart: null };
      const moved = unwrap(await world.mailbox.calendar.moveMeeting(target, later, created.version));
      expect(moved.version).not.toBe(created.version);
      for (const address of [owner, colleague, elsewhere])
        expect(copyOf(world, created, address).fields.start).toMatchObject({ ms: later.startMs });
    });

    it('does not move where it changed since', async () => {
      const world = await open();
      const created = unwrap(await world.mailbox.calendar.createMeeting(meeting));
      const { key } = copyOf(world, created);
      world.sandbox.parts.engine.update({ key, originalStart: null }, { location: 'Lyon' }, true);
      const target = { meetingId: created.id, originalStart: null };
      expect(refusalOf(await world.mailbox.calendar.moveMeeting(target, later, created.version))).toBe(
        'changed-meanwhile',
      );
      expect(copyOf(world, created).fields.start).toMatchObject({ ms: startMs });
    });

    it('moves by one occurrence', async () => {
      const world = await open();
      const event = invite(
        world,
        { ...weekly, recurrence: [...weekly.recurrence], guests: [...weekly.guests] },
        owner,
      );
      const { meeting: series } = await entryOf(world, event);
      const original: EventTime = {
        kind: 'instant',
        ms: Date.parse('2026-12-03T09:00:00Z'),
        zone: 'Europe/Paris',
      };
      const key = occurrenceKey({ kind: 'instant', ms: original.ms, zone: 'Europe/Paris' });
      const target = { meetingId: series.id, originalStart: original };
      const to = { startMs: original.ms + 5 * hourMs, endMs: original.ms + 6 * hourMs, zone: 'Europe/Paris' };
      unwrap(await world.mailbox.calendar.moveMeeting(target, to, null));
      const { engine } = world.sandbox.parts;
      const copy = copyOf(world, event, colleague);
      expect(engine.instance(copy.key, key)?.fields.start).toMatchObject({ ms: to.startMs });
      expect(copy.fields.start).toMatchObject({ ms: startMs });
    });

    it('of somebody else neither moves nor is called off', async () => {
      const world = await open();
      const event = invite(world);
      const { meeting: theirs } = await entryOf(world, event);
      const target = { meetingId: theirs.id, originalStart: null };
      expect(refusalOf(await world.mailbox.calendar.moveMeeting(target, later, null))).toBe('not-organizer');
      expect(refusalOf(await world.mailbox.calendar.cancelMeeting(target, null, null))).toBe('not-organizer');
      expect(copyOf(world, event, colleague).fields.start).toMatchObject({
        ms: Date.parse('2026-11-25T13:00:00Z'),
      });
      expect(actsOf(world, 'cancellation')).toEqual([]);
    });

    it('is called off for everybody, once', async () => {
      const world = await open();
      const created = unwrap(await world.mailbox.calendar.createMeeting(meeting));
      const target = { meetingId: created.id, originalStart: null };
      unwrap(await world.mailbox.calendar.cancelMeeting(target, 'A document does it.', created.version));
      unwrap(await world.mailbox.calendar.cancelMeeting(target, 'A document does it.', null));
      const acts = actsOf(world, 'cancellation');
      expect(acts.flatMap(({ to }) => to).sort()).toEqual([colleague, elsewhere]);
      const entry = await maybeEntryOf(world, created);
      expect(entry === null || entry.meeting.status === 'cancelled').toBe(true);
    });

    it('is called off by one occurrence', async () => {
      const world = await open();
      const event = invite(
        world,
        { ...weekly, recurrence: [...weekly.recurrence], guests: [...weekly.guests] },
        owner,
      );
      const { meeting: series } = await entryOf(world, event);
      const original: EventTime = {
        kind: 'instant',
        ms: Date.parse('2026-12-03T09:00:00Z'),
        zone: 'Europe/Paris',
      };
      unwrap(
        await world.mailbox.calendar.cancelMeeting(
          { meetingId: series.id, originalStart: original },
          null,
          null,
        ),
      );
      const after = await entryOf(world, event);
      expect(after.meeting.occurrences.filter(({ counts }) => counts)).toHaveLength(2);
      expect(actsOf(world, 'cancellation')).toHaveLength(1);
    });
  });

  describe('a hold', () => {
    it('takes the time, is seen as focus time or as busy, and is one for one key', async () => {
      const world = await open();
      const first = unwrap(await world.mailbox.calendar.holdTime(hold));
      const again = unwrap(await world.mailbox.calendar.holdTime(hold));
      expect(again).toMatchObject({ id: first.id, existed: true });
      const native = world.provider.name === 'google' && world.positions['google.focus-time'] === 'available';
      expect(first.as).toBe(native ? 'focus-time' : 'busy');
      const { engine } = world.sandbox.parts;
      const busy = engine.busy(owner, { fromMs: startMs - hourMs, toMs: startMs + 2 * hourMs });
      expect(busy).toMatchObject([{ fromMs: startMs, toMs: startMs + hourMs }]);
      const entry = await maybeEntryOf(world, first);
      expect(entry).toMatchObject({ gateKey: 'hold-0001', owner: { role: 'alone' } });
      if (native) expect(entry?.meeting.entryType).toBe('focus-time');
    });

    it('declines by itself only where that was asked for and the calendar can', async () => {
      const world = await open();
      const quiet = unwrap(await world.mailbox.calendar.holdTime(hold));
      const strict = unwrap(
        await world.mailbox.calendar.holdTime({
          ...hold,
          key: 'hold-0002',
          slot: later,
          autoDecline: 'new-conflicts',
        }),
      );
      const modeOf = (created: { uid: string }) =>
        (copyOf(world, created).own.special?.properties as { autoDeclineMode?: string } | undefined)
          ?.autoDeclineMode;
      if (quiet.as === 'focus-time')
        expect([modeOf(quiet), modeOf(strict)]).toEqual([
          'declineNone',
          'declineOnlyNewConflictingInvitations',
        ]);
      else expect([quiet.as, strict.as]).toEqual(['busy', 'busy']);
    });

    it('is released, twice without harm; an entry that is not the gate’s own is never removed', async () => {
      const world = await open();
      const created = unwrap(await world.mailbox.calendar.holdTime(hold));
      unwrap(await world.mailbox.calendar.releaseHold(created.id));
      unwrap(await world.mailbox.calendar.releaseHold(created.id));
      expect(await maybeEntryOf(world, created)).toBeNull();
      const event = invite(world);
      const { meeting: theirs } = await entryOf(world, event);
      expect((await world.mailbox.calendar.releaseHold(theirs.id)).ok).toBe(false);
      expect(await maybeEntryOf(world, event)).not.toBeNull();
      expect(actsOf(world, 'answer')).toEqual([]);
    });

    it('comes back as a change like every other entry', async () => {
      const world = await open();
      const { cursor } = await pull(world);
      const created = unwrap(await world.mailbox.calendar.holdTime(hold));
      const { changes } = await pull(world, cursor);
      expect(changes).toMatchObject([
        { kind: 'entry', entry: { meeting: { id: created.id }, gateKey: 'hold-0001' } },
      ]);
    });
  });
}
