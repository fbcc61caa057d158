import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type WeekRates, weekRates } from '../../../src/core/fairness/day-rates.ts';
import type { WeeklyWindow } from '../../../src/core/meeting/policy.ts';
import { everyDay, hours } from './samples.ts';

const [monday, tuesday, wednesday, friday, saturday] = [1, 2, 3, 5, 6];

/** Rates of a day as `rate until HH:MM`, which is how a person would tell them. */
function told(week: WeekRates, weekday: number, isDayOff = false): string {
  const steps = week.stepsOf(weekday, isDayOff);
  return steps.map(({ rate }, index) => `${rate} until ${clock(steps[index + 1]?.from ?? 1440)}`).join(', ');
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

const usualDay = '6 until 07:00, 1 until 09:00, 0 until 17:00, 1 until 19:00, 2 until 23:00, 6 until 24:00';
const usualDayOff =
  '6 until 07:00, 3 until 09:00, 2 until 17:00, 3 until 19:00, 4 until 23:00, 6 until 24:00';

describe('the rates of a day', () => {
  const office = weekRates([hours('09:00', '17:00')]);

  it('are 0 at work, 1 near it, 2 awake and 6 asleep', () => {
    expect(told(office, monday)).toBe(usualDay);
  });

  it('are 2 more on days without work and days off, 6 at most', () => {
    expect(told(office, saturday)).toBe(usualDayOff);
    expect(told(office, monday, true)).toBe(usualDayOff);
    expect([monday, saturday].map(office.isFree)).toEqual([false, true]);
  });

  it('follow a half day, which does not become the usual one', () => {
    const week = weekRates([hours('09:00', '17:00', [1, 2, 3, 4]), hours('09:00', '13:00', [5])]);
    expect(told(week, friday)).toBe(
      '6 until 07:00, 1 until 09:00, 0 until 13:00, 1 until 15:00, 2 until 23:00, 6 until 24:00',
    );
    expect(told(week, saturday)).toBe(usualDayOff);
  });

  it('follow a night shift: work wins over sleep, sleep over being near work', () => {
    const week = weekRates([hours('22:00', '24:00', everyDay), hours('00:00', '06:00', everyDay)]);
    expect(told(week, monday)).toBe(
      '0 until 06:00, 6 until 07:00, 1 until 08:00, 2 until 20:00, 1 until 22:00, 0 until 24:00',
    );
  });

  it('look over midnight: the evening before work at midnight is near it', () => {
    const week = weekRates([hours('09:00', '17:00', [1]), hours('00:00', '04:00', [2])]);
    expect(told(week, monday)).toContain('2 until 22:00, 1 until 23:00, 6 until 24:00');
    expect(told(week, tuesday)).toBe('0 until 04:00, 6 until 07:00, 2 until 23:00, 6 until 24:00');
    expect(told(week, wednesday)).toContain('4 until 23:00, 6 until 24:00');
  });

  it('are by the hours of most weekdays where there are none, of the earliest where as many differ', () => {
    const mostly = weekRates([hours('10:00', '12:00', [1]), hours('13:00', '15:00', [2, 4])]);
    expect(told(mostly, saturday)).toContain('2 until 15:00');
    const tied = weekRates([hours('13:00', '15:00', [4]), hours('10:00', '12:00', [2])]);
    expect(told(tied, saturday)).toContain('2 until 12:00');
  });

  it('are by 09:00 to 17:00 where nobody works at all', () => {
    const week = weekRates([]);
    for (const weekday of everyDay) expect(told(week, weekday)).toBe(usualDayOff);
  });
});

const anyHours: fc.Arbitrary<WeeklyWindow> = fc
  .record({
    weekdays: fc.subarray(everyDay),
    from: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1440 }),
  })
  .map(({ weekdays, from, length }) => hours(clock(from), clock(Math.min(1440, from + length)), weekdays));

describe('the rates of any week', () => {
  it('begin at midnight, change with every step, and add 2 on a day off', () => {
    fc.assert(
      fc.property(fc.array(anyHours, { maxLength: 4 }), (windows) => {
        const week = weekRates(windows);
        for (const weekday of everyDay) {
          const steps = week.stepsOf(weekday, false);
          expect(steps[0]?.from).toBe(0);
          for (const [index, { from, rate }] of steps.slice(1).entries()) {
            expect(from).toBeGreaterThan(steps[index]?.from ?? Number.NaN);
            expect(rate).not.toBe(steps[index]?.rate);
          }
          const base = (from: number): number => week.baseRateAt(weekday, from);
          const off = week.stepsOf(weekday, true);
          expect(off.map(({ rate }) => rate)).toEqual(off.map(({ from }) => Math.min(6, base(from) + 2)));
          if (!week.isFree(weekday))
            expect(steps.map(({ from }) => base(from))).toEqual(steps.map(({ rate }) => rate));
        }
      }),
    );
  });

  it('do not depend on how the same hours are cut up or ordered', () => {
    fc.assert(
      fc.property(fc.array(anyHours, { minLength: 1, maxLength: 4 }), (windows) => {
        const halves = windows.flatMap(({ weekdays, start, end }) => {
          const [from, to] = [start.hour * 60 + start.minute, end.hour * 60 + end.minute];
          const middle = clock(Math.floor((from + to) / 2));
          return [hours(middle, clock(to), weekdays), hours(clock(from), middle, weekdays)];
        });
        const [whole, cut] = [weekRates(windows), weekRates(halves)];
        for (const weekday of everyDay) expect(told(cut, weekday)).toBe(told(whole, weekday));
      }),
    );
  });
});
