import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { proposeOtherTimes } from '../../../src/core/offer/other-times.ts';
import { freeDay, lasting, policy, working } from '../time/samples.ts';

const zone = 'Europe/Paris';
const office = { workingHours: [working([1, 2, 3, 4, 5])] };

/** What is proposed instead of these starts. */
function proposed(
  starts: readonly string[],
  changes: Partial<Policy>,
  minutes = 60,
  nowMs: number | null = null,
): string {
  const people = [{ person: 'ann@acme.example', policy: policy(changes), focusEvents: [] }];
  return proposeOtherTimes(
    starts.map((iso) => lasting(iso, minutes)),
    people,
    zone,
    nowMs,
  );
}

const wednesdays = ['2026-11-25', '2026-12-02', '2026-12-09', '2026-12-16'].map(
  (date) => `${date}T09:00:00Z`,
);

describe('other times', () => {
  it.each<[string, string[], Partial<Policy>, string]>([
    [
      'the same clock time on the days after a free day',
      ['2026-11-25T09:00:00Z'],
      freeDay(3),
      'Propose Thu 2026-11-26 10:00 or Fri 2026-11-27 10:00 instead.',
    ],
    [
      'past a holiday and a weekend',
      ['2026-12-24T09:00:00Z'],
      { ...office, publicHolidays: ['2026-12-24', '2026-12-25'] },
      'Propose Mon 2026-12-28 10:00 or Tue 2026-12-29 10:00 instead.',
    ],
    [
      'the nearest working hours where the clock time is out of hours every day',
      ['2026-11-25T05:00:00Z'],
      office,
      'Propose Wed 2026-11-25 09:00 or Thu 2026-11-26 09:00 instead.',
    ],
    [
      'the last hour that fits, in the evening',
      ['2026-11-26T19:00:00Z'],
      office,
      'Propose Thu 2026-11-26 16:00 or Fri 2026-11-27 16:00 instead.',
    ],
    [
      'the same clock on the wall where the clocks change between',
      ['2026-10-24T08:00:00Z'],
      freeDay(6),
      'Propose Sun 2026-10-25 10:00 or Mon 2026-10-26 10:00 instead.',
    ],
    [
      'no wall time that does not exist',
      ['2026-03-28T01:30:00Z'],
      freeDay(6),
      'Propose Mon 2026-03-30 02:30 or Tue 2026-03-31 02:30 instead.',
    ],
    [
      'another weekday for a series',
      wednesdays,
      { ...freeDay(3), publicHolidays: ['2026-12-10'] },
      'Propose to move the series to Thu 10:00 or Fri 10:00 instead.',
    ],
    [
      'another hour for a series on several weekdays',
      ['2026-11-24T05:00:00Z', '2026-11-26T05:00:00Z'],
      office,
      'Propose to move the series to 09:00 instead.',
    ],
    ['none where there is none', ['2026-11-25T09:00:00Z'], { workingHours: [] }, 'Propose another time.'],
  ])('%s', (_, starts, changes, expected) => {
    expect(proposed(starts, changes)).toBe(expected);
  });

  it('never lie before the moment of judgement', () => {
    const now = Date.parse('2026-11-26T12:00:00Z');
    expect(proposed(['2026-11-25T09:00:00Z'], freeDay(3), 60, now)).toBe(
      'Propose Fri 2026-11-27 10:00 or Sat 2026-11-28 10:00 instead.',
    );
  });

  it('need a zone', () => {
    expect(proposeOtherTimes([lasting('2026-11-25T09:00:00Z')], [], null, null)).toBe(
      'Propose another time.',
    );
  });
});
