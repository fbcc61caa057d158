import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

/** High complexity together with high urgency: something is on fire and people must find out together what to do. */
export const complexAndUrgent: NeedRule = {
  name: 'complex-and-urgent',
  source: 'principles: high complexity and high urgency (E0, E4)',
  judge: (facts) => {
    const found = shareOf(facts, ['incident']);
    return (
      found && {
        says: 'live',
        share: found.share,
        because: 'Something is broken right now and has to be worked out together.',
      }
    );
  },
};
