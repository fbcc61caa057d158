import { describe, expect, it } from '@jest/globals';
import { midnightMs } from '../../../src/sandbox/calendar/midnight.ts';

describe('the beginning of a day', () => {
  it.each([
    ['2026-11-02', 'Europe/Paris', '2026-11-01T23:00:00Z'],
    ['2026-07-02', 'Europe/Paris', '2026-07-01T22:00:00Z'],
    ['2026-11-02', 'Asia/Tokyo', '2026-11-01T15:00:00Z'],
    ['2026-11-02', 'utc', '2026-11-02T00:00:00Z'],
    // The clock goes from 0:00 to 1:00 on that day.
    ['2026-03-08', 'America/Havana', '2026-03-08T05:00:00Z'],
  ])('of %s in %s is %s, the first time and from memory', (date, zone, expected) => {
    expect(midnightMs(date, zone)).toBe(Date.parse(expected));
    expect(midnightMs(date, zone)).toBe(Date.parse(expected));
  });
});
