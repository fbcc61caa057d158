import { describe, expect, it } from '@jest/globals';
import { type MonthLoad, monthLoad } from '../../../src/core/load/month-load.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { meeting, nineToFive, person } from './sample-meetings.ts';

const ana = person('ana@example.org');
const ben = person('ben@example.org');

function load(meetings: readonly Meeting[], me: string | null = 'ana@example.org'): MonthLoad {
  return monthLoad(meetings, {
    month: '2026-10',
    zone: 'Europe/Berlin',
    me,
    workingHours: nineToFive,
    hourlyRate: 60,
  });
}

/** An hour at ten on each of the dates. */
function onDates(dates: readonly string[], changes: Partial<Meeting>): Meeting {
  return meeting(
    dates.map((date) => [`${date}T10:00:00Z`, `${date}T11:00:00Z`]),
    changes,
  );
}

describe('series', () => {
  it('count their actual occurrences in twelve months, those of the month apart', () => {
    const dates = ['2026-09-28', '2026-10-05', '2026-10-12', '2027-09-30', '2027-10-01'];
    const [series] = load([onDates(dates, { uid: 's' })]).series;
    expect(series).toMatchObject({ uid: 's', inMonth: 2, minutesInMonth: 120, minutesPerYear: 180 });
    expect(series?.personMinutesPerYear).toBe(360);
  });

  it('sum durations, also where two of them collide', () => {
    const dates = ['2026-10-05', '2026-10-06'];
    const found = load([onDates(dates, { uid: 'b' }), onDates(dates, { uid: 'a' })]);
    expect(found.series.map(({ uid, minutesPerYear }) => [uid, minutesPerYear])).toEqual([
      ['a', 120],
      ['b', 120],
    ]);
    expect(found.minutes.meeting).toBe(120);
  });

  it('come with the most hours first', () => {
    const found = load([
      onDates(['2026-10-05', '2026-10-06'], { uid: 'small' }),
      onDates(['2026-10-05', '2026-10-06', '2027-01-07'], { uid: 'large' }),
    ]);
    expect(found.series.map(({ uid }) => uid)).toEqual(['large', 'small']);
  });

  it('are also a rule with one occurrence left and single entries under one UID, but not a single meeting', () => {
    const weekly = { frequency: 'weekly', interval: 1, timesPerUnit: 1 } as const;
    const found = load([
      onDates(['2026-10-05'], { uid: 'last-one', recurrence: weekly }),
      onDates(['2026-10-06'], { uid: 'instances' }),
      onDates(['2026-10-13'], { uid: 'instances' }),
      onDates(['2026-10-07'], { uid: 'single' }),
    ]);
    expect(found.series.map(({ uid, inMonth }) => [uid, inMonth])).toEqual([
      ['instances', 2],
      ['last-one', 1],
    ]);
  });

  it('that are over are not listed', () => {
    expect(load([onDates(['2026-01-05', '2026-01-12'], {})]).series).toEqual([]);
  });

  it('are worth a second look by the time of all people in them', () => {
    const crowd = [ana, ben, person('cem@example.org'), person('dua@example.org')];
    const found = load([
      onDates(['2026-10-05', '2026-10-06', '2026-10-07'], { uid: 'pair' }),
      onDates(['2026-10-05', '2026-10-06'], { uid: 'crowd', attendees: crowd }),
    ]);
    expect(found.series[0]?.uid).toBe('pair');
    expect(found.worthASecondLook[0]).toMatchObject({ uid: 'crowd', personMinutesPerYear: 480 });
  });
});

describe('cost', () => {
  it('is person-hours times the rate, for those who have not declined and are no rooms', () => {
    const attendees = [
      ana,
      ben,
      person('cem@example.org', { answer: 'declined' }),
      person('room@example.org', { kind: 'room' }),
    ];
    expect(load([onDates(['2026-10-05'], { attendees })]).cost).toBe(120);
  });

  it('is that of one person in a calendar that names nobody', () => {
    expect(load([onDates(['2026-10-05', '2026-10-06'], { attendees: [] })]).cost).toBe(120);
  });

  it('leaves out what lies in other months', () => {
    expect(load([onDates(['2026-10-05', '2026-11-06'], {})]).cost).toBe(120);
  });
});

describe('generated hours', () => {
  const organizer = { email: 'ana@example.org', name: null, self: false };
  const three = [ana, ben, person('cem@example.org')];

  it('are those of the others in the own invites', () => {
    const own = onDates(['2026-10-05'], { uid: 'own', attendees: three, organizer });
    const others = onDates(['2026-10-06'], { uid: 'others', attendees: three });
    expect(load([own, others]).generatedPersonMinutes).toBe(120);
  });

  it('count the organizer neither as guest nor where only the organizer line names them', () => {
    const own = onDates(['2026-10-05'], { attendees: [ben, person('cem@example.org')], organizer });
    expect(load([own]).generatedPersonMinutes).toBe(120);
  });

  it('are known from the mark of the calendar alone', () => {
    const marked = onDates(['2026-10-05'], { attendees: three, organizer: { ...organizer, self: true } });
    expect(load([marked], null).generatedPersonMinutes).toBe(120);
  });

  it('are unknown where nobody said whose calendar it is', () => {
    expect(load([onDates(['2026-10-05'], { organizer })], null).generatedPersonMinutes).toBeNull();
  });

  it('are none where the calendar names nobody', () => {
    expect(load([onDates(['2026-10-05'], { attendees: [], organizer })]).generatedPersonMinutes).toBe(0);
  });
});
