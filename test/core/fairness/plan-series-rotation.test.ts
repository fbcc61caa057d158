import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { SlotPerson } from '../../../src/core/fairness/find-slots.ts';
import {
  burdenOfSeries,
  type JudgedOccurrence,
  judgeSeries,
} from '../../../src/core/fairness/judge-series.ts';
import { planSeriesRotation, type SeriesRotation } from '../../../src/core/fairness/plan-series-rotation.ts';
import { compareWorstFirst, worstFirst } from '../../../src/core/fairness/worst-first.ts';
import { hours, personIn } from './samples.ts';

const minuteMs = 60_000;
const paris = 'Europe/Paris';
const ann = personIn(paris, { name: 'Ann' });
const ben = personIn('America/Los_Angeles', { name: 'Ben' });
const mei = personIn('Asia/Tokyo', { name: 'Mei' });

type Step = { readonly days: number } | { readonly months: number };

/** An hour at 18:00 in Paris from a Monday on, `count` times. */
function series(people: readonly SlotPerson[], count: number, step: (index: number) => Step = weekly) {
  const first = DateTime.fromISO('2026-11-23T18:00', { zone: paris });
  const times = Array.from({ length: count }, (_, index) => {
    const startMs = first.plus(step(index)).toMillis();
    return { startMs, endMs: startMs + 60 * minuteMs };
  });
  return judgeSeries(times, people, paris);
}

const weekly = (index: number): Step => ({ days: 7 * index });

function planFor(
  people: readonly SlotPerson[],
  count: number,
  blockLength: number | null = null,
): SeriesRotation {
  const plan = planSeriesRotation(series(people, count), people, paris, blockLength);
  if (plan === null) throw new Error('there is no plan');
  return plan;
}

/** The occurrences at the times that the plan gives them, converted by luxon. */
function moved(occurrences: readonly JudgedOccurrence[], { blocks }: SeriesRotation): JudgedOccurrence[][] {
  let from = 0;
  return blocks.map(({ occurrences: count, minuteOfDay }) => {
    const block = occurrences.slice(from, from + count).map(({ date, startMs, endMs }) => {
      const time = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
      const start = DateTime.fromISO(date, { zone: paris }).set(time).toMillis();
      return { startMs: start, endMs: start + endMs - startMs };
    });
    from += count;
    return judgeSeries(block, [ann, ben, mei], paris);
  });
}

/** The first of the times that are the most frequent on everyone's clock. */
function usualStart(times: readonly JudgedOccurrence[]): number | undefined {
  const clocks = times.map(({ startMs, people }) =>
    people.map(({ zone }) => DateTime.fromMillis(startMs, { zone: zone ?? 'UTC' }).toFormat('HH:mm')).join(),
  );
  const counts = clocks.map((clock) => clocks.filter((each) => each === clock).length);
  return times[counts.indexOf(Math.max(...counts))]?.startMs;
}

describe('the blocks of a rotation', () => {
  const lengths = (count: number, step: (index: number) => Step, blockLength: number | null = null) => {
    const people = [ann, ben];
    const plan = planSeriesRotation(series(people, count, step), people, paris, blockLength);
    return plan?.blocks.map(({ occurrences }) => occurrences);
  };

  it.each([
    ['a year of weeks: eight, the longer first', 53, weekly, [7, 7, 7, 7, 7, 6, 6, 6]],
    ['a year of months: two of each', 12, (index: number) => ({ months: index }), [2, 2, 2, 2, 2, 2]],
    ['two months of days: four weeks each', 60, (index: number) => ({ days: index }), [30, 30]],
    ['three weeks: one', 3, weekly, [3]],
    ['one time: one', 1, weekly, [1]],
    ['every 28 days, five times: two occurrences each', 5, (index: number) => ({ days: 28 * index }), [3, 2]],
  ])('are, for %s', (_, count, step, expected) => {
    expect(lengths(count, step)).toEqual(expected);
  });

  it.each([
    [5, 12, [5, 5, 2]],
    [1, 3, [1, 1, 1]],
    [100, 3, [3]],
  ])('are of the length %d where somebody asks for it', (blockLength, count, expected) => {
    expect(lengths(count, weekly, blockLength)).toEqual(expected);
  });

  it('cover all occurrences once, in order, and cost what the moved times cost', () => {
    const people = [ann, ben, mei];
    const occurrences = series(people, 53);
    const plan = planFor(people, 53);
    const blocks = moved(occurrences, plan);
    expect(plan.blocks.map(({ from, to }) => [from, to])).toEqual(
      blocks.map((block) => [block[0]?.date, block.at(-1)?.date]),
    );
    expect(blocks.flat().map(({ date }) => date)).toEqual(occurrences.map(({ date }) => date));
    for (const [index, block] of plan.blocks.entries()) {
      const times = blocks[index] ?? [];
      expect(block.startMs).toBe(usualStart(times));
      expect(block.people).toEqual(
        people.map(({ name, stays }) => ({
          name,
          zone: stays[0]?.zone,
          burden: burdenOfSeries(times, name),
        })),
      );
    }
    for (const { name } of people)
      expect(plan.cumulative.get(name)).toBe(burdenOfSeries(blocks.flat(), name));
  });

  it('keep the minute of the series, at any half hour of its clock', () => {
    const quarter = series([ann, ben], 8).map((each) => ({ ...each, minuteOfDay: each.minuteOfDay + 15 }));
    const plan = planSeriesRotation(quarter, [ann, ben], paris, 2);
    expect(plan?.blocks.map(({ minuteOfDay }) => minuteOfDay % 30)).toEqual([15, 15, 15, 15]);
  });
});

describe('who is planned for', () => {
  it('are the required people whose zone is known throughout', () => {
    const unknown = personIn(null, { name: 'Una' });
    const leaving = { fromMs: Date.parse('2027-01-01T00:00Z'), zone: null };
    const lost = personIn(paris, { name: 'Lou', stays: [...ann.stays, leaving] });
    const people = [ann, unknown, { ...mei, attendance: 'optional' as const }, lost, ben];
    const plan = planFor(people, 20);
    expect([...plan.cumulative.keys()]).toEqual(['Ann', 'Ben']);
    expect(plan).toEqual(planFor([ann, ben], 20));
  });

  it('is nobody: no plan', () => {
    expect(planSeriesRotation(series([], 9), [], paris, null)).toBeNull();
    const people = [personIn(null), { ...ann, attendance: 'optional' as const }];
    expect(planSeriesRotation(series(people, 9), people, paris, null)).toBeNull();
    expect(planSeriesRotation([], [ann], paris, null)).toBeNull();
  });

  it('never burdens who takes no off-hours', () => {
    const people = [{ ...ann, takesOffHours: false }, ben, mei];
    const plan = planFor(people, 53);
    expect(plan.blocks.flatMap((block) => block.people.slice(0, 1).map(({ burden }) => burden))).toEqual(
      Array.from({ length: 8 }, () => 0),
    );
    expect(plan.cumulative.get('Mei')).toBeGreaterThan(0);
  });

  it('has no plan where nobody who takes none shares an hour', () => {
    const people = [ann, ben].map((person) => ({ ...person, takesOffHours: false }));
    expect(planSeriesRotation(series(people, 9), people, paris, null)).toBeNull();
  });

  it('relieves who carried more before', () => {
    const even = planFor([ann, mei], 20);
    const owed = planFor([{ ...ann, carried: 50_000 }, mei], 20);
    expect(owed.cumulative.get('Ann')).toBe(50_000);
    expect(owed.cumulative.get('Mei')).toBeGreaterThan(even.cumulative.get('Mei') ?? 0);
  });
});

describe('times that somebody cannot come to', () => {
  const alone = [ann];
  const busyAt = (iso: string) => {
    const fromMs = Date.parse(iso);
    return { fromMs, toMs: fromMs + minuteMs };
  };
  /** Everything of the second half of 30 November but 14:00 to 15:00 in Paris. */
  const allBut = [
    { fromMs: Date.parse('2026-11-29T23:00Z'), toMs: Date.parse('2026-11-30T13:00Z') },
    { fromMs: Date.parse('2026-11-30T14:00Z'), toMs: Date.parse('2026-11-30T23:30Z') },
  ];

  it.each([
    ['protected', { blocked: allBut }],
    ['busy', { availability: { known: [], busy: allBut } }],
  ])('are not chosen where they are %s in any occurrence of the block', (_, changes) => {
    const people = [{ ...ann, ...changes }];
    const plan = planSeriesRotation(series(people, 4), people, paris, 2);
    // Near 18:00 and in working hours is 16:00; the first block has its only gap at 14:00.
    expect(plan?.blocks.map(({ minuteOfDay }) => minuteOfDay / 60)).toEqual([14, 14]);
  });

  it('count for their own block only, and to the minute', () => {
    /** All of a day but an hour that begins at this hour in UTC. */
    const onlyAt = (date: string, hour: number) => {
      const startMs = Date.parse(`${date}T00:00Z`) + hour * 60 * minuteMs;
      return [
        { fromMs: Date.parse(`${date}T00:00Z`) - 120 * minuteMs, toMs: startMs },
        { fromMs: startMs + 60 * minuteMs, toMs: Date.parse(`${date}T23:30Z`) },
      ];
    };
    const blocked = [...onlyAt('2026-11-23', 15), ...onlyAt('2026-12-07', 14)];
    const hoursFor = (windows: SlotPerson['blocked']) => {
      const people = [{ ...ann, blocked: windows }];
      const plan = planSeriesRotation(series(people, 4), people, paris, 1);
      return plan?.blocks.map(({ minuteOfDay }) => minuteOfDay / 60);
    };
    // One change of time either way: the later one keeps the hour that is nearer to 18:00.
    expect(hoursFor(blocked)).toEqual([16, 16, 15, 15]);
    expect(hoursFor([...blocked, busyAt('2026-11-30T16:00Z')])).toEqual([16, 16, 15, 15]);
    expect(hoursFor([...blocked, busyAt('2026-11-30T15:59Z')])).toEqual([16, 15, 15, 15]);
    // The last minute of the only hour.
    expect(hoursFor([...blocked, busyAt('2026-12-07T14:59Z')])).toBeUndefined();
  });

  it('of optional people count for nothing', () => {
    const absent = { ...mei, attendance: 'optional' as const, blocked: allBut };
    expect(planFor([ann, absent], 4)).toEqual(planFor(alone, 4));
  });

  it('leave no plan where they are all there is', () => {
    const away = { ...ann, blocked: [busyAt('2026-11-30T00:00Z'), ...allBut, busyAt('2026-11-30T13:30Z')] };
    expect(planSeriesRotation(series([away], 4), [away], paris, null)).toBeNull();
  });
});

describe('any rotation', () => {
  const zone = fc.constantFrom(paris, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
  const person = fc.record({ zone, carried: fc.integer({ min: 0, max: 3000 }), isEarly: fc.boolean() });

  it('is never worse than keeping the time that the series has', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(null, 1, 3),
        (drawn, count, blockLength) => {
          const people = drawn.map((each, index) =>
            personIn(each.zone, {
              name: `p${index}`,
              carried: each.carried,
              workingHours: [each.isEarly ? hours('06:00', '14:00') : hours('09:00', '17:00')],
            }),
          );
          const occurrences = series(people, Math.min(count, 8 * (blockLength ?? count)));
          const plan = planSeriesRotation(occurrences, people, paris, blockLength);
          const kept = people.map(({ name, carried }) => carried + burdenOfSeries(occurrences, name));
          const rotated = [...(plan?.cumulative.values() ?? [])];
          expect(rotated).toHaveLength(people.length);
          expect(compareWorstFirst(worstFirst(rotated), worstFirst(kept))).toBeLessThanOrEqual(0);
          expect(plan?.proof).toEqual({ exact: true, gap: 0, lowerBound: Math.max(...rotated) });
        },
      ),
      { numRuns: 30 },
    );
  });
});
