import { describe, expect, it } from '@jest/globals';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { occurrenceKey } from '../../../src/sandbox/calendar/calendar-engine.ts';
import type { EventMoment } from '../../../src/sandbox/calendar/event-copy.ts';
import {
  colleague,
  copyOf,
  dayMs,
  elsewhere,
  entriesOf,
  entryOf,
  guest,
  hourMs,
  invite,
  maybeEntryOf,
  type OpenWorld,
  owner,
  pull,
  refusalOf,
  room,
  unwrap,
  window,
} from '../world.ts';

const weekly: { start: EventMoment; end: EventMoment; recurrence: string[] } = {
  start: { kind: 'instant', ms: Date.parse('2026-11-24T09:00:00Z'), zone: 'Europe/Paris' },
  end: { kind: 'instant', ms: Date.parse('2026-11-24T10:00:00Z'), zone: 'Europe/Paris' },
  recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'],
};
const at = (iso: string): EventMoment => ({ kind: 'instant', ms: Date.parse(iso), zone: 'Europe/Paris' });
const keyOf = (iso: string): string => occurrenceKey(at(iso));

/** Occurrences that count, as ISO instants. */
const startsOf = ({ occurrences }: Meeting): string[] =>
  occurrences.flatMap(({ start, counts }) =>
    counts && start.kind === 'instant' ? new Date(start.ms).toISOString() : [],
  );

export function describeReading(open: OpenWorld): void {
  describe('an entry', () => {
    it('is the meeting as the organizer wrote it, on every calendar alike', async () => {
      const world = await open();
      const event = invite(world, {
        guests: [
          guest(owner),
          guest(elsewhere, { optional: true }),
          guest(room, { resource: true, name: 'Room One' }),
        ],
      });
      const entry = await entryOf(world, event);
      expect(entry.meeting).toMatchObject({
        summary: 'Roadmap review',
        description: 'Agenda:\n- scope\n- dates',
        location: 'Lyon',
        start: { kind: 'instant', ms: Date.parse('2026-11-25T13:00:00Z'), zone: 'Europe/Paris' },
        end: { kind: 'instant', ms: Date.parse('2026-11-25T14:00:00Z'), zone: 'Europe/Paris' },
        status: 'confirmed',
        busy: true,
        entryType: 'default',
        isPrivate: false,
        recurrence: null,
        organizer: { email: colleague, self: false },
        createdMs: world.sandbox.parts.clock.nowMs(),
      });
      const people = entry.meeting.attendees.filter(({ email }) => email !== colleague);
      expect(people.map(({ email, kind, role }) => ({ email, kind, role }))).toEqual([
        { email: owner, kind: 'individual', role: 'required' },
        { email: elsewhere, kind: 'individual', role: 'optional' },
        { email: room, kind: expect.stringMatching(/room|resource/), role: 'required' },
      ]);
      expect(entry.owner).toEqual({ role: 'attendee', answer: 'needs-action', comment: null });
      expect(entry).toMatchObject({ answerRequested: true, exceptions: [], gateKey: null });
    });

    it('says who the owner is: organizer, alone', async () => {
      const world = await open();
      const called = invite(world, { guests: [guest(elsewhere)] }, owner);
      const alone = invite(world, { summary: 'Desk time', guests: [] }, owner);
      expect((await entryOf(world, called)).owner.role).toBe('organizer');
      expect((await entryOf(world, alone)).owner.role).toBe('alone');
    });

    it('is found by an alias of the owner too', async () => {
      const world = await open();
      const event = invite(world, { guests: [guest('o.owner@kiln.example'), guest(elsewhere)] });
      expect((await entryOf(world, event)).owner).toMatchObject({ role: 'attendee', answer: 'needs-action' });
    });

    it('of a whole day is a date, in no zone', async () => {
      const world = await open();
      const event = invite(world, {
        start: { kind: 'date', date: '2026-11-26' },
        end: { kind: 'date', date: '2026-11-28' },
      });
      expect((await entryOf(world, event)).meeting).toMatchObject({
        start: { kind: 'date', date: '2026-11-26' },
        end: { kind: 'date', date: '2026-11-28' },
      });
    });

    it('that is private keeps its time and its people and not a word of its text', async () => {
      const world = await open();
      const event = invite(world, {
        summary: 'Zebracode diagnosis',
        body: { kind: 'html', content: '<p>Zebracode results</p>' },
        location: 'Zebracode clinic',
        visibility: 'private',
        guests: [guest(owner, { comment: 'Zebracode yes' }), guest(elsewhere)],
      });
      const entry = await entryOf(world, event);
      expect(entry.meeting).toMatchObject({
        isPrivate: true,
        summary: null,
        description: null,
        location: null,
      });
      expect(entry.meeting.start).toMatchObject({ kind: 'instant' });
      expect(JSON.stringify(entry)).not.toMatch(/zebracode/i);
    });

    it('with markup in its text is plain text', async () => {
      const world = await open();
      const event = invite(world, {
        body: { kind: 'html', content: '<p>Point <b>one</b></p><script>alert(1)</script>' },
      });
      const { description } = (await entryOf(world, event)).meeting;
      expect(description).toContain('Point one');
      expect(description).not.toMatch(/<|alert/);
    });

    it('that is gone is null, and one that is there is the same as in the list', async () => {
      const world = await open();
      const event = invite(world);
      const entry = await entryOf(world, event);
      const read = await world.mailbox.calendar.readEntry(entry.meeting.id, window);
      expect(unwrap(read)).toEqual(entry);
      const { key } = copyOf(world, event, colleague);
      world.sandbox.parts.engine.remove({ key, originalStart: null }, true, null);
      const gone = unwrap(await world.mailbox.calendar.readEntry(entry.meeting.id, window));
      expect(gone === null || gone.meeting.status === 'cancelled').toBe(true);
      expect(unwrap(await world.mailbox.calendar.readEntry('never0there', window))).toBeNull();
    });
  });

  describe('a series', () => {
    it('is one entry with its occurrences of the window, each on the clock of its zone', async () => {
      const world = await open();
      const event = invite(world, weekly);
      const entries = entriesOf(await pull(world)).filter(({ meeting }) => meeting.uid === event.uid);
      expect(entries).toHaveLength(1);
      expect(entries[0]?.meeting.recurrence).toMatchObject({ frequency: 'weekly', interval: 1 });
      expect(startsOf(entries[0]?.meeting as Meeting)).toEqual([
        '2026-11-24T09:00:00.000Z',
        '2026-12-01T09:00:00.000Z',
        '2026-12-08T09:00:00.000Z',
        '2026-12-15T09:00:00.000Z',
      ]);
    });

    it('carries what changed for one occurrence: moved, called off, answered apart', async () => {
      const world = await open();
      const { engine } = world.sandbox.parts;
      const event = invite(world, weekly);
      const { key } = copyOf(world, event, colleague);
      engine.update(
        { key, originalStart: keyOf('2026-12-01T09:00:00Z') },
        { start: at('2026-12-02T15:00:00Z'), end: at('2026-12-02T16:00:00Z') },
        true,
      );
      engine.remove({ key, originalStart: keyOf('2026-12-08T09:00:00Z') }, true, null);
      engine.answer(
        { key: copyOf(world, event).key, originalStart: keyOf('2026-12-15T09:00:00Z') },
        { answer: 'declined', comment: null, proposal: null, send: true },
      );
      const entry = await entryOf(world, event);
      expect(startsOf(entry.meeting)).toEqual(['2026-11-24T09:00:00.000Z', '2026-12-02T15:00:00.000Z']);
      const moved = entry.meeting.occurrences.find(
        ({ start }) => start.kind === 'instant' && start.ms === Date.parse('2026-12-02T15:00:00Z'),
      );
      expect(moved?.originalStart).toMatchObject({ ms: Date.parse('2026-12-01T09:00:00Z') });
      expect(entry.exceptions.map(({ originalStart }) => originalStart)).toEqual(
        expect.arrayContaining([expect.objectContaining({ ms: Date.parse('2026-12-01T09:00:00Z') })]),
      );
    });

    it('is given for the id of one of its occurrences', async () => {
      const world = await open();
      const event = invite(world, weekly);
      const { key } = copyOf(world, event, colleague);
      world.sandbox.parts.engine.update(
        { key, originalStart: keyOf('2026-12-01T09:00:00Z') },
        { summary: 'With the customer' },
        true,
      );
      const entry = await entryOf(world, event);
      const [exception] = entry.exceptions;
      expect(exception?.id).toEqual(expect.any(String));
      const read = unwrap(await world.mailbox.calendar.readEntry(exception?.id ?? '', window));
      expect(read?.meeting.id).toBe(entry.meeting.id);
    });
  });

  describe('changes since a cursor', () => {
    it('are none where nothing changed', async () => {
      const world = await open();
      invite(world);
      const first = await pull(world);
      expect(first.full).toBe(true);
      const second = await pull(world, first.cursor);
      expect(second).toMatchObject({ changes: [], full: false });
    });

    it('are a new invite, a change of it, and an answer of somebody else where the calendar shows it', async () => {
      const world = await open();
      const { cursor } = await pull(world);
      const event = invite(world);
      const second = await pull(world, cursor);
      expect(entriesOf(second).map(({ meeting }) => meeting.uid)).toEqual([event.uid]);
      const { key } = copyOf(world, event, colleague);
      world.sandbox.parts.engine.update({ key, originalStart: null }, { summary: 'Roadmap, again' }, true);
      const third = await pull(world, second.cursor);
      expect(entriesOf(third).map(({ meeting }) => meeting.summary)).toEqual(['Roadmap, again']);
      expect(entriesOf(third)[0]?.version).not.toBe(entriesOf(second)[0]?.version);
    });

    it('of one occurrence bring the whole series, once', async () => {
      const world = await open();
      const event = invite(world, weekly);
      const { cursor } = await pull(world);
      const { key } = copyOf(world, event, colleague);
      for (const day of ['2026-12-01', '2026-12-08'])
        world.sandbox.parts.engine.update(
          { key, originalStart: keyOf(`${day}T09:00:00Z`) },
          { summary: `Special ${day}` },
          true,
        );
      const changed = entriesOf(await pull(world, cursor));
      expect(changed.map(({ meeting }) => meeting.uid)).toEqual([event.uid]);
      expect(changed[0]?.meeting.occurrences.filter(({ summary }) => summary !== null)).toHaveLength(2);
    });

    it('tell that a meeting was called off: removed, or cancelled', async () => {
      const world = await open();
      const event = invite(world);
      const first = await pull(world);
      const id = entriesOf(first).find(({ meeting }) => meeting.uid === event.uid)?.meeting.id;
      world.sandbox.parts.engine.remove(
        { key: copyOf(world, event, colleague).key, originalStart: null },
        true,
        null,
      );
      const { changes } = await pull(world, first.cursor);
      expect(changes).toHaveLength(1);
      const [change] = changes;
      if (change?.kind === 'entry') expect(change.entry.meeting.status).toBe('cancelled');
      else expect(change).toEqual({ kind: 'removed', id });
      const now = await maybeEntryOf(world, event);
      expect(now === null || now.meeting.status === 'cancelled').toBe(true);
    });

    it('are the same whatever the pages, also short and empty ones', async () => {
      const [whole, short] = [await open(), await open({ shortPages: true })];
      const read = async (world: typeof whole) => {
        for (let day = 0; day < 27; day += 0.5)
          invite(world, {
            summary: `Meeting ${day}`,
            start: {
              kind: 'instant',
              ms: Date.parse('2026-11-23T09:00:00Z') + day * dayMs,
              zone: 'Europe/Paris',
            },
            end: {
              kind: 'instant',
              ms: Date.parse('2026-11-23T09:30:00Z') + day * dayMs,
              zone: 'Europe/Paris',
            },
          });
        invite(world, weekly);
        const pulled = await pull(world);
        return {
          pulled,
          summaries: entriesOf(pulled)
            .map(({ meeting }) => meeting.summary)
            .sort(),
        };
      };
      const [a, b] = [await read(whole), await read(short)];
      expect(b.summaries).toEqual(a.summaries);
      expect(a.summaries).toHaveLength(55);
      expect(b.pulled.pages).toBeGreaterThan(1);
    });

    it('begin anew where the window has moved on', async () => {
      const world = await open();
      const later = invite(world, {
        start: { kind: 'instant', ms: window.toMs + 2 * dayMs, zone: 'Europe/Paris' },
        end: { kind: 'instant', ms: window.toMs + 2 * dayMs + hourMs, zone: 'Europe/Paris' },
      });
      const first = await pull(world);
      expect(entriesOf(first)).toEqual([]);
      const moved = { fromMs: window.fromMs + 7 * dayMs, toMs: window.toMs + 7 * dayMs };
      const second = unwrap(await world.mailbox.calendar.pullChanges(first.cursor, moved));
      expect(second.full).toBe(true);
      expect(entriesOf(second).map(({ meeting }) => meeting.uid)).toEqual([later.uid]);
    });

    it('are refused with a cursor that ran out or is none, and read in full without one', async () => {
      const world = await open();
      const event = invite(world);
      const { cursor } = await pull(world);
      await world.expireSync(owner);
      expect(refusalOf(await world.mailbox.calendar.pullChanges(cursor, window))).toBe('cursor-expired');
      expect(refusalOf(await world.mailbox.calendar.pullChanges('no cursor', window))).toBe('cursor-expired');
      expect(entriesOf(await pull(world)).map(({ meeting }) => meeting.uid)).toEqual([event.uid]);
    });
  });
}
