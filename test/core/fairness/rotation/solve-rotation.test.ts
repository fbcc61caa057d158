import { describe, expect, it } from '@jest/globals';
import { planRotation, type RotationProblem } from '../../../../src/core/fairness/rotation/plan-rotation.ts';
import { toTask } from '../../../../src/core/fairness/rotation/rotation-task.ts';
import { approximate } from '../../../../src/core/fairness/rotation/solve-rotation.ts';
import { bestByTrial } from './exhaustive.ts';
import { problemOf, realisticProblem, seeded, smallProblem } from './problems.ts';

const limit = { people: 6, blocks: 8, candidates: 24 };

function randomProblem(seed: number): RotationProblem {
  const random = seeded(seed);
  return problemOf(
    limit,
    () => random(721),
    () => random(500),
  );
}

function sortedAfter({ carried, burdens }: RotationProblem, choices: readonly number[]): number[] {
  const sums = carried.map((sum, person) =>
    choices.reduce((total, choice, block) => total + (burdens[block]?.[choice]?.[person] ?? 0), sum),
  );
  return sums.toSorted((a, b) => b - a);
}

/** Whether another choice in one or two blocks leaves people better off. */
function improvable(problem: RotationProblem, choices: readonly number[]): boolean {
  const standing = sortedAfter(problem, choices);
  return choices.some((_, first) =>
    choices.some((_, second) =>
      Array.from({ length: 24 * 24 }, (_, code) => {
        const next = choices.with(first, Math.floor(code / 24)).with(second, code % 24);
        const sorted = sortedAfter(problem, next);
        const place = sorted.findIndex((value, index) => value !== standing[index]);
        return place >= 0 && (sorted[place] ?? 0) < (standing[place] ?? 0);
      }).includes(true),
    ),
  );
}

describe('a rotation for six people, eight blocks and 24 candidates', () => {
  it.each([
    ['random burdens', randomProblem(1)],
    ['local hours', realisticProblem(limit, 2)],
  ])('is proven, and no change of two blocks improves it, with %s', (_, problem) => {
    const rotation = planRotation(problem);
    expect(rotation?.exact).toBe(true);
    expect(rotation?.cumulative.toSorted((a, b) => b - a)).toEqual(
      sortedAfter(problem, rotation?.choices ?? []),
    );
    expect(improvable(problem, rotation?.choices ?? [])).toBe(false);
  });
});

describe('a good plan without proof', () => {
  it('has a bound that the best plan never undercuts', () => {
    for (let seed = 1000; seed < 1150; seed += 1) {
      const problem = smallProblem(seed);
      const task = toTask(problem);
      if (task === null) continue;
      const { plan, lowerBound } = approximate(task, 2);
      const least = Math.max(...(bestByTrial(problem)?.cumulative ?? []));
      expect(lowerBound).toBeLessThanOrEqual(least);
      expect(Math.max(...plan.cumulative)).toBeGreaterThanOrEqual(least);
    }
  });

  it('states its gap for twelve people and thirteen blocks', () => {
    const problem = realisticProblem({ people: 12, blocks: 13, candidates: 12 }, 5);
    const rotation = planRotation(problem);
    const largest = Math.max(...(rotation?.cumulative ?? []));
    expect(rotation?.lowerBound).toBeLessThanOrEqual(largest);
    expect(rotation?.gap).toBe(largest - (rotation?.lowerBound ?? 0));
    expect(sortedAfter(problem, rotation?.choices ?? [])[0]).toBe(largest);
  });
});
