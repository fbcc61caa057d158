import { toTask } from './rotation-task.ts';
import { solveTask } from './solve-rotation.ts';

/**
 * Pairs the exact search may look at. Up to six people the most that a hostile family needed in measurements was
 * 50 million; the limit only guards against what nobody has thought of. With more people a proof is a matter of luck.
 */
const mostPairs = { ofSixPeople: 4e8, ofMorePeople: 4e7 };

export interface RotationProblem {
  /** What each person already carries, point-minutes, non-negative integers, in the order of people. */
  readonly carried: readonly number[];
  /** `burdens[block][candidate][person]`; null where the candidate is not allowed in this block. */
  readonly burdens: readonly (readonly (readonly number[] | null)[])[];
  /** The candidate in force before the first block; null where there is none. */
  readonly current: number | null;
}

export interface Rotation {
  /** The candidate of each block. */
  readonly choices: readonly number[];
  /** Per person, carried included. */
  readonly cumulative: readonly number[];
  /** Proven to be the best plan, ties included. */
  readonly exact: boolean;
  /** No plan leaves the worst-off person below this; equals the largest cumulative burden where exact. */
  readonly lowerBound: number;
  /** Largest cumulative burden less `lowerBound`; 0 where exact. */
  readonly gap: number;
}

/**
 * Gives each block of a series one candidate time so that the burdens people end up with, sorted from the largest
 * down, are the least in dictionary order; then with the fewest changes of time, then with the smallest candidates.
 *
 * Exact for up to 6 people, 8 blocks and 24 candidates; tables in which nearly all plans cost the same in total take
 * seconds, others milliseconds. Larger problems may end in a good plan with `exact: false` and a proven bound.
 *
 * @returns null where a block has no allowed candidate
 * @throws RangeError for burdens that are no table of non-negative integers
 */
export function planRotation(problem: RotationProblem): Rotation | null {
  const task = toTask(problem);
  if (task === null) return null;
  const left = task.carried.length > 6 ? mostPairs.ofMorePeople : mostPairs.ofSixPeople;
  const { plan, exact, lowerBound } = solveTask(task, { left });
  const { choices, cumulative } = plan;
  return { choices, cumulative, exact, lowerBound, gap: Math.max(0, ...cumulative) - lowerBound };
}
