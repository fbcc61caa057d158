import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  instantToLocal,
  isKnownZone,
  wallTimeToInstant,
  weekdayOf,
} from '../../../src/core/meeting/wall-time.ts';

/** Wall time, zone, and the instant that RFC 5545 section 3.3.5 gives it. */
const changes = [
  ['before a hole', '2026-03-29T01:59', 'Europe/Paris', '2026-03-29T00:59:00Z'],
  ['in a hole: moved on by its length', '2026-03-29T02:30', 'Europe/Paris', '2026-03-29T01:30:00Z'],
  ['after a hole', '2026-03-29T03:00', 'Europe/Paris', '2026-03-29T01:00:00Z'],
  ['in an overlap: the first', '2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00Z'],
  ['after an overlap', '2026-10-25T03:00', 'Europe/Paris', '2026-10-25T02:00:00Z'],
  ['in an overlap in New York', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
  ['in a hole in New York', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
  ['in the half-hour hole of Lord Howe', '2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
  [
    'in the half-hour overlap of Lord Howe',
    '2026-04-05T01:45',
    'Australia/Lord_Howe',
    '2026-04-04T14:45:00Z',
  ],
  ['after the half-hour overlap', '2026-04-05T02:00', 'Australia/Lord_Howe', '2026-04-04T15:30:00Z'],
  ['before the day that Samoa skipped', '2011-12-29T23:59', 'Pacific/Apia', '2011-12-30T09:59:00Z'],
  ['on the day that Samoa skipped', '2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'],
  ['after the day that Samoa skipped', '2011-12-31T00:00', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['where midnight does not exist', '2026-09-06T00:00', 'America/Santiago', '2026-09-06T04:00:00Z'],
  ['when Pyongyang changed by half an hour', '2018-05-04T23:45', 'Asia/Pyongyang', '2018-05-04T15:15:00Z'],
  ['before Pyongyang changed', '2018-05-04T23:15', 'Asia/Pyongyang', '2018-05-04T14:45:00Z'],
  ['when Moscow stopped changing, overlap', '2014-10-26T01:30', 'Europe/Moscow', '2014-10-25T21:30:00Z'],
  ['when Istanbul stayed in summer', '2016-11-06T12:00', 'Europe/Istanbul', '2016-11-06T09:00:00Z'],
  ['in a zone of three quarters of an hour', '2026-07-01T09:00', 'Asia/Kathmandu', '2026-07-01T03:15:00Z'],
  ['at the latest clock of the world', '2026-07-01T09:00', 'Pacific/Kiritimati', '2026-06-30T19:00:00Z'],
  ['during Ramadan in Morocco', '2026-02-20T09:00', 'Africa/Casablanca', '2026-02-20T09:00:00Z'],
] as const;

describe('wallTimeToInstant', () => {
  it.each(changes)('%s: %s in %s', (_, wall, zone, expected) => {
    const [date = '', clock = ''] = wall.split('T');
    const [hour, minute] = clock.split(':').map(Number);
    const ms = wallTimeToInstant(date, { hour: hour ?? 0, minute: minute ?? 0 }, zone);
    expect(new Date(ms).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('takes hour 24 as the end of the day, on days of 23 and 25 hours too', () => {
    const lengthOf = (date: string): number =>
      (wallTimeToInstant(date, { hour: 24, minute: 0 }, 'Europe/Paris') -
        wallTimeToInstant(date, { hour: 0, minute: 0 }, 'Europe/Paris')) /
      3_600_000;
    expect(['2026-03-29', '2026-07-14', '2026-10-25'].map(lengthOf)).toEqual([23, 24, 25]);
  });

  it('counts seconds', () => {
    expect(wallTimeToInstant('2026-07-14', { hour: 9, minute: 0, second: 30 }, 'UTC')).toBe(
      Date.UTC(2026, 6, 14, 9, 0, 30),
    );
  });

  it.each([
    ['2026-07-14', 'Mars/Olympus'],
    ['2026-13-45', 'Europe/Paris'],
    ['soon', 'UTC'],
  ])('refuses %s in %s', (date, zone) => {
    expect(() => wallTimeToInstant(date, { hour: 9, minute: 0 }, zone)).toThrow(RangeError);
  });

  it('agrees with a search through every minute, for any zone and date', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const minute = fc.integer({ min: Date.UTC(1973, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 });
    fc.assert(fc.property(fc.constantFrom(...zones), minute, expectFoundBySearch), {
      numRuns: 300,
      seed: 53,
    });
  });

  it('agrees with that search around every change of clocks of a year', () => {
    for (const zone of [
      'Europe/Paris',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Africa/Casablanca',
      'America/St_Johns',
    ]) {
      for (const at of changesOf(zone, 2026)) {
        for (const around of [-61, -30, -1, 0, 1, 15, 29, 30, 59, 60, 61])
          expectFoundBySearch(zone, at + around);
      }
    }
  });
});

/** Minutes (of the wall, as if it were UTC) at which the offset of a zone changes in a year. */
function changesOf(zone: string, year: number): number[] {
  const clock = clockOf(zone);
  const found: number[] = [];
  for (let at = Date.UTC(year, 0, 1) / 60_000; at < Date.UTC(year + 1, 0, 1) / 60_000; at += 60) {
    if (clock(at + 60) - clock(at) !== 60) found.push(clock(at + 60));
  }
  return found;
}

/** The wall of a zone at an epoch minute, as the minute that it would be in UTC; read from the runtime, not from luxon. */
function clockOf(zone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (minute) => {
    const parts = Object.fromEntries(
      format.formatToParts(minute * 60_000).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute: shown = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, shown) / 60_000;
  };
}

/**
 * The first minute whose clock shows the wanted one. In a hole no minute does: then the wall is the clock of the
 * minute before the hole, counted on.
 */
function searched(zone: string, wanted: number): number {
  const clock = clockOf(zone);
  const quarterSteps = 15;
  let coarse = wanted - 27 * 60;
  // Clocks of this century move by quarter hours at least; the last quarter before the wanted one starts the search.
  while (clock(coarse + quarterSteps) < wanted) coarse += quarterSteps;
  for (let at = coarse; at <= coarse + quarterSteps; at++) if (clock(at) === wanted) return at;
  let last = coarse;
  while (clock(last + 1) < wanted) last++;
  return last + (wanted - clock(last));
}

function expectFoundBySearch(zone: string, wanted: number): void {
  const wall = new Date(wanted * 60_000);
  const date = wall.toISOString().slice(0, 10);
  const found = wallTimeToInstant(date, { hour: wall.getUTCHours(), minute: wall.getUTCMinutes() }, zone);
  const expected = searched(zone, wanted) * 60_000;
  if (found !== expected) {
    expect(`${zone} ${wall.toISOString()} ${new Date(found).toISOString()}`).toBe(
      new Date(expected).toISOString(),
    );
  }
}

describe('instantToLocal', () => {
  it.each([
    [
      '2026-11-25T09:30:00Z',
      'Asia/Singapore',
      { date: '2026-11-25', minuteOfDay: 1050, weekday: 3, text: 'Wed 2026-11-25 17:30' },
    ],
    [
      '2026-11-25T17:30:00Z',
      'Asia/Singapore',
      { date: '2026-11-26', minuteOfDay: 90, weekday: 4, text: 'Thu 2026-11-26 01:30' },
    ],
    [
      '2011-12-30T10:00:00Z',
      'Pacific/Apia',
      { date: '2011-12-31', minuteOfDay: 0, weekday: 6, text: 'Sat 2011-12-31 00:00' },
    ],
  ])('%s in %s', (iso, zone, expected) => {
    expect(instantToLocal(Date.parse(iso), zone)).toEqual(expected);
  });

  it('refuses an unknown zone', () => {
    expect(() => instantToLocal(0, 'Mars/Olympus')).toThrow('Mars/Olympus');
  });
});

describe('dates', () => {
  it('knows zones by name only', () => {
    expect(['Europe/Paris', 'UTC', '', 'Mars/Olympus', '__proto__'].map(isKnownZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('counts days across months, years and leap days', () => {
    expect([addDays('2026-12-31', 1), addDays('2028-02-28', 1), addDays('2026-03-01', -1)]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2026-02-28',
    ]);
  });

  it('numbers weekdays from Monday', () => {
    expect(['2026-11-23', '2026-11-25', '2026-11-29'].map(weekdayOf)).toEqual([1, 3, 7]);
  });
});
