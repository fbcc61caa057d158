import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantToLocal } from '../../../src/core/meeting/wall-time.ts';
import {
  dayText,
  momentText,
  readersDates,
  timeText,
  type WhenFrame,
  whenText,
} from '../../../src/front/app/when.ts';

const british: WhenFrame = {
  ...{ language: 'en', locale: 'en-GB', zone: 'Europe/Paris', nowMs: Date.UTC(2026, 10, 23, 8) },
};
const german: WhenFrame = { ...british, language: 'de', locale: 'de-DE', zone: 'Europe/Berlin' };

/** Wednesday, 25 November 2026, 10:00 in Paris. */
const startMs = Date.UTC(2026, 10, 25, 9);
const halfHour = 30 * 60_000;
const hour = 2 * halfHour;
const day = 24 * hour;

/** How much white space `Intl` joins with is its own matter, and differs between its versions. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(' – ', '–');

describe('whenText', () => {
  it.each([
    ['en-GB', 'Wed 25 Nov, 10:00–10:30'],
    ['en-US', 'Wed, Nov 25, 10:00–10:30 AM'],
  ])('%s: the day once, as the reader writes it', (locale, expected) => {
    expect(plain(whenText(startMs, startMs + halfHour, { ...british, locale }))).toBe(expected);
  });

  it.each([
    ['de-DE', 'Mi., 25. Nov., 10:00–10:30 Uhr'],
    ['de-AT', 'Mi., 25. Nov., 10:00–10:30 Uhr'],
  ])('%s: the day once, as the reader writes it', (locale, expected) => {
    expect(plain(whenText(startMs, startMs + halfHour, { ...german, locale }))).toBe(expected);
  });

  it('names both days where it ends on another one', () => {
    expect(plain(whenText(startMs, startMs + 15 * hour, british))).toBe(
      'Wed 25 Nov, 10:00–Thu 26 Nov, 01:00',
    );
  });

  it('from midnight to midnight is a day, and its last one is not the day after', () => {
    const midnightMs = Date.UTC(2026, 10, 24, 23);
    expect(plain(whenText(midnightMs, midnightMs + day, british))).toBe('Wed 25 Nov');
    expect(plain(whenText(midnightMs, midnightMs + 2 * day, british))).toBe('Wed 25 Nov–Thu 26 Nov');
    expect(plain(whenText(midnightMs, midnightMs + day - hour, british))).toContain('00:00');
  });

  it('a day of 23 hours is a day too', () => {
    const midnightMs = Date.UTC(2026, 2, 28, 23);
    expect(plain(whenText(midnightMs, midnightMs + 23 * hour, british))).toBe('Sun 29 Mar');
  });

  it('says the year where it is another than now’s', () => {
    expect(plain(whenText(startMs + 50 * day, startMs + 50 * day + hour, british))).toBe(
      'Thu, 14 Jan 2027, 10:00–11:00',
    );
    const overNewYearMs = Date.UTC(2026, 11, 31, 22, 30);
    expect(plain(whenText(overNewYearMs, overNewYearMs + hour, british))).toBe(
      'Thu, 31 Dec 2026, 23:30–Fri, 1 Jan 2027, 00:30',
    );
  });

  it('where nobody knows the reader’s zone, it names the one it uses', () => {
    expect(plain(whenText(startMs, startMs + hour, { ...british, zone: 'UTC' }))).toBe(
      'Wed 25 Nov, 09:00–10:00 UTC',
    );
  });

  it('tells the two hours apart that the clock shows twice in autumn', () => {
    const firstMs = Date.UTC(2026, 9, 25, 0, 30);
    const texts = [firstMs, firstMs + hour].map((ms) => plain(momentText(ms, british)));
    expect(texts).toEqual(['Sun 25 Oct, 02:30 GMT+2', 'Sun 25 Oct, 02:30 GMT+1']);
    expect(plain(whenText(firstMs, firstMs + hour, british))).toContain('GMT+2');
    expect(plain(momentText(firstMs - hour, british))).toBe('Sun 25 Oct, 01:30');
  });

  it('over the hour that does not exist in spring, the clock jumps', () => {
    const beforeMs = Date.UTC(2026, 2, 29, 0, 30);
    expect(plain(whenText(beforeMs, beforeMs + hour, british))).toBe('Sun 29 Mar, 01:30–03:30');
  });

  it('an unknown time is said in the reader’s language; an unknown or impossible end is left out', () => {
    expect(whenText(null, null, british)).toBe('Time unknown');
    expect(whenText(null, startMs, german)).toBe('Zeit unbekannt');
    expect(plain(whenText(startMs, null, british))).toBe('Wed 25 Nov, 10:00');
    expect(plain(whenText(startMs, startMs - hour, british))).toBe('Wed 25 Nov, 10:00');
  });
});

describe('readersDates', () => {
  it('writes the times of core as the reader does, on the clock that core spoke of', () => {
    const sentence = 'Wed 2026-11-25 10:00 is on a free day; Thu 2027-01-14 09:30 UTC is fairer.';
    expect(plain(readersDates(sentence, { ...british, zone: 'Asia/Tokyo' }))).toBe(
      'Wed 25 Nov, 10:00 is on a free day; Thu, 14 Jan 2027, 09:30 UTC is fairer.',
    );
    expect(plain(readersDates('Wed 2026-11-25 10:00.', german))).toBe('Mi., 25. Nov., 10:00.');
  });

  it.each(['Wed 2026-11-26 10:00', 'Mon 2026-02-30 10:00', 'Wed 2026-11-25 24:00', '2026-11-25 10:00'])(
    'leaves %s as it is',
    (sentence) => expect(readersDates(sentence, british)).toBe(sentence),
  );

  it('takes every time that core writes, and touches no other word', () => {
    const times = fc.integer({ min: Date.UTC(1973, 1), max: Date.UTC(9998, 0) });
    const zones = fc.constantFrom('UTC', 'Europe/Paris', 'Asia/Kathmandu', 'America/St_Johns');
    const word = fc.stringMatching(/^[a-z ]{0,20}$/);
    fc.assert(
      fc.property(times, zones, word, word, (ms, zone, before, after) => {
        const { text, minuteOfDay } = instantToLocal(ms, zone);
        const shown = readersDates(`${before} ${text} ${after}`, british);
        expect(shown.startsWith(`${before} `) && shown.endsWith(` ${after}`)).toBe(true);
        expect(shown).not.toMatch(/\d{4}-\d{2}-\d{2}/);
        const clock = [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) =>
          String(part).padStart(2, '0'),
        );
        expect(shown).toContain(clock.join(':'));
      }),
    );
  });
});

describe('day and hour', () => {
  it('are those of the reader’s zone', () => {
    const lateMs = Date.UTC(2026, 10, 25, 23, 30);
    expect(dayText(lateMs, british)).toBe('Thursday 26 November');
    expect(dayText(lateMs, german)).toBe('Donnerstag, 26. November');
    expect(dayText(lateMs + 365 * day, british)).toBe('Friday, 26 November 2027');
    expect(timeText(lateMs, british)).toBe('00:30');
    expect(plain(timeText(lateMs, { ...british, locale: 'en-US', zone: 'America/New_York' }))).toBe(
      '06:30 PM',
    );
  });
});
