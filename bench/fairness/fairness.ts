/**
 * Milliseconds of a slot search: 12 people in 12 zones, two weeks, quarter hours, 60 minutes, beside luxon.
 *
 * Argument: rounds (default 9). Rounds of the three alternate and medians are printed, once for the same two weeks in
 * every round and once for two weeks that nobody has searched before. All answers are compared, best ten and all slots
 * alike. Exit status 1 where one differs; no time makes it fail.
 */

import { isDeepStrictEqual } from 'node:util';
import { findSlots, type SlotQuery } from '../../src/core/fairness/find-slots.ts';
import { byLuxonQuarterHour, byLuxonSlot, type Slots } from './by-luxon.ts';

const [rounds = 9] = process.argv.slice(2).map(Number);

const zones = [
  ...['America/Los_Angeles', 'America/New_York', 'America/Sao_Paulo', 'Europe/London', 'Europe/Paris'],
  ...['Europe/Warsaw', 'Africa/Nairobi', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Singapore', 'Asia/Tokyo'],
  'Australia/Lord_Howe',
];
const twoWeeksMs = 14 * 86_400_000;
const warmUps = 3;

/** Two weeks from 19 October 2026 (clocks change in Europe and then in America), or so many fortnights later. */
function queryOf(fortnight: number, limit: number): SlotQuery {
  const fromMs = Date.UTC(2026, 9, 19) + fortnight * twoWeeksMs;
  return {
    people: zones.map((zone, index) => ({
      name: `P${index}`,
      stays: [{ fromMs: Number.NEGATIVE_INFINITY, zone }],
      workingHours: [
        { weekdays: [1, 2, 3, 4, 5], start: { hour: 9, minute: 0 }, end: { hour: 17, minute: 0 } },
      ],
      daysOff: [],
      attendance: 'required',
      takesOffHours: true,
      carried: (index % 4) * 45,
      availability: null,
      blocked: [],
    })),
    window: { fromMs, toMs: fromMs + twoWeeksMs },
    durationMinutes: 60,
    currentStartMs: fromMs + 8 * 3_600_000,
    quorum: null,
    bufferMinutes: 0,
    limit,
  };
}

interface Contender {
  readonly name: string;
  readonly search: (query: SlotQuery) => Slots;
}

const contenders: readonly Contender[] = [
  { name: 'findSlots()', search: (query) => findSlots(query).slots },
  { name: 'luxon, once a slot and person', search: byLuxonSlot },
  { name: 'luxon, every quarter hour', search: byLuxonQuarterHour },
];

const plain = (slots: Slots): unknown =>
  slots.map(({ startMs, endMs, worst, total, people }) => ({
    ...{ startMs, endMs, worst, total },
    burdens: people.map(({ name, burden, carried }) => [name, burden, carried]),
  }));

function timed({ search }: Contender, query: SlotQuery): number {
  const start = performance.now();
  search(query);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Medians in milliseconds, after rounds that only warm up. */
function race(fortnightOf: (round: number) => number): number[] {
  const times = contenders.map((): number[] => []);
  for (let round = -warmUps; round < rounds; round++) {
    const query = queryOf(fortnightOf(round + warmUps), 10);
    for (const [index, contender] of contenders.entries()) {
      const ms = timed(contender, query);
      if (round >= 0) times[index]?.push(ms);
    }
  }
  return times.map(median);
}

function print(title: string, medians: readonly number[]): void {
  const own = medians[0] ?? Number.NaN;
  console.log(title);
  for (const [index, { name }] of contenders.entries()) {
    const ms = medians[index] ?? Number.NaN;
    console.log(
      `  ${name.padEnd(32)} ${ms.toFixed(2).padStart(10)} ms ${(ms / own).toFixed(1).padStart(8)} x`,
    );
  }
}

const [own, ...others] = contenders;
if (!own) throw new Error('there is nobody to measure');
const coldMs = timed(own, queryOf(0, 10));

const differing = [0, 1, 10].flatMap((fortnight) =>
  [10, Number.MAX_SAFE_INTEGER].flatMap((limit) => {
    const query = queryOf(fortnight, limit);
    const expected = plain(own.search(query));
    return others
      .filter(({ search }) => !isDeepStrictEqual(plain(search(query)), expected))
      .map(({ name }) => `fortnight ${fortnight}, limit ${limit}: ${name} finds other slots`);
  }),
);
for (const line of differing) console.error(line);

console.log(
  `${zones.length} people in as many zones, two weeks, 60 minutes; ${rounds} alternating rounds, medians`,
);
console.log(differing.length === 0 ? 'answers are equal' : `${differing.length} answers differ`);
console.log(`first search of the process: ${coldMs.toFixed(2)} ms`);
print(
  'the same two weeks each round',
  race(() => 0),
);
print(
  'two weeks not searched before',
  race((round) => 20 + round),
);
process.exitCode = differing.length > 0 ? 1 : 0;
