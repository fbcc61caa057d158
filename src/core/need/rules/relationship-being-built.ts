import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

const because = {
  'one-on-one': 'A talk between two people that keeps their working relationship going.',
  onboarding: 'Somebody is new here; first days and first meetings are live.',
  social: 'People are together for its own sake.',
} as const;

/** Trust grows live: one-to-ones, newcomers, people being together. */
export const relationshipBeingBuilt: NeedRule = {
  name: 'relationship-being-built',
  source: 'principles: building a relationship or trust (E0, E2, E3, E4)',
  judge: (facts) => {
    const found = shareOf(facts, ['one-on-one', 'onboarding', 'social']);
    return found && { says: 'live', share: found.share, because: because[found.likeliest] };
  },
};
