import { describe, expect, it } from '@jest/globals';
import { type Attends, attends } from '../../../src/core/fairness/attendance.ts';
import { assemble, type Seat } from '../../../src/core/fairness/quorum.ts';
import { personIn } from './samples.ts';

interface Terms {
  readonly burden?: number | 'unknown';
  readonly can?: Attends;
  readonly carried?: number;
  readonly takesOffHours?: boolean;
}

function seat(name: string, attendance: 'required' | 'optional', terms: Terms): Seat {
  const { burden = 0, can = attends.yes, carried = 0, takesOffHours = true } = terms;
  return {
    person: personIn('UTC', { name, attendance, carried, takesOffHours }),
    burdens: Int32Array.of(burden === 'unknown' ? -1 : burden),
    attendance: Uint8Array.of(can),
  };
}

const required = (name: string, terms: Terms = {}): Seat => seat(name, 'required', terms);
const optional = (name: string, terms: Terms = {}): Seat => seat(name, 'optional', terms);

describe('those who are required', () => {
  it('are weighed by carried + burden, the largest first; only burdens are summed', () => {
    const seats = [
      required('a', { burden: 60, carried: 5 }),
      required('b', { burden: 10, carried: 100 }),
      required('c', { burden: 360 }),
    ];
    expect(assemble(seats, 0, null)).toEqual({
      ...{ obstacles: [], isUncertain: false, unknownBurdens: 0, others: 0, beside: [] },
      ...{ needed: [360, 110, 65], total: 430 },
    });
  });

  it('are counted where their zone is unknown, not weighed', () => {
    const seats = [required('a', { burden: 'unknown', carried: 500 }), required('b', { burden: 30 })];
    expect(assemble(seats, 0, null)).toMatchObject({ unknownBurdens: 1, needed: [30], total: 30 });
  });

  it('make a slot uncertain where one of them is', () => {
    const seats = [required('a'), required('b', { can: attends.unknown })];
    expect(assemble(seats, 0, null)).toMatchObject({ isUncertain: true, obstacles: [] });
  });

  it('each stand in its way for their own reason', () => {
    const seats = [
      required('busy', { can: attends.busy }),
      required('protected', { can: attends.protected }),
      required('rests', { burden: 1, takesOffHours: false }),
      required('rests at no cost', { takesOffHours: false }),
      required('rests somewhere', { burden: 'unknown', takesOffHours: false }),
    ];
    expect(assemble(seats, 0, null).obstacles).toEqual([
      { name: 'busy', because: 'busy' },
      { name: 'protected', because: 'protected' },
      { name: 'rests', because: 'opted-out' },
    ]);
  });
});

describe('those who are optional', () => {
  it('never stand in the way, and weigh beside the others', () => {
    const seats = [
      required('a', { burden: 10 }),
      optional('b', { burden: 20, carried: 7, can: attends.unknown }),
      optional('c', { can: attends.busy }),
      optional('d', { can: attends.protected }),
      optional('e', { burden: 'unknown' }),
      optional('f', { burden: 90 }),
    ];
    expect(assemble(seats, 0, null)).toEqual({
      ...{ obstacles: [], isUncertain: false, unknownBurdens: 0 },
      ...{ needed: [10], total: 10, others: 3, beside: [90, 27] },
    });
  });

  it('who take no off-hours count only where it is known to be none', () => {
    const seats = [
      optional('off hours', { burden: 1, takesOffHours: false }),
      optional('perhaps off hours', { burden: 'unknown', takesOffHours: false }),
      optional('working hours', { takesOffHours: false, carried: 3 }),
    ];
    expect(assemble(seats, 0, null)).toMatchObject({ others: 1, beside: [3] });
    expect(assemble(seats, 0, 1)).toMatchObject({ obstacles: [], needed: [3], others: 0 });
    expect(assemble(seats, 0, 2).obstacles).toEqual([{ name: null, because: 'quorum' }]);
  });
});

describe('a quorum', () => {
  const pool = [
    optional('unknown calendar', { can: attends.unknown }),
    optional('unknown zone', { burden: 'unknown' }),
    optional('dear', { burden: 50, carried: 1 }),
    optional('cheap', { burden: 40, carried: 2 }),
    required('required', { burden: 5 }),
  ];

  it.each([
    [1, { needed: [5], others: 4, isUncertain: false, unknownBurdens: 0 }],
    [2, { needed: [42, 5], others: 3, beside: [51, 0] }],
    [3, { needed: [51, 42, 5], others: 2, beside: [0], total: 95 }],
    [4, { needed: [51, 42, 5], others: 1, unknownBurdens: 1, isUncertain: false }],
    [5, { needed: [51, 42, 5, 0], others: 0, unknownBurdens: 1, isUncertain: true }],
    [6, { obstacles: [{ name: null, because: 'quorum' }] }],
  ])('of %i is filled by the free first, then by the least cost', (quorum, expected) => {
    expect(assemble(pool, 0, quorum)).toMatchObject(expected);
  });

  it('takes the first of equals', () => {
    const equals = [optional('a', { burden: 10, carried: 20 }), optional('b', { burden: 20, carried: 10 })];
    expect(assemble(equals, 0, 1)).toMatchObject({ needed: [30], total: 10 });
    expect(assemble(equals.toReversed(), 0, 1)).toMatchObject({ needed: [30], total: 20 });
  });

  it('is not blamed where somebody required already is', () => {
    const seats = [required('a', { can: attends.busy })];
    expect(assemble(seats, 0, 5).obstacles).toEqual([{ name: 'a', because: 'busy' }]);
  });
});
