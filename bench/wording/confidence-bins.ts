/** One judgement that was made: how sure, and whether the label agrees. */
export interface Prediction {
  /** Probability, 0 to 1. */
  readonly confidence: number;
  readonly right: boolean;
}

/** Bounds of the bins, the upper one exclusive but for the last. */
export const binBounds: readonly (readonly [from: number, to: number])[] = [
  [0, 0.5],
  [0.5, 0.6],
  [0.6, 0.7],
  [0.7, 0.8],
  [0.8, 0.9],
  [0.9, 0.95],
  [0.95, 1.0001],
];

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly right: number;
  /** Mean confidence of the bin; null where it is empty. */
  readonly stated: number | null;
  /** Wilson 95 % interval of the share that is right; null where it is empty. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** The judgements by how sure they were, to be compared with how often they were right. */
export function binsOf(predictions: readonly Prediction[]): Bin[] {
  return binBounds.map(([from, to]) => {
    const inside = predictions.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = inside.filter((prediction) => prediction.right).length;
    const count = inside.length;
    return {
      from,
      to: Math.min(1, to),
      count,
      right,
      stated: count === 0 ? null : inside.reduce((sum, { confidence }) => sum + confidence, 0) / count,
      interval: count === 0 ? null : wilson(right, count),
    };
  });
}

/** Quantile of the standard normal distribution that leaves 2.5 % above it. */
const z = 1.959964;

/**
 * Wilson score interval of a share, 95 %: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
 * Source: E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22, 209-212. Chosen because it holds for few cases and for shares near 1.
 *
 * @param right successes, `count` tries, at least 1
 */
export function wilson(right: number, count: number): readonly [low: number, high: number] {
  const share = right / count;
  const middle = share + z ** 2 / (2 * count);
  const half = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const scale = 1 + z ** 2 / count;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}
