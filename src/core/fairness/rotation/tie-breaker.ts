import type { HalfSum } from './half-plans.ts';
import type { PairVisitor } from './join-halves.ts';
import type { TopSumLimits } from './pair-test.ts';
import { compareInOrder, type Plan } from './rotation-plan.ts';

/** The ways through one half, numbered in dictionary order. */
export interface Half {
  choicesOf(way: number): number[];
  /** Changes within the way; for the first half also the step into it. */
  changesOf(way: number): number;
}

/** The best of the ways that share a sum and the candidate at the seam. */
interface Seam {
  readonly candidate: number | null;
  readonly way: number;
  readonly changes: number;
}

/**
 * Among the pairs that reach the given top sums: fewest changes, then the first in dictionary order. At the seam of
 * the halves only two candidates matter, so of each sum and candidate one way is enough.
 */
export class TieBreaker implements PairVisitor {
  readonly limits: TopSumLimits;
  best: Plan | null = null;
  #changes = Infinity;
  #ways: readonly [number, number] = [Infinity, Infinity];
  readonly #first: Half;
  readonly #second: Half;
  readonly #seams = new Map<HalfSum, readonly Seam[]>();

  constructor(limits: TopSumLimits, first: Half, second: Half) {
    this.limits = limits;
    this.#first = first;
    this.#second = second;
  }

  skips(changes: number, firstWay: number): boolean {
    return changes > this.#changes || (changes === this.#changes && firstWay > this.#ways[0]);
  }

  visit(a: HalfSum, b: HalfSum): void {
    const seconds = this.#seamsOf(b, this.#second, 0);
    for (const first of this.#seamsOf(a, this.#first, -1)) {
      for (const second of seconds) {
        const apart = first.candidate !== null && second.candidate !== null;
        const step = apart && first.candidate !== second.candidate ? 1 : 0;
        const changes = first.changes + second.changes + step;
        const ways = [first.way, second.way] as const;
        if ((changes - this.#changes || compareInOrder(ways, this.#ways)) < 0)
          this.#keep(a, b, changes, ways);
      }
    }
  }

  #keep(a: HalfSum, b: HalfSum, changes: number, ways: readonly [number, number]): void {
    this.#changes = changes;
    this.#ways = ways;
    this.best = {
      choices: [...this.#first.choicesOf(ways[0]), ...this.#second.choicesOf(ways[1])],
      cumulative: a.burdens.map((burden, person) => burden + (b.burdens[person] ?? 0)),
    };
  }

  #seamsOf(sum: HalfSum, half: Half, seamAt: number): readonly Seam[] {
    const known = this.#seams.get(sum);
    if (known !== undefined) return known;
    const byCandidate = new Map<number | null, Seam>();
    for (const way of sum.ways) {
      const candidate = half.choicesOf(way).at(seamAt) ?? null;
      const changes = half.changesOf(way);
      const best = byCandidate.get(candidate);
      if (best === undefined || changes < best.changes)
        byCandidate.set(candidate, { candidate, way, changes });
    }
    const seams = [...byCandidate.values()];
    this.#seams.set(sum, seams);
    return seams;
  }
}
