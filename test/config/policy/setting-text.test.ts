import { describe, expect, it } from '@jest/globals';
import {
  countText,
  listText,
  noMeetingDayText,
  responseWindowText,
  windowText,
} from '../../../src/config/policy/setting-text.ts';

const nineToFive = { start: { hour: 9, minute: 5 }, end: { hour: 24, minute: 0 } };

describe('windowText', () => {
  it.each([
    [[1], 'Monday'],
    [[1, 2], 'Monday and Tuesday'],
    [[3, 1, 2], 'Monday to Wednesday'],
    [[1, 3, 5], 'Monday, Wednesday and Friday'],
    [[1, 2, 3, 4, 5, 6, 7], 'Monday to Sunday'],
    [[7, 7], 'Sunday'],
  ])('names weekdays %j as %s', (weekdays, text) => {
    expect(windowText({ weekdays, ...nineToFive })).toBe(`${text} 09:05-24:00`);
  });
});

describe('noMeetingDayText', () => {
  it.each([
    [[], [], 'Wednesday'],
    [['incident'], [], 'Wednesday except for incident'],
    [[], ['2026-12-16'], 'Wednesday except on 2026-12-16'],
    [
      ['incident', 'social'],
      ['2026-12-16'],
      'Wednesday except for incident and social and except on 2026-12-16',
    ],
  ])('with purposes %j and dates %j is %s', (allowPurposes, exceptDates, text) => {
    expect(noMeetingDayText({ weekday: 3, allowPurposes, exceptDates })).toBe(text);
  });
});

describe('counts and lists', () => {
  it('agree in number', () => {
    expect(responseWindowText({ hours: 1 })).toBe('1 hour');
    expect(responseWindowText({ workingDays: 2 })).toBe('2 working days');
    expect(countText(1, 'person', 'people')).toBe('1 person');
    expect(countText(2, 'person', 'people')).toBe('2 people');
  });

  it('join with commas and one and', () => {
    expect([listText([]), listText(['a']), listText(['a', 'b']), listText(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
