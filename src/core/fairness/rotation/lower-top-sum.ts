import type { HalfSum } from './half-plans.ts';
import type { PairVisitor } from './join-halves.ts';
import { compareInOrder, topSums } from './rotation-plan.ts';

/** The sums of the 1, 2, … largest burdens of a plan. */
export type TopSums = readonly number[];

/** Shows a visitor all pairs within its limits; false where the work limit was reached first. */
export type Join = (visitor: PairVisitor) => boolean;

type Pair = readonly [HalfSum, HalfSum];

/** Pairs that are kept for comparison. */
const mostKept = 20_000;

export interface LoweredTopSum {
  /** Of the best plan found: the size asked for is proven least; the larger ones too where `allOfBest` is given. */
  readonly best: TopSums;
  /** All pairs that reach `best`; null where more pairs than can be kept reach the size asked for. */
  readonly allOfBest: readonly Pair[] | null;
}

/**
 * Makes the top sum of one size least, with the smaller sizes held. Asks first for very little above the floor, then
 * for ever more: what is asked for narrows the search, and the known plan may be far from the best.
 *
 * @param floor no plan that holds the smaller sizes goes below
 * @returns null where the work limit was reached first
 */
export function lowerTopSum(known: TopSums, size: number, floor: number, join: Join): LoweredTopSum | null {
  const most = known[size] ?? 0;
  for (let reach = 2, least = floor; ; reach *= 4) {
    const asked = Math.min(least + reach, most);
    const visitor = new LeastPairs(known, size, asked);
    if (!join(visitor)) return null;
    if (visitor.found || asked === most) return visitor.result();
    least = asked + 1;
  }
}

/** Keeps the pairs that reach the least top sum seen, as long as they are few; then only looks for a lesser one. */
class LeastPairs implements PairVisitor {
  limits: readonly number[];
  found = false;
  readonly #size: number;
  #best: TopSums;
  #least: number;
  #pairs: Pair[] | null = [];

  constructor(known: TopSums, size: number, asked: number) {
    this.#size = size;
    this.#best = known;
    this.#least = asked;
    this.limits = [...known.slice(0, size), asked];
  }

  visit(a: HalfSum, b: HalfSum): void {
    const sums = topSums(addBurdens(a, b));
    const reached = sums[this.#size] ?? 0;
    if (reached < this.#least) this.#pairs = [];
    if (!this.found || compareInOrder(sums, this.#best) < 0) this.#best = sums;
    this.found = true;
    this.#least = reached;
    this.#pairs?.push([a, b]);
    if (this.#pairs !== null && this.#pairs.length > mostKept) this.#pairs = null;
    const asked = this.#pairs === null ? reached - 1 : reached;
    if (asked !== this.limits[this.#size]) this.limits = [...this.limits.slice(0, this.#size), asked];
  }

  result(): LoweredTopSum {
    const best = this.#best;
    const reachesBest = ([a, b]: Pair) => compareInOrder(topSums(addBurdens(a, b)), best) === 0;
    return { best, allOfBest: this.#pairs?.filter(reachesBest) ?? null };
  }
}

function addBurdens(a: HalfSum, b: HalfSum): number[] {
  return a.burdens.map((burden, person) => burden + (b.burdens[person] ?? 0));
}
