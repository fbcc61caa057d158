import { describe, expect, it } from '@jest/globals';
import { planRotation, type RotationProblem } from '../../../../src/core/fairness/rotation/plan-rotation.ts';
import { toTask } from '../../../../src/core/fairness/rotation/rotation-task.ts';
import { solveTask } from '../../../../src/core/fairness/rotation/solve-rotation.ts';
import { type BestByTrial, bestByTrial, precedes } from './exhaustive.ts';
import { equalSumProblem, permutedProblem } from './problems.ts';

/**
 * The best plan where all blocks have the same table and the rows of use are distinct: every multiset of rows, laid
 * out in the order that changes least: the time in force first, then the others once each, ascending.
 */
function bestByMultisets({ carried, burdens, current }: RotationProblem, ofUse: number): BestByTrial {
  let best: { key: number[]; found: BestByTrial } | null = null;
  const extend = (chosen: number[], cumulative: number[]): void => {
    if (chosen.length === burdens.length) {
      const choices = chosen.toSorted((a, b) => Number(b === current) - Number(a === current) || a - b);
      const changes = choices.filter((choice, index) => choice !== (choices[index - 1] ?? current)).length;
      const key = [...cumulative.toSorted((a, b) => b - a), changes, ...choices];
      if (best === null || precedes(key, best.key)) best = { key, found: { choices, cumulative } };
      return;
    }
    for (let candidate = chosen.at(-1) ?? 0; candidate < ofUse; candidate += 1) {
      const row = burdens[0]?.[candidate] ?? [];
      extend(
        [...chosen, candidate],
        cumulative.map((sum, person) => sum + (row[person] ?? 0)),
      );
    }
  };
  extend([], [...carried]);
  return (best as { found: BestByTrial } | null)?.found ?? { choices: [], cumulative: [] };
}

describe('tables in which all plans cost the same in total', () => {
  const small = { people: 6, blocks: 5, candidates: 7 };

  it.each([
    ['equal sums', equalSumProblem(small, 1, 11)],
    ['equal sums in hours', equalSumProblem(small, 60, 12)],
    ['permuted rows', permutedProblem(small, 7, 13)],
  ])('are solved as by trying everything: %s', (_, problem) => {
    const { choices, cumulative } = planRotation(problem) ?? {};
    expect({ choices, cumulative }).toEqual(bestByTrial(problem));
  });

  it.each([21, 22, 23])(
    'are solved as by all multisets of ten permuted rows, eight blocks, seed %d',
    (seed) => {
      const problem = permutedProblem({ people: 6, blocks: 8, candidates: 24 }, 10, seed);
      const rotation = planRotation(problem);
      expect(rotation?.exact).toBe(true);
      expect({ choices: rotation?.choices, cumulative: rotation?.cumulative }).toEqual(
        bestByMultisets(problem, 10),
      );
    },
  );

  it.each([
    ['permuted rows', permutedProblem({ people: 6, blocks: 8, candidates: 24 }, 16, 31)],
    ['equal sums', equalSumProblem({ people: 6, blocks: 8, candidates: 12 }, 1, 32)],
    ['equal sums in hours', equalSumProblem({ people: 6, blocks: 8, candidates: 12 }, 60, 33)],
  ])('are proven within two million pairs: %s', (_, problem) => {
    const task = toTask(problem);
    const solved = task && solveTask(task, { left: 2e6 });
    expect(solved?.exact).toBe(true);
    expect(solved?.lowerBound).toBe(Math.max(...(solved?.plan.cumulative ?? [])));
  });
});
