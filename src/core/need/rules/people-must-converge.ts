import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

const because = {
  negotiation: 'Two sides have to agree, and the exchange itself makes the result.',
  'contested-decision': 'People disagree and writing has not settled it.',
  'joint-planning': 'Priorities have to be weighed against each other, together.',
  'other-live': 'The result comes out of people working on it together.',
} as const;

/** Real-time negotiation, contested decisions, strategy with open options: people have to converge. */
export const peopleMustConverge: NeedRule = {
  name: 'people-must-converge',
  source: 'principles: real-time negotiation, complex strategic decisions (E1, E2, E3)',
  judge: (facts) => {
    const found = shareOf(facts, ['negotiation', 'contested-decision', 'joint-planning', 'other-live']);
    return found && { says: 'live', share: found.share, because: because[found.likeliest] };
  },
};
