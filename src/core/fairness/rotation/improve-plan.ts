import {
  compareInOrder,
  comparePlans,
  fromLargest,
  type Plan,
  planOf,
  type RotationTask,
} from './rotation-plan.ts';

/**
 * A good plan, not a proven one: from the given picks and from seeded disturbances of the best so far, blocks are
 * exchanged one and two at a time until no exchange helps. The same input gives the same plan.
 *
 * @param picks the option of each block to start from
 * @param restarts disturbances to try
 */
export function searchLocally(task: RotationTask, picks: readonly number[], restarts: number): Plan {
  const random = seeded(task.blocks.length * 31 + task.carried.length);
  let bestPicks = settle(task, picks);
  let best = planOf(task, bestPicks);
  for (let restart = 0; restart < restarts; restart += 1) {
    const disturbed = [...bestPicks];
    for (let kick = 0; kick < 3; kick += 1) {
      const index = random(disturbed.length);
      disturbed[index] = random(task.blocks[index]?.length ?? 1);
    }
    const nextPicks = settle(task, disturbed);
    const next = planOf(task, nextPicks);
    if (comparePlans(next, best, task.current) < 0) {
      best = next;
      bestPicks = nextPicks;
    }
  }
  return best;
}

/** Block by block, the option that is best so far. */
export function greedyPicks(task: RotationTask): number[] {
  const cumulative = [...task.carried];
  return task.blocks.map((block) => {
    const sums = block.map(({ burden }) => cumulative.map((sum, person) => sum + (burden[person] ?? 0)));
    let pick = 0;
    for (const [index, sum] of sums.entries()) {
      if (compareBurdens(sum, sums[pick] ?? []) < 0) pick = index;
    }
    cumulative.splice(0, cumulative.length, ...(sums[pick] ?? []));
    return pick;
  });
}

/** The picks after every exchange that helps, the first found first. */
function settle(task: RotationTask, picks: readonly number[]): number[] {
  let current = [...picks];
  for (;;) {
    const better = betterExchange(task, current);
    if (better === null) return current;
    current = better;
  }
}

function betterExchange(task: RotationTask, picks: readonly number[]): number[] | null {
  const plan = planOf(task, picks);
  const standing = { picks, plan, sorted: fromLargest(plan.cumulative) };
  for (let first = 0; first < picks.length; first += 1) {
    const second = Math.min(first + 1, picks.length - 1);
    for (let other = second; other < picks.length; other += 1) {
      const better = exchangeTwo(task, standing, first, other);
      if (better !== null) return better;
    }
  }
  return null;
}

interface Standing {
  readonly picks: readonly number[];
  readonly plan: Plan;
  readonly sorted: readonly number[];
}

/** The first better plan that differs from the standing one in these two blocks at most. */
function exchangeTwo(task: RotationTask, standing: Standing, first: number, other: number): number[] | null {
  const rest = without(task, standing, first, other);
  const largest = standing.sorted[0] ?? 0;
  const firstBlock = task.blocks[first] ?? [];
  const otherBlock = first === other ? [null] : (task.blocks[other] ?? []);
  for (const [firstPick, { burden }] of firstBlock.entries()) {
    const base = rest.map((sum, person) => sum + (burden[person] ?? 0));
    if (base.some((sum) => sum > largest)) continue;
    for (const [otherPick, option] of otherBlock.entries()) {
      if (option !== null && exceeds(base, option.burden, largest)) continue;
      const sums = option === null ? base : base.map((sum, person) => sum + (option.burden[person] ?? 0));
      if (compareInOrder(fromLargest(sums), standing.sorted) > 0) continue;
      const next = standing.picks.with(other, otherPick).with(first, firstPick);
      if (comparePlans(planOf(task, next), standing.plan, task.current) < 0) return next;
    }
  }
  return null;
}

function without(task: RotationTask, { picks, plan }: Standing, first: number, other: number): number[] {
  const blocks = first === other ? [first] : [first, other];
  return plan.cumulative.map((sum, person) =>
    blocks.reduce(
      (left, index) => left - (task.blocks[index]?.[picks[index] ?? 0]?.burden[person] ?? 0),
      sum,
    ),
  );
}

function exceeds(base: readonly number[], burden: readonly number[], limit: number): boolean {
  for (let person = 0; person < base.length; person += 1) {
    if ((base[person] ?? 0) + (burden[person] ?? 0) > limit) return true;
  }
  return false;
}

function compareBurdens(a: readonly number[], b: readonly number[]): number {
  return compareInOrder(fromLargest(a), fromLargest(b));
}

/** Numbers below the argument, the same on every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
