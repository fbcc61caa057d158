import type { RotationProblem } from '../../../../src/core/fairness/rotation/plan-rotation.ts';

export type Random = (below: number) => number;

/** Integers below the argument, the same on every run (Park and Miller). */
export function seeded(seed: number): Random {
  let state = (seed * 7_919 + 1) % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

export interface Shape {
  readonly people: number;
  readonly blocks: number;
  readonly candidates: number;
}

type Burden = (person: number, candidate: number, block: number) => number;

export function problemOf(
  shape: Shape,
  burden: Burden,
  carried: (person: number) => number,
): RotationProblem {
  const people = Array.from({ length: shape.people }, (_, person) => person);
  return {
    carried: people.map(carried),
    burdens: Array.from({ length: shape.blocks }, (_, block) =>
      Array.from({ length: shape.candidates }, (_, candidate) =>
        people.map((person) => burden(person, candidate, block)),
      ),
    ),
    current: 3,
  };
}

/** 2 to 4 people, 1 to 5 blocks, 1 to 6 candidates; every other problem knows only a few values. */
export function smallProblem(seed: number): RotationProblem {
  const random = seeded(seed);
  const shape = { people: 2 + random(3), blocks: 1 + random(5), candidates: 1 + random(6) };
  const values = seed % 2 === 0 ? 2 + random(3) : 721;
  const carriedBelow = [1, values, 3 * values][random(3)] ?? 1;
  const problem = problemOf(
    shape,
    () => random(values),
    () => random(carriedBelow),
  );
  const nulls = random(3) === 0 ? 3 : Infinity;
  const equal = random(4) === 0;
  const burdens = problem.burdens.map((block) =>
    (equal ? (problem.burdens[0] ?? []) : block).map((row) => (random(1000) % nulls === 1 ? null : row)),
  );
  return { ...problem, burdens, current: random(2) === 0 ? null : random(shape.candidates) };
}

/** Weekly meetings of seven weeks per block, an hour long, people in random zones, rates by local hour. */
export function realisticProblem(shape: Shape, seed: number): RotationProblem {
  const random = seeded(seed);
  const zones = Array.from({ length: shape.people }, () => ({ offset: random(24), summer: random(2) }));
  const rate = (hour: number) =>
    hour >= 9 && hour < 17 ? 0 : hour >= 8 && hour < 18 ? 1 : hour >= 7 && hour < 21 ? 2 : 6;
  return problemOf(
    shape,
    (person, candidate, block) => {
      const { offset = 0, summer = 0 } = zones[person] ?? {};
      return 420 * rate((candidate + offset + summer * (block % 2)) % 24);
    },
    () => 60 * random(20),
  );
}

/** Every candidate costs the same in total, so that no plan is better in sum; in multiples of a unit. */
export function equalSumProblem(shape: Shape, unit: number, seed: number): RotationProblem {
  const random = seeded(seed);
  const rows = Array.from({ length: shape.blocks * shape.candidates }, () => {
    const row = new Array<number>(shape.people).fill(0);
    const steps = (360 / unit) * shape.people;
    for (let left = steps; left > 0; ) {
      const share = Math.min(left, 1 + random(Math.ceil(720 / unit)));
      const person = random(shape.people);
      row[person] = (row[person] ?? 0) + share * unit;
      left -= share;
    }
    return row;
  });
  return problemOf(
    shape,
    (person, candidate, block) => rows[block * shape.candidates + candidate]?.[person] ?? 0,
    () => 0,
  );
}

/** The same table in all blocks: permutations of one row, the first ones of use, the others dominated by them. */
export function permutedProblem(shape: Shape, ofUse: number, seed: number): RotationProblem {
  const random = seeded(seed);
  const row = Array.from({ length: shape.people }, () => random(721));
  const rows = Array.from({ length: ofUse }, () => shuffled(row, random));
  return problemOf(
    shape,
    (person, candidate) =>
      (rows[candidate % ofUse]?.[person] ?? 0) + (candidate < ofUse ? 0 : 1 + (candidate % 3)),
    () => 0,
  );
}

function shuffled(row: readonly number[], random: Random): number[] {
  const rest = [...row];
  return row.flatMap(() => rest.splice(random(rest.length), 1));
}
