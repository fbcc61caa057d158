import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

/** A question that one or two people can answer in writing. */
export const writtenQuestion: NeedRule = {
  name: 'written-question',
  source: 'principles: a question in a thread, answered within 24 hours (E1, E2, E3)',
  judge: (facts) => {
    const found = shareOf(facts, ['question']);
    return (
      found && {
        says: 'async',
        share: found.share,
        because: 'It asks something that can be answered in writing.',
      }
    );
  },
};
