import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expandRule } from '../../../src/providers/formats/expand-rule.ts';

const dayMs = 86_400_000;
const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const from = Date.parse('2026-10-01T00:00:00Z');
const to = Date.parse('2027-10-01T00:00:00Z');

function expand(rule: string, startWallMs: number): readonly number[] {
  const bounds = {
    startWallMs,
    isDate: false,
    fromWallMs: from,
    countFromWallMs: from,
    toWallMs: to,
    maxOccurrences: 5000,
  };
  return expandRule(rule, { ...bounds, untilToWall: (ms) => ms })?.wallMs ?? [];
}

/** Looks at every day from the start to the end of the window: slow, and without any knowledge of rules. */
function bruteForce(startMs: number, count: number, isOccurrence: (dayMs: number) => boolean): number[] {
  const found: number[] = [];
  for (let day = startMs, left = count; day < to && left > 0; day += dayMs) {
    if (!isOccurrence(day)) continue;
    left -= 1;
    if (day >= from) found.push(day);
  }
  return found;
}

const start = fc.integer({
  min: Date.parse('2015-01-01T00:00Z') / dayMs,
  max: Date.parse('2026-12-31T00:00Z') / dayMs,
});
const interval = fc.integer({ min: 1, max: 9 });
const count = fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined });
const withCount = (rule: string, times: number | undefined) =>
  times === undefined ? rule : `${rule};COUNT=${times}`;
const at = (days: number) => days * dayMs + 9 * 3_600_000;
const weekday = (ms: number) => new Date(ms).getUTCDay();

describe('expandRule equals an expansion day by day', () => {
  it('of daily rules', () => {
    fc.assert(
      fc.property(start, interval, count, (day, every, times) => {
        const expected = bruteForce(
          at(day),
          times ?? Infinity,
          (ms) => ((ms - at(day)) / dayMs) % every === 0,
        );
        expect(expand(withCount(`FREQ=DAILY;INTERVAL=${every}`, times), at(day))).toEqual(expected);
      }),
    );
  });

  it('of weekly rules by weekday, with any interval and start of the week', () => {
    const days = fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(start, interval, days, fc.constantFrom(0, 1), count, (day, every, on, wkst, times) => {
        // DTSTART is one of the days, since a rule that does not give it is undefined (RFC 5545 section 3.8.5.3).
        const all = [...new Set([...on, weekday(at(day))])];
        const week = (ms: number) => Math.floor((ms / dayMs + 4 - wkst) / 7);
        const expected = bruteForce(
          at(day),
          times ?? Infinity,
          (ms) => all.includes(weekday(ms)) && (week(ms) - week(at(day))) % every === 0,
        );
        const rule = `FREQ=WEEKLY;INTERVAL=${every};WKST=${names[wkst]};BYDAY=${all.map((index) => names[index]).join(',')}`;
        expect(expand(withCount(rule, times), at(day))).toEqual(expected);
      }),
    );
  });

  it('of monthly rules by weekday and position', () => {
    fc.assert(
      fc.property(
        start,
        interval,
        fc.constantFrom(1, 2, 3, 4, -1, -2),
        fc.nat(6),
        (day, every, position, on) => {
          const month = (ms: number) => new Date(ms).getUTCFullYear() * 12 + new Date(ms).getUTCMonth();
          const isOccurrence = (ms: number) => {
            const date = new Date(ms).getUTCDate();
            const length = new Date(
              Date.UTC(new Date(ms).getUTCFullYear(), new Date(ms).getUTCMonth() + 1, 0),
            ).getUTCDate();
            const nth = position > 0 ? Math.ceil(date / 7) : -Math.ceil((length - date + 1) / 7);
            return weekday(ms) === on && nth === position && (month(ms) - month(at(day))) % every === 0;
          };
          const expected = bruteForce(at(day), Infinity, isOccurrence);
          expect(expand(`FREQ=MONTHLY;INTERVAL=${every};BYDAY=${position}${names[on]}`, at(day))).toEqual(
            expected,
          );
        },
      ),
    );
  });

  it('of monthly rules by day, where months are too short', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 28, max: 31 }), (day, date) => {
        const expected = bruteForce(at(day), Infinity, (ms) => new Date(ms).getUTCDate() === date);
        expect(expand(`FREQ=MONTHLY;BYMONTHDAY=${date}`, at(day))).toEqual(expected);
      }),
      // A start in December whose first Thursday falls on the first day of the window.
      { examples: [[16_771, 1, 1, 4]] },
    );
  });
});
