import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  endOf,
  instantOf,
  lengthBetween,
  parseWall,
  toEventTime,
  wallAt,
  type ZoneRules,
} from '../../../src/providers/formats/written-time.ts';
import { ianaName, zoneByName } from '../../../src/providers/formats/zone-names.ts';

const wall = (iso: string) => Date.parse(`${iso}Z`);
const iana = (name: string): ZoneRules => ({ kind: 'iana', name });

describe('parseWall', () => {
  it.each([
    ['2026-10-12', { wallMs: wall('2026-10-12T00:00:00'), hasTime: false }],
    ['2026-10-12T09:30:00', { wallMs: wall('2026-10-12T09:30:00'), hasTime: true }],
    ['2016-12-31T23:59:60', { wallMs: wall('2016-12-31T23:59:59'), hasTime: true }],
    ['0001-01-01', { wallMs: wall('0001-01-01T00:00:00'), hasTime: false }],
  ])('reads %s', (text, expected) => {
    expect(parseWall(text)).toEqual(expected);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-10-12T25:00:00', '2026-10-12T09:61:00', '20261012', 'soon', ''])(
    'reads nothing from "%s"',
    (text) => {
      expect(parseWall(text)).toBeNull();
    },
  );
});

describe('written times', () => {
  it('keep the instant that was written with its offset', () => {
    const second = {
      wallMs: wall('2026-11-01T01:30:00'),
      zone: iana('America/New_York'),
      instantMs: wall('2026-11-01T06:30:00'),
    };
    expect(toEventTime(second)).toEqual({
      kind: 'instant',
      ms: wall('2026-11-01T06:30:00'),
      zone: 'America/New_York',
    });
    const { instantMs: _, ...first } = second;
    expect(instantOf(first)).toBe(wall('2026-11-01T05:30:00'));
  });

  it('survive the way to an instant and back, outside the hour that is repeated', () => {
    const hours = fc.integer({
      min: wall('1990-01-01T00:00:00') / 3_600_000,
      max: wall('2037-01-01T00:00:00') / 3_600_000,
    });
    fc.assert(
      fc.property(
        hours,
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
        (hour, name) => {
          const instantMs = hour * 3_600_000;
          const shown = wallAt(instantMs, iana(name)) ?? Number.NaN;
          const back = instantOf({ wallMs: shown, zone: iana(name) }) ?? Number.NaN;
          // In the repeated hour the first instant is taken: then the same clock shows at both.
          expect(wallAt(back, iana(name))).toBe(shown);
          expect([0, 1_800_000, 3_600_000]).toContain(instantMs - back);
        },
      ),
    );
  });

  it('of days last whole days, at least one', () => {
    const day = { wallMs: wall('2026-10-12T00:00:00'), zone: { kind: 'date' } as const };
    expect(endOf(day, { wallMs: 0, exactMs: 0 })).toEqual({ kind: 'date', date: '2026-10-13' });
    expect(endOf(day, { wallMs: 0, exactMs: 25 * 3_600_000 })).toEqual({ kind: 'date', date: '2026-10-14' });
  });

  it('have an exact length between instants and a length of the clock otherwise', () => {
    const start = { wallMs: wall('2026-10-25T01:00:00'), zone: iana('Europe/Berlin') };
    const end = { wallMs: wall('2026-10-25T04:00:00'), zone: iana('Europe/Berlin') };
    expect(lengthBetween(start, end)).toEqual({ wallMs: 0, exactMs: 4 * 3_600_000 });
    const floating: ZoneRules = { kind: 'floating' };
    expect(lengthBetween({ ...start, zone: floating }, { ...end, zone: floating })).toEqual({
      wallMs: 3 * 3_600_000,
      exactMs: 0,
    });
  });
});

describe('zone names', () => {
  it.each([
    ['GMT+0100', { kind: 'fixed', offsetMinutes: 60 }],
    ['-03:30', { kind: 'fixed', offsetMinutes: -210 }],
    ['UTC+11', { kind: 'fixed', offsetMinutes: 660 }],
    ['(UTC) Coordinated Universal Time', { kind: 'iana', name: 'UTC' }],
    ['Kuala Lumpur, Singapore', { kind: 'iana', name: 'Asia/Kuala_Lumpur' }],
    ['(GMT -03:00)', null],
    ['Berlin', null],
    ['', null],
    ['x'.repeat(10_000), null],
  ])('%.40s', (name, expected) => {
    expect(zoneByName(name)).toEqual(expected);
  });

  it('gives a name only where there is one', () => {
    expect([ianaName('Tokyo Standard Time'), ianaName('UTC+05:30'), ianaName(null)]).toEqual([
      'Asia/Tokyo',
      null,
      null,
    ]);
  });
});
