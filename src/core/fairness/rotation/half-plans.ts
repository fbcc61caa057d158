import type { Option } from './rotation-plan.ts';
import { leastOfBlock, weighted } from './top-sum-bound.ts';

/** The ways through some consecutive blocks, in dictionary order of their candidates. */
export interface HalfPlans {
  /** The candidates of way `i` are at `i * blocks` up to `(i + 1) * blocks`. */
  readonly choices: readonly number[];
  readonly blocks: number;
  readonly count: number;
  /** The distinct sums of burdens, each with the ways that lead to it, in order. */
  readonly sums: readonly HalfSum[];
}

export interface HalfSum {
  readonly burdens: readonly number[];
  readonly ways: readonly number[];
}

/** No plan above it matters: `weights · burdens` of the whole plan, and the burden of each person. */
export interface Ceiling {
  readonly weights: readonly number[];
  readonly weighted: number;
  readonly largest: number;
}

/**
 * Lists the ways through the blocks that can be part of a plan below the ceiling.
 *
 * @param from what each person carries before these blocks
 * @param elsewhere the blocks of the other half, of which the least is assumed
 * @param limit null is returned where there are more ways than this
 */
export function listHalfPlans(
  from: readonly number[],
  blocks: readonly (readonly Option[])[],
  elsewhere: { readonly from: readonly number[]; readonly blocks: readonly (readonly Option[])[] },
  ceiling: Ceiling,
  limit: number,
): HalfPlans | null {
  const room = roomAfter(blocks, elsewhere, ceiling);
  const sums = new SumIndex(from.length);
  const choices: number[] = [];
  const path: number[] = [];
  let count = 0;
  const walk = (depth: number, burdens: readonly number[]): boolean => {
    if (!fits(burdens, room[depth] ?? [], ceiling.weights)) return true;
    if (depth === blocks.length) {
      for (const candidate of path) choices.push(candidate);
      sums.add(burdens, count);
      count += 1;
      return count <= limit;
    }
    for (const { candidate, burden } of blocks[depth] ?? []) {
      path[depth] = candidate;
      const next = burdens.map((sum, person) => sum + (burden[person] ?? 0));
      if (!walk(depth + 1, next)) return false;
    }
    return true;
  };
  return walk(0, from) ? { choices, blocks: blocks.length, count, sums: sums.all } : null;
}

/** Per depth: what each person, and last the weighted sum, may be at most. */
function roomAfter(
  blocks: readonly (readonly Option[])[],
  elsewhere: { readonly from: readonly number[]; readonly blocks: readonly (readonly Option[])[] },
  { weights, weighted: most, largest }: Ceiling,
): number[][] {
  const least = (block: readonly Option[]) => [
    ...weights.map((_, person) =>
      block.reduce((low, { burden }) => Math.min(low, burden[person] ?? 0), Infinity),
    ),
    leastOfBlock(block, weights),
  ];
  const minus = (room: readonly number[], taken: readonly number[]) =>
    room.map((value, index) => value - (taken[index] ?? 0));
  const start = minus(
    [...weights.map(() => largest), most],
    [...elsewhere.from, weighted(weights, elsewhere.from)],
  );
  const rooms = [elsewhere.blocks.map(least).reduce(minus, start)];
  for (const block of blocks.toReversed()) rooms.unshift(minus(rooms[0] ?? [], least(block)));
  return rooms;
}

function fits(burdens: readonly number[], room: readonly number[], weights: readonly number[]): boolean {
  for (let person = 0; person < burdens.length; person += 1) {
    if ((burdens[person] ?? 0) > (room[person] ?? 0)) return false;
  }
  return weighted(weights, burdens) <= (room[burdens.length] ?? 0);
}

/** Equal sums find each other by a hash of their burdens. */
class SumIndex {
  readonly all: { readonly burdens: readonly number[]; readonly ways: number[] }[] = [];
  /** The latest sum of a hash, and before each sum the one of the same hash; -1 where there is none. */
  readonly #latest = new Map<number, number>();
  readonly #before: number[] = [];
  readonly #people: number;

  constructor(people: number) {
    this.#people = people;
  }

  add(burdens: readonly number[], way: number): void {
    const hash = this.#hash(burdens);
    const latest = this.#latest.get(hash) ?? -1;
    for (let index = latest; index >= 0; index = this.#before[index] ?? -1) {
      const known = this.all[index];
      if (known === undefined || !this.#same(known.burdens, burdens)) continue;
      known.ways.push(way);
      return;
    }
    this.#latest.set(hash, this.all.length);
    this.#before.push(latest);
    this.all.push({ burdens, ways: [way] });
  }

  /** Of 30 bits, which the engine keeps unboxed. */
  #hash(burdens: readonly number[]): number {
    let hash = 17;
    for (let person = 0; person < this.#people; person += 1) {
      hash = Math.imul(hash ^ (burdens[person] ?? 0), 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    return hash >>> 2;
  }

  #same(a: readonly number[], b: readonly number[]): boolean {
    for (let person = 0; person < this.#people; person += 1) if (a[person] !== b[person]) return false;
    return true;
  }
}
