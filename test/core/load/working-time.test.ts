import { describe, expect, it } from '@jest/globals';
import { afterHoursMs, gapMs, workingWindows } from '../../../src/core/load/working-time.ts';
import { nineToFive } from './sample-meetings.ts';

const minute = 60_000;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

function ms(iso: string): number {
  return Date.parse(iso);
}

describe('working windows', () => {
  it('follow the clock on the wall when summer time ends', () => {
    const windows = workingWindows(['2026-10-23', '2026-10-24', '2026-10-26'], nineToFive, 'Europe/Berlin');
    expect(windows).toEqual([
      { fromMs: ms('2026-10-23T07:00:00Z'), toMs: ms('2026-10-23T15:00:00Z') },
      { fromMs: ms('2026-10-26T08:00:00Z'), toMs: ms('2026-10-26T16:00:00Z') },
    ]);
  });

  it.each([
    ['Europe/Berlin', '2026-10-25', 9],
    ['Europe/Berlin', '2026-03-29', 7],
    ['America/New_York', '2026-11-01', 9],
    ['Australia/Lord_Howe', '2026-10-04', 7.5],
    ['UTC', '2026-10-04', 8],
  ])('from midnight to eight in %s on %s last %d hours', (zone, date, hours) => {
    const night = [{ weekdays: everyDay, start: { hour: 0, minute: 0 }, end: { hour: 8, minute: 0 } }];
    const [window] = workingWindows([date], night, zone);
    expect(((window?.toMs ?? 0) - (window?.fromMs ?? 0)) / (60 * minute)).toBe(hours);
  });

  it('that overlap on one date are one, and those of two dates stay two even at midnight', () => {
    const windows = workingWindows(
      ['2026-10-01', '2026-10-02'],
      [
        { weekdays: everyDay, start: { hour: 20, minute: 0 }, end: { hour: 24, minute: 0 } },
        { weekdays: everyDay, start: { hour: 0, minute: 0 }, end: { hour: 4, minute: 0 } },
        { weekdays: everyDay, start: { hour: 22, minute: 0 }, end: { hour: 23, minute: 0 } },
      ],
      'UTC',
    );
    expect(windows).toHaveLength(4);
    expect(windows[1]?.toMs).toBe(windows[2]?.fromMs);
  });
});

describe('time around meetings', () => {
  const working = workingWindows(['2026-10-05'], nineToFive, 'UTC');

  it.each([
    ['no meeting', [], 480, 0],
    [
      'a gap of exactly two hours is focus',
      [
        ['09:00', '10:00'],
        ['12:00', '17:00'],
      ],
      120,
      0,
    ],
    [
      'a minute less is fragmented',
      [
        ['09:00', '10:00'],
        ['11:59', '17:00'],
      ],
      0,
      119,
    ],
    [
      'before, between and after',
      [
        ['10:00', '11:00'],
        ['14:00', '16:30'],
      ],
      180,
      90,
    ],
    ['a meeting around the whole day', [['08:00', '18:00']], 0, 0],
    ['a meeting outside', [['18:00', '19:00']], 480, 0],
  ])('%s', (_name, times, focus, fragmented) => {
    const meetings = times.map(([from, to]) => ({
      fromMs: ms(`2026-10-05T${from}:00Z`),
      toMs: ms(`2026-10-05T${to}:00Z`),
    }));
    expect(gapMs(meetings, working)).toEqual({ focus: focus * minute, fragmented: fragmented * minute });
  });

  it('outside working hours is what is left of a meeting that reaches over both ends', () => {
    const meetings = [{ fromMs: ms('2026-10-05T08:15:00Z'), toMs: ms('2026-10-05T17:30:00Z') }];
    expect(afterHoursMs(meetings, working)).toBe(75 * minute);
  });
});
