import { findExactly } from './exact-rotation.ts';
import { greedyPicks, searchLocally } from './improve-plan.ts';
import type { WorkLimit } from './join-halves.ts';
import { type Plan, type RotationTask, topSums } from './rotation-plan.ts';
import { boundTopSum, leastOfEachPerson, type TopSumBound } from './top-sum-bound.ts';

/** A plan, and the proven floor of the largest cumulative burden of all plans. */
export interface SolvedTask {
  readonly plan: Plan;
  readonly exact: boolean;
  readonly lowerBound: number;
}

export interface ApproximatePlan {
  readonly plan: Plan;
  /** Of the top sums, by size. */
  readonly bounds: readonly TopSumBound[];
  readonly lowerBound: number;
}

/** A good plan without proof, and bounds that hold for every plan. */
export function approximate(task: RotationTask, restarts: number): ApproximatePlan {
  const plan = searchLocally(task, greedyPicks(task), restarts);
  const bounds = topSums(plan.cumulative).map((reached, index) => boundTopSum(task, index + 1, reached));
  const lowerBound = Math.max(0, bounds[0]?.bound ?? 0, ...leastOfEachPerson(task));
  return { plan, bounds, lowerBound };
}

/** The best plan where the work limit allows to prove it, a good one otherwise. */
export function solveTask(task: RotationTask, work: WorkLimit): SolvedTask {
  const { plan, bounds, lowerBound } = approximate(task, 4);
  const proven = findExactly(task, plan, bounds, work);
  if (proven.plan !== null) {
    return { plan: proven.plan, exact: true, lowerBound: Math.max(0, ...proven.plan.cumulative) };
  }
  const longer = searchLocally(task, greedyPicks(task), 60);
  return { plan: longer, exact: false, lowerBound: Math.max(lowerBound, proven.least ?? 0) };
}
