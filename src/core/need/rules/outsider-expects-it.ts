import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

const because = {
  customer: 'A customer or partner expects to talk with us.',
  interview: 'It is about a candidate, who deserves a conversation.',
} as const;

/** A promise to outsiders: customers by their contract, candidates, regulators. */
export const outsiderExpectsIt: NeedRule = {
  name: 'outsider-expects-it',
  source: 'principles: a promise to outsiders (E1)',
  judge: (facts) => {
    const found = shareOf(facts, ['customer', 'interview']);
    return found && { says: 'live', share: found.share, because: because[found.likeliest] };
  },
};
