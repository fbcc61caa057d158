import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Travel } from '../../../src/core/meeting/policy.ts';
import { addDays } from '../../../src/core/meeting/wall-time.ts';
import { zoneAt, zoneStays } from '../../../src/core/meeting/zone-at.ts';

const home = 'Europe/Paris';
const stay = (fromDate: string, toDate: string, zone: string): Travel => ({ fromDate, toDate, zone });
const singapore = stay('2026-07-14', '2026-07-17', 'Asia/Singapore');

/** The stays as `instant zone`. */
function shown(zone: string | null, ...travel: readonly Travel[]): readonly string[] {
  return zoneStays({ zone, travel }).map(
    (each) =>
      `${Number.isFinite(each.fromMs) ? new Date(each.fromMs).toISOString().slice(0, 16) : '-'} ${each.zone}`,
  );
}

describe('zoneStays', () => {
  it('is home alone for somebody who does not travel', () => {
    expect(shown(home)).toEqual(['- Europe/Paris']);
    expect(shown(null)).toEqual(['- null']);
  });

  it('begins at 00:00 of the first date and ends at 24:00 of the last, on the clock there', () => {
    expect(shown(home, singapore)).toEqual([
      '- Europe/Paris',
      '2026-07-13T16:00 Asia/Singapore',
      '2026-07-17T16:00 Europe/Paris',
    ]);
  });

  it('knows where somebody is during a stay whose home nobody knows', () => {
    expect(shown(null, singapore)).toEqual([
      '- null',
      '2026-07-13T16:00 Asia/Singapore',
      '2026-07-17T16:00 null',
    ]);
  });

  it('follows the change of clocks there: the last day of a stay has 25 hours', () => {
    expect(shown('Asia/Tokyo', stay('2026-10-25', '2026-10-25', 'Europe/Paris'))).toEqual([
      '- Asia/Tokyo',
      '2026-10-24T22:00 Europe/Paris',
      '2026-10-25T23:00 Asia/Tokyo',
    ]);
  });

  it('is home between two stays where the second clock is behind', () => {
    expect(shown(home, singapore, stay('2026-07-18', '2026-07-20', 'America/New_York'))).toEqual([
      '- Europe/Paris',
      '2026-07-13T16:00 Asia/Singapore',
      '2026-07-17T16:00 Europe/Paris',
      '2026-07-18T04:00 America/New_York',
      '2026-07-21T04:00 Europe/Paris',
    ]);
  });

  it('is the next stay as soon as its day begins, where its clock is ahead', () => {
    expect(shown(home, stay('2026-07-10', '2026-07-13', 'America/New_York'), singapore)).toEqual([
      '- Europe/Paris',
      '2026-07-10T04:00 America/New_York',
      '2026-07-13T16:00 Asia/Singapore',
      '2026-07-17T16:00 Europe/Paris',
    ]);
  });

  it('does not go home between two stays that touch, and not at all to a stay at home', () => {
    const next = stay('2026-07-18', '2026-07-19', 'Asia/Singapore');
    expect(shown(home, next, singapore)).toEqual([
      '- Europe/Paris',
      '2026-07-13T16:00 Asia/Singapore',
      '2026-07-19T16:00 Europe/Paris',
    ]);
    expect(shown(home, stay('2026-07-18', '2026-07-19', home))).toEqual(['- Europe/Paris']);
  });
});

describe('zoneAt', () => {
  it.each([
    ['2026-07-13T15:59:59.999Z', home],
    ['2026-07-13T16:00:00Z', 'Asia/Singapore'],
    ['2026-07-17T15:59:59.999Z', 'Asia/Singapore'],
    ['2026-07-17T16:00:00Z', home],
  ])('at %s is %s', (instant, zone) => {
    expect(zoneAt({ zone: home, travel: [singapore] }, Date.parse(instant))).toBe(zone);
  });

  it('is unknown at home where nobody stated a zone', () => {
    expect(zoneAt({ zone: null, travel: [singapore] }, Date.parse('2026-07-20T12:00:00Z'))).toBeNull();
    expect(zoneAt({ zone: null, travel: [] }, 0)).toBeNull();
  });

  it('agrees with the list of stays at every instant', () => {
    const zones = fc.constantFrom(
      'Asia/Singapore',
      'America/New_York',
      'Pacific/Kiritimati',
      'Etc/GMT+12',
      home,
    );
    const lengths = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 }), zones),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(
        lengths,
        fc.constantFrom(home, null),
        fc.array(fc.integer({ min: 0, max: 60 * 24 })),
        (parts, zone, hours) => {
          let next = '2026-10-01';
          const travel = parts.map(([gap, length, where]) => {
            const from = addDays(next, gap);
            next = addDays(from, length + 1);
            return stay(from, addDays(from, length), where);
          });
          const stays = zoneStays({ zone, travel });
          const starts = stays.map(({ fromMs }) => fromMs);
          expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
          const asked = [
            ...starts.slice(1),
            ...hours.map((hour) => Date.parse('2026-09-28T00:00:00Z') + hour * 3_600_000),
          ];
          for (const ms of asked)
            expect(zoneAt({ zone, travel }, ms)).toBe(stays.findLast(({ fromMs }) => fromMs <= ms)?.zone);
        },
      ),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
