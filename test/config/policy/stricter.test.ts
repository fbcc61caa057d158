import { describe, expect, it } from '@jest/globals';
import { enforcementOf, stricter } from '../../../src/config/policy/stricter.ts';
import type { WeeklyWindow } from '../../../src/core/meeting/policy.ts';

function hours(weekdays: number[], from: number, to: number) {
  return { weekdays, start: { hour: from, minute: 0 }, end: { hour: to, minute: 0 } } satisfies WeeklyWindow;
}

const day = (weekday: number, allowPurposes: 'incident'[] = [], exceptDates: string[] = []) => ({
  weekday,
  allowPurposes,
  exceptDates,
});

describe('stricter', () => {
  it('keeps free every day of both, in the order of the week', () => {
    expect(stricter('noMeetingDays', [day(5)], [day(1), day(3)])).toEqual([day(1), day(3), day(5)]);
  });

  it('keeps of a shared day only the exceptions of both', () => {
    const a = day(3, ['incident'], ['2026-12-16', '2026-12-23']);
    expect(stricter('noMeetingDays', [a], [day(3, [], ['2026-12-23'])])).toEqual([
      day(3, [], ['2026-12-23']),
    ]);
  });

  it('narrows working hours, and leaves the higher level’s where none are shared', () => {
    expect(stricter('workingHours', [hours([1, 2], 9, 17)], [hours([2], 8, 12)])).toEqual([
      hours([2], 9, 12),
    ]);
    expect(stricter('workingHours', [hours([1], 9, 17)], [hours([7], 9, 17)])).toEqual([hours([1], 9, 17)]);
  });

  it('turns holds on, and lets the calendar decline more, never less', () => {
    const off = { inCalendar: false, autoDecline: 'new-conflicts' } as const;
    const on = { inCalendar: true, autoDecline: 'none' } as const;
    const both = { inCalendar: true, autoDecline: 'new-conflicts' };
    expect(stricter('holds', off, on)).toEqual(both);
    expect(stricter('holds', on, off)).toEqual(both);
    expect(stricter('holds', off, { autoDecline: 'all-conflicts' })).toEqual({
      inCalendar: false,
      autoDecline: 'all-conflicts',
    });
  });

  it('takes the smaller limit, and none only where both say so', () => {
    expect(stricter('limits', { people: 8, minutes: null }, { people: null, minutes: null })).toMatchObject({
      people: 8,
      minutes: null,
    });
    expect(stricter('budget', { hoursPerDay: 4 }, { hoursPerDay: 3, hoursPerWeek: 15 })).toMatchObject({
      hoursPerDay: 3,
      hoursPerWeek: 15,
    });
  });

  it.each([
    [{ hours: 24 }, { hours: 48 }, { hours: 48 }],
    [{ hours: 24 }, { workingDays: 1 }, { workingDays: 1 }],
    [{ hours: 25 }, { workingDays: 1 }, { hours: 25 }],
    [{ workingDays: 5 }, { hours: 100 }, { workingDays: 5 }],
  ])('of the response windows %j and %j takes %j', (a, b, expected) => {
    expect(stricter('responseWindows', { rfc: a }, { rfc: b }).rfc).toEqual(expected);
    expect(stricter('responseWindows', { rfc: b }, { rfc: a }).rfc).toEqual(expected);
  });

  it('exempts only whom both exempt, list by list', () => {
    const a = { people: ['a@x.y', 'b@x.y'], domains: ['x.y'] };
    expect(stricter('exempt', a, { people: ['b@x.y', 'c@x.y'], categories: ['Board'] })).toEqual({
      people: ['b@x.y'],
      domains: ['x.y'],
      categories: ['Board'],
    });
  });

  it('lets a default reach rules that the other level names', () => {
    expect(stricter('enforcement', { default: 'enforce' }, { 'focus-block': 'warn' })).toEqual({
      default: 'enforce',
      'focus-block': 'enforce',
    });
  });

  it('knows an emergency of both once', () => {
    const own = { name: 'recall', phrases: ['recall'] };
    expect(stricter('emergencies', ['production-down', own], [{ ...own }, 'production-down'])).toHaveLength(
      2,
    );
  });
});

describe('enforcementOf', () => {
  const stated = { default: 'warn', 'go-async': 'grace', consumable: 'observe' } as const;

  it.each([
    ['consumable', 'observe'],
    ['several-zones', 'grace'],
    ['focus-block', 'warn'],
    ['toString', 'warn'],
  ])('is for %s: %s', (rule, expected) => {
    expect(enforcementOf(stated, rule)).toBe(expected);
  });

  it('is unknown where nothing reaches the rule', () => {
    expect(enforcementOf({ 'go-async': 'grace' }, 'focus-block')).toBeUndefined();
  });
});
