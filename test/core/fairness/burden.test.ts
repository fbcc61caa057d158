import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { burdenBetween, burdensOfSlots, burdenTimeline } from '../../../src/core/fairness/burden.ts';
import type { FairnessPerson } from '../../../src/core/fairness/fairness-person.ts';
import { everyDay, hours, personIn } from './samples.ts';

const at = Date.parse;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

function burden(person: FairnessPerson, from: string, to: string): number | null {
  const window = { fromMs: at(from), toMs: at(to) };
  return burdenBetween(burdenTimeline(person, window), window.fromMs, window.toMs);
}

const paris = personIn('Europe/Paris');

describe('the burden of a window', () => {
  it.each([
    ['nothing at work', '2026-07-15T08:00Z', '2026-07-15T09:00Z', 0],
    ['a point a minute near work', '2026-07-15T15:00Z', '2026-07-15T16:00Z', 60],
    ['two in the evening', '2026-07-15T18:00Z', '2026-07-15T19:00Z', 120],
    ['six asleep', '2026-07-15T00:00Z', '2026-07-15T01:00Z', 360],
    [
      'its parts where it crosses work, near, and evening',
      '2026-07-15T14:30Z',
      '2026-07-15T17:30Z',
      120 + 60,
    ],
    [
      'both days where it crosses midnight into a Saturday',
      '2026-07-17T20:30Z',
      '2026-07-17T22:30Z',
      60 + 540,
    ],
    ['less an hour later in winter, by the zone at that date', '2026-01-15T08:00Z', '2026-01-15T09:00Z', 0],
    ['a point where winter puts it before work', '2026-01-15T07:00Z', '2026-01-15T08:00Z', 60],
    ['nothing for no time', '2026-07-15T00:00Z', '2026-07-15T00:00Z', 0],
  ])('is %s', (_, from, to, points) => {
    expect(burden(paris, from, to)).toBe(points);
  });

  it('is two more a minute on a day off, which is a date on the own clock', () => {
    const tokyo = personIn('Asia/Tokyo', { daysOff: ['2026-05-06'] });
    expect(burden(tokyo, '2026-05-06T01:00Z', '2026-05-06T02:00Z')).toBe(120);
    // 23:30 of 5 May to 00:30 of 6 May is sleep on either day; 06:00 to 08:00 of 6 May is a day off in part asleep.
    expect(burden(tokyo, '2026-05-05T21:00Z', '2026-05-05T23:00Z')).toBe(60 * 6 + 60 * 3);
    expect(burden(tokyo, '2026-05-06T22:00Z', '2026-05-06T23:00Z')).toBe(60);
  });

  it('follows a journey at the minute it begins, and is unknown where the zone is', () => {
    const stays = [
      { fromMs: Number.NEGATIVE_INFINITY, zone: 'Europe/Paris' },
      { fromMs: at('2026-07-15T08:20Z'), zone: 'Asia/Tokyo' },
      { fromMs: at('2026-07-15T12:00Z'), zone: null },
    ];
    const person = { ...paris, stays };
    // 10:00 in Paris, then from 17:20 on in Tokyo.
    expect(burden(person, '2026-07-15T08:00Z', '2026-07-15T09:00Z')).toBe(40);
    expect(burden(person, '2026-07-15T11:30Z', '2026-07-15T12:00Z')).toBe(60);
    expect(burden(person, '2026-07-15T11:30Z', '2026-07-15T12:01Z')).toBeNull();
  });

  it('counts an hour that is skipped not at all, and one that comes twice both times', () => {
    const night = personIn('Europe/Paris', { workingHours: [hours('02:30', '05:45', everyDay)] });
    expect(burden(night, '2026-03-29T00:00Z', '2026-03-29T02:00Z')).toBe(60 * 6);
    expect(burden(night, '2026-10-25T00:00Z', '2026-10-25T02:00Z')).toBe(2 * 30 * 6);
  });

  it('cuts parts of a minute off', () => {
    expect(burden(paris, '2026-07-15T00:00:30Z', '2026-07-15T00:10:59Z')).toBe(60);
  });
});

/** Instants in whole minutes within ten days around a change of clocks. */
const changeMs = at('2026-10-25T01:00Z');
const minutes = fc.integer({ min: -5 * 1440, max: 5 * 1440 }).map((minute) => changeMs + minute * minuteMs);
const zone = fc.constantFrom(
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  null,
);
const people: fc.Arbitrary<FairnessPerson> = fc
  .record({ home: zone, away: zone, leavesMs: minutes, daysOff: fc.subarray(['2026-10-24', '2026-10-26']) })
  .map(({ home, away, leavesMs, daysOff }) => ({
    ...personIn(home, { daysOff }),
    stays: [
      { fromMs: Number.NEGATIVE_INFINITY, zone: home },
      { fromMs: leavesMs, zone: away },
    ],
  }));
const window = { fromMs: changeMs - 6 * 24 * hourMs, toMs: changeMs + 6 * 24 * hourMs };

describe('burdens of any person', () => {
  it('add up over adjacent windows, and are unknown where a part is', () => {
    fc.assert(
      fc.property(people, fc.tuple(minutes, minutes, minutes), (person, instants) => {
        const [from = 0, middle = 0, to = 0] = instants.toSorted((a, b) => a - b);
        const timeline = burdenTimeline(person, window);
        const parts = [burdenBetween(timeline, from, middle), burdenBetween(timeline, middle, to)];
        const sum = parts.includes(null) ? null : (parts[0] ?? 0) + (parts[1] ?? 0);
        expect(burdenBetween(timeline, from, to)).toBe(sum);
      }),
    );
  });

  it('do not depend on where the timeline begins and ends', () => {
    fc.assert(
      fc.property(people, minutes, fc.integer({ min: 0, max: 1440 }), (person, fromMs, length) => {
        const toMs = fromMs + length * minuteMs;
        const narrow = burdenBetween(burdenTimeline(person, { fromMs, toMs }), fromMs, toMs);
        expect(narrow).toBe(burdenBetween(burdenTimeline(person, window), fromMs, toMs));
      }),
    );
  });

  it('are the same in one walk over all slots, -1 for unknown', () => {
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 1, max: 480 }),
        fc.integer({ min: 1, max: 60 }),
        (person, length, step) => {
          const timeline = burdenTimeline(person, window);
          const count = Math.floor((12 * 1440 - length) / step) + 1;
          const walked = burdensOfSlots(timeline, window.fromMs / minuteMs, step, length, count);
          const asked = Array.from({ length: count }, (_, slot) => {
            const fromMs = window.fromMs + slot * step * minuteMs;
            return burdenBetween(timeline, fromMs, fromMs + length * minuteMs) ?? -1;
          });
          expect([...walked]).toEqual(asked);
        },
      ),
      { numRuns: 40 },
    );
  });
});
