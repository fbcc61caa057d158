import type { Option, RotationTask } from './rotation-plan.ts';

/**
 * Weights are integers, this many to one whole: sums of weighted burdens are then exact, and a bound is a proof
 * and not a rounding error.
 */
export const weightUnit = 2 ** 20;

/** Rounds of the subgradient method; fewer loosen the bound, and never make it wrong. */
const rounds = 250;
const patience = 10;

/** Proof that the `size` largest cumulative burdens of any plan sum to at least `bound`. */
export interface TopSumBound {
  /** One per person, 0..weightUnit, together at most `size * weightUnit`. */
  readonly weights: readonly number[];
  readonly bound: number;
}

/**
 * Bounds the sum of the `size` largest cumulative burdens from below by the Lagrangian dual: with weights of at
 * most 1 that sum to `size`, the weighted sum is never above the top sum, and it is least block by block.
 * The best weights are approached with Polyak's subgradient steps (Held, Wolfe and Crowder 1974).
 *
 * @param reached a top sum that some plan reaches: the step length aims at it
 */
export function boundTopSum(task: RotationTask, size: number, reached: number): TopSumBound {
  const people = task.carried.length;
  let weights = new Array<number>(people).fill(size / people);
  let best = { weights, value: -Infinity };
  let step = 1;
  let idle = 0;
  for (let round = 0; round < rounds && best.value <= reached - 1 && step > 0.001; round += 1) {
    const { value, burdens } = leastWeighted(task, weights);
    idle = value > best.value ? 0 : idle + 1;
    if (value > best.value) best = { weights, value };
    if (idle === patience) {
      step /= 2;
      idle = 0;
      weights = best.weights;
      continue;
    }
    const mean = burdens.reduce((sum, burden) => sum + burden, 0) / people;
    const direction = burdens.map((burden) => burden - mean);
    const length = direction.reduce((sum, part) => sum + part * part, 0);
    if (length === 0) break;
    const stride = (step * Math.max(reached - value, 1)) / length;
    const next = weights.map((weight, person) => weight + stride * (direction[person] ?? 0));
    weights = ontoCappedSimplex(next, size);
  }
  return proven(task, best.weights);
}

/** The largest burden is also never below what one person carries at the least. */
export function leastOfEachPerson(task: RotationTask): number[] {
  return task.carried.map((carried, person) =>
    task.blocks.reduce(
      (sum, block) =>
        sum + block.reduce((least, { burden }) => Math.min(least, burden[person] ?? 0), Infinity),
      carried,
    ),
  );
}

export function weighted(weights: readonly number[], burdens: readonly number[]): number {
  let sum = 0;
  for (let person = 0; person < weights.length; person += 1) {
    sum += (weights[person] ?? 0) * (burdens[person] ?? 0);
  }
  return sum;
}

/** The least weighted burden of any option of the block. */
export function leastOfBlock(block: readonly Option[], weights: readonly number[]): number {
  return block.reduce((least, { burden }) => Math.min(least, weighted(weights, burden)), Infinity);
}

function proven(task: RotationTask, fractions: readonly number[]): TopSumBound {
  const weights = fractions.map((fraction) => Math.floor(fraction * weightUnit));
  const value = task.blocks.reduce(
    (sum, block) => sum + leastOfBlock(block, weights),
    weighted(weights, task.carried),
  );
  return { weights, bound: Math.ceil(value / weightUnit) };
}

function leastWeighted(task: RotationTask, weights: readonly number[]): { value: number; burdens: number[] } {
  const burdens = [...task.carried];
  for (const block of task.blocks) {
    let least = Infinity;
    let chosen: readonly number[] = [];
    for (const { burden } of block) {
      const value = weighted(weights, burden);
      if (value < least) {
        least = value;
        chosen = burden;
      }
    }
    for (let person = 0; person < burdens.length; person += 1) {
      burdens[person] = (burdens[person] ?? 0) + (chosen[person] ?? 0);
    }
  }
  return { value: weighted(weights, burdens), burdens };
}

/** The nearest weights within 0..1 that sum to `size`: one shift for all, found by bisection. */
function ontoCappedSimplex(weights: readonly number[], size: number): number[] {
  let low = Math.min(...weights) - 1;
  let high = Math.max(...weights);
  for (let round = 0; round < 30; round += 1) {
    const middle = (low + high) / 2;
    let sum = 0;
    for (const weight of weights) sum += within(weight - middle);
    if (sum > size) low = middle;
    else high = middle;
  }
  return weights.map((weight) => within(weight - high));
}

function within(weight: number): number {
  if (weight < 0) return 0;
  if (weight > 1) return 1;
  return weight;
}
