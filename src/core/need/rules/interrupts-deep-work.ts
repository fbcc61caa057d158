import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

const because = {
  'written-planning': 'A plan is being filled in; everybody can do their part when it suits.',
  'other-async': 'Nothing here needs everybody at the same moment.',
} as const;

/** It would break somebody's deep work for nothing urgent: check-ins, chasing, filling in a plan. */
export const interruptsDeepWork: NeedRule = {
  name: 'interrupts-deep-work',
  source: 'principles: it would break someone’s deep work for nothing urgent (E0, E1, E4)',
  judge: (facts) => {
    const found = shareOf(facts, ['written-planning', 'other-async']);
    return found && { says: 'async', share: found.share, because: because[found.likeliest] };
  },
};
