import { type HalfPlans, listHalfPlans } from './half-plans.ts';
import { joinHalves, type WorkLimit } from './join-halves.ts';
import { type Join, lowerTopSum, type TopSums } from './lower-top-sum.ts';
import { countChanges, type Plan, type RotationTask, topSums } from './rotation-plan.ts';
import { growSumTree, type SumTree } from './sum-tree.ts';
import { type Half, TieBreaker } from './tie-breaker.ts';
import { type TopSumBound, weightUnit } from './top-sum-bound.ts';

/** Ways through one half; 24 candidates in 4 blocks have 331,776. */
const mostHalfPlans = 400_000;

export interface ExactResult {
  /** null where the work limit was reached first. */
  readonly plan: Plan | null;
  /** The least possible largest burden, where that much was proven; null otherwise. */
  readonly least: number | null;
}

/**
 * Finds the best plan by meeting in the middle: the sums of the first blocks and of the last blocks are listed, and
 * their pairs searched by two trees. The top sums are made least one after the other, each with the earlier ones
 * held; the pairs that reach all of them are the ties.
 *
 * @param known a plan to be beaten
 * @param bounds of the top sums, by size
 */
export function findExactly(
  task: RotationTask,
  known: Plan,
  bounds: readonly TopSumBound[],
  work: WorkLimit,
): ExactResult {
  const halves = splitInHalves(task, known, bounds);
  if (halves === null) return { plan: null, least: null };
  const [first, second] = halves;
  const leastTotal = bounds.at(-1)?.bound ?? 0;
  const join: Join = (visitor) => joinHalves(first.tree, second.tree, leastTotal, visitor, work);
  let limits: TopSums = topSums(known.cumulative);
  for (let size = 0; size < limits.length; size += 1) {
    const floor = bounds[size]?.bound ?? 0;
    if (floor >= (limits[size] ?? 0)) continue;
    const lowered = lowerTopSum(limits, size, floor, join);
    if (lowered === null) return { plan: null, least: size === 0 ? null : (limits[0] ?? null) };
    limits = lowered.best;
    if (lowered.allOfBest === null) continue;
    const ties = new TieBreaker(limits, first.half, second.half);
    for (const [a, b] of lowered.allOfBest) ties.visit(a, b);
    return { plan: ties.best, least: limits[0] ?? null };
  }
  const ties = new TieBreaker(limits, first.half, second.half);
  return { plan: join(ties) ? ties.best : null, least: limits[0] ?? null };
}

interface GrownHalf {
  readonly half: Half;
  readonly tree: SumTree;
}

function splitInHalves(
  task: RotationTask,
  known: Plan,
  bounds: readonly TopSumBound[],
): [GrownHalf, GrownHalf] | null {
  const largest = Math.max(0, ...known.cumulative);
  const weights = bounds[0]?.weights ?? [];
  const ceiling = { weights, weighted: largest * weightUnit, largest };
  const middle = middleOf(task);
  const head = { from: task.carried, blocks: task.blocks.slice(0, middle) };
  const tail = { from: task.carried.map(() => 0), blocks: task.blocks.slice(middle) };
  const first = listHalfPlans(head.from, head.blocks, tail, ceiling, mostHalfPlans);
  const second = first && listHalfPlans(tail.from, tail.blocks, head, ceiling, mostHalfPlans);
  if (first === null || second === null) return null;
  const vectors = bounds.map((bound) => bound.weights);
  return [growHalf(first, vectors, task.current), growHalf(second, vectors, null)];
}

function growHalf(
  plans: HalfPlans,
  vectors: readonly (readonly number[])[],
  before: number | null,
): GrownHalf {
  const choicesOf = (way: number) => plans.choices.slice(way * plans.blocks, (way + 1) * plans.blocks);
  const changes = Uint32Array.from({ length: plans.count }, (_, way) => countChanges(choicesOf(way), before));
  const changesOf = (way: number) => changes[way] ?? 0;
  return { half: { choicesOf, changesOf }, tree: growSumTree(plans, vectors, changesOf) };
}

/**
 * The split at which the larger half has the fewest ways. The first half is not empty, because the step from the
 * candidate in force is counted in it.
 */
function middleOf({ blocks }: RotationTask): number {
  const ways = (part: RotationTask['blocks']) => part.reduce((product, block) => product * block.length, 1);
  const larger = blocks.map((_, index) =>
    Math.max(ways(blocks.slice(0, index + 1)), ways(blocks.slice(index + 1))),
  );
  return larger.indexOf(Math.min(...larger)) + 1;
}
