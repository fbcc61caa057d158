import { describe, expect, it } from '@jest/globals';
import {
  clockName,
  fullHour,
  spokenDeadline,
  spokenTime,
  withClock,
} from '../../../src/front/wording/spoken-time.ts';

const at = (text: string) => Date.parse(text);

describe('a deadline', () => {
  it('is told to the full hour of the clock on which it is told', () => {
    expect(spokenDeadline(at('2026-11-27T16:23:45Z'), 'Europe/Paris')).toBe(
      'Friday 27 November, 17:00 (Paris time)',
    );
    expect(spokenDeadline(at('2026-11-27T16:23:45Z'), 'Asia/Kolkata')).toBe(
      'Friday 27 November, 21:00 (Kolkata time)',
    );
    expect(spokenDeadline(at('2026-11-27T16:23:45Z'), null)).toBe('Friday 27 November, 16:00 (UTC)');
  });

  it('keeps to its own hour where the clock shows it twice', () => {
    const [first, second] = [at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')];
    expect(fullHour(first, 'Europe/Paris')).toBe(first - 30 * 60_000);
    expect(fullHour(second, 'Europe/Paris')).toBe(second - 30 * 60_000);
  });
});

describe('a time with its zone', () => {
  it('is told as a person would, to the minute, with the name of the place', () => {
    expect(spokenTime(at('2026-11-27T22:23:45Z'), 'America/New_York')).toBe(
      'Friday 27 November, 17:23 (New York time)',
    );
  });
});

describe('the name of a clock', () => {
  it.each([
    ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
    ['Etc/UTC', 'UTC'],
    // Its sign is the other way round than people expect: no name is made of it.
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['CET', 'CET'],
  ])('of %s is %s', (zone, name) => {
    expect(clockName(zone)).toBe(name);
  });

  it.each([
    ['Propose Thu 2026-11-26 14:00 or Fri 2026-11-27 14:00 instead.', 'Fri 2026-11-27 14:00 (X) instead.'],
    ['A fairer time: Tue 2026-11-24 10:00 (spares mei@a.example 03:00).', '10:00 (X) (spares mei@a.example'],
    ['Wed 2026-11-25 is on a public holiday.', 'Wed 2026-11-25 is on a public holiday.'],
    ['Ask at most 8 people to attend.', 'Ask at most 8 people to attend.'],
  ])('stands behind the last time of %j', (sentence, told) => {
    expect(withClock(sentence, 'X')).toContain(told);
  });
});
