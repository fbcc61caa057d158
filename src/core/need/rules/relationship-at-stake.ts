import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

const because = {
  feedback: 'It is about people telling each other how they are doing; that is not for a document.',
  conflict: 'There is tension between people; writing makes that worse.',
} as const;

/** A relationship at stake outweighs the content: feedback, conflict, bad news. */
export const relationshipAtStake: NeedRule = {
  name: 'relationship-at-stake',
  source: 'principles: a relationship at stake (E2, E3, E4)',
  judge: (facts) => {
    const found = shareOf(facts, ['feedback', 'conflict']);
    return found && { says: 'live', share: found.share, because: because[found.likeliest] };
  },
};
