import type { HalfPlans, HalfSum } from './half-plans.ts';
import { weighted } from './top-sum-bound.ts';

/** Sums a leaf may hold: few enough to try all pairs of two leaves. */
const leafSize = 8;

/**
 * The sums of a half as a tree of boxes (a k-d tree), in flat arrays because millions of pairs are looked at. A sum
 * is a row, and so is a node, with the least (or most) of what is below it.
 */
export interface SumTree {
  readonly people: number;
  /** The sums in the order of the leaves. */
  readonly sums: readonly HalfSum[];
  readonly points: RowTable;
  readonly nodes: RowTable;
  /** The sums of node `i` are those from `from[i]` up to `to[i]`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Nodes are numbered in preorder from the root, 0: the first child is the next node, this is the second; 0 in a leaf. */
  readonly second: Int32Array;
}

/** Row `i` is at `i * people` up to `(i + 1) * people`, in `marks` at `i * marksPerRow`. */
export interface RowTable {
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** The least burden under each vector of weights, then the fewest changes of candidate, then the first way. */
  readonly marks: Float64Array;
  readonly marksPerRow: number;
}

/**
 * @param vectors of weights, one per person
 * @param changes within each way of the half
 */
export function growSumTree(
  plans: HalfPlans,
  vectors: readonly (readonly number[])[],
  changes: (way: number) => number,
): SumTree {
  const people = plans.sums[0]?.burdens.length ?? 0;
  const points = tableOf(plans.sums.length, people, vectors.length + 2);
  points.least.set(plans.sums.flatMap((sum) => sum.burdens));
  const order = Int32Array.from(plans.sums.keys());
  const ranges = splitRanges(points.least, order);
  points.most.set(points.least);
  const sums = Array.from(order, (index) => plans.sums[index] ?? { burdens: [], ways: [] });
  for (const [row, sum] of sums.entries()) mark(points, row, sum, vectors, changes);
  const nodes = tableOf(ranges.length, people, vectors.length + 2);
  for (let node = ranges.length - 1; node >= 0; node -= 1) {
    const { from, to, second } = ranges[node] ?? { from: 0, to: 0, second: 0 };
    if (second === 0) for (let row = from; row < to; row += 1) cover(nodes, node, points, row);
    else for (const child of [node + 1, second]) cover(nodes, node, nodes, child);
  }
  const column = (name: keyof Range) => Int32Array.from(ranges, (range) => range[name]);
  return { people, sums, points, nodes, from: column('from'), to: column('to'), second: column('second') };
}

interface Range {
  readonly from: number;
  readonly to: number;
  second: number;
}

/** Orders the rows so that each node holds a range of them, and lists the ranges in preorder. */
function splitRanges(burdens: Int32Array, order: Int32Array): Range[] {
  const ranges: Range[] = [];
  const split = (from: number, to: number): void => {
    const range = { from, to, second: 0 };
    ranges.push(range);
    if (to - from <= leafSize) return;
    const middle = partition(burdens, order, from, to);
    split(from, middle);
    range.second = ranges.length;
    split(middle, to);
  };
  split(0, order.length);
  return ranges;
}

function tableOf(rows: number, people: number, marksPerRow: number): RowTable {
  return {
    least: new Int32Array(rows * people).fill(2 ** 31 - 1),
    most: new Int32Array(rows * people).fill(-(2 ** 31)),
    marks: new Float64Array(rows * marksPerRow).fill(Infinity),
    marksPerRow,
  };
}

function mark(
  { marks, marksPerRow }: RowTable,
  row: number,
  { burdens, ways }: HalfSum,
  vectors: readonly (readonly number[])[],
  changes: (way: number) => number,
): void {
  let place = row * marksPerRow;
  for (const weights of vectors) {
    marks[place] = weighted(weights, burdens);
    place += 1;
  }
  for (const way of ways) marks[place] = Math.min(marks[place] ?? Infinity, changes(way));
  marks[place + 1] = ways[0] ?? 0;
}

/** Widens the row of a node so that it covers a row of points or of another node. */
function cover(nodes: RowTable, node: number, table: RowTable, row: number): void {
  const people = nodes.marksPerRow - 2;
  for (let person = 0; person < people; person += 1) {
    const [own, other] = [node * people + person, row * people + person];
    nodes.least[own] = Math.min(nodes.least[own] ?? 0, table.least[other] ?? 0);
    nodes.most[own] = Math.max(nodes.most[own] ?? 0, table.most[other] ?? 0);
  }
  for (let mark = 0; mark < nodes.marksPerRow; mark += 1) {
    const own = node * nodes.marksPerRow + mark;
    nodes.marks[own] = Math.min(nodes.marks[own] ?? 0, table.marks[row * nodes.marksPerRow + mark] ?? 0);
  }
}

/**
 * Orders a range so that the sums below the middle of its widest side come first. Sums are distinct, so the widest
 * side of more than one sum is never zero, and both parts hold some.
 *
 * @returns where the second part starts
 */
function partition(burdens: Int32Array, order: Int32Array, from: number, to: number): number {
  const people = burdens.length / order.length;
  const { person, middle } = widestSide(burdens, people, from, to);
  let second = from;
  for (let place = from; place < to; place += 1) {
    if ((burdens[place * people + person] ?? 0) > middle) continue;
    swapRows(burdens, people, place, second);
    swapRows(order, 1, place, second);
    second += 1;
  }
  return second;
}

function widestSide(
  burdens: Int32Array,
  people: number,
  from: number,
  to: number,
): { person: number; middle: number } {
  let widest = { person: 0, width: -1, middle: 0 };
  for (let person = 0; person < people; person += 1) {
    let least = burdens[from * people + person] ?? 0;
    let most = least;
    for (let place = from * people + person; place < to * people; place += people) {
      const burden = burdens[place] ?? 0;
      if (burden < least) least = burden;
      if (burden > most) most = burden;
    }
    if (most - least > widest.width) widest = { person, width: most - least, middle: (least + most) / 2 };
  }
  return widest;
}

function swapRows(table: Int32Array, width: number, one: number, other: number): void {
  for (let column = 0; column < width; column += 1) {
    const kept = table[one * width + column] ?? 0;
    table[one * width + column] = table[other * width + column] ?? 0;
    table[other * width + column] = kept;
  }
}
