/**
 * Trains the wording model and writes src/core/signals/wording/weights.generated.ts.
 * Deterministic: the same invites give the same file. Run: node bench/wording/train.ts
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ActNeed, actNames, acts } from '../../src/core/signals/acts.ts';
import { weightsHeader } from './digest.ts';
import { type Fitted, fitActs, predict } from './model-fit.ts';
import { type Example, toExample, trainingInvites } from './rows.ts';

const folds = 5;
/** Weights below this many hundredths of a logit change no judgement and are left out. */
const smallestKept = 10;

interface Outcome {
  readonly share: number;
  readonly right: boolean;
}

/** The share of the likelier side against whether it was right, each invite judged by a model that had not seen it. */
function outcomes(examples: readonly Example[]): Outcome[] {
  return Array.from({ length: folds }, (_, fold) => {
    const model = fitActs(examples.filter((_, index) => index % folds !== fold));
    return examples.filter((_, index) => index % folds === fold).map((example) => outcomeOf(model, example));
  }).flat();
}

function outcomeOf(model: Fitted, example: Example): Outcome {
  const shares: Record<ActNeed, number> = { live: 0, async: 0, unclear: 0 };
  predict(model, example).forEach((probability, at) => {
    const act = actNames[at];
    if (act) shares[acts[act].need] += probability;
  });
  const side = shares.live >= shares.async ? 'live' : 'async';
  return { share: shares[side], right: side === example.invite.need };
}

/** Platt scaling by gradient descent on the log loss. */
function platt(points: readonly Outcome[]): { slope: number; intercept: number } {
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < 4000; step++) {
    let slopeGradient = 0;
    let interceptGradient = 0;
    for (const { share, right } of points) {
      const kept = Math.min(Math.max(share, 1e-6), 1 - 1e-6);
      const logit = Math.log(kept / (1 - kept));
      const error = 1 / (1 + Math.exp(-(slope * logit + intercept))) - (right ? 1 : 0);
      slopeGradient += error * logit;
      interceptGradient += error;
    }
    slope -= (0.2 * slopeGradient) / points.length;
    intercept -= (0.2 * interceptGradient) / points.length;
  }
  return { slope, intercept };
}

function weightLines({ names, trained }: Fitted): string[] {
  const entries = (weightAt: (act: number) => number): string[] =>
    actNames
      .map((act, at) => [act, Math.round(weightAt(at) * 100)] as const)
      .filter(([, weight]) => Math.abs(weight) >= smallestKept)
      .map(([act, weight]) => `${act}=${weight}`);
  const lines = [['(bias)', ...entries((at) => trained.bias[at] ?? 0)].join('\t')];
  names.forEach((name, feature) => {
    const kept = entries((at) => trained.weights[feature * actNames.length + at] ?? 0);
    if (kept.length > 0) lines.push([name, ...kept].join('\t'));
  });
  return [lines[0] ?? '', ...lines.slice(1).sort()];
}

export function trainedFile(): string {
  const invites = trainingInvites();
  const examples = invites.map(toExample);
  const { slope, intercept } = platt(outcomes(examples));
  const lines = weightLines(fitActs(examples));
  return `${weightsHeader(invites)}
/** One feature a line, then act=weight in hundredths of a logit, separated by tabs. */
export const wordingWeights = ${'`'}${lines.join('\n').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('$', '\\$')}${'`'};
/** Platt scaling of the winning share, see core/need/calibration.ts. */
export const calibration = { slope: ${slope.toFixed(4)}, intercept: ${intercept.toFixed(4)} };
`;
}

if (import.meta.main) {
  const file = path.join(import.meta.dirname, '../../src/core/signals/wording/weights.generated.ts');
  writeFileSync(file, trainedFile());
}
