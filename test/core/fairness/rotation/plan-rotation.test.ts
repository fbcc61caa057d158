import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planRotation, type RotationProblem } from '../../../../src/core/fairness/rotation/plan-rotation.ts';
import { bestByTrial } from './exhaustive.ts';
import { problemOf, smallProblem } from './problems.ts';

const row = (people: number) => fc.array(fc.nat(6), { minLength: people, maxLength: people });

const problems: fc.Arbitrary<RotationProblem> = fc
  .record({ people: fc.integer({ min: 1, max: 4 }), candidates: fc.integer({ min: 1, max: 4 }) })
  .chain(({ people, candidates }) => {
    const block = fc.array(row(people), { minLength: candidates, maxLength: candidates });
    const burdens = fc.array(block, { maxLength: 4 });
    return fc.record({ carried: row(people), burdens, current: fc.constant(null) });
  });

function sortedBurdens(problem: RotationProblem): number[] {
  return planRotation(problem)?.cumulative.toSorted((a, b) => b - a) ?? [];
}

describe('the rotation of a series', () => {
  it.each([0, 1, 2, 3])('is the one that trying everything finds, part %d of 4', (part) => {
    let found = 0;
    for (let seed = part; seed < 520; seed += 4) {
      const problem = smallProblem(seed);
      const expected = bestByTrial(problem);
      const rotation = planRotation(problem);
      if (expected !== null) found += 1;
      expect({ seed, choices: rotation?.choices, cumulative: rotation?.cumulative }).toEqual({
        seed,
        choices: expected?.choices,
        cumulative: expected?.cumulative,
      });
      if (rotation !== null) {
        expect(rotation).toMatchObject({ exact: true, gap: 0, lowerBound: Math.max(...rotation.cumulative) });
      }
    }
    expect(found).toBeGreaterThan(90);
  });

  it('relieves the worst-off first, and then the next', () => {
    const burdens = [
      [
        [0, 9, 9],
        [8, 0, 0],
      ],
      [
        [0, 9, 9],
        [8, 0, 0],
      ],
    ];
    expect(planRotation({ carried: [0, 0, 0], burdens, current: null })).toEqual({
      choices: [0, 1],
      cumulative: [8, 9, 9],
      exact: true,
      lowerBound: 9,
      gap: 0,
    });
  });

  it('keeps the time that is in force where nobody gains by a change', () => {
    const equal = problemOf(
      { people: 2, blocks: 4, candidates: 3 },
      () => 5,
      () => 0,
    );
    expect(planRotation({ ...equal, current: 2 })?.choices).toEqual([2, 2, 2, 2]);
    expect(planRotation({ ...equal, current: null })?.choices).toEqual([0, 0, 0, 0]);
  });

  it('is what is carried where there are no blocks', () => {
    const expected = { choices: [], cumulative: [4, 7], exact: true, lowerBound: 7, gap: 0 };
    expect(planRotation({ carried: [4, 7], burdens: [], current: null })).toEqual(expected);
  });

  it('changes least where there are no people', () => {
    const burdens = [
      [[], []],
      [null, []],
      [[], []],
    ];
    expect(planRotation({ carried: [], burdens, current: 0 })?.choices).toEqual([0, 1, 1]);
  });

  it('is none where a block has no allowed candidate', () => {
    expect(planRotation({ carried: [0], burdens: [[[1]], [null]], current: null })).toBeNull();
    expect(planRotation({ carried: [0], burdens: [[]], current: null })).toBeNull();
  });

  it('does not get better when a candidate gets worse', () => {
    fc.assert(
      fc.property(
        problems,
        fc.nat(3),
        fc.nat(3),
        fc.integer({ min: 1, max: 5 }),
        (problem, at, which, more) => {
          const burdens = problem.burdens.map((block, index) =>
            block.map((row, candidate) =>
              index === at && candidate === which ? (row?.map((value) => value + more) ?? null) : row,
            ),
          );
          const [before, after] = [sortedBurdens(problem), sortedBurdens({ ...problem, burdens })];
          const place = after.findIndex((value, index) => value !== before[index]);
          expect(place < 0 || (after[place] ?? 0) > (before[place] ?? 0)).toBe(true);
        },
      ),
    );
  });

  it('does not depend on the order of people', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const carried = problem.carried.toReversed();
        const burdens = problem.burdens.map((block) => block.map((row) => row?.toReversed() ?? null));
        expect(planRotation({ carried, burdens, current: null })?.choices).toEqual(
          planRotation(problem)?.choices,
        );
      }),
    );
  });
});

describe('a problem that is no table of burdens', () => {
  const good: RotationProblem = { carried: [0, 0], burdens: [[[1, 2], null]], current: null };

  it.each<[string, Partial<RotationProblem>, string]>([
    ['a negative burden', { burdens: [[[1, -2]]] }, 'burdens[0][0][1]: -2'],
    ['half a point-minute', { burdens: [[[0.5, 2]]] }, 'burdens[0][0][0]: 0.5'],
    ['no number', { burdens: [[[Number.NaN, 2]]] }, 'burdens[0][0][0]: NaN'],
    ['a missing person', { burdens: [[[1, 2], [1]]] }, 'burdens[0][1]: 1 values for 2 people'],
    ['a missing candidate', { burdens: [[[1, 2], null], [null]] }, 'burdens[1]: 1 candidates'],
    ['a negative carried burden', { carried: [0, -1] }, 'carried[1]: -1'],
    ['a current candidate that is none', { current: 2 }, 'current: 2'],
    ['a negative current candidate', { current: -1 }, 'current: -1'],
    ['sums beyond exact arithmetic', { carried: [2 ** 40, 0] }, 'too large'],
  ])('is refused for %s', (_, change, message) => {
    const plan = () => planRotation({ ...good, ...change });
    expect(plan).toThrow(RangeError);
    expect(plan).toThrow(message);
  });
});
