/** A candidate of a block and what it costs each person, point-minutes. */
export interface Option {
  readonly candidate: number;
  readonly burden: readonly number[];
}

/** The problem without what no best plan can use: the blocks in order, each with at least one option. */
export interface RotationTask {
  readonly carried: readonly number[];
  readonly blocks: readonly (readonly Option[])[];
  readonly current: number | null;
}

/** One option for each block, and what each person carries with them. */
export interface Plan {
  readonly choices: readonly number[];
  readonly cumulative: readonly number[];
}

export function fromLargest(values: readonly number[]): number[] {
  return values.toSorted((a, b) => b - a);
}

/** Sums of the 1, 2, … largest: plans compare by these exactly as by the values from the largest down. */
export function topSums(values: readonly number[]): number[] {
  let sum = 0;
  return fromLargest(values).map((value) => {
    sum += value;
    return sum;
  });
}

/** Changes of candidate between consecutive choices, the step from `before` included unless it is null. */
export function countChanges(choices: readonly number[], before: number | null): number {
  return choices.filter((choice, index) => {
    const previous = index === 0 ? before : choices[index - 1];
    return previous !== null && previous !== choice;
  }).length;
}

/** Negative where `a` comes first in dictionary order. Both have the same length. */
export function compareInOrder(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Negative where `a` is the better plan: burdens from the largest down, then fewer changes, then the smaller
 * candidates. Zero only for equal choices, so the best plan is unique.
 */
export function comparePlans(a: Plan, b: Plan, current: number | null): number {
  return (
    compareInOrder(fromLargest(a.cumulative), fromLargest(b.cumulative)) ||
    countChanges(a.choices, current) - countChanges(b.choices, current) ||
    compareInOrder(a.choices, b.choices)
  );
}

/** The plan that takes the option at `picks[block]` of each block. */
export function planOf(task: RotationTask, picks: readonly number[]): Plan {
  const options = task.blocks.flatMap((block, index) => block[picks[index] ?? 0] ?? []);
  return {
    choices: options.map(({ candidate }) => candidate),
    cumulative: task.carried.map((carried, person) =>
      options.reduce((sum, { burden }) => sum + (burden[person] ?? 0), carried),
    ),
  };
}
