import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

/** Practice in which someone helps as you go; a lesson that is only listened to is consumable. */
export const handsOnPractice: NeedRule = {
  name: 'hands-on-practice',
  source: 'principles: hands-on practice together (E3)',
  judge: (facts) => {
    const found = shareOf(facts, ['practice']);
    return (
      found && {
        says: 'live',
        share: found.share,
        because: 'People practise with somebody at hand who helps.',
      }
    );
  },
};
