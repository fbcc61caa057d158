import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastFullMonth, occurrencesIn, readingWindow } from '../../src/app/audit-month.ts';
import { yearFrom } from '../../src/core/load/month-bounds.ts';
import { meeting, occurrence } from '../core/load/sample-meetings.ts';

const zones = [
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'America/New_York',
  'Europe/Paris',
  'Australia/Lord_Howe',
  'UTC',
];

describe('lastFullMonth', () => {
  it.each([
    ['2026-11-20T12:00:00Z', 'UTC', '2026-10'],
    ['2026-01-15T12:00:00Z', 'UTC', '2025-12'],
    ['2026-11-01T02:00:00Z', 'America/New_York', '2026-09'],
    ['2026-10-31T23:30:00Z', 'Europe/Paris', '2026-10'],
  ])('%s in %s', (now, zone, month) => {
    expect(lastFullMonth(Date.parse(now), zone)).toBe(month);
  });
});

describe('readingWindow', () => {
  const instant = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2060-01-01') });

  it('covers the twelve months of the report, whichever zone it turns out to have', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), fc.boolean(), (nowMs, zone, named) => {
        const month = lastFullMonth(nowMs, zone);
        const window = readingWindow(named ? month : null, nowMs);
        const needed = yearFrom(month, zone);
        expect(window.fromMs).toBeLessThanOrEqual(needed.fromMs);
        expect(window.toMs).toBeGreaterThanOrEqual(needed.toMs);
      }),
      { numRuns: 300 },
    );
  });

  it('does not read years more than it needs', () => {
    const { fromMs, toMs } = readingWindow('2026-10', 0);
    expect((toMs - fromMs) / 86_400_000).toBe(367);
  });
});

describe('occurrencesIn', () => {
  it('reads dates and floating times in the zone of the report, and leaves unknown times out', () => {
    const times = [
      { kind: 'date', date: '2026-10-31' },
      { kind: 'date', date: '2026-11-01' },
      { kind: 'floating', local: '2026-10-01T00:00:00' },
      { kind: 'floating', local: '2026-09-30T23:59:00' },
      { kind: 'unknown', text: 'soon' },
    ] as const;
    const all = meeting([], { occurrences: times.map((time) => occurrence(time, time)) });
    expect(occurrencesIn(all, '2026-10', 'America/New_York').map(({ start }) => start)).toEqual([
      times[0],
      times[2],
    ]);
  });
});
