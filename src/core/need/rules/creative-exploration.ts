import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

/** Creative exploration before anything is written, in a timebox, with a written proposal afterwards. */
export const creativeExploration: NeedRule = {
  name: 'creative-exploration',
  source: 'principles: creative exploration before anything is written (E0, E3, E4)',
  judge: (facts) => {
    const found = shareOf(facts, ['brainstorm']);
    return (
      found && {
        says: 'live',
        share: found.share,
        because: 'People explore ideas before anything is written.',
      }
    );
  },
};
