import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventMoment } from '../../../src/sandbox/calendar/event-copy.ts';
import { recurrenceInput, toRecurrence, toRule } from '../../../src/sandbox/microsoft/recurrence.ts';

/** Tuesday, 15:00 in Paris. */
const start: EventMoment = {
  kind: 'instant',
  ms: Date.parse('2026-10-06T13:00:00Z'),
  zone: 'Europe/Paris',
};
const noEnd = { type: 'noEnd', startDate: '2026-10-06' } as const;
const rule = (pattern: object, range: object = noEnd, first: EventMoment = start) =>
  toRule(recurrenceInput.parse({ pattern, range }), first);

describe('recurrence of Graph as RRULE', () => {
  it.each([
    [{ type: 'daily', interval: 2 }, 'FREQ=DAILY;INTERVAL=2'],
    [
      { type: 'weekly', interval: 1, daysOfWeek: ['tuesday', 'thursday'], firstDayOfWeek: 'monday' },
      'FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU,TH',
    ],
    [{ type: 'absoluteMonthly', interval: 1, dayOfMonth: 6 }, 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=6'],
    [
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['friday'], index: 'last' },
      'FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR',
    ],
    [
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['monday', 'tuesday'], index: 'first' },
      'FREQ=MONTHLY;INTERVAL=1;BYDAY=MO,TU;BYSETPOS=1',
    ],
    [
      { type: 'absoluteYearly', interval: 1, month: 10, dayOfMonth: 6 },
      'FREQ=YEARLY;INTERVAL=1;BYMONTH=10;BYMONTHDAY=6',
    ],
    [
      { type: 'relativeYearly', interval: 1, month: 11, daysOfWeek: ['thursday'], index: 'fourth' },
      'FREQ=YEARLY;INTERVAL=1;BYMONTH=11;BYDAY=4TH',
    ],
  ])('%j', (pattern, expected) => {
    expect(rule(pattern)).toBe(`RRULE:${expected}`);
  });

  it('ends with the last day in the zone of the series, or after a number of times', () => {
    const daily = { type: 'daily', interval: 1 };
    expect(rule(daily, { type: 'endDate', endDate: '2026-10-31' })).toContain('UNTIL=20261031T225959Z');
    expect(
      rule(daily, { type: 'endDate', endDate: '2026-10-31' }, { kind: 'date', date: '2026-10-06' }),
    ).toContain('UNTIL=20261031');
    expect(rule(daily, { type: 'numbered', numberOfOccurrences: 5 })).toContain('COUNT=5');
  });

  it.each([
    [{ type: 'weekly', interval: 1, daysOfWeek: [] }, noEnd],
    [{ type: 'absoluteMonthly', interval: 1 }, noEnd],
    [{ type: 'relativeYearly', interval: 1, daysOfWeek: ['friday'] }, noEnd],
    [{ type: 'daily', interval: 1 }, { type: 'numbered' }],
    [{ type: 'daily', interval: 1 }, { type: 'endDate' }],
  ])('refuses %j in %j, which lacks a field', (pattern, range) => {
    expect(rule(pattern, range)).toMatchObject({ refusal: { status: 400 } });
  });
});

describe('RRULE as recurrence of Graph', () => {
  it('names the weekday of the start where the rule names none', () => {
    expect(toRecurrence(['RRULE:FREQ=WEEKLY;COUNT=4'], start)).toEqual({
      pattern: {
        type: 'weekly',
        interval: 1,
        month: 0,
        dayOfMonth: 0,
        daysOfWeek: ['tuesday'],
        firstDayOfWeek: 'sunday',
        index: 'first',
      },
      range: {
        type: 'numbered',
        startDate: '2026-10-06',
        endDate: '0001-01-01',
        recurrenceTimeZone: 'Romance Standard Time',
        numberOfOccurrences: 4,
      },
    });
  });

  it('reads the last day in the zone of the series', () => {
    expect(toRecurrence(['RRULE:FREQ=DAILY;UNTIL=20261031T225959Z'], start)).toMatchObject({
      range: { type: 'endDate', endDate: '2026-10-31' },
    });
  });

  it.each(['FREQ=HOURLY', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYDAY=1MO,3MO', 'FREQ=DAILY;BYDAY=MO'])(
    'has no pattern for %s',
    (text) => {
      expect(toRecurrence([`RRULE:${text}`], start)).toBeNull();
    },
  );

  it('gives back every pattern that was written', () => {
    const day = fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');
    const days = fc.uniqueArray(day, { minLength: 1 });
    const index = fc.constantFrom('first', 'second', 'third', 'fourth', 'last');
    const interval = fc.integer({ min: 1, max: 99 });
    const month = fc.integer({ min: 1, max: 12 });
    const dayOfMonth = fc.integer({ min: 1, max: 31 });
    const pattern = fc.oneof(
      fc.record({ type: fc.constant('daily'), interval }),
      fc.record({ type: fc.constant('weekly'), interval, daysOfWeek: days, firstDayOfWeek: day }),
      fc.record({ type: fc.constant('absoluteMonthly'), interval, dayOfMonth }),
      fc.record({ type: fc.constant('relativeMonthly'), interval, daysOfWeek: days, index }),
      fc.record({ type: fc.constant('absoluteYearly'), interval, month, dayOfMonth }),
      fc.record({ type: fc.constant('relativeYearly'), interval, month, daysOfWeek: days, index }),
    );
    fc.assert(
      fc.property(pattern, (written) => {
        const line = rule(written);
        expect(toRecurrence([String(line)], start)).toMatchObject({ pattern: written });
      }),
    );
  });
});
