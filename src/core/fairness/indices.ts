/**
 * Normalised Gini coefficient of burdens, 0 (all carry the same) to 1 (one carries all):
 * the sum of |x - y| over all pairs, divided by (n - 1) times the sum. All zero, and one person alone, are perfectly
 * fair: 0. Source: the pairwise form of Gini's mean difference, normalised by n / (n - 1).
 *
 * @param burdens not negative
 */
export function giniOf(burdens: readonly number[]): number {
  const sum = burdens.reduce((total, burden) => total + burden, 0);
  if (sum === 0 || burdens.length < 2) return 0;
  // In order, the k-th smallest is subtracted from n - k larger ones and has k - 1 smaller ones subtracted from it.
  const pairs = burdens
    .toSorted((a, b) => a - b)
    .reduce((total, burden, index) => total + burden * (2 * index + 1 - burdens.length), 0);
  return pairs / ((burdens.length - 1) * sum);
}

/**
 * Jain's index of burdens, 1/n (one carries all) to 1 (all carry the same): the squared sum over n times the sum of
 * squares. All zero is perfectly fair: 1. Source: Jain, Chiu, Hawe, DEC-TR-301, 1984.
 *
 * @param burdens not negative
 */
export function jainOf(burdens: readonly number[]): number {
  const sum = burdens.reduce((total, burden) => total + burden, 0);
  if (sum === 0) return 1;
  return sum ** 2 / (burdens.length * burdens.reduce((total, burden) => total + burden ** 2, 0));
}
