import type { HalfSum } from './half-plans.ts';
import { PairTest, type TopSumLimits } from './pair-test.ts';
import type { SumTree } from './sum-tree.ts';

/** Pairs of nodes and sums that may still be looked at; shared by all searches of one problem. */
export interface WorkLimit {
  left: number;
}

export interface PairVisitor {
  /** Read anew after each visit, so that a visitor can lower it. */
  limits: TopSumLimits;
  /** A further reason to look at no pair: fewest changes of both halves, first way of the first half. */
  skips?(changes: number, firstWay: number): boolean;
  visit(a: HalfSum, b: HalfSum): void;
}

/**
 * Visits every pair of sums, one of each tree, whose top sums are within the limits: two trees descend together,
 * and a pair of nodes is left as soon as what is known of them proves that it holds no such pair.
 *
 * @param leastTotal no pair costs all people together less than this
 * @returns whether the work limit sufficed to see all of them
 */
export function joinHalves(
  first: SumTree,
  second: SumTree,
  leastTotal: number,
  visitor: PairVisitor,
  work: WorkLimit,
): boolean {
  const test = new PairTest(first.people, leastTotal, visitor);
  const tryLeaves = (a: number, b: number): void => {
    for (let rowA = first.from[a] ?? 0; rowA < (first.to[a] ?? 0); rowA += 1) {
      work.left -= 1;
      if (!test.admits(first.points, rowA, second.nodes, b)) continue;
      for (let rowB = second.from[b] ?? 0; rowB < (second.to[b] ?? 0); rowB += 1) {
        work.left -= 1;
        if (test.admits(first.points, rowA, second.points, rowB)) visit(rowA, rowB);
      }
    }
  };
  const visit = (rowA: number, rowB: number): void => {
    const [a, b] = [first.sums[rowA], second.sums[rowB]];
    if (a === undefined || b === undefined) return;
    visitor.visit(a, b);
    test.limitBy(visitor.limits);
  };
  const descend = (a: number, b: number): void => {
    work.left -= 1;
    if (work.left < 0 || !test.admits(first.nodes, a, second.nodes, b)) return;
    const [secondA, secondB] = [first.second[a] ?? 0, second.second[b] ?? 0];
    if (secondA === 0 && secondB === 0) tryLeaves(a, b);
    else if (secondB === 0 || (secondA > 0 && sizeOf(first, a) >= sizeOf(second, b))) {
      descend(a + 1, b);
      descend(secondA, b);
    } else {
      descend(a, b + 1);
      descend(a, secondB);
    }
  };
  descend(0, 0);
  return work.left >= 0;
}

function sizeOf({ from, to }: SumTree, node: number): number {
  return (to[node] ?? 0) - (from[node] ?? 0);
}
