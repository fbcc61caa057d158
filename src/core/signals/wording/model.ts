import { type Act, actNames, acts } from '../acts.ts';
import type { Evidence } from '../signal.ts';
import type { Feature, FeatureKind } from './features.ts';
import { wordingWeights } from './weights.generated.ts';

/** What the wording says the meeting does: a probability for each act, and the words that speak for one. */
export interface ActReading {
  /** In the order of `actNames`, summing to 1. */
  readonly probabilities: Float64Array;
  readonly features: readonly Feature[];
  /** Those of the features that the model has weights for, in the same order. */
  readonly weighed: readonly WeighedFeature[];
}

interface WeighedFeature {
  readonly feature: Feature;
  readonly row: Row;
}

/** The weights of one feature: places in `actNames`, and the weight of each in logits. */
interface Row {
  readonly acts: Uint8Array;
  readonly weights: Float32Array;
}

/** Acts taken together, for example all of one purpose. */
export interface ActGroup {
  /** Places in `actNames`, ascending. */
  readonly indexes: readonly number[];
  /** For each place in `actNames`, whether the act belongs. */
  readonly includes: readonly boolean[];
}

/** Weights are stored as whole hundredths of a logit. */
const unit = 100;
/** From this many features of one kind on, each counts less, so that a long text is not surer than a clear one. */
export const fullWeightFeatures = 24;
/** Words quoted for one signal. */
const mostEvidence = 3;
/** Logits that a word has to speak for a signal before it is quoted. */
const quotedFrom = 0.3;

const indexOfAct: ReadonlyMap<string, number> = new Map(actNames.map((act, index) => [act, index]));
const noWeights: Row = { acts: new Uint8Array(), weights: new Float32Array() };

/** Lines by feature. Most are never asked for, and parsing all would take longer than the rest of a start. */
const lines = new Map<string, string>();
for (const line of wordingWeights.split('\n')) {
  const nameEnd = line.indexOf('\t');
  if (nameEnd > 0) lines.set(line.slice(0, nameEnd), line.slice(nameEnd + 1));
}
/** Rows already parsed; never more than there are lines. */
const rows = new Map<string, Row>();

function rowOf(name: string): Row | undefined {
  const parsed = rows.get(name);
  if (parsed) return parsed;
  const line = lines.get(name);
  if (line === undefined) return undefined;
  const entries = line.split('\t').map((entry) => entry.split('='));
  const row = {
    acts: Uint8Array.from(entries, ([act = '']) => indexOfAct.get(act) ?? -1),
    weights: Float32Array.from(entries, ([, hundredths]) => Number(hundredths) / unit),
  };
  rows.set(name, row);
  return row;
}

/**
 * Multinomial logistic regression over the features of an invite; trained by `bench/wording/train.ts` on invites
 * written for it, and shipped as readable weights. Linear in the number of features.
 */
export function readActs(features: readonly Feature[]): ActReading {
  const weighed: WeighedFeature[] = [];
  for (const feature of features) {
    const row = rowOf(feature.name);
    if (row) weighed.push({ feature, row });
  }
  const scales = scalesOf(weighed);
  const scores = new Float64Array(actNames.length);
  addRow(scores, rowOf('(bias)') ?? noWeights, 1);
  for (const { feature, row } of weighed) addRow(scores, row, scales.get(feature.kind) ?? 1);
  return { probabilities: softmax(scores), features, weighed };
}

function addRow(scores: Float64Array, { acts: places, weights }: Row, scale: number): void {
  for (let at = 0; at < places.length; at++) {
    const act = places[at] ?? 0;
    scores[act] = (scores[act] ?? 0) + scale * (weights[at] ?? 0);
  }
}

/** The scale of each kind of feature; the structure of an invite always counts in full. */
function scalesOf(weighed: readonly WeighedFeature[]): ReadonlyMap<FeatureKind, number> {
  const scales = new Map<FeatureKind, number>();
  for (const { feature } of weighed) scales.set(feature.kind, (scales.get(feature.kind) ?? 0) + 1);
  for (const [kind, count] of scales) {
    scales.set(kind, kind === 's' || count <= fullWeightFeatures ? 1 : Math.sqrt(fullWeightFeatures / count));
  }
  return scales;
}

function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Probability of an act. */
export function probabilityOf(reading: Pick<ActReading, 'probabilities'>, act: Act): number {
  return reading.probabilities[indexOfAct.get(act) ?? -1] ?? 0;
}

/** Probability that one of these acts is what the meeting does. */
export function shareOf(reading: ActReading, { indexes }: ActGroup): number {
  return indexes.reduce((sum, index) => sum + (reading.probabilities[index] ?? 0), 0);
}

/** Acts with one meaning, for example all that are of a purpose. Meant for constants: it looks at every act. */
export function actsWhere(holds: (meaning: (typeof acts)[Act], act: Act) => boolean): ActGroup {
  const includes = actNames.map((act) => holds(acts[act], act));
  return { includes, indexes: actNames.map((_, index) => index).filter((index) => includes[index]) };
}

/** The words that speak most for these acts against the others, verbatim, without overlaps. */
export function evidenceFor(
  reading: ActReading,
  wanted: ActGroup,
  quote: (feature: Feature) => Evidence | null,
): Evidence[] {
  const gains = reading.weighed.map(({ feature, row }) => (feature.place ? gainOf(row, wanted) : 0));
  const taken: Feature[] = [];
  while (taken.length < mostEvidence) {
    let best: Feature | null = null;
    let bestGain = quotedFrom;
    reading.weighed.forEach(({ feature }, at) => {
      const gain = gains[at] ?? 0;
      if (gain <= bestGain || taken.some((other) => overlaps(other, feature))) return;
      best = feature;
      bestGain = gain;
    });
    if (!best) break;
    taken.push(best);
  }
  return taken.map(quote).filter((evidence) => evidence !== null);
}

/** How much a feature moves the wanted acts against the average of the rest, in logits. */
function gainOf({ acts: places, weights }: Row, { includes }: ActGroup): number {
  let best = 0;
  let rest = 0;
  for (let at = 0; at < places.length; at++) {
    const weight = weights[at] ?? 0;
    if (includes[places[at] ?? 0]) best = Math.max(best, weight);
    else rest += weight;
  }
  return best - rest / actNames.length;
}

/** A feature overlaps itself. */
function overlaps(a: Feature, b: Feature): boolean {
  return (
    a.place !== null &&
    b.place !== null &&
    a.place.field === b.place.field &&
    a.place.start < b.place.end &&
    b.place.start < a.place.end
  );
}
