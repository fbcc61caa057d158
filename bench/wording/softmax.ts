/**
 * Multinomial logistic regression with L2, trained by full-batch Adam: deterministic, no random numbers.
 * Rows are sparse binary features scaled by one value a row.
 */
export interface Row {
  readonly features: readonly number[];
  /** Value of each feature of the row. */
  readonly values: readonly number[];
  /** Index of the right class. */
  readonly label: number;
}

export interface Trained {
  readonly bias: Float64Array;
  /** `weights[feature * classes + class]`. */
  readonly weights: Float64Array;
}

export interface TrainOptions {
  readonly classes: number;
  readonly features: number;
  readonly l2: (feature: number) => number;
  readonly epochs: number;
  readonly rate: number;
}

export function train(rows: readonly Row[], options: TrainOptions): Trained {
  const { classes, features, epochs, rate } = options;
  const size = features * classes;
  const weights = new Float64Array(size);
  const bias = new Float64Array(classes);
  const gradient = new Float64Array(size);
  const biasGradient = new Float64Array(classes);
  const m = new Float64Array(size + classes);
  const v = new Float64Array(size + classes);
  const total = rows.length;
  const penalties = Float64Array.from({ length: features }, (_, feature) => options.l2(feature));
  const scores = new Float64Array(classes);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    gradient.fill(0);
    biasGradient.fill(0);
    for (const row of rows) {
      score(row, weights, bias, classes, scores);
      softmax(scores);
      scores[row.label] = (scores[row.label] ?? 0) - 1;
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) / total;
      for (let c = 0; c < classes; c++) biasGradient[c] = (biasGradient[c] ?? 0) + (scores[c] ?? 0);
      for (let i = 0; i < row.features.length; i++) {
        const base = (row.features[i] ?? 0) * classes;
        const value = row.values[i] ?? 0;
        for (let c = 0; c < classes; c++)
          gradient[base + c] = (gradient[base + c] ?? 0) + value * (scores[c] ?? 0);
      }
    }
    const step = rate * Math.min(1, (epochs - epoch + 1) / (epochs * 0.3));
    const b1 = 1 - 0.9 ** epoch;
    const b2 = 1 - 0.999 ** epoch;
    const adam = (index: number, g: number): number => {
      m[index] = 0.9 * (m[index] ?? 0) + 0.1 * g;
      v[index] = 0.999 * (v[index] ?? 0) + 0.001 * g * g;
      return (step * ((m[index] ?? 0) / b1)) / (Math.sqrt((v[index] ?? 0) / b2) + 1e-7);
    };
    for (let f = 0; f < features; f++) {
      const l2 = penalties[f] ?? 0;
      for (let c = 0; c < classes; c++) {
        const index = f * classes + c;
        const weight = weights[index] ?? 0;
        weights[index] = weight - adam(index, (gradient[index] ?? 0) + l2 * weight);
      }
    }
    for (let c = 0; c < classes; c++) bias[c] = (bias[c] ?? 0) - adam(size + c, biasGradient[c] ?? 0);
  }
  return { bias, weights };
}

/** Raw scores of a row into `out`. */
export function score(
  row: Pick<Row, 'features' | 'values'>,
  weights: Float64Array,
  bias: Float64Array,
  classes: number,
  out: Float64Array,
): void {
  out.set(bias);
  for (let i = 0; i < row.features.length; i++) {
    const base = (row.features[i] ?? 0) * classes;
    const value = row.values[i] ?? 0;
    for (let c = 0; c < classes; c++) out[c] = (out[c] ?? 0) + value * (weights[base + c] ?? 0);
  }
}

/** Scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  const max = Math.max(...scores);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const value = Math.exp((scores[c] ?? 0) - max);
    scores[c] = value;
    sum += value;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
}
