/**
 * Compares two lists of what people carry, each sorted from the largest down: the lexicographically smaller is fairer
 * (relieve the worst-off first, then the next). Negative where `a` is fairer. A shorter list is fairer than one that
 * it begins.
 */
export function compareWorstFirst(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A copy, from the largest down. */
export function worstFirst(values: readonly number[]): number[] {
  return values.toSorted((a, b) => b - a);
}
