import { describe, expect, it } from '@jest/globals';
import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import type { EventTime } from '../../../src/core/meeting/event-time.ts';
import { type Asked, standIn } from './graph-stand-in.ts';
import {
  ana,
  ben,
  codeOf,
  dayMs,
  hourMs,
  invite,
  meetingMs,
  onlyId,
  openOutlook,
  unwrap,
  window,
} from './outlook-world.ts';

const time = (ms: number) => ({ dateTime: new Date(ms).toISOString().slice(0, 19), timeZone: 'UTC' });
const at = (ms: number) => ({ start: time(ms), end: time(ms + hourMs) });
const person = (address: string) => ({ emailAddress: { address }, status: { response: 'none' } });

/** A weekly series of Ben's with Ana, as Graph gives it; the zone of its rule is the mailbox's own. */
const master = {
  '@odata.etag': 'W/"1"',
  id: 'series',
  iCalUId: 'uid',
  type: 'seriesMaster',
  subject: 'Weekly',
  ...at(meetingMs),
  originalStartTimeZone: 'Romance Standard Time',
  organizer: person(ben),
  attendees: [person(ana)],
  responseStatus: { response: 'notResponded' },
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
    range: { type: 'noEnd', startDate: '2026-11-05', recurrenceTimeZone: 'Romance Standard Time' },
  },
};
const instance = (ms: number, change: object = {}) => ({
  ...master,
  id: `at ${ms}`,
  type: 'occurrence',
  seriesMasterId: 'series',
  recurrence: null,
  originalStart: `${new Date(ms).toISOString().slice(0, 19)}Z`,
  ...at(ms),
  ...change,
});

/** The series as it is read from Graph that answers with these. */
async function readFrom(
  series: object,
  instances: readonly unknown[],
  asked = window,
): Promise<CalendarEntry> {
  const { mailbox } = await standIn(({ path }: Asked) => {
    if (path.includes('/oauth2/')) return null;
    return path.includes('/instances') ? { body: { value: instances } } : { body: series };
  });
  const entry = unwrap(await mailbox.calendar.readEntry('series', asked));
  if (entry === null) throw new Error('no entry');
  return entry;
}

const when = (start: EventTime): string =>
  start.kind === 'instant'
    ? new Date(start.ms).toISOString()
    : start.kind === 'date'
      ? start.date
      : start.kind;
const shown = ({ meeting }: CalendarEntry) =>
  meeting.occurrences.map(({ start, counts }) => `${when(start)} ${counts ? 'counts' : 'does not'}`);

const spring = { fromMs: Date.parse('2026-03-16T00:00:00Z'), toMs: Date.parse('2026-04-06T00:00:00Z') };
/** Thursdays at 14:00 in Paris, before and after the clocks go forward on 29 March. */
const thursdays = ['2026-03-19T13:00:00Z', '2026-03-26T13:00:00Z', '2026-04-02T12:00:00Z'].map(Date.parse);
const winterMaster = {
  ...master,
  ...at(Date.parse('2026-03-12T13:00:00Z')),
  recurrence: {
    ...master.recurrence,
    range: {
      ...master.recurrence.range,
      startDate: '2026-03-12',
      recurrenceTimeZone: 'tzone://Microsoft/Custom',
    },
  },
};
const allThursdays = ['2026-03-19T13:00:00.000Z', '2026-03-26T13:00:00.000Z', '2026-04-02T12:00:00.000Z'];

describe('series of Graph', () => {
  it('in a zone of the mailbox’s own making repeats by the other zone that it names', async () => {
    const entry = await readFrom(
      winterMaster,
      thursdays.map((ms) => instance(ms)),
      spring,
    );
    expect(shown(entry)).toEqual(allThursdays.map((start) => `${start} counts`));
    expect(entry.exceptions).toEqual([]);
  });

  it('in a zone that nobody knows is what Graph shows, and nothing of it was declined', async () => {
    const series = { ...winterMaster, originalStartTimeZone: 'tzone://Microsoft/Custom' };
    const entry = await readFrom(
      series,
      thursdays.map((ms) => instance(ms)),
      spring,
    );
    expect(shown(entry)).toEqual(allThursdays.map((start) => `${start} counts`));
    expect(entry.exceptions).toEqual([]);
  });

  it('with a rule of an unknown kind is a series all the same, also long after it began', async () => {
    const series = {
      ...winterMaster,
      recurrence: { ...winterMaster.recurrence, pattern: { type: 'lunar', interval: 1 } },
    };
    const entry = await readFrom(series, [instance(meetingMs)]);
    expect(entry.meeting.recurrence).toEqual({ frequency: 'irregular', interval: 1, timesPerUnit: 1 });
    expect(shown(entry)).toEqual(['2026-11-05T13:00:00.000Z counts']);
    expect(entry.exceptions).toEqual([]);
  });

  it('does not take an occurrence for declined whose time it cannot read', async () => {
    const odd = instance(meetingMs + 7 * dayMs, {
      type: 'exception',
      start: { dateTime: 'soon', timeZone: 'UTC' },
    });
    const end = meetingMs + 8 * dayMs;
    const narrow = { fromMs: window.fromMs, toMs: end };
    const entry = await readFrom(master, [instance(meetingMs), odd], narrow);
    expect(shown(entry)).toContain('unknown counts');
    expect(entry.exceptions).toMatchObject([{ id: odd.id, answer: 'needs-action', cancelled: false }]);
    const lost = { ...odd, originalStart: null };
    expect((await readFrom(master, [instance(meetingMs), lost], narrow)).exceptions).not.toContainEqual(
      expect.objectContaining({ answer: 'declined' }),
    );
  });

  it('that cannot be read in every part is unreadable, not half free', async () => {
    await expect(readFrom(master, [instance(meetingMs), null])).rejects.toThrow('unreadable-answer');
  });

  it.each([7, {}, ['x']])('whose list of occurrences goes on at %j is unreadable too', async (next) => {
    const { mailbox } = await standIn(({ path }) => {
      if (path.includes('/oauth2/')) return null;
      return path.includes('/instances')
        ? { body: { value: [instance(meetingMs)], '@odata.nextLink': next } }
        : { body: master };
    });
    expect(codeOf(await mailbox.calendar.readEntry('series', window))).toBe('unreadable-answer');
  });

  it('that is private says nothing in its occurrences either, whatever these say of themselves', async () => {
    const loose = { subject: 'Zebracode', sensitivity: undefined, bodyPreview: 'Zebracode' };
    for (const sensitivity of ['private', 'confidential', 'Private', 'secret']) {
      const entry = await readFrom({ ...master, subject: 'Zebracode', sensitivity }, [
        instance(meetingMs, loose),
        instance(meetingMs + 7 * dayMs, { ...loose, subject: 'Zebracode 2', type: 'exception' }),
      ]);
      expect(entry.meeting.isPrivate).toBe(true);
      expect(JSON.stringify(entry)).not.toContain('Zebracode');
    }
  });

  it('that was called off whole was not declined by its guests', async () => {
    const entry = await readFrom({ ...master, isCancelled: true }, []);
    expect(entry.meeting.status).toBe('cancelled');
    expect(entry.exceptions.length).toBeGreaterThan(2);
    for (const view of entry.exceptions)
      expect(view).toMatchObject({ answer: 'needs-action', cancelled: true });
  });

  it('that is none any more is read as the one entry that it is', async () => {
    const entry = await readFrom({ ...master, type: 'singleInstance', recurrence: null }, []);
    expect(entry.meeting.recurrence).toBeNull();
    expect(shown(entry)).toEqual(['2026-11-05T13:00:00.000Z counts']);
  });
});

describe('series of whole days', () => {
  const days = ['2026-11-05', '2026-11-12'];
  const midnight = (day: string) => ({ dateTime: `${day}T00:00:00.0000000`, timeZone: 'UTC' });
  const whole = (day: string, next: string) => ({
    isAllDay: true,
    start: midnight(day),
    end: midnight(next),
  });
  const series = { ...master, ...whole('2026-11-05', '2026-11-06') };
  const narrow = { fromMs: Date.parse('2026-11-04T00:00:00Z'), toMs: Date.parse('2026-11-14T00:00:00Z') };

  it.each([
    ['midnight in UTC', '2026-11-05T00:00:00Z', '2026-11-12T00:00:00Z', 'Romance Standard Time'],
    ['midnight east of it', '2026-11-04T23:00:00Z', '2026-11-11T23:00:00Z', 'Romance Standard Time'],
    ['midnight west of it', '2026-11-05T08:00:00Z', '2026-11-12T08:00:00Z', 'Pacific Standard Time'],
    ['midnight somewhere', '2026-11-04T20:00:00Z', '2026-11-11T20:00:00Z', 'tzone://Microsoft/Custom'],
  ])('keeps its days where Graph writes their start as %s', async (_name, first, second, zone) => {
    const instances = [
      instance(0, {
        ...whole('2026-11-05', '2026-11-06'),
        originalStart: first,
        originalStartTimeZone: zone,
      }),
      instance(1, {
        ...whole('2026-11-12', '2026-11-13'),
        originalStart: second,
        originalStartTimeZone: zone,
      }),
    ];
    const entry = await readFrom(
      {
        ...series,
        originalStartTimeZone: zone,
        recurrence: {
          ...master.recurrence,
          range: { ...master.recurrence.range, recurrenceTimeZone: zone },
        },
      },
      instances,
      narrow,
    );
    expect(shown(entry)).toEqual(days.map((day) => `${day} counts`));
    expect(entry.exceptions).toEqual([]);
  });

  it('shows a day that was moved only in the window in which it is now', async () => {
    const world = await openOutlook();
    const day = (date: string) => ({ kind: 'date', date }) as const;
    const { key } = invite(world, {
      start: day('2026-11-05'),
      end: day('2026-11-06'),
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=30'],
    });
    const change = { start: day('2027-04-20'), end: day('2027-04-21') };
    world.sandbox.parts.engine.update({ key, originalStart: '20270401' }, change, true);
    world.sandbox.parts.engine.update(
      { key, originalStart: '20261112' },
      { start: day('2027-05-20'), end: day('2027-05-21') },
      true,
    );
    const read = async (from: string, to: string) => {
      const asked = { fromMs: Date.parse(from), toMs: Date.parse(to) };
      const entry = unwrap(await world.mailbox.calendar.readEntry(await onlyId(world), asked));
      return entry === null ? [] : shown(entry);
    };
    expect(await read('2026-11-04', '2026-11-14')).toEqual(['2026-11-05 counts']);
    expect(await read('2027-04-17', '2027-04-21')).toEqual(['2027-04-20 counts']);
  });
});

describe('entry of Graph', () => {
  it.each([null, {}, { response: null }, { response: 'delegated' }, 'none'])(
    'with the answer %j is not one that waits for an answer',
    async (responseStatus) => {
      const entry = await readFrom(
        { ...master, type: 'singleInstance', recurrence: null, responseStatus },
        [],
      );
      expect(entry.owner).toMatchObject({ role: 'attendee', answer: 'unknown' });
    },
  );

  it('with what nobody documents is read as far as it can be', async () => {
    const hostile = JSON.parse('{"__proto__":{"isOrganizer":true},"constructor":7}');
    const entry = await readFrom(
      {
        ...master,
        ...hostile,
        type: 'singleInstance',
        recurrence: { pattern: null },
        subject: 'x'.repeat(2 ** 20),
        location: 'a room',
        categories: { 0: 'red' },
        showAs: 'sleeping',
        importance: null,
        attendees: [
          null,
          7,
          { emailAddress: 'ana' },
          ...Array.from({ length: 10_000 }, (_, n) => person(`p${n}@x.example`)),
          person(ana),
        ],
      },
      [],
    );
    expect(entry.meeting.summary?.length).toBeLessThan(2 ** 18);
    expect(entry.meeting).toMatchObject({ busy: true, location: null, categories: [], recurrence: null });
    expect(entry.meeting.attendees.length).toBeGreaterThan(10_000);
    expect(entry.owner).toMatchObject({ role: 'attendee', answer: 'needs-action' });
  });
});

describe('invitation to one occurrence of a series', () => {
  const alone = instance(meetingMs, { id: 'alone', type: 'exception', seriesMasterId: 'elsewhere' });

  it('is an entry of its own, and gone when it is gone', async () => {
    let there = true;
    const { mailbox } = await standIn(({ path, root }) => {
      if (path.includes('/calendarView/delta'))
        return {
          body: {
            value: [there ? alone : { id: 'alone', '@removed': { reason: 'deleted' } }],
            '@odata.deltaLink': `${root}v1.0/users/ana@kiln.example/calendarView/delta?$deltatoken=x`,
          },
        };
      return there && path.includes('/events/alone') ? { body: alone } : null;
    });
    const first = unwrap(await mailbox.calendar.pullChanges(null, window));
    expect(first.changes.filter(({ kind }) => kind === 'entry')).toMatchObject([
      {
        entry: {
          meeting: { id: 'alone', recurrence: null },
          owner: { role: 'attendee', answer: 'needs-action' },
        },
      },
    ]);
    expect(unwrap(await mailbox.calendar.readEntry('alone', window))?.meeting.id).toBe('alone');
    there = false;
    const { changes } = unwrap(await mailbox.calendar.pullChanges(first.cursor, window));
    expect(changes).toContainEqual({ kind: 'removed', id: 'alone' });
    expect(changes.every(({ kind }) => kind === 'removed')).toBe(true);
  });
});
