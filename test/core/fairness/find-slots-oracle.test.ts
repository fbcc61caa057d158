import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findSlots, type SlotPerson, type SlotQuery } from '../../../src/core/fairness/find-slots.ts';
import { type ExpectedSlot, findSlotsByBruteForce } from './oracle/brute-force.ts';
import { forgetReadings } from './oracle/local-clock.ts';
import { groupsOf, type Season, seasonCount, seasonOf } from './oracle/random-groups.ts';
import { everyDay, hours, personIn } from './samples.ts';

function found(query: SlotQuery): ExpectedSlot[] {
  return findSlots(query).slots.map(({ people, ...slot }) => ({
    ...slot,
    people: people.map(({ zone: _, ...person }) => person),
  }));
}

/** Shrinks by a plain yes or no, and spells the difference out for the smallest group only. */
function expectAgreement(season: Season, constrained: boolean, seed: number, numRuns: number): void {
  const agrees = (query: SlotQuery): boolean => isDeepStrictEqual(found(query), findSlotsByBruteForce(query));
  const { counterexample } = fc.check(fc.property(groupsOf(season, constrained), agrees), { seed, numRuns });
  for (const query of counterexample ?? []) {
    const slots = findSlotsByBruteForce(query);
    expect({ seed, query, slots: found(query) }).toEqual({ seed, query, slots });
  }
}

const seeds = Array.from({ length: seasonCount }, (_, index) => index);
/** Of each season; a fifth as many have constraints. */
const groups = Number(process.env.ORACLE_GROUPS ?? 100);

describe('slots by fairness against a brute force that asks luxon for every minute', () => {
  afterEach(forgetReadings);

  it.each(seeds)(
    `are the same for ${groups} groups without constraints and some with them, seed %i`,
    (seed) => {
      const season = seasonOf(seed);
      expectAgreement(season, false, seed, groups);
      expectAgreement(season, true, seed, Math.ceil(groups / 5));
    },
  );
});

interface NamedCase {
  readonly name: string;
  readonly zones: readonly string[];
  /** An instant near the middle of the two days that are searched. */
  readonly around: string;
  readonly durationMinutes?: number;
}

const namedCases: readonly NamedCase[] = [
  {
    name: 'Lord Howe, clocks forward by 30 minutes',
    zones: ['Australia/Lord_Howe'],
    around: '2026-10-03T15:30Z',
  },
  {
    name: 'Lord Howe, clocks back by 30 minutes',
    zones: ['Australia/Lord_Howe'],
    around: '2026-04-04T15:00Z',
  },
  {
    name: 'Chatham, clocks forward',
    zones: ['Pacific/Chatham', 'Asia/Kathmandu'],
    around: '2026-09-26T14:00Z',
  },
  { name: 'Chatham, clocks back', zones: ['Pacific/Chatham', 'Asia/Katmandu'], around: '2026-04-04T14:00Z' },
  { name: 'Apia without its 30 December 2011', zones: ['Pacific/Apia'], around: '2011-12-30T10:00Z' },
  {
    name: 'opposite ends of the day',
    zones: ['Pacific/Kiritimati', 'Pacific/Pago_Pago'],
    around: '2026-11-25T10:00Z',
  },
  { name: 'the hole of spring', zones: ['Europe/Paris'], around: '2026-03-29T01:00Z', durationMinutes: 240 },
  {
    name: 'the overlap of autumn',
    zones: ['America/New_York'],
    around: '2026-11-01T06:00Z',
    durationMinutes: 240,
  },
  { name: 'Casablanca as Ramadan begins', zones: ['Africa/Casablanca'], around: '2026-02-15T02:00Z' },
  { name: 'Casablanca as Ramadan ends', zones: ['Africa/Casablanca'], around: '2026-03-22T02:00Z' },
  { name: 'Troll, clocks forward by two hours', zones: ['Antarctica/Troll'], around: '2026-03-29T01:00Z' },
  { name: 'Troll, clocks back by two hours', zones: ['Antarctica/Troll'], around: '2026-10-25T01:00Z' },
];

const weekdaysNineToFive = hours('09:00', '17:00');

/** Everybody works at night, so that the hours around a clock change weigh something else each. */
const nights = hours('02:30', '05:45', everyDay);

function around(instant: string, people: readonly SlotPerson[], durationMinutes: number): SlotQuery {
  const middle = Date.parse(instant);
  const dayMs = 86_400_000;
  return {
    people,
    window: { fromMs: middle - dayMs, toMs: middle + dayMs },
    durationMinutes,
    currentStartMs: null,
    quorum: null,
    bufferMinutes: 0,
    limit: 1000,
  };
}

describe('slots where clocks and calendars are odd', () => {
  it.each(namedCases)(
    'are those of the brute force: $name',
    ({ zones, around: instant, durationMinutes = 60 }) => {
      for (const workingHours of [[weekdaysNineToFive], [nights]]) {
        const query = around(
          instant,
          zones.map((zone) => personIn(zone, { workingHours })),
          durationMinutes,
        );
        expect(found(query).length).toBeGreaterThan(170);
        expect(found(query)).toEqual(findSlotsByBruteForce(query));
      }
    },
  );

  it('weigh an hour that the clock skips by what it shows before and after', () => {
    const query = around('2026-03-29T01:00Z', [personIn('Europe/Paris', { workingHours: [nights] })], 120);
    const across = found(query).find(({ startMs }) => startMs === Date.parse('2026-03-29T00:00Z'));
    // 01:00 to 02:00 asleep, then 03:00 to 04:00 in working hours.
    expect(across?.total).toBe(60 * 6);
  });

  it('weigh an hour that the clock shows twice both times', () => {
    const query = around('2026-10-25T01:00Z', [personIn('Europe/Paris', { workingHours: [nights] })], 120);
    const across = found(query).find(({ startMs }) => startMs === Date.parse('2026-10-25T00:00Z'));
    // 02:00 to 03:00, of which the second half is worked, and again.
    expect(across?.total).toBe(2 * 30 * 6);
  });
});
