import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { zoneAt } from '../../../src/core/meeting/zone-at.ts';
import { findCollisions } from '../../../src/core/time/find-collisions.ts';
import { protectedWindows } from '../../../src/core/time/protected-windows.ts';
import { freeDay, lasting, policy } from './samples.ts';

const at = Date.parse;
const window = (from: string, to: string) => ({ fromMs: at(from), toMs: at(to) });
const block = (weekdays: readonly number[], from: number, to: number) => ({
  weekdays,
  start: { hour: from, minute: 0 },
  end: { hour: to, minute: 0 },
});
const focus = (...blocks: Policy['focus']['blocks']) => ({
  focus: { calendarEvents: true, categories: [], blocks },
});
/** Sundays from 02:00 to 02:30. */
const halfPastTwo = { weekdays: [7], start: { hour: 2, minute: 0 }, end: { hour: 2, minute: 30 } };
const text = (windows: ReturnType<typeof protectedWindows>): string[] =>
  windows.map(({ fromMs, toMs }) =>
    [fromMs, toMs].map((ms) => new Date(ms).toISOString().slice(5, 16)).join(' '),
  );

describe('protected windows', () => {
  const week = window('2026-11-22T12:00Z', '2026-11-29T12:00Z');

  it('are the free days of the week, on the own clock, unless that date is excepted', () => {
    expect(text(protectedWindows(policy(freeDay(3)), [], week))).toEqual(['11-24T23:00 11-25T23:00']);
    expect(protectedWindows(policy(freeDay(3, ['2026-11-25'])), [], week)).toEqual([]);
  });

  it('are public holidays, and days that meet are one window', () => {
    const days = policy({ ...freeDay(3), publicHolidays: ['2026-11-26', '2026-12-25'] });
    expect(text(protectedWindows(days, [], week))).toEqual(['11-24T23:00 11-26T23:00']);
  });

  it('are focus blocks and focus events, joined where they touch', () => {
    const busy = [window('2026-11-24T10:30Z', '2026-11-24T12:00Z')];
    const makers = policy(focus(block([2, 4], 9, 12)));
    expect(text(protectedWindows(makers, busy, week))).toEqual([
      '11-24T08:00 11-24T12:00',
      '11-26T08:00 11-26T11:00',
    ]);
  });

  it('end with the window, but events of the calendar are whole', () => {
    const noon = window('2026-11-25T11:00Z', '2026-11-25T12:00Z');
    expect(protectedWindows(policy(freeDay(3)), [], noon)).toEqual([noon]);
    const event = window('2026-11-24T10:30Z', '2026-11-25T11:30Z');
    expect(protectedWindows(policy(), [event], noon)).toEqual([event]);
    expect(protectedWindows(policy(), [window('2026-11-25T10:00Z', '2026-11-25T11:00Z')], noon)).toEqual([]);
  });

  it('are not what lies outside working hours', () => {
    expect(protectedWindows(policy({ workingHours: [] }), [], week)).toEqual([]);
  });

  it('know only events where nobody knows the clock', () => {
    const event = window('2026-11-25T10:00Z', '2026-11-25T11:00Z');
    for (const zone of [null, 'Mars/Olympus'])
      expect(protectedWindows(policy({ zone, ...freeDay(3) }), [event], week)).toEqual([event]);
  });

  it('follow a journey: the day is that of the clock where the person is', () => {
    const travel = [{ fromDate: '2026-11-25', toDate: '2026-11-25', zone: 'Asia/Tokyo' }];
    // In Tokyo from 24 November 15:00Z to 25 November 15:00Z; then it is still Wednesday in Paris until 23:00Z.
    expect(text(protectedWindows(policy({ travel, ...freeDay(3) }), [], week))).toEqual([
      '11-24T15:00 11-25T23:00',
    ]);
    const back = policy({ travel, ...freeDay(2) });
    // Tuesday in Paris ends at 15:00Z, when the clock becomes that of Wednesday in Tokyo.
    expect(text(protectedWindows(back, [], week))).toEqual(['11-23T23:00 11-24T15:00']);
  });

  it('last as long as a day does when clocks change', () => {
    const sundays = policy(freeDay(7));
    const spring = protectedWindows(sundays, [], window('2027-03-27T00:00Z', '2027-03-30T00:00Z'));
    expect(text(spring)).toEqual(['03-27T23:00 03-28T22:00']);
    const autumn = protectedWindows(sundays, [], window('2026-10-24T00:00Z', '2026-10-27T00:00Z'));
    expect(text(autumn)).toEqual(['10-24T22:00 10-25T23:00']);
  });

  it('hold a focus block both times when the clock shows it twice, and never when it is skipped', () => {
    const autumn = window('2026-10-24T12:00Z', '2026-10-25T12:00Z');
    expect(text(protectedWindows(policy(focus(halfPastTwo)), [], autumn))).toEqual([
      '10-25T00:00 10-25T00:30',
      '10-25T01:00 10-25T01:30',
    ]);
    const spring = window('2027-03-27T12:00Z', '2027-03-28T12:00Z');
    expect(protectedWindows(policy(focus(halfPastTwo)), [], spring)).toEqual([]);
  });
});

const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'Africa/Cairo'];
const zone = fc.constantFrom(...zones);
const days = ['2026-10-23', '2026-10-25', '2026-10-28', '2026-10-30', '2026-11-01'];
const blocks = fc.array(
  fc
    .record({
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      from: fc.integer({ min: 0, max: 21 }),
      length: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ weekdays, from, length }) => block(weekdays, from, Math.min(24, from + length))),
  { maxLength: 2 },
);
const policies: fc.Arbitrary<Policy> = fc
  .record({
    zone,
    there: zone,
    isAway: fc.boolean(),
    free: fc.subarray([1, 3, 7]),
    exceptDates: fc.subarray(days),
    publicHolidays: fc.subarray(days),
    blocks,
  })
  .map(({ zone: home, there, isAway, free, exceptDates, publicHolidays, blocks: focusBlocks }) =>
    policy({
      zone: home,
      travel: isAway ? [{ fromDate: '2026-10-25', toDate: '2026-10-29', zone: there }] : [],
      noMeetingDays: free.map((weekday) => ({ weekday, exceptDates, allowPurposes: [] })),
      publicHolidays,
      workingHours: [],
      ...focus(...focusBlocks),
    }),
  );
const range = window('2026-10-21T00:00Z', '2026-11-05T00:00Z');
/** Within the range, around changes of clocks in all of the zones but one. */
const minute = fc.integer({ min: 0, max: 13 * 1440 }).map((each) => range.fromMs + each * 60_000);

describe('protected windows of any policy', () => {
  it('hold a meeting exactly where the protections find a collision', () => {
    let [held, found] = [0, 0];
    fc.assert(
      fc.property(
        policies,
        fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 300 })), { maxLength: 2 }),
        fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 1800 })), { minLength: 1, maxLength: 30 }),
        (own, events, meetings) => {
          const focusEvents = events.map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length * 60_000 }));
          const windows = protectedWindows(own, focusEvents, range);
          for (const [fromMs, length] of meetings) {
            const toMs = fromMs + length * 60_000;
            if (isOnTheWay(own, fromMs, toMs) || clocksChange(own, fromMs, toMs)) continue;
            const occurrence = lasting(new Date(fromMs).toISOString(), length);
            const { collisions } = findCollisions(
              [occurrence],
              [{ person: 'ann', policy: own, focusEvents }],
            );
            const collides = collisions.some(({ collision }) => collision.rule !== 'outside-working-hours');
            const isHeld = windows.some((each) => fromMs < each.toMs && toMs > each.fromMs);
            expect([new Date(fromMs).toISOString(), length, isHeld]).toEqual([
              new Date(fromMs).toISOString(),
              length,
              collides,
            ]);
            if (isHeld) held += 1;
            found += 1;
          }
        },
      ),
      { numRuns: 300 },
    );
    // Neither answer is rare.
    expect(held / found).toBeGreaterThan(0.1);
    expect(held / found).toBeLessThan(0.9);
  });

  it('are in order and apart', () => {
    fc.assert(
      fc.property(policies, (own) => {
        const windows = protectedWindows(own, [], range);
        for (const [index, each] of windows.entries()) {
          expect(each.toMs).toBeGreaterThan(each.fromMs);
          expect(each.fromMs).toBeGreaterThan(windows[index - 1]?.toMs ?? 0);
        }
      }),
    );
  });
});

/** A single meeting is judged by the clock of its start alone; one that a journey begins in is left out here. */
function isOnTheWay({ travel }: Policy, fromMs: number, toMs: number): boolean {
  return travel.some(({ fromDate, toDate }) =>
    [at(`${fromDate}T00:00Z`), at(`${toDate}T24:00Z`)].some(
      // The instants on the clocks there: 14 hours ahead of UTC to 12 behind it.
      (ms) => fromMs < ms + 12 * 3_600_000 && toMs > ms - 14 * 3_600_000,
    ),
  );
}

/** A single meeting has one start and one end on the clock; one during which it jumps is left out here, too. */
function clocksChange(own: Policy, fromMs: number, toMs: number): boolean {
  const zone = zoneAt(own, fromMs) ?? 'UTC';
  return DateTime.fromMillis(fromMs, { zone }).offset !== DateTime.fromMillis(toMs, { zone }).offset;
}
