import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SlotPerson, slotAt } from '../../../src/core/fairness/find-slots.ts';
import {
  type Carried,
  cityOf,
  type FairnessWarning,
  peopleInWords,
  warnAboutSlot,
  warnOfFairerTime,
} from '../../../src/core/fairness/warnings.ts';
import { anyText } from '../../support/any-text.ts';
import { personIn } from './samples.ts';

const soFar: Carried = { of: 'the burden so far', since: null };
const ann = personIn('Europe/Paris', { name: 'Ann' });
const mei = personIn('Asia/Singapore', { name: 'Mei' });
const raj = personIn('Asia/Singapore', { name: 'Raj' });

function slotOf(people: readonly SlotPerson[], start: string, durationMinutes = 30) {
  const startMs = Date.parse(start);
  return slotAt({ people, durationMinutes, currentStartMs: null, quorum: null, bufferMinutes: 0 }, startMs);
}

function warned(people: readonly SlotPerson[], start: string, carried = soFar, minutes = 30) {
  return warnAboutSlot(slotOf(people, start, minutes), people, carried);
}

const said = (warnings: readonly FairnessWarning[]): [string, string][] =>
  warnings.map(({ rule, because }) => [rule, because]);

describe('what is said of a time', () => {
  it('is nothing where it fits everyone', () => {
    expect(warned([ann, mei], '2026-11-25T08:30Z')).toEqual([]);
    expect(warned([], '2026-11-25T08:30Z')).toEqual([]);
  });

  it('is whom it wakes, with what they carried and since when', () => {
    const people = [
      { ...ann, carried: 290 },
      { ...mei, carried: 500 },
      { ...raj, carried: 210 },
    ];
    const carried = { of: "this series' off-hours", since: 'August' };
    const because =
      "03:00 for Mei and Raj in Singapore, who carried 71 % of this series' off-hours since August (Thu 2026-11-26, in the hours of sleep).";
    expect(warned(people, '2026-11-25T19:00Z', carried)[0]).toEqual({
      rule: 'asleep',
      because,
      people: ['Mei', 'Raj'],
      startMs: Date.parse('2026-11-25T19:00Z'),
    });
  });

  it.each([
    ['asleep', '2026-11-25T21:45Z', '22:45 for Ann in Paris (Wed 2026-11-25, in the hours of sleep).'],
    [
      'off-hours',
      '2026-11-25T18:00Z',
      '19:00 for Ann in Paris (Wed 2026-11-25, outside working hours by more than two hours).',
    ],
    // The last minute of it is beyond two hours.
    [
      'off-hours',
      '2026-11-25T17:31Z',
      '18:31 for Ann in Paris (Wed 2026-11-25, outside working hours by more than two hours).',
    ],
    ['day-off', '2026-11-28T10:00Z', '11:00 for Ann in Paris (Sat 2026-11-28, on a day off).'],
  ])('is %s, in words and numbers', (rule, start, because) => {
    expect(said(warned([ann], start))).toEqual([[rule, because]]);
  });

  it('is nothing within two hours of work', () => {
    expect(warned([ann], '2026-11-25T17:30Z')).toEqual([]);
    expect(warned([ann], '2026-11-25T06:00Z')).toEqual([]);
  });

  it('is said of a public holiday as of a weekend', () => {
    const off = { ...ann, daysOff: ['2026-11-25'] };
    expect(said(warned([off], '2026-11-25T10:00Z'))).toEqual([
      ['day-off', '11:00 for Ann in Paris (Wed 2026-11-25, on a day off).'],
    ]);
  });

  it('names each place for its own people, also where their clocks agree', () => {
    const cai = personIn('Asia/Shanghai', { name: 'Cai' });
    expect(said(warned([mei, cai, raj], '2026-11-25T19:00Z'))).toEqual([
      ['asleep', '03:00 for Mei and Raj in Singapore (Thu 2026-11-26, in the hours of sleep).'],
      ['asleep', '03:00 for Cai in Shanghai (Thu 2026-11-26, in the hours of sleep).'],
    ]);
  });

  it('is that nobody knows what it costs people in unknown zones', () => {
    const una = personIn(null, { name: 'Una' });
    expect(warned([ann, una], '2026-11-25T10:00Z')).toEqual([
      {
        rule: 'unknown-zone',
        because: 'The time zone of Una is not known, so nobody knows what this hour costs them.',
        people: ['Una'],
        startMs: Date.parse('2026-11-25T10:00Z'),
      },
    ]);
  });
});

describe('an unfair share', () => {
  const shares = (carried: readonly number[], start = '2026-11-25T17:00Z') => {
    const people = [ann, personIn('Europe/Berlin', { name: 'Ben' }), personIn('UTC', { name: 'Cai' })];
    const those = carried.map((each, index) => ({ ...(people[index] ?? ann), carried: each }));
    return warned(those, start).filter(({ rule }) => rule === 'unfair-share');
  };

  it('is more than one and a half times the mean, with this time', () => {
    // 18:00 to 18:30 costs Ann and Ben 30, and Cai, for whom it is 17:00, too: 390 of 690, the mean is 230.
    expect(shares([360, 120, 120])).toMatchObject([
      {
        because: 'Ann would carry 57 % of what three people carry: 360 point-minutes so far and 30 here.',
        people: ['Ann'],
      },
    ]);
  });

  it('is not exactly one and a half times it', () => {
    // 345 of 690.
    expect(shares([315, 140, 145])).toEqual([]);
    expect(shares([316, 139, 145])).toMatchObject([{ people: ['Ann'] }]);
  });

  it('is none for who pays nothing now, for one person, and where nobody carried anything', () => {
    expect(shares([360, 120, 120], '2026-11-25T12:00Z')).toEqual([]);
    expect(shares([360])).toEqual([]);
    expect(shares([0, 0, 0])).toEqual([]);
  });

  it('is counted without those whose zone is unknown', () => {
    const una = personIn(null, { name: 'Una', carried: 9000 });
    const [share] = warned([{ ...ann, carried: 300 }, una, mei], '2026-11-25T17:00Z').filter(
      ({ rule }) => rule === 'unfair-share',
    );
    // Ann 330, Mei asleep 180: 330 is not above 382.5.
    expect(share).toBeUndefined();
  });
});

describe('a fairer time', () => {
  const people = [ann, mei];
  const current = slotOf(people, '2026-11-25T15:30Z');

  it('is said with what it spares whom', () => {
    const best = slotOf(people, '2026-11-25T08:30Z');
    expect(warnOfFairerTime(current, best)).toEqual({
      rule: 'fairer-time',
      because:
        'Wed 2026-11-25 08:30 UTC is fairer: nobody would carry more than 0 point-minutes instead of 180, and it costs Mei less.',
      people: ['Mei'],
      startMs: Date.parse('2026-11-25T08:30Z'),
    });
  });

  it('does not promise the worst-off what only others gain', () => {
    const owed = [{ ...ann, carried: 1000 }, mei];
    const warning = warnOfFairerTime(slotOf(owed, '2026-11-25T15:30Z'), slotOf(owed, '2026-11-25T08:30Z'));
    expect(warning?.because).toBe('Wed 2026-11-25 08:30 UTC is fairer: it costs Mei less.');
  });

  it('is none that is the same, as good, worse, or missing', () => {
    expect(warnOfFairerTime(current, undefined)).toBeNull();
    expect(warnOfFairerTime(current, current)).toBeNull();
    const fits = slotOf(people, '2026-11-25T08:30Z');
    expect(warnOfFairerTime(fits, slotOf(people, '2026-11-25T08:15Z'))).toBeNull();
    expect(warnOfFairerTime(fits, current)).toBeNull();
  });

  it('is none that is better only because nobody knows what it costs', () => {
    const gone = { fromMs: Date.parse('2026-11-26T00:00Z'), zone: null };
    const leaving = [ann, { ...mei, stays: [...mei.stays, gone] }];
    const unknown = slotOf(leaving, '2026-11-26T09:00Z');
    expect(warnOfFairerTime(slotOf(leaving, '2026-11-25T15:30Z'), unknown)).toBeNull();
  });
});

describe('words for people and places', () => {
  it.each([
    [[], 'nobody'],
    [['Ann'], 'Ann'],
    [['Ann', 'Ben'], 'Ann and Ben'],
    [['Ann', 'Ben', 'Cai'], 'Ann, Ben and Cai'],
    [['a', 'b', 'c', 'd'], 'four people'],
    [Array.from({ length: 11 }, () => 'x'), '11 people'],
  ])('%j', (names, words) => {
    expect(peopleInWords(names)).toBe(words);
  });

  it.each([
    ['America/New_York', 'New York'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['UTC', 'UTC'],
    [null, 'an unknown zone'],
  ])('%s is %s', (zone, city) => {
    expect(cityOf(zone)).toBe(city);
  });

  it('are data: any name stands in the sentence as it is', () => {
    const hostile = fc.oneof(
      anyText({ minLength: 1 }),
      fc.constantFrom('__proto__', 'constructor', '$&', '$1', '%s', 'x'.repeat(1_000_000)),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom('Europe/Paris', null), (name, zone) => {
        const person = personIn(zone, { name, carried: 10 });
        const warnings = warned([person, mei], '2026-11-25T02:00Z');
        expect(warnings.length).toBeGreaterThan(0);
        for (const { because, people, rule } of warnings) {
          expect(people).toEqual([name]);
          // Matchers would print a megabyte where they fail.
          const expected = {
            asleep: `03:00 for ${name} in Paris, who carried 100 % of the burden so far (Wed 2026-11-25, in the hours of sleep).`,
            'unknown-zone': `The time zone of ${name} is not known, so nobody knows what this hour costs them.`,
            'unfair-share': `${name} would carry 100 % of what two people carry: 10 point-minutes so far and 180 here.`,
          }[rule as 'asleep'];
          expect(because === expected).toBe(true);
        }
      }),
    );
  });
});
