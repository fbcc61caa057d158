import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  carriedAt,
  halfLifeDays,
  type LedgerEntry,
  settleLedger,
} from '../../../src/core/fairness/ledger.ts';

const dayMs = 86_400_000;
const nowMs = Date.parse('2026-11-20T12:00Z');
const halfLifeMs = halfLifeDays * dayMs;

function entry(
  person: string,
  daysAgo: number,
  pointMinutes: number,
  series: string | null = null,
): LedgerEntry {
  return { person, series, atMs: nowMs - daysAgo * dayMs, pointMinutes };
}

describe('what somebody carries', () => {
  it('is halved once each twelve weeks', () => {
    expect(halfLifeDays).toBe(84);
    for (const [halvings, expected] of [800, 400, 200, 100].entries())
      expect(carriedAt([entry('a', 0, 800)], nowMs + halvings * halfLifeMs).get('a')).toBe(expected);
  });

  it('is the sum of what is past, the present included, rounded at the end', () => {
    const entries = [
      entry('a', 0, 10),
      entry('a', 84, 1),
      entry('a', 168, 1),
      entry('b', 84, 5),
      entry('a', -1, 999),
    ];
    // 10 + 0.5 + 0.25: rounded one by one it would be 11 or more.
    expect(carriedAt(entries, nowMs)).toEqual(
      new Map([
        ['a', 11],
        ['b', 3],
      ]),
    );
    expect(carriedAt([entry('a', 84, 0.6), entry('a', 84, 0.6)], nowMs).get('a')).toBe(1);
  });

  it('is for one series, for single meetings, or all together', () => {
    const entries = [
      entry('a', 0, 1, 's'),
      entry('a', 0, 2, 't'),
      entry('a', 0, 4),
      entry('__proto__', 0, 8, 's'),
    ];
    expect(carriedAt(entries, nowMs, 's')).toEqual(
      new Map([
        ['a', 1],
        ['__proto__', 8],
      ]),
    );
    expect(carriedAt(entries, nowMs, null)).toEqual(new Map([['a', 4]]));
    expect(carriedAt(entries, nowMs).get('a')).toBe(7);
    expect(carriedAt(entries, nowMs, 'unheard of').size).toBe(0);
  });
});

const entries = fc.array(
  fc
    .record({
      person: fc.constantFrom('a', 'b', '["a"', '__proto__'),
      series: fc.constantFrom('s', 't', '', null),
      daysAgo: fc.integer({ min: -200, max: 400 }),
      points: fc.integer({ min: 0, max: 5000 }),
    })
    .map(({ person, series, daysAgo, points }) => entry(person, daysAgo, points, series)),
  { maxLength: 20 },
);

function expectSameAccounts(left: readonly LedgerEntry[], right: readonly LedgerEntry[], atMs: number): void {
  for (const series of [undefined, null, 's', 't', '']) {
    const [one, other] = [carriedAt(left, atMs, series), carriedAt(right, atMs, series)];
    expect([...one.keys()].sort()).toEqual([...other.keys()].sort());
    // Sums in another order may round a half to the other side.
    for (const [person, points] of one)
      expect(Math.abs(points - (other.get(person) ?? 0))).toBeLessThanOrEqual(1);
  }
}

describe('a settled ledger', () => {
  it('says the same at any later instant, settled once or twice', () => {
    fc.assert(
      fc.property(entries, fc.nat(400), fc.nat(400), (all, days, later) => {
        const settled = settleLedger(all, nowMs);
        const twice = settleLedger(settled, nowMs + days * dayMs);
        expectSameAccounts(settled, all, nowMs + days * dayMs);
        expectSameAccounts(twice, all, nowMs + (days + later) * dayMs);
      }),
    );
  });

  it('has one past entry for each person and series, and leaves the future alone', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const settled = settleLedger(all, nowMs);
        const isPast = ({ atMs }: LedgerEntry): boolean => atMs <= nowMs;
        const past = settled.filter(isPast);
        expect(new Set(past.map(({ person, series }) => `${series === null} ${series} ${person}`)).size).toBe(
          past.length,
        );
        expect(past.every(({ atMs }) => atMs === nowMs)).toBe(true);
        expect(settled.filter((one) => !isPast(one))).toEqual(all.filter((one) => !isPast(one)));
      }),
    );
  });

  it('keeps fractions, so that settling every day loses nothing', () => {
    let settled = [entry('a', 0, 3)];
    for (let day = 1; day <= 84; day += 1) settled = settleLedger(settled, nowMs + day * dayMs);
    expect(settled).toEqual([{ ...entry('a', -84, 0), pointMinutes: expect.closeTo(1.5, 9) }]);
  });
});
