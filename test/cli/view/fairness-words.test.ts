import { describe, expect, it } from '@jest/globals';
import { hoursWord, pointsText } from '../../../src/cli/view/fairness-words.ts';
import { type FairnessPerson, usualWorkingHours } from '../../../src/core/fairness/fairness-person.ts';

const person = (zone: string | null, more: Partial<FairnessPerson> = {}): FairnessPerson => ({
  name: 'Ann',
  stays: [{ fromMs: Number.NEGATIVE_INFINITY, zone }],
  workingHours: usualWorkingHours,
  daysOff: [],
  ...more,
});
const halfHour = (start: string, who: FairnessPerson) => {
  const startMs = Date.parse(start);
  return hoursWord(who, startMs, startMs + 30 * 60_000);
};

describe('hoursWord', () => {
  // 2026-11-25 is a Wednesday.
  it.each([
    ['2026-11-25T10:00Z', 'fits'],
    ['2026-11-25T16:30Z', 'fits'],
    ['2026-11-25T16:45Z', 'late'],
    ['2026-11-25T22:30Z', 'late'],
    ['2026-11-25T22:45Z', 'night'],
    ['2026-11-25T06:45Z', 'night'],
    ['2026-11-25T07:00Z', 'early'],
    ['2026-11-25T08:45Z', 'early'],
    ['2026-11-28T10:00Z', 'day off'],
    ['2026-11-28T03:00Z', 'night, day off'],
  ])('%s in UTC: %s', (start, word) => {
    expect(halfHour(start, person('UTC'))).toBe(word);
  });

  it('knows a public holiday, and hours of another kind of day', () => {
    expect(halfHour('2026-11-25T10:00Z', person('UTC', { daysOff: ['2026-11-25'] }))).toBe('day off');
    const evening = [{ weekdays: [3], start: { hour: 14, minute: 0 }, end: { hour: 22, minute: 0 } }];
    expect(halfHour('2026-11-25T13:00Z', person('UTC', { workingHours: evening }))).toBe('early');
    expect(halfHour('2026-11-25T22:00Z', person('UTC', { workingHours: evening }))).toBe('late');
  });

  it('says that a zone is unknown', () => {
    expect(halfHour('2026-11-25T10:00Z', person(null))).toBe('zone unknown');
  });
});

describe('pointsText', () => {
  it('groups thousands', () => {
    expect([0, 999, 1860, 1_000_000].map(pointsText)).toEqual(['0', '999', '1,860', '1,000,000']);
  });
});
