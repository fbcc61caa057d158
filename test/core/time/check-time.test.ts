import { describe, expect, it } from '@jest/globals';
import type { Occurrence } from '../../../src/core/meeting/event-time.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { checkTime, type ProtectedPerson, type TimeCheck } from '../../../src/core/time/check-time.ts';
import { findCollisions } from '../../../src/core/time/find-collisions.ts';
import { allDay, floating, freeDay, lasting, occurrence, policy, working } from './samples.ts';

const wednesday = '2026-11-25';
const office = working([1, 2, 3, 4, 5]);

function person(
  changes: Partial<Policy> = {},
  focusEvents: ProtectedPerson['focusEvents'] = [],
): ProtectedPerson {
  return { person: 'ann@acme.example', policy: policy(changes), focusEvents };
}

function check(
  occurrences: readonly Occurrence[],
  people: readonly ProtectedPerson[],
): Omit<TimeCheck, 'exemption'> {
  return checkTime(findCollisions(occurrences, people));
}

/** Which protection one occurrence collides with, for one person; `free` or `unknown` where none. */
function outcome(event: Occurrence, changes: Partial<Policy>): string {
  const { ok, decidedBy } = check([event], [person(changes)]);
  return ok === null ? 'unknown' : (decidedBy ?? 'free');
}

const focus = { focus: { calendarEvents: true, categories: [], blocks: [working([2, 4], 9, 12)] } };

describe('protections', () => {
  it.each<[string, Occurrence, Partial<Policy>, string]>([
    ['the free day', lasting(`${wednesday}T10:00:00Z`), freeDay(3), 'no-meeting-day'],
    ['the day beside it', lasting('2026-11-24T10:00:00Z'), freeDay(3), 'free'],
    [
      'the free day, in the own zone',
      lasting(`${wednesday}T16:30:00Z`),
      { ...freeDay(4), zone: 'Asia/Singapore' },
      'no-meeting-day',
    ],
    [
      'not the free day any more, in the own zone',
      lasting(`${wednesday}T16:30:00Z`),
      { ...freeDay(3), zone: 'Asia/Singapore' },
      'free',
    ],
    ['into the free day across midnight', lasting('2026-11-24T22:30:00Z'), freeDay(3), 'no-meeting-day'],
    ['up to its midnight', lasting('2026-11-24T22:00:00Z'), freeDay(3), 'free'],
    ['out of the free day across midnight', lasting(`${wednesday}T22:30:00Z`), freeDay(3), 'no-meeting-day'],
    [
      'a date on which the day does not hold',
      lasting(`${wednesday}T10:00:00Z`),
      freeDay(3, [wednesday]),
      'free',
    ],
    [
      'another date than the excepted',
      lasting('2026-12-02T10:00:00Z'),
      freeDay(3, [wednesday]),
      'no-meeting-day',
    ],
    ['all of the free day', allDay(wednesday, '2026-11-26'), freeDay(3), 'no-meeting-day'],
    [
      'a floating time on the free day, without a zone',
      floating(`${wednesday}T10:00:00`, `${wednesday}T11:00:00`),
      { ...freeDay(3), zone: null },
      'no-meeting-day',
    ],
    ['a holiday', lasting('2026-12-25T10:00:00Z'), { publicHolidays: ['2026-12-25'] }, 'public-holiday'],
    ['the day before a holiday', lasting('2026-12-24T10:00:00Z'), { publicHolidays: ['2026-12-25'] }, 'free'],
    [
      'a holiday that begins in the own zone',
      lasting('2026-12-24T23:30:00Z'),
      { publicHolidays: ['2026-12-25'] },
      'public-holiday',
    ],
    ['inside a focus block', lasting('2026-11-24T09:00:00Z'), focus, 'focus-block'],
    ['up to a focus block', lasting('2026-11-24T07:00:00Z'), focus, 'free'],
    ['a minute into a focus block', lasting('2026-11-24T07:00:00Z', 61), focus, 'focus-block'],
    ['from its end on', lasting('2026-11-24T11:00:00Z'), focus, 'free'],
    ['a focus block of another day', lasting('2026-11-23T09:00:00Z'), focus, 'free'],
    ['all of the working hours', lasting('2026-11-24T08:00:00Z', 480), { workingHours: [office] }, 'free'],
    [
      'a minute before them',
      lasting('2026-11-24T07:59:00Z'),
      { workingHours: [office] },
      'outside-working-hours',
    ],
    [
      'a minute after them',
      lasting('2026-11-24T15:01:00Z'),
      { workingHours: [office] },
      'outside-working-hours',
    ],
    ['a Sunday', lasting('2026-11-22T10:00:00Z'), { workingHours: [office] }, 'outside-working-hours'],
    [
      'a Sunday in a week from Sunday to Thursday',
      lasting('2026-11-22T10:00:00Z'),
      { workingHours: [working([7, 1, 2, 3, 4])] },
      'free',
    ],
    [
      'a Friday in that week',
      lasting('2026-11-27T10:00:00Z'),
      { workingHours: [working([7, 1, 2, 3, 4])] },
      'outside-working-hours',
    ],
    [
      'across two windows that meet',
      lasting('2026-11-24T10:30:00Z'),
      { workingHours: [working([2], 12, 17), working([2], 9, 12)] },
      'free',
    ],
    [
      'across the break of a split day',
      lasting('2026-11-24T10:30:00Z'),
      { workingHours: [working([2], 9, 12), working([2], 13, 17)] },
      'outside-working-hours',
    ],
    [
      'a night shift across midnight',
      lasting('2026-11-24T22:30:00Z'),
      { workingHours: [working([2], 20, 24), working([3], 0, 4)] },
      'free',
    ],
    ['nine in summer and in winter', lasting('2026-07-14T07:00:00Z'), { workingHours: [office] }, 'free'],
    [
      'seven UTC in winter',
      lasting('2026-11-24T07:00:00Z'),
      { workingHours: [office] },
      'outside-working-hours',
    ],
    ['no working day at all', lasting('2026-11-24T10:00:00Z'), { workingHours: [] }, 'outside-working-hours'],
    ['no zone', lasting(`${wednesday}T10:00:00Z`), { ...freeDay(3), zone: null }, 'unknown'],
    [
      'an unknown zone',
      lasting(`${wednesday}T10:00:00Z`),
      { ...freeDay(3), zone: 'Mars/Olympus' },
      'unknown',
    ],
    [
      'an unreadable time',
      occurrence({ kind: 'unknown', text: 'tea' }, { kind: 'unknown', text: 'tea' }),
      freeDay(3),
      'unknown',
    ],
  ])('%s', (_, event, changes, expected) => {
    expect(outcome(event, changes)).toBe(expected);
  });

  it('keeps focus events of the calendar', () => {
    const held = [{ fromMs: Date.parse('2026-11-24T10:00:00Z'), toMs: Date.parse('2026-11-24T12:00:00Z') }];
    const ok = (iso: string, changes: Partial<Policy>): boolean | null =>
      check([lasting(iso)], [person(changes, held)]).ok;
    expect(ok('2026-11-24T11:30:00Z', {})).toBe(false);
    expect(ok('2026-11-24T12:00:00Z', {})).toBe(true);
  });

  it('names the firmest promise where several are broken', () => {
    const all = { ...freeDay(3), publicHolidays: [wednesday], workingHours: [office] };
    expect(outcome(lasting(`${wednesday}T20:00:00Z`), all)).toBe('no-meeting-day');
  });
});

describe('several people', () => {
  const ann = person({ workingHours: [office] });
  const bo: ProtectedPerson = {
    ...person({ workingHours: [office], zone: 'Asia/Singapore' }),
    person: 'bo@acme.example',
  };
  const unknown: ProtectedPerson = { ...person({ zone: null }), person: 'cy@acme.example' };

  it('are looked at each on their own clock', () => {
    const checked = check([lasting('2026-11-24T13:00:00Z')], [ann, bo]);
    expect(checked.protections).toEqual([
      {
        rule: 'outside-working-hours',
        person: 'bo@acme.example',
        local: 'Tue 2026-11-24 21:00',
        occurrence: 0,
      },
    ]);
    expect(checked.ok).toBe(false);
  });

  it('leave the time unknown where one is unknown and nobody else is disturbed', () => {
    expect(check([lasting('2026-11-24T09:00:00Z')], [ann, unknown]).ok).toBeNull();
    expect(check([lasting('2026-11-24T20:00:00Z')], [ann, unknown]).ok).toBe(false);
  });

  it('are needed to know anything', () => {
    expect(check([lasting('2026-11-24T09:00:00Z')], []).ok).toBeNull();
    expect(check([], [ann]).ok).toBeNull();
  });
});

describe('a series', () => {
  const someWednesdays = ['2026-11-23', '2026-11-24', wednesday].map((date) => lasting(`${date}T10:00:00Z`));
  const allWednesdays = [wednesday, '2026-12-02', '2026-12-09'].map((date) => lasting(`${date}T10:00:00Z`));

  it('is fine where only some of its times collide, and says how many', () => {
    const checked = check(someWednesdays, [person(freeDay(3))]);
    expect(checked).toMatchObject({ ok: true, judged: 3, collided: 1, decidedBy: null });
    expect(checked.reasons[0]?.because).toBe(
      'Wed 2026-11-25 11:00 is on a day that is kept free of meetings. (1 of the next 3 times)',
    );
  });

  it('is blocked where all of them collide', () => {
    expect(check(allWednesdays, [person(freeDay(3))])).toMatchObject({
      ok: false,
      judged: 3,
      collided: 3,
      decidedBy: 'no-meeting-day',
    });
  });

  it('is unknown where one time is unreadable and not all others collide', () => {
    const unreadable = occurrence({ kind: 'unknown', text: 'tea' }, { kind: 'unknown', text: 'tea' });
    expect(check([...allWednesdays, unreadable], [person(freeDay(3))]).ok).toBeNull();
  });

  it('lists a bounded number of collisions and counts all', () => {
    const year = Array.from({ length: 60 }, () => lasting(`${wednesday}T10:00:00Z`));
    const checked = check(year, [person(freeDay(3))]);
    expect([checked.protections.length, checked.collided]).toEqual([24, 60]);
  });

  it('collides with working hours by the clocks of each date', () => {
    // 16:00 in New York is 22:00 in Paris, but 21:00 in the week in which only Paris has changed.
    const weeks = ['2026-10-20T20:00:00Z', '2026-10-27T20:00:00Z', '2026-11-03T21:00:00Z'].map((iso) =>
      lasting(iso),
    );
    const checked = check(weeks, [person({ workingHours: [working([1, 2, 3, 4, 5], 9, 22)] })]);
    expect(checked.ok).toBe(true);
    expect(checked.protections.map(({ local }) => local)).toEqual([
      'Tue 2026-10-20 22:00',
      'Tue 2026-11-03 22:00',
    ]);
  });
});

describe('somebody who travels', () => {
  const stays = { travel: [{ fromDate: '2026-11-23', toDate: '2026-11-24', zone: 'Asia/Singapore' }] };
  // 09:00 to 10:00 in Singapore is 02:00 to 03:00 in Paris.
  const morningThere = lasting('2026-11-24T01:00:00Z');

  it.each<[string, Occurrence, Partial<Policy>, string]>([
    ['the morning there', morningThere, stays, 'free'],
    ['the same hour at home', morningThere, {}, 'outside-working-hours'],
    [
      'the morning of home, there the evening',
      lasting('2026-11-24T10:00:00Z'),
      stays,
      'outside-working-hours',
    ],
    ['the morning of home, back again', lasting('2026-11-25T10:00:00Z'), stays, 'free'],
    ['a time there whose home nobody knows', morningThere, { ...stays, zone: null }, 'free'],
    [
      'a time at home where nobody knows it',
      lasting('2026-11-25T10:00:00Z'),
      { ...stays, zone: null },
      'unknown',
    ],
    [
      'a floating time, which is on the clock there',
      floating('2026-11-24T09:00:00', '2026-11-24T10:00:00'),
      stays,
      'free',
    ],
    [
      'a day off there, by the date there',
      lasting('2026-11-23T16:30:00Z'),
      { ...stays, workingHours: [working([1, 2, 3, 4, 5], 0, 24)], publicHolidays: ['2026-11-24'] },
      'public-holiday',
    ],
  ])('%s', (_, event, changes, expected) => {
    expect(outcome(event, { workingHours: [office], ...changes })).toBe(expected);
  });

  it('is judged at each time of a series where they are then, and told so', () => {
    const weekly = ['2026-11-17T01:00:00Z', '2026-11-24T01:00:00Z'].map((iso) => lasting(iso));
    const found = findCollisions(weekly, [person({ workingHours: [office], ...stays })]);
    expect(found.collisions.map(({ collision }) => collision.local)).toEqual(['Tue 2026-11-17 02:00']);
    const there = findCollisions(
      [lasting('2026-11-24T10:00:00Z')],
      [person({ workingHours: [office], ...stays })],
    );
    expect(there.collisions[0]?.collision.local).toBe('Tue 2026-11-24 18:00');
  });
});
