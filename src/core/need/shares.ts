import type { Act } from '../signals/acts.ts';
import type { NeedFacts } from './need.ts';

/** The part of all probability that falls on these acts, and the likeliest of them; null where it is next to nothing. */
export function shareOf<Name extends Act>(
  facts: NeedFacts,
  acts: readonly Name[],
): { share: number; likeliest: Name } | null {
  let share = 0;
  let likeliest = acts[0];
  for (const act of acts) {
    const probability = facts.probability(act);
    share += probability;
    if (likeliest === undefined || probability > facts.probability(likeliest)) likeliest = act;
  }
  return likeliest === undefined || share < worthSaying ? null : { share, likeliest };
}

/** Opinions below this share are noise of the model and would only clutter the reasons. */
const worthSaying = 0.02;
