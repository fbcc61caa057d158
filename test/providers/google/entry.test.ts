import { describe, expect, it } from '@jest/globals';
import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import { isReadProblem, readEntry } from '../../../src/providers/google/entry.ts';
import { overlapsWindow } from '../../../src/providers/google/in-window.ts';
import { eventResource } from '../../../src/providers/google/schema.ts';

const day = (date: number, hour = 0) => Date.UTC(2026, 10, date, hour);
const context = {
  ownAddresses: new Set(['ana@acme.example', 'ana@second.example']),
  calendarZone: 'Europe/Paris',
  window: { fromMs: day(1), toMs: day(30) },
};
const base = {
  id: 'e',
  etag: '"7"',
  start: { dateTime: '2026-11-10T10:00:00Z' },
  end: { dateTime: '2026-11-10T11:00:00Z' },
};
const [ana, second] = [
  { email: 'Ana@acme.example', responseStatus: 'tentative' },
  { email: 'ana@second.example' },
];
const ben = { email: 'ben@acme.example', responseStatus: 'accepted' };
const room = { email: 'room@resource.calendar.google.com', resource: true };

function read(event: object, instances: object[] | null = null): CalendarEntry {
  const list = instances && { instances: instances.map((one) => eventResource.parse(one)), truncated: false };
  const entry = readEntry(eventResource.parse({ ...base, ...event }), list, context);
  if (isReadProblem(entry)) throw new Error(entry.what);
  return entry;
}

describe('owner of a Google event', () => {
  const own = { organizer: { email: 'ana@acme.example', self: true } };
  const other = { organizer: { email: 'ben@acme.example' } };
  it.each([
    ['a guest', { ...other, attendees: [ben, { ...ana, self: true }] }, 'attendee', 'tentative'],
    [
      'a guest by an address that Google does not mark',
      { ...other, attendees: [ben, ana] },
      'attendee',
      'tentative',
    ],
    ['a guest by a second account', { ...other, attendees: [second] }, 'attendee', 'needs-action'],
    ['the organizer', { ...own, attendees: [ben] }, 'organizer', 'accepted'],
    ['the organizer who is a guest too', { ...own, attendees: [ben, ana] }, 'organizer', 'tentative'],
    ['the organizer by a second account', { organizer: second, attendees: [ben] }, 'organizer', 'accepted'],
    ['the organizer of a hidden list', { ...own, attendeesOmitted: true }, 'organizer', 'accepted'],
    ['alone with a room', { ...own, attendees: [ana, room] }, 'alone', 'tentative'],
    ['alone', own, 'alone', 'accepted'],
    ['alone in an import without people', {}, 'alone', 'accepted'],
    [
      'invited through a group',
      { ...other, attendees: [{ email: 'team@acme.example' }] },
      'unlisted',
      'unknown',
    ],
    ['on a hidden list', { ...other, attendeesOmitted: true }, 'unlisted', 'unknown'],
  ])('is %s', (_case, event, role, answer) => {
    expect(read(event).owner).toEqual({ role, answer, comment: null });
  });

  it('is marked among the attendees and as the organizer, whatever the address', () => {
    const { meeting } = read({ organizer: second, attendees: [ben, ana] });
    expect(meeting.attendees.map(({ self }) => self)).toEqual([false, true]);
    expect(meeting.organizer?.self).toBe(true);
  });

  it('does not count what the owner declined, whatever the address', () => {
    const declined = [ben, { ...ana, responseStatus: 'declined' }];
    const entry = read({ ...other, attendees: declined });
    expect(entry.meeting.occurrences).toMatchObject([{ counts: false }]);
    expect(entry.owner.answer).toBe('declined');
    const occurrence = { ...base, id: 'e_1', originalStartTime: base.start, attendees: declined };
    const series = read({ ...other, recurrence: ['RRULE:FREQ=WEEKLY'], attendees: [ben, ana] }, [occurrence]);
    expect(series.meeting.occurrences).toMatchObject([{ counts: false }]);
  });

  it('reads the key of the gate, and no other property', () => {
    const gateKey = (properties: object) => read({ extendedProperties: properties }).gateKey;
    expect(gateKey({ private: { gatekeeperKey: 'k' } })).toBe('k');
    expect(gateKey({ shared: { gatekeeperKey: 'k' } })).toBeNull();
  });
});

describe('series of Google', () => {
  const days = {
    recurrence: ['RRULE:FREQ=WEEKLY'],
    start: { date: '2026-11-03' },
    end: { date: '2026-11-05' },
    summary: 'Offsite',
  };
  const instance = (date: number, more: object = {}) => {
    const two = (value: number) => `2026-11-${String(value).padStart(2, '0')}`;
    return {
      id: `e_${date}`,
      recurringEventId: 'e',
      summary: 'Offsite',
      originalStartTime: { date: two(date) },
      start: { date: two(date) },
      end: { date: two(date + 2) },
      ...more,
    };
  };

  it('keeps whole days as days', () => {
    const entry = read(days, [
      instance(3),
      { id: 'e_10', status: 'cancelled', recurringEventId: 'e', originalStartTime: { date: '2026-11-10' } },
      instance(17, { end: { date: '2026-11-18' } }),
    ]);
    expect(entry.meeting.occurrences).toMatchObject([
      { start: { date: '2026-11-03' }, end: { date: '2026-11-05' }, counts: true },
      { start: { date: '2026-11-10' }, end: { date: '2026-11-12' }, counts: false },
      { start: { date: '2026-11-17' }, end: { date: '2026-11-18' }, counts: true },
    ]);
    expect(entry.exceptions.map(({ id, cancelled }) => [id, cancelled])).toEqual([
      ['e_10', true],
      ['e_17', false],
    ]);
  });

  it('says what an occurrence has of its own', () => {
    const declined = { ...ben, responseStatus: 'declined' };
    const entry = read({ ...days, attendees: [ben] }, [
      instance(17, { summary: 'Party', attendees: [ben] }),
      instance(3, { attendees: [ben] }),
      instance(10, { transparency: 'transparent', attendees: [declined] }),
    ]);
    expect(entry.meeting.occurrences).toEqual([
      expect.objectContaining({ counts: true, summary: null }),
      expect.objectContaining({ counts: false, summary: null, declinedBy: ['ben@acme.example'] }),
      expect.objectContaining({ counts: true, summary: 'Party' }),
    ]);
    expect(entry.exceptions.map(({ id }) => id)).toEqual(['e_17', 'e_10']);
  });
});

describe('window of an entry', () => {
  const window = { fromMs: day(10), toMs: day(11) };
  const at = (ms: number) => ({ kind: 'instant', ms, zone: null }) as const;
  it.each([
    ['ends as the window begins', at(day(9, 23)), at(day(10)), false],
    ['reaches into it', at(day(9, 23)), at(day(10, 1)), true],
    ['begins as the window ends', at(day(11)), at(day(11, 1)), false],
    ['has no length and stands at its start', at(day(10)), at(day(10)), true],
    [
      'is a day that some zone puts inside',
      { kind: 'date', date: '2026-11-11' },
      { kind: 'date', date: '2026-11-12' },
      true,
    ],
    ['is a day too far', { kind: 'date', date: '2026-11-12' }, { kind: 'date', date: '2026-11-13' }, false],
    ['is at no known time', { kind: 'unknown', text: '' }, { kind: 'unknown', text: '' }, true],
  ] as const)('one that %s', (_case, start, end, inside) => {
    expect(overlapsWindow({ start, end }, window)).toBe(inside);
  });
});
