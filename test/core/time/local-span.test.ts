import { describe, expect, it } from '@jest/globals';
import { toLocalSpan } from '../../../src/core/time/local-span.ts';
import { allDay, floating, instant, lasting, occurrence } from './samples.ts';

/** The days of a span as `date from-to`, in minutes since local midnight. */
function daysOf(span: ReturnType<typeof toLocalSpan>): string[] | null {
  return span?.days.map(({ date, from, to }) => `${date} ${from}-${to}`) ?? null;
}

describe('an occurrence on a clock', () => {
  it.each([
    ['an ordinary hour', lasting('2026-11-25T09:00:00Z'), 'Europe/Paris', ['2026-11-25 600-660']],
    ['the next day in Singapore', lasting('2026-11-25T16:30:00Z'), 'Asia/Singapore', ['2026-11-26 30-90']],
    [
      'across midnight',
      lasting('2026-11-25T22:30:00Z'),
      'Europe/Paris',
      ['2026-11-25 1410-1440', '2026-11-26 0-30'],
    ],
    ['until midnight', lasting('2026-11-25T22:00:00Z'), 'Europe/Paris', ['2026-11-25 1380-1440']],
    ['across the hole of spring', lasting('2026-03-29T00:30:00Z'), 'Europe/Paris', ['2026-03-29 90-210']],
    [
      'across the overlap of autumn',
      lasting('2026-10-25T00:30:00Z', 120),
      'Europe/Paris',
      ['2026-10-25 150-210'],
    ],
    ['without length', lasting('2026-11-25T09:00:00Z', 0), 'Europe/Paris', ['2026-11-25 600-600']],
    [
      'with its end before its start',
      lasting('2026-11-25T09:00:00Z', -90),
      'Europe/Paris',
      ['2026-11-25 600-600'],
    ],
    [
      'floating, wherever it is read',
      floating('2026-11-25T10:00:00', '2026-11-25T11:30:00'),
      null,
      ['2026-11-25 600-690'],
    ],
    ['all day', allDay('2026-11-25', '2026-11-27'), null, ['2026-11-25 0-1440', '2026-11-26 0-1440']],
  ])('%s', (_, event, zone, expected) => {
    expect(daysOf(toLocalSpan(event, zone))).toEqual(expected);
  });

  it('never has a stretch of negative length when clocks go back inside it', () => {
    // 02:50 the first time to 02:10 the second time.
    expect(daysOf(toLocalSpan(lasting('2026-10-25T00:50:00Z', 20), 'Europe/Paris'))).toEqual([
      '2026-10-25 170-170',
    ]);
  });

  it.each([
    ['no zone', lasting('2026-11-25T09:00:00Z'), null],
    ['an unknown zone', lasting('2026-11-25T09:00:00Z'), 'Mars/Olympus'],
    [
      'an unreadable time',
      occurrence({ kind: 'unknown', text: 'teatime' }, instant('2026-11-25T09:00:00Z')),
      'UTC',
    ],
  ])('is unknown with %s', (_, event, zone) => {
    expect(toLocalSpan(event, zone)).toBeNull();
  });

  it('stops looking at an absence of years after two weeks', () => {
    expect(toLocalSpan(allDay('2026-01-01', '9999-01-01'), null)?.days).toHaveLength(14);
  });

  it('says the start for people', () => {
    expect(toLocalSpan(lasting('2026-11-25T09:30:00Z'), 'America/New_York')?.text).toBe(
      'Wed 2026-11-25 04:30',
    );
    expect(toLocalSpan(floating('2026-11-25T10:00:00', '2026-11-25T11:00:00'), null)?.text).toBe(
      'Wed 2026-11-25 10:00',
    );
    expect(toLocalSpan(allDay('2026-11-25', '2026-11-26'), null)?.text).toBe('Wed 2026-11-25');
  });
});
