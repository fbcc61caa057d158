import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ResponseWindow } from '../../../src/core/meeting/policy.ts';
import { instantToLocal } from '../../../src/core/meeting/wall-time.ts';
import { answerDue } from '../../../src/core/offer/response-window.ts';
import { policy, working } from '../time/samples.ts';

const weekdays = { workingHours: [working([1, 2, 3, 4, 5])] };
const sundayToThursday = { workingHours: [working([7, 1, 2, 3, 4], 8, 16)], zone: 'Asia/Jerusalem' };
const day: ResponseWindow = { hours: 24 };

describe('when an answer is due', () => {
  it.each([
    ['the same clock the next day', 'Tue 2026-11-24 10:15', day, {}, 'Wed 2026-11-25 10:15'],
    ['over a weekend', 'Fri 2026-11-27 15:00', day, {}, 'Mon 2026-11-30 15:00'],
    ['asked on a Saturday, which counts as Monday', 'Sat 2026-11-28 15:00', day, {}, 'Tue 2026-12-01 15:00'],
    ['48 hours over a weekend', 'Thu 2026-11-26 09:00', { hours: 48 }, {}, 'Mon 2026-11-30 09:00'],
    ['over a change of clocks', 'Fri 2026-10-23 10:00', day, {}, 'Mon 2026-10-26 10:00'],
    [
      'over a holiday',
      'Wed 2026-11-25 10:00',
      day,
      { publicHolidays: ['2026-11-26'] },
      'Fri 2026-11-27 10:00',
    ],
    [
      'over a holiday and a weekend',
      'Thu 2026-12-24 10:00',
      day,
      { publicHolidays: ['2026-12-25'] },
      'Mon 2026-12-28 10:00',
    ],
    ['a Friday in a week from Sunday', 'Thu 2026-11-26 10:00', day, sundayToThursday, 'Sun 2026-11-29 10:00'],
    ['some hours', 'Tue 2026-11-24 10:15', { hours: 4 }, {}, 'Tue 2026-11-24 14:15'],
    [
      'some hours over midnight and a weekend',
      'Fri 2026-11-27 22:00',
      { hours: 4 },
      {},
      'Mon 2026-11-30 02:00',
    ],
    [
      'the end of the next working day',
      'Tue 2026-11-24 10:15',
      { workingDays: 1 },
      {},
      'Wed 2026-11-25 17:00',
    ],
    ['five working days', 'Tue 2026-11-24 10:15', { workingDays: 5 }, {}, 'Tue 2026-12-01 17:00'],
    ['today', 'Tue 2026-11-24 10:15', { workingDays: 0 }, {}, 'Tue 2026-11-24 17:00'],
    [
      'the end of a week from Sunday',
      'Thu 2026-11-26 10:00',
      { workingDays: 1 },
      sundayToThursday,
      'Sun 2026-11-29 16:00',
    ],
    [
      'at a clock that does not exist that day',
      'Sat 2026-03-28 02:30',
      day,
      { workingHours: [working([6, 7])] },
      'Sun 2026-03-29 03:30',
    ],
  ] as const)('%s', (_, asked, window, changes, due) => {
    const person = policy({ ...weekdays, ...changes });
    const zone = person.zone ?? 'UTC';
    expect(instantToLocal(answerDue(instantOf(asked, zone), window, person), zone).text).toBe(due);
  });

  it('counts in UTC without a zone', () => {
    const due = answerDue(Date.parse('2026-11-24T23:30:00Z'), day, policy({ ...weekdays, zone: null }));
    expect(new Date(due).toISOString()).toBe('2026-11-25T23:30:00.000Z');
  });

  it('comes to an end for somebody who never works', () => {
    const due = answerDue(
      Date.parse('2026-11-24T10:00:00Z'),
      { workingDays: 2 },
      policy({ workingHours: [] }),
    );
    expect(instantToLocal(due, 'Europe/Paris').date).toBe('2026-11-26');
  });

  it('is later than the question, on a working day, and longer for longer windows', () => {
    const holidays = ['2026-12-25', '2027-01-01', '2026-11-26'];
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 });
    const zone = fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati');
    fc.assert(
      fc.property(moment, zone, fc.integer({ min: 1, max: 6 }), (minute, inZone, days) => {
        const person = policy({ ...weekdays, publicHolidays: holidays, zone: inZone });
        const due = answerDue(minute * 60_000, { hours: days * 24 }, person);
        const { weekday, date } = instantToLocal(due, inZone);
        expect(due - minute * 60_000).toBeGreaterThanOrEqual(days * 23 * 3_600_000);
        expect(weekday <= 5 && !holidays.includes(date)).toBe(true);
        expect(answerDue(minute * 60_000, { hours: days * 24 + 24 }, person)).toBeGreaterThan(due);
      }),
      { numRuns: 300, seed: 24 },
    );
  });
});

/** The instant at which a clock in `zone` shows `Tue 2026-11-24 10:15`, for times that exist once. */
function instantOf(text: string, zone: string): number {
  const wanted = Date.parse(`${text.slice(4, 14)}T${text.slice(15)}:00Z`);
  const hours = Array.from({ length: 30 * 4 }, (_, index) => wanted - 15 * 3_600_000 + index * 900_000);
  return hours.find((ms) => instantToLocal(ms, zone).text === text) ?? Number.NaN;
}
