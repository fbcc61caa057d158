import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { monthBounds } from '../../../src/core/load/month-bounds.ts';
import { type MonthLoad, monthLoad } from '../../../src/core/load/month-load.ts';
import { monthLoadJson } from '../../../src/core/load/month-load-json.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { instantToLocal } from '../../../src/core/meeting/wall-time.ts';
import { meeting, nineToFive } from './sample-meetings.ts';

const minute = 60_000;

function load(meetings: readonly Meeting[], month = '2026-10', zone = 'Europe/Berlin'): MonthLoad {
  return monthLoad(meetings, {
    month,
    zone,
    me: 'ana@example.org',
    workingHours: nineToFive,
    hourlyRate: 75,
  });
}

/** Every minute of the month and of the half day after it, as the clock of the zone shows it. */
function wallOf(month: string, zone: string) {
  const { fromMs, toMs } = monthBounds(month, zone);
  const minutes = (toMs - fromMs) / minute;
  // Clocks change, and work begins and ends, on whole quarters: one look for fifteen minutes is enough.
  const quarters = Array.from({ length: minutes / 15 + 13 * 4 }, (_, index) => {
    const { date, weekday, minuteOfDay } = instantToLocal(fromMs + index * 15 * minute, zone);
    return { date, works: weekday <= 5 && minuteOfDay >= 540 && minuteOfDay < 1020 };
  });
  const wall = quarters.flatMap((quarter) => Array.from({ length: 15 }, () => quarter));
  return { fromMs, minutes, wall };
}

/** The slow and obvious answer: look at every minute. */
function byMinute(
  { minutes, wall }: ReturnType<typeof wallOf>,
  meetings: readonly (readonly [number, number])[],
) {
  const covering = new Uint16Array(wall.length);
  for (const [start, length] of meetings)
    for (let at = start; at < start + length; at += 1) covering[at] = (covering[at] ?? 0) + 1;
  const sums = { meeting: 0, conflict: 0, after: 0, focus: 0, fragmented: 0 };
  let gap = 0;
  for (let index = 0; index < wall.length; index += 1) {
    const { date, works } = wall[index] ?? { date: '', works: false };
    const count = covering[index] ?? 0;
    if (count > 0) sums.meeting += 1;
    if (count > 1) sums.conflict += 1;
    if (count > 0 && !works) sums.after += 1;
    if (count === 0 && works && index < minutes) gap += 1;
    const next = wall[index + 1];
    const goesOn = count === 0 && works && next?.works && next.date === date && covering[index + 1] === 0;
    if (goesOn) continue;
    sums[gap >= 120 ? 'focus' : 'fragmented'] += gap;
    gap = 0;
  }
  return sums;
}

describe('a month of meetings', () => {
  it.each([
    ['2026-10', 'Europe/Berlin'],
    ['2026-11', 'America/New_York'],
    ['2026-03', 'America/New_York'],
    ['2026-10', 'Australia/Lord_Howe'],
    ['2026-02', 'Pacific/Apia'],
  ])('%s in %s has the same hours as a look at every minute', (month, zone) => {
    const wall = wallOf(month, zone);
    const times = fc.array(
      fc.tuple(fc.integer({ min: 0, max: wall.minutes - 1 }), fc.integer({ min: 0, max: 720 })),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(times, (meetings) => {
        const iso = (at: number) => new Date(wall.fromMs + at * minute).toISOString();
        const read = meetings.map(([start, length], index) =>
          meeting([[iso(start), iso(start + length)]], { uid: `m${index}` }),
        );
        const found = load(read, month, zone);
        expect(found.minutes).toEqual(byMinute(wall, meetings));
        const days = found.days.reduce((sum, day) => sum + day.minutes, 0);
        const weeks = found.weeks.reduce((sum, week) => sum + week.minutes, 0);
        expect([days, weeks]).toEqual([found.minutes.meeting, found.minutes.meeting]);
      }),
      { numRuns: 15 },
    );
  });

  it('without meetings is all focus', () => {
    const found = load([]);
    expect(found.minutes).toEqual({ meeting: 0, conflict: 0, after: 0, focus: 22 * 480, fragmented: 0 });
    expect(found.days).toHaveLength(31);
    expect(found.weeks.map(({ week, fromDate, toDate }) => [week, fromDate, toDate])).toEqual([
      ['2026-W40', '2026-10-01', '2026-10-04'],
      ['2026-W41', '2026-10-05', '2026-10-11'],
      ['2026-W42', '2026-10-12', '2026-10-18'],
      ['2026-W43', '2026-10-19', '2026-10-25'],
      ['2026-W44', '2026-10-26', '2026-10-31'],
    ]);
    expect(found.notes).toEqual([]);
  });

  it('names weeks by ISO 8601 across the turn of the year', () => {
    expect(load([], '2027-01').weeks[0]?.week).toBe('2026-W53');
  });

  it('shows the hour that the clocks repeat as one hour of the wall, twice as long', () => {
    const night = meeting([['2026-10-25T00:00:00Z', '2026-10-25T02:00:00Z']]);
    const sunday = load([night]).days[24];
    expect([sunday?.date, sunday?.weekday]).toEqual(['2026-10-25', 7]);
    expect(sunday?.minutesByHour.map((value, hour) => [hour, value]).filter(([, value]) => value)).toEqual([
      [2, 120],
    ]);
  });

  it('shows nothing in the hour that the clocks skip', () => {
    const night = meeting([['2026-03-29T00:00:00Z', '2026-03-29T02:00:00Z']]);
    const hours = load([night], '2026-03').days[28]?.minutesByHour;
    expect(hours?.slice(0, 5)).toEqual([0, 60, 0, 60, 0]);
  });

  it('gives each weekday its minutes and the time of all people in them', () => {
    const found = load([
      meeting([
        ['2026-10-05T08:00:00Z', '2026-10-05T09:00:00Z'],
        ['2026-10-12T08:00:00Z', '2026-10-12T08:30:00Z'],
      ]),
      meeting([['2026-10-05T08:00:00Z', '2026-10-05T09:00:00Z']], { uid: 'm2' }),
    ]);
    expect(found.weekdays[0]).toEqual({ weekday: 1, minutes: 90, personMinutes: 300 });
    expect(found.weekdays.slice(1).every((day) => day.minutes + day.personMinutes === 0)).toBe(true);
  });

  it('lists each of the largest meetings once', () => {
    const team = meeting([
      ['2026-10-05T08:00:00Z', '2026-10-05T09:00:00Z'],
      ['2026-10-06T08:00:00Z', '2026-10-06T09:00:00Z'],
    ]);
    const all = meeting([['2026-10-07T08:00:00Z', '2026-10-07T09:00:00Z']], {
      uid: 'all-hands',
      attendees: [...team.attendees, ...team.attendees],
    });
    expect(load([team, all]).largest.map(({ meeting: { uid }, people }) => [uid, people])).toEqual([
      ['all-hands', 4],
      ['m1', 2],
    ]);
  });

  it('says what it does not know', () => {
    const unknown = { kind: 'unknown', text: 'TZID=Nowhere' } as const;
    const notes = load([
      meeting([], { uid: 'a', start: unknown }),
      meeting([], { uid: 'b', occurrencesTruncated: true }),
      meeting([], { uid: 'c', start: { kind: 'floating', local: '2026-10-05T10:00:00' } }),
      meeting([], { uid: 'd', attendeesOmitted: true }),
    ]).notes;
    expect(notes.map((note) => note.slice(0, 16))).toEqual([
      '1 entry has a ti',
      '1 series was too',
      '1 entry names no',
      '1 meeting hides ',
    ]);
    expect(load([meeting([], { attendees: [] })]).notes[0]).toMatch(/^No entry names attendees/);
  });

  it('becomes rounded hours only as JSON', () => {
    const found = load([meeting([['2026-10-05T08:00:00Z', '2026-10-05T08:20:00Z']])]);
    expect(monthLoadJson(found)).toEqual({
      month: '2026-10',
      zone: 'Europe/Berlin',
      occurrences: 1,
      hours: { meeting: 0.33, after: 0, conflict: 0, focus: 174.67, fragmented: 1 },
      cost: 50,
      series: [],
    });
  });

  it('holds 200,000 occurrences', () => {
    const first = Date.parse('2026-10-01T00:00:00Z');
    const meetings = Array.from({ length: 1000 }, (_, series) =>
      meeting(
        Array.from({ length: 200 }, (_, index) => {
          const start = first + ((series * 7919 + index * 1440) % (360 * 1440)) * minute;
          return [new Date(start).toISOString(), new Date(start + 30 * minute).toISOString()];
        }),
        { uid: `series-${series}` },
      ),
    );
    expect(load(meetings).series).toHaveLength(1000);
  });
});
