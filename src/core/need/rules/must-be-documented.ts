import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

const because = {
  review:
    'A document is being reviewed: people read, look things up, and comment when they have enough context.',
  approval: 'An approval has to be on record; it can be asked for and given in writing.',
  'written-decision':
    'The decision needs a record, and nobody is fighting over it: a proposal with a date does it.',
} as const;

/** The outcome must be documented anyway: reviews, RFCs, decision records, sign-offs, silence as consent. */
export const mustBeDocumented: NeedRule = {
  name: 'must-be-documented',
  source: 'principles: it must be documented anyway; a decision made unless someone objects (E0, E3)',
  judge: (facts) => {
    const found = shareOf(facts, ['review', 'approval', 'written-decision']);
    return found && { says: 'async', share: found.share, because: because[found.likeliest] };
  },
};
