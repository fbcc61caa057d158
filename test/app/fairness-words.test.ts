import { describe, expect, it } from '@jest/globals';
import { clockShiftSentence, clockShiftWarning, clockText } from '../../src/app/fairness-words.ts';

describe('clockText', () => {
  it.each([
    [0, '00:00'],
    [65, '01:05'],
    [1439, '23:59'],
  ])('%d minutes since midnight are %s', (minutes, text) => {
    expect(clockText(minutes)).toBe(text);
  });
});

describe('a change of clocks in words', () => {
  const shift = {
    ...{ name: 'Mei', zone: 'America/New_York', from: '2027-03-15', to: '2027-03-22', occurrences: 2 },
    ...{ minuteOfDay: 420, usualMinuteOfDay: 360, burden: 60, usualBurden: 360 },
  };
  const numbers =
    'it is 07:00 instead of 06:00 for Mei in New York: easier, 60 point-minutes a time instead of 360.';

  it('names the weeks, the hours and the numbers', () => {
    expect(clockShiftSentence(shift)).toBe(`From 2027-03-15 to 2027-03-22 ${numbers}`);
    expect(clockShiftSentence({ ...shift, to: shift.from })).toBe(`On 2027-03-15 ${numbers}`);
  });

  it('says where it is harder', () => {
    const harder = { ...shift, burden: 360, usualBurden: 60 };
    expect(clockShiftSentence(harder)).toMatch(/: harder, 360 point-minutes a time instead of 60\.$/);
  });

  it('is a warning about nobody else', () => {
    expect(clockShiftWarning(shift)).toEqual({
      rule: 'clock-change',
      because: clockShiftSentence(shift),
      people: ['Mei'],
      startMs: null,
    });
  });
});
