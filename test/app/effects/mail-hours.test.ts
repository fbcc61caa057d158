import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sendsAt } from '../../../src/app/effects/mail-hours.ts';
import type { WeeklyWindow } from '../../../src/core/meeting/policy.ts';
import { instantToLocal } from '../../../src/core/meeting/wall-time.ts';

const hourMs = 3_600_000;
const longestMs = 14 * 24 * hourMs;
const weekdays = [1, 2, 3, 4, 5];
const span = (days: readonly number[], from: number, to: number): WeeklyWindow => ({
  weekdays: days,
  start: { hour: from, minute: 0 },
  end: { hour: to, minute: 0 },
});
const berlin = {
  zone: 'Europe/Berlin',
  travel: [],
  workingHours: [span(weekdays, 8, 12), span(weekdays, 13, 17)],
  publicHolidays: [],
};
const at = (text: string): number => Date.parse(text);

describe('when a mail is sent', () => {
  it.each([
    ['in working hours', '2026-11-23T08:30:00Z', '2026-11-23T08:30:00Z'],
    ['at their first minute', '2026-11-23T07:00:00Z', '2026-11-23T07:00:00Z'],
    ['at noon, between two parts of a day', '2026-11-23T11:10:00Z', '2026-11-23T12:00:00Z'],
    ['in the evening', '2026-11-23T16:00:00Z', '2026-11-24T07:00:00Z'],
    ['on a Friday evening', '2026-11-27T20:00:00Z', '2026-11-30T07:00:00Z'],
    ['in the night in which the clocks go forward', '2026-03-28T22:00:00Z', '2026-03-30T06:00:00Z'],
    ['in the night in which they go back', '2026-10-24T22:00:00Z', '2026-10-26T07:00:00Z'],
  ])('%s', (_, now, sent) => {
    expect(sendsAt(berlin, at(now), null)).toBe(at(sent));
  });

  it('leaves out public holidays', () => {
    const policy = { ...berlin, publicHolidays: ['2026-12-24', '2026-12-25'] };
    expect(sendsAt(policy, at('2026-12-23T18:00:00Z'), null)).toBe(at('2026-12-28T07:00:00Z'));
  });

  it('goes by the clock of the place where the owner is on that day', () => {
    const travel = [{ fromDate: '2026-11-24', toDate: '2026-11-26', zone: 'America/New_York' }];
    expect(sendsAt({ ...berlin, travel }, at('2026-11-23T18:00:00Z'), null)).toBe(at('2026-11-24T13:00:00Z'));
  });

  it('is now where waiting would make it useless, and only there', () => {
    const now = at('2026-11-23T20:00:00Z');
    const opens = at('2026-11-24T07:00:00Z');
    for (const latest of [now + 1, opens]) expect(sendsAt(berlin, now, latest)).toBe(now);
    expect(sendsAt(berlin, now, opens + 1)).toBe(opens);
  });

  it('is now where nobody knows the hours, or none begin within two weeks', () => {
    const now = at('2026-11-23T20:00:00Z');
    for (const unknown of [
      { ...berlin, zone: null },
      { ...berlin, zone: 'Mars/Base' },
      { ...berlin, workingHours: [] },
      { ...berlin, workingHours: [span([], 8, 17)] },
    ])
      expect(sendsAt(unknown, now, null)).toBe(now);
    const holidays = Array.from({ length: 15 }, (_, day) =>
      new Date(now + day * 24 * hourMs).toISOString().slice(0, 10),
    );
    expect(sendsAt({ ...berlin, publicHolidays: holidays }, now, null)).toBe(now);
  });
});

const policies = fc.record({
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'),
  travel: fc.constant([]),
  workingHours: fc.array(
    fc
      .tuple(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 24 }),
      )
      .map(([days, from, hours]) => span(days, from, Math.min(24, from + hours))),
    { maxLength: 3 },
  ),
  publicHolidays: fc.array(
    fc
      .integer({ min: 0, max: 364 })
      .map((day) => new Date(at('2026-01-01T12:00:00Z') + day * 24 * hourMs).toISOString().slice(0, 10)),
    { maxLength: 20 },
  ),
});
const nows = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') });

type Hours = Parameters<typeof sendsAt>[0];

/** By the clock on the wall, asked for one minute. */
function isWorking({ zone, workingHours, publicHolidays }: Hours, ms: number): boolean {
  const { date, weekday, minuteOfDay } = instantToLocal(ms, zone ?? 'UTC');
  return (
    !publicHolidays.includes(date) &&
    workingHours.some(
      ({ weekdays: days, start, end }) =>
        days.includes(weekday) && start.hour * 60 <= minuteOfDay && minuteOfDay < end.hour * 60,
    )
  );
}

describe('whatever the policy says', () => {
  it('it is now, or the first working minute within two weeks', () => {
    fc.assert(
      fc.property(policies, nows, (policy, nowMs) => {
        const sent = sendsAt(policy, nowMs, null);
        if (isWorking(policy, nowMs)) return sent === nowMs;
        const untilMs = sent === nowMs ? nowMs + longestMs : sent;
        for (let ms = nowMs; ms < untilMs; ms += hourMs / 4) if (isWorking(policy, ms)) return false;
        return sent === nowMs || (sent < nowMs + longestMs && isWorking(policy, sent));
      }),
      { numRuns: 100 },
    );
  });

  it('it is never later than what presses', () => {
    fc.assert(
      fc.property(policies, nows, fc.integer({ min: 1, max: 20 * 24 * hourMs }), (policy, nowMs, restMs) => {
        const sent = sendsAt(policy, nowMs, nowMs + restMs);
        return sent === nowMs || (sent < nowMs + restMs && sent === sendsAt(policy, nowMs, null));
      }),
      { numRuns: 100 },
    );
  });
});
