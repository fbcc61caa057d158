import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type ClockShift, clockShifts } from '../../../src/core/fairness/clock-shifts.ts';
import type { FairnessPerson } from '../../../src/core/fairness/fairness-person.ts';
import { judgeSeries } from '../../../src/core/fairness/judge-series.ts';
import { minuteRates } from './oracle/minute-rate.ts';
import { everyDay, hours, personIn } from './samples.ts';

const minuteMs = 60_000;

/** Occurrences every `days` days from a wall-clock time of `zone`, by luxon. */
function series(zone: string, first: string, count: number, minutes = 60, days = 7) {
  const start = DateTime.fromISO(first, { zone });
  return Array.from({ length: count }, (_, index) => {
    const startMs = start.plus({ days: index * days }).toMillis();
    return { startMs, endMs: startMs + minutes * minuteMs };
  });
}

function shiftsOf(
  occurrences: ReturnType<typeof series>,
  person: FairnessPerson,
  zone = 'Europe/Paris',
): ClockShift[] {
  return clockShifts(judgeSeries(occurrences, [person], zone), [person]);
}

const ben = personIn('America/New_York', { name: 'Ben' });
const spring = { from: '2027-03-15', to: '2027-03-22', occurrences: 2 };

describe('the weeks in which clocks move somebody', () => {
  it('are those between two changes of clocks, against the most usual hour', () => {
    const shifts = shiftsOf(series('Europe/Paris', '2026-11-23T12:00', 20), ben);
    const clocks = { minuteOfDay: 420, usualMinuteOfDay: 360, burden: 60, usualBurden: 360 };
    expect(shifts).toEqual([{ name: 'Ben', zone: 'America/New_York', ...spring, ...clocks }]);
  });

  it('come twice a year', () => {
    const shifts = shiftsOf(series('Europe/Paris', '2026-11-23T12:00', 53), ben);
    // Paris goes back on 31 October 2027, New York on 7 November.
    expect(shifts.map(({ from, to }) => [from, to])).toEqual([
      ['2027-03-15', '2027-03-22'],
      ['2027-11-01', '2027-11-01'],
    ]);
  });

  it('are none where the hour is as good as the usual one', () => {
    expect(shiftsOf(series('Europe/Paris', '2026-11-23T10:00', 20), ben)).toEqual([]);
    expect(shiftsOf(series('Europe/Paris', '2026-11-23T17:00', 20), ben)).toEqual([]);
  });

  it('are none for who lives by the series’ clock, or in an unknown zone', () => {
    const occurrences = series('Europe/Paris', '2026-11-23T08:30', 53);
    expect(shiftsOf(occurrences, personIn('Europe/Paris'))).toEqual([]);
    expect(shiftsOf(occurrences, personIn(null))).toEqual([]);
    expect(clockShifts([], [ben])).toEqual([]);
  });

  it('take the earliest hour for usual where two are as frequent', () => {
    const shifts = shiftsOf(series('Europe/Paris', '2027-03-01T12:00', 4), ben);
    expect(shifts).toMatchObject([{ ...spring, usualMinuteOfDay: 360 }]);
  });
});

describe('what is no change of clocks', () => {
  const weekly = series('Europe/Paris', '2026-11-23T12:00', 14);

  it('is an occurrence that was moved', () => {
    const moved = weekly.map((each, index) =>
      index === 5 ? { startMs: each.startMs + 7_200_000, endMs: each.endMs + 7_200_000 } : each,
    );
    expect(shiftsOf(moved, ben)).toEqual([]);
  });

  it('is one that lasts longer', () => {
    const longer = weekly.map((each, index) => (index === 5 ? { ...each, endMs: each.endMs + 1 } : each));
    expect(shiftsOf(longer, ben)).toEqual([]);
  });

  it('is travel', () => {
    const away = { fromMs: Date.parse('2027-01-01T00:00Z'), zone: 'Asia/Tokyo' };
    const back = { fromMs: Date.parse('2027-01-20T00:00Z'), zone: 'America/New_York' };
    expect(shiftsOf(weekly, { ...ben, stays: [...ben.stays, away, back] })).toEqual([]);
  });

  it('is a journey that begins during an occurrence', () => {
    const away = { fromMs: (weekly[3]?.startMs ?? 0) + 30 * minuteMs, zone: 'Asia/Tokyo' };
    const back = { fromMs: (weekly[3]?.endMs ?? 0) + 30 * minuteMs, zone: 'America/New_York' };
    expect(shiftsOf(weekly, { ...ben, stays: [...ben.stays, away, back] })).toEqual([]);
  });

  it('is a day off', () => {
    const off = { ...ben, daysOff: ['2026-11-30', '2027-03-15'] };
    expect(shiftsOf(series('Europe/Paris', '2026-11-23T15:00', 14), off)).toEqual([]);
    // In a week of clocks a day off adds nothing to what they do.
    expect(shiftsOf(series('Europe/Paris', '2026-11-23T12:00', 20), off)).toMatchObject([
      { ...spring, burden: 60 },
    ]);
  });

  it('is a Saturday that a meeting around midnight reaches', () => {
    // Friday 23:30 in New York, in the weeks of clocks Saturday 00:30: a night's work on Friday, asleep either way else.
    const night = { ...ben, workingHours: [hours('22:00', '24:00'), hours('00:00', '06:00')] };
    const saturdays = series('Europe/Paris', '2026-11-28T05:30', 20);
    expect(shiftsOf(saturdays, night)).toEqual([]);
    expect(shiftsOf(saturdays, ben)).toEqual([]);
  });

  it('is a midnight that the usual hour does not reach: it is that of the day before', () => {
    // Works through one night: Monday 23:30 in New York, and Tuesday 00:30 in the weeks of clocks.
    const guard = { ...ben, workingHours: [hours('20:00', '24:00', [1]), hours('00:00', '06:00', [2])] };
    expect(shiftsOf(series('Europe/Paris', '2026-11-24T05:30', 20), guard)).toEqual([]);
  });

  it('is a weekday with other hours, for people who work part-time', () => {
    const partTime = {
      ...ben,
      workingHours: [hours('09:00', '17:00', [1]), hours('09:00', '12:00', [4])],
    };
    // 14:00 in New York: work on Mondays, near it on Thursdays; 15:00 in the weeks of clocks.
    const [mondays, thursdays] = ['2026-11-23T20:00', '2026-11-26T20:00'].map((first) =>
      series('Europe/Paris', first, 20, 30),
    );
    const both = [...(mondays ?? []), ...(thursdays ?? [])].sort((a, b) => a.startMs - b.startMs);
    const shifts = shiftsOf(both, { ...partTime, workingHours: [hours('09:00', '17:00', [1, 4])] });
    expect(shifts).toEqual([]);
    // Only Thursdays change: 13:30 is near 09:00 to 12:00, 14:30 is not.
    const late = both.map(({ startMs }) => ({
      startMs: startMs - 30 * minuteMs,
      endMs: startMs,
    }));
    expect(shiftsOf(late, partTime)).toMatchObject([
      { from: '2027-03-18', to: '2027-03-25', occurrences: 2, usualBurden: 30, burden: 60 },
    ]);
  });
});

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Santiago',
];
const weeklyHours = fc.constantFrom(
  [hours('09:00', '17:00')],
  [hours('06:30', '14:00', everyDay)],
  [hours('09:00', '17:00', [1, 2, 3]), hours('09:00', '12:00', [4, 5, 6, 7])],
);

describe('the weeks of any series and person', () => {
  it('are those whose clock is not the usual one, and whose minutes cost something else, by luxon', () => {
    fc.assert(
      fc.property(
        fc.record({
          zone: fc.constantFrom(...zones),
          home: fc.constantFrom(...zones),
          workingHours: weeklyHours,
          // At 03:00 no clock of these zones changes any more.
          minute: fc.integer({ min: 12, max: 90 }).map((quarters) => quarters * 15),
          length: fc.integer({ min: 1, max: 4 }).map((quarters) => quarters * 15),
          weekday: fc.integer({ min: 0, max: 4 }),
        }),
        ({ zone, home, workingHours, minute, length, weekday }) => {
          const first = DateTime.fromISO('2026-11-23T00:00', { zone }).plus({ days: weekday });
          const start = first.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
          const occurrences = series(zone, start.toFormat("yyyy-MM-dd'T'HH:mm"), 53, length);
          const person = personIn(home, { workingHours });
          const shifts = shiftsOf(occurrences, person, zone);
          const flagged = occurrences
            .map(({ startMs }) => DateTime.fromMillis(startMs, { zone }).toISODate() ?? '')
            .filter((date) => shifts.some(({ from, to }) => date >= from && date <= to));
          expect(flagged).toEqual(movedByClocks(occurrences, person, home, zone));
          expect(shifts.reduce((sum, shift) => sum + shift.occurrences, 0)).toBe(flagged.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Dates on the series' clock: the clock start is not the most frequent one, and every minute summed costs otherwise. */
function movedByClocks(
  occurrences: ReturnType<typeof series>,
  person: FairnessPerson,
  home: string,
  zone: string,
): string[] {
  const rateAt = minuteRates({ ...person, daysOff: [] });
  const clockOf = (ms: number): string => DateTime.fromMillis(ms, { zone: home }).toFormat('HH:mm');
  const clocks = occurrences.map(({ startMs }) => clockOf(startMs));
  const timesOf = (clock: string): number => clocks.filter((each) => each === clock).length;
  const usual = clocks.reduce((a, b) => (timesOf(b) > timesOf(a) ? b : a));
  const cost = (fromMs: number, length: number): number =>
    Array.from({ length }, (_, minute) => rateAt(fromMs + minute * minuteMs) ?? 0).reduce((a, b) => a + b, 0);
  return occurrences.flatMap(({ startMs, endMs }) => {
    if (clockOf(startMs) === usual) return [];
    const length = (endMs - startMs) / minuteMs;
    const [usualHour = 0, usualMinute = 0] = usual.split(':').map(Number);
    const local = DateTime.fromMillis(startMs, { zone: home });
    // Of the usual hour on three days the one that is nearest: clocks change by two hours at most.
    const nearest = [-1, 0, 1]
      .map((days) => local.plus({ days }).set({ hour: usualHour, minute: usualMinute }).toMillis())
      .reduce((a, b) => (Math.abs(b - startMs) < Math.abs(a - startMs) ? b : a));
    const isMoved = cost(startMs, length) !== cost(nearest, length);
    return isMoved ? [DateTime.fromMillis(startMs, { zone }).toISODate() ?? ''] : [];
  });
}
