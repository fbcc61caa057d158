import type { RotationProblem } from './plan-rotation.ts';
import type { Option, RotationTask } from './rotation-plan.ts';

/** Sums up to this fit the 32-bit tables of the exact search, and weighted sums stay exact integers. */
const mostPointMinutes = 2 ** 31 - 1;

/**
 * Checks a problem and leaves out what no best plan can use: a candidate that costs nobody less and somebody more
 * than another of its block.
 *
 * @returns null where a block has no allowed candidate
 * @throws RangeError naming the place of the first value that is not right
 */
export function toTask({ carried, burdens, current }: RotationProblem): RotationTask | null {
  checkRow(carried, carried.length, 'carried');
  const candidates = burdens[0]?.length ?? Infinity;
  if (current !== null && !(Number.isSafeInteger(current) && current >= 0 && current < candidates)) {
    throw new RangeError(`current: ${current} is no candidate; give an index or null`);
  }
  for (const [block, rows] of burdens.entries()) checkBlock(rows, block, candidates, carried.length);
  checkSize(carried, burdens);
  const blocks = burdens.map(undominated);
  return blocks.some((block) => block.length === 0) ? null : { carried, blocks, current };
}

type Rows = readonly (readonly number[] | null)[];

function checkBlock(rows: Rows, block: number, candidates: number, people: number): void {
  if (rows.length !== candidates) {
    throw new RangeError(
      `burdens[${block}]: ${rows.length} candidates where the first block has ${candidates}`,
    );
  }
  for (const [candidate, row] of rows.entries()) {
    if (row !== null) checkRow(row, people, `burdens[${block}][${candidate}]`);
  }
}

function checkRow(row: readonly number[], people: number, where: string): void {
  if (row.length !== people) throw new RangeError(`${where}: ${row.length} values for ${people} people`);
  const wrong = row.findIndex((value) => !(Number.isSafeInteger(value) && value >= 0));
  if (wrong >= 0) {
    throw new RangeError(`${where}[${wrong}]: ${row[wrong]} is no non-negative integer of point-minutes`);
  }
}

function checkSize(carried: readonly number[], burdens: RotationProblem['burdens']): void {
  const most = burdens.reduce(
    (sum, rows) => sum + Math.max(0, ...rows.flatMap((row) => row ?? [])),
    Math.max(0, ...carried),
  );
  if (most * carried.length > mostPointMinutes) {
    throw new RangeError(
      `burdens add up to ${most} point-minutes for one of ${carried.length} people: too large`,
    );
  }
}

function undominated(rows: Rows): Option[] {
  const options = rows.flatMap((burden, candidate) => (burden === null ? [] : [{ candidate, burden }]));
  return options.filter(({ burden }) => !options.some((other) => dominates(other.burden, burden)));
}

function dominates(a: readonly number[], b: readonly number[]): boolean {
  return (
    a.every((value, person) => value <= (b[person] ?? 0)) &&
    a.some((value, person) => value < (b[person] ?? 0))
  );
}
