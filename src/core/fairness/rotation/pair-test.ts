import type { RowTable } from './sum-tree.ts';
import { weightUnit } from './top-sum-bound.ts';

/** What the top sums of a pair may be at most, for sizes 1, 2, …; sizes beyond the list are free. */
export type TopSumLimits = readonly number[];

interface Admission {
  readonly limits: TopSumLimits;
  skips?(changes: number, firstWay: number): boolean;
}

/** Whether a pair of rows may hold a pair of sums within the limits; for two sums, whether they are within. */
export class PairTest {
  readonly #people: number;
  readonly #leastTotal: number;
  readonly #admission: Admission;
  readonly #sorted: Float64Array;
  #limits: TopSumLimits = [];
  #largest = Infinity;
  #needed = -Infinity;

  /** @param leastTotal no pair costs all people together less than this */
  constructor(people: number, leastTotal: number, admission: Admission) {
    this.#people = people;
    this.#leastTotal = leastTotal;
    this.#admission = admission;
    this.#sorted = new Float64Array(people);
    this.limitBy(admission.limits);
  }

  limitBy(limits: TopSumLimits): void {
    if (limits === this.#limits) return;
    this.#limits = limits;
    this.#largest = limits[0] ?? Infinity;
    this.#needed = this.#leastTotal - mostOfOthers(limits, this.#people);
  }

  admits(tableA: RowTable, a: number, tableB: RowTable, b: number): boolean {
    return (
      this.#everyoneWithin(tableA, a, tableB, b) &&
      this.#weightedWithin(tableA, a, tableB, b) &&
      (this.#limits.length < 2 || this.#topSumsWithin(tableA.least, a, tableB.least, b)) &&
      !this.#isSkipped(tableA, a, tableB, b)
    );
  }

  #everyoneWithin(tableA: RowTable, a: number, tableB: RowTable, b: number): boolean {
    const people = this.#people;
    const [atA, atB] = [a * people, b * people];
    for (let person = 0; person < people; person += 1) {
      const [placeA, placeB] = [atA + person, atB + person];
      if ((tableA.least[placeA] ?? 0) + (tableB.least[placeB] ?? 0) > this.#largest) return false;
      if ((tableA.most[placeA] ?? 0) + (tableB.most[placeB] ?? 0) < this.#needed) return false;
    }
    return true;
  }

  #weightedWithin(tableA: RowTable, a: number, tableB: RowTable, b: number): boolean {
    const limits = this.#limits;
    const [atA, atB] = [a * tableA.marksPerRow, b * tableB.marksPerRow];
    for (let size = 0; size < limits.length; size += 1) {
      const least = (tableA.marks[atA + size] ?? 0) + (tableB.marks[atB + size] ?? 0);
      if (least > (limits[size] ?? 0) * weightUnit) return false;
    }
    return true;
  }

  #topSumsWithin(leastA: Int32Array, a: number, leastB: Int32Array, b: number): boolean {
    const [people, limits, sorted] = [this.#people, this.#limits, this.#sorted];
    for (let person = 0; person < people; person += 1) {
      const sum = (leastA[a * people + person] ?? 0) + (leastB[b * people + person] ?? 0);
      let place = person;
      for (; place > 0 && (sorted[place - 1] ?? 0) < sum; place -= 1) sorted[place] = sorted[place - 1] ?? 0;
      sorted[place] = sum;
    }
    let top = 0;
    for (let size = 0; size < limits.length; size += 1) {
      top += sorted[size] ?? 0;
      if (top > (limits[size] ?? 0)) return false;
    }
    return true;
  }

  #isSkipped(tableA: RowTable, a: number, tableB: RowTable, b: number): boolean {
    if (this.#admission.skips === undefined) return false;
    const changesAt = tableA.marksPerRow - 2;
    const [atA, atB] = [a * tableA.marksPerRow + changesAt, b * tableB.marksPerRow + changesAt];
    const changes = (tableA.marks[atA] ?? 0) + (tableB.marks[atB] ?? 0);
    return this.#admission.skips(changes, tableA.marks[atA + 1] ?? 0);
  }
}

/** All people but one carry at most this together: those beyond a top sum are below its average. */
function mostOfOthers(limits: TopSumLimits, people: number): number {
  let most = Infinity;
  for (let size = 1; size <= limits.length && size < people; size += 1) {
    most = Math.min(most, ((limits[size - 1] ?? 0) * (people - 1)) / size);
  }
  return most;
}
