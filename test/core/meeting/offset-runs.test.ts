import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type OffsetRun, offsetRuns } from '../../../src/core/meeting/offset-runs.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

function offsetAt(zone: string, ms: number): number {
  return DateTime.fromMillis(ms, { zone }).offset;
}

const told = (runs: readonly OffsetRun[]): string[] =>
  runs.map(({ window, offsetMinutes }) => `${new Date(window.fromMs).toISOString()} ${offsetMinutes}`);

describe('the offsets of a zone', () => {
  it.each([
    ['Europe/Paris', '2026-03-29T01:00:00.000Z 120', '2026-10-25T01:00:00.000Z 60'],
    ['America/New_York', '2026-03-08T07:00:00.000Z -240', '2026-11-01T06:00:00.000Z -300'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00.000Z 630', '2026-10-03T15:30:00.000Z 660'],
    ['Antarctica/Troll', '2026-03-29T01:00:00.000Z 120', '2026-10-25T01:00:00.000Z 0'],
  ])('of %s change at the known instants of 2026', (zone, ...changes) => {
    const runs = offsetRuns(zone, { fromMs: Date.UTC(2026, 0), toMs: Date.UTC(2027, 0) });
    expect(told(runs).slice(1)).toEqual(changes);
  });

  it('change by a day where Apia left out 30 December 2011', () => {
    const runs = offsetRuns('Pacific/Apia', { fromMs: Date.UTC(2011, 11, 1), toMs: Date.UTC(2012, 0, 31) });
    expect(told(runs)).toEqual(['2011-12-01T00:00:00.000Z -600', '2011-12-30T10:00:00.000Z 840']);
  });

  it('of a window that begins or ends at a change hold no empty run', () => {
    const changeMs = Date.UTC(2026, 2, 29, 1);
    const [before, after] = [changeMs - dayMs, changeMs + dayMs];
    expect(offsetRuns('Europe/Paris', { fromMs: changeMs, toMs: after })).toEqual([
      { window: { fromMs: changeMs, toMs: after }, offsetMinutes: 120 },
    ]);
    expect(offsetRuns('Europe/Paris', { fromMs: before, toMs: changeMs })).toEqual([
      { window: { fromMs: before, toMs: changeMs }, offsetMinutes: 60 },
    ]);
  });

  it('are refused for a zone that does not exist', () => {
    const window = { fromMs: 0, toMs: dayMs };
    expect(() => offsetRuns('Europe/Atlantis', window)).toThrow(
      new RangeError('not a known zone: Europe/Atlantis'),
    );
  });
});

const changing = [
  { zone: 'Europe/Paris', change: '2026-03-29T01:00Z' },
  { zone: 'America/St_Johns', change: '2026-11-01T04:30Z' },
  { zone: 'Australia/Lord_Howe', change: '2026-10-03T15:30Z' },
  { zone: 'Pacific/Chatham', change: '2026-04-04T14:00Z' },
  { zone: 'Africa/Casablanca', change: '2026-02-15T02:00Z' },
  { zone: 'Asia/Gaza', change: '2026-10-24T23:00Z' },
  { zone: 'America/Scoresbysund', change: '2024-03-31T01:00Z' },
  { zone: 'Pacific/Apia', change: '2011-12-30T10:00Z' },
  { zone: 'Asia/Pyongyang', change: '2018-05-04T15:00Z' },
];

describe('the offsets around a change', () => {
  it('are those of luxon at every minute of any window', () => {
    const minutes = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(fc.constantFrom(...changing), minutes, minutes, ({ zone, change }, before, after) => {
        const window = {
          fromMs: Date.parse(change) - before * minuteMs,
          toMs: Date.parse(change) + after * minuteMs,
        };
        const runs = offsetRuns(zone, window);
        const found = runs.flatMap(({ window: { fromMs, toMs }, offsetMinutes }) =>
          Array.from({ length: (toMs - fromMs) / minuteMs }, () => offsetMinutes),
        );
        const asked = Array.from({ length: before + after }, (_, at) =>
          offsetAt(zone, window.fromMs + at * minuteMs),
        );
        expect(found).toEqual(asked);
      }),
      { numRuns: 60 },
    );
  });
});

const zones = Intl.supportedValuesOf('timeZone');
/** Every zone is asked about every so many years, a different one for its neighbours: luxon takes its time. */
const everyYears = 12;

/** What luxon says at each midnight (UTC) that says something else than the one before. */
function changesByDay(zone: string, fromMs: number, toMs: number): string[] {
  const changes: string[] = [];
  let before = offsetAt(zone, fromMs);
  for (let ms = fromMs + dayMs; ms < toMs; ms += dayMs) {
    const offset = offsetAt(zone, ms);
    if (offset !== before) changes.push(`${new Date(ms - dayMs).toISOString()} ${before} ${offset}`);
    before = offset;
  }
  return changes;
}

function changesByRun(runs: readonly OffsetRun[], toMs: number): string[] {
  return runs.slice(1).flatMap(({ window, offsetMinutes }, index) => {
    const nextMidnight = Math.ceil(window.fromMs / dayMs) * dayMs;
    const day = new Date(nextMidnight - dayMs).toISOString();
    return nextMidnight < toMs ? [`${day} ${runs[index]?.offsetMinutes} ${offsetMinutes}`] : [];
  });
}

describe('the offsets of every zone from 1980 to 2037', () => {
  it.each(Array.from({ length: 58 }, (_, index) => 1980 + index))(
    'change on the days that luxon says, %i',
    (year) => {
      const [fromMs, toMs] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
      for (const zone of zones.filter((_, index) => (index + year) % everyYears === 0)) {
        const runs = offsetRuns(zone, { fromMs, toMs });
        expect([zone, ...changesByRun(runs, toMs)]).toEqual([zone, ...changesByDay(zone, fromMs, toMs)]);
        for (const { window, offsetMinutes } of runs) {
          expect([zone, offsetMinutes]).toEqual([zone, offsetAt(zone, window.fromMs)]);
          expect([zone, offsetMinutes]).toEqual([zone, offsetAt(zone, window.toMs - minuteMs)]);
        }
      }
    },
  );
});
