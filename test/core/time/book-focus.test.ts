import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gapsOf, intersectionOf, totalMs, unionOf } from '../../../src/core/meeting/intervals.ts';
import { bookFocus, type FocusWeek, type ZonedWindow } from '../../../src/core/time/book-focus.ts';

const hourMs = 3_600_000;
const zone = 'Europe/Paris';
/** 00:00 in Paris on Monday 2026-11-23. */
const mondayMs = Date.parse('2026-11-22T23:00:00Z');
const at = (day: number, hour: number) => mondayMs + (day * 24 + hour) * hourMs;
const span = (day: number, from: number, to: number): ZonedWindow => ({
  fromMs: at(day, from),
  toMs: at(day, to),
  zone,
});
const office = [0, 1, 2, 3, 4].map((day) => span(day, 9, 17));

function week(changes: Partial<FocusWeek> = {}): FocusWeek {
  const busy = changes.busy ?? [];
  return {
    goal: { hours: 10, firmness: 'soft', leastMinutes: 90 },
    working: office,
    protectedTime: [],
    displacing: busy,
    standing: [],
    fromMs: mondayMs,
    ...changes,
    busy,
  };
}

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clock = (ms: number) => {
  const hours = (ms - mondayMs) / hourMs;
  const minutes = Math.round((hours % 1) * 60);
  return `${Math.floor(hours % 24)}:${String(minutes).padStart(2, '0')}`;
};
const textOf = (blocks: readonly ZonedWindow[]) =>
  blocks.map(
    ({ fromMs, toMs }) =>
      `${names[Math.floor((fromMs - mondayMs) / hourMs / 24)]} ${clock(fromMs)}-${clock(toMs)}`,
  );

describe('focus time of a week', () => {
  it('is booked in half days, in the mornings, from the start of the week on', () => {
    expect(textOf(bookFocus(week()))).toEqual(['Mon 9:00-13:00', 'Tue 9:00-13:00', 'Wed 9:00-11:00']);
  });

  it('takes the largest gaps first', () => {
    const meetings = [span(0, 10, 16), span(1, 11, 15), span(2, 9, 17), span(3, 12, 17), span(4, 9, 15.5)];
    const goal = { hours: 5, firmness: 'soft', leastMinutes: 90 } as const;
    expect(textOf(bookFocus(week({ busy: meetings, goal })))).toEqual(['Tue 9:00-11:00', 'Thu 9:00-12:00']);
  });

  it('leaves nothing over that is too short to be booked, where that can be', () => {
    const goal = { hours: 5, firmness: 'soft', leastMinutes: 90 } as const;
    expect(textOf(bookFocus(week({ goal })))).toEqual(['Mon 9:00-12:30', 'Tue 9:00-10:30']);
  });

  it('begins on a quarter of an hour, and not before now', () => {
    const goal = { hours: 2, firmness: 'soft', leastMinutes: 90 } as const;
    const afterTen = { goal, working: office.slice(0, 1), fromMs: at(0, 10) + 7 * 60_000 };
    expect(textOf(bookFocus(week(afterTen)))).toEqual(['Mon 10:15-12:15']);
  });

  it('counts what is protected anyway, and keeps off it', () => {
    expect(textOf(bookFocus(week({ protectedTime: [span(0, 9, 17)] })))).toEqual(['Tue 9:00-11:00']);
    expect(bookFocus(week({ protectedTime: [span(0, 9, 17), span(2, 9, 17)] }))).toEqual([]);
  });

  it('stays where it is when a better place comes up', () => {
    const standing = [span(3, 13, 17), span(4, 13, 17)];
    expect(textOf(bookFocus(week({ standing })))).toEqual([
      'Mon 9:00-11:00',
      'Thu 13:00-17:00',
      'Fri 13:00-17:00',
    ]);
  });

  it('moves a block that a meeting came into, and no other', () => {
    const standing = bookFocus(week());
    expect(textOf(bookFocus(week({ standing, busy: [span(0, 10, 10.5)] })))).toEqual([
      'Tue 9:00-13:00',
      'Wed 9:00-11:00',
      'Thu 9:00-13:00',
    ]);
  });

  it('that is hard stays under what only asks for its hours', () => {
    const standing = bookFocus(week());
    const asked = week({ standing, busy: [span(0, 10, 11)], displacing: [] });
    expect(bookFocus(asked)).toEqual(standing);
  });

  it('gives up the last blocks where the goal shrinks, and short ones where the least length grows', () => {
    const standing = bookFocus(week());
    const goal = { hours: 8, firmness: 'soft', leastMinutes: 180 } as const;
    expect(textOf(bookFocus(week({ standing, goal })))).toEqual(['Mon 9:00-13:00', 'Tue 9:00-13:00']);
  });
});

const quarter = fc.integer({ min: 0, max: 7 * 96 - 1 });
const someWindows = fc
  .array(fc.tuple(quarter, fc.integer({ min: 1, max: 40 })), { maxLength: 12 })
  .map((list) =>
    unionOf(
      list.map(([from, length]) => ({
        fromMs: mondayMs + from * 900_000,
        toMs: mondayMs + Math.min(from + length, 7 * 96) * 900_000,
      })),
    ),
  );
const weeks = fc
  .record({
    hours: fc.integer({ min: 1, max: 40 }),
    leastMinutes: fc.constantFrom(30, 60, 90, 120, 100),
    busy: someWindows,
    protectedTime: someWindows,
    working: someWindows,
    now: quarter,
  })
  .map(({ hours, leastMinutes, busy, protectedTime, working, now }) =>
    week({
      goal: { hours, leastMinutes, firmness: 'soft' },
      busy,
      protectedTime,
      working: working.map((window) => ({ ...window, zone })),
      fromMs: mondayMs + now * 900_000,
    }),
  );

describe('any week', () => {
  it('has blocks only in free working time, long enough, and never more than the goal', () => {
    fc.assert(
      fc.property(weeks, (given) => {
        const blocks = bookFocus(given);
        const taken = unionOf([...given.busy, ...given.protectedTime]);
        expect(totalMs(intersectionOf(unionOf(blocks), taken))).toBe(0);
        expect(gapsOf(blocks, given.working)).toEqual([]);
        expect(totalMs(unionOf(blocks))).toBe(totalMs(blocks));
        for (const { fromMs, toMs } of blocks) {
          expect(fromMs).toBeGreaterThanOrEqual(given.fromMs);
          expect(toMs - fromMs).toBeGreaterThanOrEqual(given.goal.leastMinutes * 60_000);
        }
        const wantedMs = given.goal.hours * hourMs - totalMs(given.protectedTime);
        expect(totalMs(blocks)).toBeLessThanOrEqual(Math.max(0, wantedMs));
      }),
    );
  });

  it('stays as it is when looked at again, and when a meeting comes elsewhere', () => {
    fc.assert(
      fc.property(weeks, someWindows, (given, others) => {
        const standing = bookFocus(given);
        expect(bookFocus({ ...given, standing })).toEqual(standing);
        const elsewhere = gapsOf(others, standing);
        const busy = unionOf([...given.busy, ...elsewhere]);
        expect(bookFocus({ ...given, standing, busy, displacing: busy })).toEqual(standing);
      }),
    );
  });

  it('loses only the blocks that a meeting comes into', () => {
    fc.assert(
      fc.property(weeks, someWindows, (given, others) => {
        const standing = bookFocus(given);
        const busy = unionOf([...given.busy, ...others]);
        const blocks = bookFocus({ ...given, standing, busy, displacing: busy });
        const untouched = standing.filter((block) => totalMs(intersectionOf([block], others)) === 0);
        expect(blocks).toEqual(expect.arrayContaining(untouched));
      }),
    );
  });
});
