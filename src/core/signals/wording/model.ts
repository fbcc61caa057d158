import { type Act, acts, actNames } from '../acts.ts';
import type { Evidence } from '../signal.ts';
import type { Feature } from './features.ts';
import { wordingWeights } from './weights.generated.ts';

/** What the wording says the meeting does: a probability for each act, and the words that speak for one. */
export interface ActReading {
  readonly probabilities: Float64Array;
  readonly features: readonly Feature[];
}

interface SparseWeights {
  readonly act: Uint8Array;
  readonly weight: Float32Array;
}

/** Weights are stored as whole hundredths of a logit. */
const unit = 100;
/** From this many features of one kind on, each counts less, so that a long text is not surer than a clear one. */
export const fullWeightFeatures = 24;
/** Words quoted for one signal. */
const mostEvidence = 3;

const bias = new Float64Array(actNames.length);
const table = parseWeights(wordingWeights);

function parseWeights(text: string): Map<string, SparseWeights> {
  const parsed = new Map<string, SparseWeights>();
  for (const line of text.split('\n')) {
    const [name, ...entries] = line.split('\t');
    if (!name || entries.length === 0) continue;
    const act = Uint8Array.from(entries, (entry) => actNames.indexOf(entry.slice(0, entry.lastIndexOf('=')) as Act));
    const weight = Float32Array.from(entries, (entry) => Number(entry.slice(entry.lastIndexOf('=') + 1)) / unit);
    if (name === '(bias)') act.forEach((index, at) => { bias[index] = weight[at] ?? 0; });
    else parsed.set(name, { act, weight });
  }
  return parsed;
}

/**
 * Multinomial logistic regression over the features of an invite; trained by `bench/wording/train.ts` on invites
 * written for it, and shipped as readable weights. Linear in the number of features.
 */
export function readActs(features: readonly Feature[]): ActReading {
  const scores = Float64Array.from(bias);
  const scales = scalesOf(features);
  for (const feature of features) {
    const weights = table.get(feature.name);
    if (!weights) continue;
    const scale = scales.get(kindOf(feature)) ?? 1;
    for (let at = 0; at < weights.act.length; at++) {
      const act = weights.act[at] ?? 0;
      scores[act] = (scores[act] ?? 0) + scale * (weights.weight[at] ?? 0);
    }
  }
  return { probabilities: softmax(scores), features };
}

/** Probability of an act. */
export function probabilityOf(reading: ActReading, act: Act): number {
  return reading.probabilities[actNames.indexOf(act)] ?? 0;
}

/** The words that speak most for these acts against the others, verbatim, without overlaps. */
export function evidenceFor(reading: ActReading, wanted: readonly Act[], text: (feature: Feature) => Evidence | null): Evidence[] {
  const chosen = new Set(wanted.map((act) => actNames.indexOf(act)));
  const weighed = reading.features
    .map((feature) => ({ feature, gain: gainOf(feature, chosen) }))
    .filter(({ feature, gain }) => feature.place !== null && gain > 0.3)
    .sort((a, b) => b.gain - a.gain);
  const taken: Feature[] = [];
  for (const { feature } of weighed) {
    if (taken.length === mostEvidence) break;
    if (!taken.some((other) => overlaps(other, feature))) taken.push(feature);
  }
  return taken.map(text).filter((evidence) => evidence !== null);
}

/** How much a feature moves the wanted acts against the average of the rest, in logits. */
function gainOf(feature: Feature, wanted: ReadonlySet<number>): number {
  const weights = table.get(feature.name);
  if (!weights) return 0;
  let best = 0;
  let rest = 0;
  for (let at = 0; at < weights.act.length; at++) {
    const weight = weights.weight[at] ?? 0;
    if (wanted.has(weights.act[at] ?? -1)) best = Math.max(best, weight);
    else rest += weight;
  }
  return best - rest / actNames.length;
}

function overlaps(a: Feature, b: Feature): boolean {
  return (
    a.place !== null && b.place !== null && a.place.field === b.place.field && a.place.start < b.place.end && b.place.start < a.place.end
  );
}

function kindOf(feature: Feature): string {
  return feature.name.slice(0, feature.name.indexOf(':'));
}

/** The scale of each kind of feature; the structure of an invite always counts in full. */
function scalesOf(features: readonly Feature[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) {
    if (!table.has(feature.name)) continue;
    const kind = kindOf(feature);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) {
    counts.set(kind, kind === 's' || count <= fullWeightFeatures ? 1 : Math.sqrt(fullWeightFeatures / count));
  }
  return counts;
}

function softmax(scores: Float64Array): Float64Array {
  const highest = scores.reduce((a, b) => Math.max(a, b));
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Acts with one meaning, for example all that are of a purpose. */
export function actsWhere(holds: (meaning: (typeof acts)[Act]) => boolean): Act[] {
  return actNames.filter((act) => holds(acts[act]));
}
