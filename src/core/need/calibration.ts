import { calibration } from '../signals/wording/weights.generated.ts';

/** Nothing read from words is ever certain. */
export const surestFromWords = 0.99;

/**
 * Turns the share of probability that the model gives one side into how often that side is right:
 * Platt scaling, logit(p) = slope * logit(share) + intercept, fitted by `bench/wording/train.ts` on invites that the
 * model of that fold had not seen. Source: Platt (1999), "Probabilistic outputs for support vector machines".
 */
export function calibrate(share: number): number {
  const kept = Math.min(Math.max(share, 1e-6), 1 - 1e-6);
  const logit = calibration.slope * Math.log(kept / (1 - kept)) + calibration.intercept;
  return Math.min(surestFromWords, 1 / (1 + Math.exp(-logit)));
}
