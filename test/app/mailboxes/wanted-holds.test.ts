import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wantedHolds } from '../../../src/app/mailboxes/wanted-holds.ts';
import { unionOf } from '../../../src/core/meeting/intervals.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { protectedWindows } from '../../../src/core/time/protected-windows.ts';
import { freeDay, policy, working } from '../../core/time/samples.ts';

const dayMs = 86_400_000;
const on = { holds: { inCalendar: true, autoDecline: 'none' } } as const;
const week = (from: string) => ({ fromMs: Date.parse(from), toMs: Date.parse(from) + 7 * dayMs });
const office = { workingHours: [working([1, 2, 3, 4, 5])] };

/** Each hold as `key: start/end`. */
const holdsOf = (changes: Partial<Policy>, from = '2026-11-22T23:00:00Z') =>
  wantedHolds(policy({ ...on, ...office, ...changes }), week(from)).map(
    ({ key, startMs, endMs }) =>
      `${key}: ${new Date(startMs).toISOString().slice(0, 16)}/${new Date(endMs).toISOString().slice(11, 16)}`,
  );

describe('holds that a policy asks for', () => {
  it('are none unless it says so', () => {
    expect(holdsOf({ ...freeDay(3), holds: { inCalendar: false, autoDecline: 'all-conflicts' } })).toEqual(
      [],
    );
  });

  it('keep a no-meeting day within the working hours, and each focus block', () => {
    const focus = { calendarEvents: true, categories: [], blocks: [working([2, 4], 9, 12)] };
    expect(holdsOf({ ...freeDay(3), focus })).toEqual([
      'focus-block 2026-11-24 09:00-12:00 Europe/Paris: 2026-11-24T08:00/11:00',
      'no-meeting-day 2026-11-25 09:00-17:00 Europe/Paris: 2026-11-25T08:00/16:00',
      'focus-block 2026-11-26 09:00-12:00 Europe/Paris: 2026-11-26T08:00/11:00',
    ]);
  });

  it('split with the working hours, and join blocks that touch', () => {
    const workingHours = [working([3], 9, 12), working([3], 14, 18)];
    const blocks = [working([2], 9, 11), working([2], 10, 12), working([2], 12, 13)];
    const focus = { calendarEvents: true, categories: [], blocks };
    expect(holdsOf({ ...freeDay(3), workingHours, focus })).toEqual([
      'focus-block 2026-11-24 09:00-13:00 Europe/Paris: 2026-11-24T08:00/12:00',
      'no-meeting-day 2026-11-25 09:00-12:00 Europe/Paris: 2026-11-25T08:00/11:00',
      'no-meeting-day 2026-11-25 14:00-18:00 Europe/Paris: 2026-11-25T13:00/17:00',
    ]);
  });

  it('cover a focus block on a no-meeting day only where the day does not', () => {
    const focus = { calendarEvents: true, categories: [], blocks: [working([3], 7, 12)] };
    expect(holdsOf({ ...freeDay(3), focus })).toEqual([
      'focus-block 2026-11-25 07:00-09:00 Europe/Paris: 2026-11-25T06:00/08:00',
      'no-meeting-day 2026-11-25 09:00-17:00 Europe/Paris: 2026-11-25T08:00/16:00',
    ]);
  });

  it('leave out excepted dates, public holidays, days off, and people without a clock', () => {
    expect(holdsOf(freeDay(3, ['2026-11-25']))).toEqual([]);
    expect(holdsOf({ ...freeDay(3), publicHolidays: ['2026-11-25'] })).toEqual([]);
    expect(holdsOf(freeDay(7))).toEqual([]);
    expect(holdsOf({ ...freeDay(3), zone: null })).toEqual([]);
    expect(holdsOf({ ...freeDay(3), zone: 'Europe/Atlantis' })).toEqual([]);
  });

  it.each([
    ['2026-03-23T00:00:00Z', '2026-03-27T08:00/16:00', '2026-03-29T07:00/15:00'],
    ['2026-10-19T00:00:00Z', '2026-10-23T07:00/15:00', '2026-10-25T08:00/16:00'],
  ])('stay at 09:00 on the wall through the change of clocks in the week of %s', (from, before, after) => {
    const workingHours = [working([5, 7])];
    const noMeetingDays = [5, 7].flatMap((day) => freeDay(day).noMeetingDays);
    expect(holdsOf({ workingHours, noMeetingDays }, from).map((text) => text.split(': ')[1])).toEqual([
      before,
      after,
    ]);
  });

  it('follow the person on a journey', () => {
    const travel = [{ fromDate: '2026-11-25', toDate: '2026-11-25', zone: 'Asia/Singapore' }];
    const noMeetingDays = [2, 3, 4].flatMap((day) => freeDay(day).noMeetingDays);
    expect(holdsOf({ travel, noMeetingDays })).toEqual([
      'no-meeting-day 2026-11-24 09:00-17:00 Europe/Paris: 2026-11-24T08:00/16:00',
      'no-meeting-day 2026-11-25 09:00-17:00 Asia/Singapore: 2026-11-25T01:00/09:00',
      'no-meeting-day 2026-11-26 09:00-17:00 Europe/Paris: 2026-11-26T08:00/16:00',
    ]);
  });

  it('are the same holds while they run and whenever one looks', () => {
    const [whole] = holdsOf(freeDay(3));
    expect(holdsOf(freeDay(3), '2026-11-25T10:30:00Z')[0]).toBe(whole);
    expect(holdsOf(freeDay(3), '2026-11-25T16:00:00Z')[0]).toContain('2026-12-02');
    // The last one begins within the window and ends after it.
    expect(holdsOf(freeDay(3), '2026-11-18T09:00:00Z')).toContain(whole);
  });

  it('have another key where the calendar is to decline by itself', () => {
    const holds = { inCalendar: true, autoDecline: 'new-conflicts' } as const;
    expect(holdsOf({ ...freeDay(3), holds })).toEqual([
      'no-meeting-day 2026-11-25 09:00-17:00 Europe/Paris new-conflicts: 2026-11-25T08:00/16:00',
    ]);
  });

  it('lie within the protected time of the core, never on each other, each with its own key', () => {
    const windows = fc.array(
      fc.tuple(
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 24 }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    const listOf = (list: readonly (readonly [number[], number, number])[]) =>
      list.filter(([, from, to]) => to > from).map(([days, from, to]) => working(days, from, to));
    const zone = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
    fc.assert(
      fc.property(
        windows,
        windows,
        fc.subarray([1, 2, 3, 4, 5, 6, 7]),
        zone,
        zone,
        (hours, blocks, free, home, there) => {
          const given = policy({
            ...on,
            zone: home,
            travel: [{ fromDate: '2026-10-29', toDate: '2026-11-02', zone: there }],
            workingHours: listOf(hours),
            focus: { calendarEvents: true, categories: [], blocks: listOf(blocks) },
            noMeetingDays: free.flatMap((day) => freeDay(day).noMeetingDays),
            publicHolidays: ['2026-10-30'],
          });
          const window = {
            fromMs: Date.parse('2026-10-26T05:00:00Z'),
            toMs: Date.parse('2026-11-06T05:00:00Z'),
          };
          const holds = wantedHolds(given, window).map((hold) => ({
            ...hold,
            fromMs: hold.startMs,
            toMs: hold.endMs,
          }));
          const around = { fromMs: window.fromMs - 2 * dayMs, toMs: window.toMs + 2 * dayMs };
          const time = protectedWindows(given, [], around);
          for (const { fromMs, toMs } of holds)
            expect(time.some((all) => all.fromMs <= fromMs && all.toMs >= toMs)).toBe(true);
          const total = (list: readonly { fromMs: number; toMs: number }[]) =>
            list.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
          expect(total(unionOf(holds))).toBe(total(holds));
          expect(new Set(holds.map(({ key }) => key)).size).toBe(holds.length);
        },
      ),
      { numRuns: 200, seed: 20261121 },
    );
  });
});
