import { actNames } from '../../src/core/signals/acts.ts';
import { fullWeightFeatures } from '../../src/core/signals/wording/model.ts';
import { type Example, labelOf, withoutPeople } from './rows.ts';
import { type Row, score, softmax, type Trained, train } from './softmax.ts';

/** A model over named features. */
export interface Fitted {
  readonly names: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly trained: Trained;
}

/** A word has to stand in this many invites, a pair of words in one more, before it gets a weight. */
const seenInInvites = 2;
/** L2 by kind of feature: the hand-written concepts and the structure are trusted most, single words less, pairs least. */
const penalty: Readonly<Record<string, number>> = {
  w: 4e-4,
  t: 4e-4,
  b: 8e-4,
  tb: 8e-4,
  c: 1e-4,
  tc: 1e-4,
  n: 1e-4,
  s: 3e-4,
};
const epochs = 140;
const rate = 0.05;

export const kindOf = (name: string): string => name.slice(0, name.indexOf(':'));

export function fitActs(invites: readonly Example[]): Fitted {
  const examples = [...invites, ...withoutPeople(invites), ...ordinary(invites), ...ordinary(invites)];
  const seen = new Map<string, number>();
  for (const example of examples)
    for (const { name } of example.features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen]
    .filter(([name, count]) => count >= seenInInvites + (/^t?b:/.test(name) ? 1 : 0))
    .map(([name]) => name);
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map((example) => toRow(example, index));
  const l2 = (feature: number): number => penalty[kindOf(names[feature] ?? '')] ?? 4e-4;
  return {
    names,
    index,
    trained: train(rows, { classes: actNames.length, features: names.length, l2, epochs, rate }),
  };
}

/** Ordinary invites are most of any calendar and a tenth of the set: each counts three times. */
function ordinary(invites: readonly Example[]): readonly Example[] {
  return invites.filter(({ invite }) => invite.set?.startsWith('plain-'));
}

/** Same scaling as the product's own `readActs`, so that what is trained is what runs. */
function toRow(example: Example, index: ReadonlyMap<string, number>): Row {
  const known = example.features.filter(({ name }) => index.has(name));
  const counts = new Map<string, number>();
  for (const { name } of known) counts.set(kindOf(name), (counts.get(kindOf(name)) ?? 0) + 1);
  const scale = (kind: string): number => {
    const count = counts.get(kind) ?? 1;
    return kind === 's' || count <= fullWeightFeatures ? 1 : Math.sqrt(fullWeightFeatures / count);
  };
  return {
    features: known.map(({ name }) => index.get(name) ?? 0),
    values: known.map(({ name }) => scale(kindOf(name))),
    label: labelOf(example),
  };
}

/** Probabilities of all acts for one invite, in the order of `actNames`. */
export function predict(model: Fitted, example: Example): Float64Array {
  const out = new Float64Array(actNames.length);
  score(toRow(example, model.index), model.trained.weights, model.trained.bias, actNames.length, out);
  softmax(out);
  return out;
}
