import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { burdenOfSeries, judgeSeries } from '../../../src/core/fairness/judge-series.ts';
import { minuteRates } from './oracle/minute-rate.ts';
import { hours, personIn } from './samples.ts';

const minuteMs = 60_000;
const at = (iso: string, minutes = 60) => ({
  startMs: Date.parse(iso),
  endMs: Date.parse(iso) + minutes * minuteMs,
});

describe('judgeSeries', () => {
  const ann = personIn('Europe/Paris', { name: 'Ann' });
  const ben = personIn('America/New_York', { name: 'Ben' });

  it('tells date and minute on the series’ own clock, and shares in the order of the people', () => {
    // 02:30 UTC is still Sunday 21:30 in New York.
    expect(judgeSeries([at('2026-11-23T02:30Z')], [ben, ann], 'America/New_York')).toEqual([
      {
        ...at('2026-11-23T02:30Z'),
        date: '2026-11-22',
        minuteOfDay: 21 * 60 + 30,
        people: [
          // Sunday evening: awake on a day off.
          { name: 'Ben', zone: 'America/New_York', burden: 60 * 4 },
          { name: 'Ann', zone: 'Europe/Paris', burden: 60 * 6 },
        ],
      },
    ]);
  });

  it('judges people where they are at the start, and leaves unknown what nobody knows', () => {
    const leaving = { fromMs: Date.parse('2026-11-24T00:00Z'), zone: null };
    const lost = { ...ann, stays: [...ann.stays, leaving] };
    const judged = judgeSeries([at('2026-11-23T17:00Z'), at('2026-11-25T17:00Z')], [lost], 'UTC');
    expect(judged.map(({ people }) => people[0])).toEqual([
      { name: 'Ann', zone: 'Europe/Paris', burden: 60 },
      { name: 'Ann', zone: null, burden: null },
    ]);
    expect(burdenOfSeries(judged, 'Ann')).toBe(60);
  });

  it('has nothing to say of no occurrences, of nobody, and of strangers', () => {
    expect(judgeSeries([], [ann], 'UTC')).toEqual([]);
    expect(burdenOfSeries([], 'Ann')).toBe(0);
    expect(judgeSeries([at('2026-11-23T17:00Z')], [], 'UTC')).toMatchObject([{ people: [] }]);
    expect(burdenOfSeries(judgeSeries([at('2026-11-23T23:00Z')], [ann], 'UTC'), '__proto__')).toBe(0);
  });

  it('costs what every single minute costs on the clock that luxon reads', () => {
    const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const;
    const minute = fc
      .integer({ min: 0, max: 500 * 1440 })
      .map((each) => Date.parse('2026-08-01T00:00Z') + each * minuteMs);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 240 })), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...zones),
        fc.constantFrom(...zones, null),
        minute,
        (times, home, away, leavesMs) => {
          const stays = [
            { fromMs: Number.NEGATIVE_INFINITY, zone: home },
            { fromMs: leavesMs, zone: away },
          ];
          const workingHours = [hours('08:30', '12:00'), hours('13:00', '24:00', [1, 3, 6])];
          const person = personIn(home, { stays, workingHours, daysOff: ['2026-12-25', '2027-03-29'] });
          const occurrences = times
            .map(([startMs, length]) => ({ startMs, endMs: startMs + length * minuteMs }))
            .sort((a, b) => a.startMs - b.startMs);
          const rateAt = minuteRates(person);
          const judged = judgeSeries(occurrences, [person], home);
          for (const [index, { startMs, endMs }] of occurrences.entries()) {
            const rates = Array.from({ length: (endMs - startMs) / minuteMs }, (_, each) =>
              rateAt(startMs + each * minuteMs),
            );
            const sum = rates.reduce<number>((total, rate) => total + (rate ?? 0), 0);
            expect(judged[index]?.people[0]?.burden).toBe(rates.includes(null) ? null : sum);
            const local = DateTime.fromMillis(startMs, { zone: home });
            expect(judged[index]).toMatchObject({
              date: local.toISODate(),
              minuteOfDay: local.hour * 60 + local.minute,
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
