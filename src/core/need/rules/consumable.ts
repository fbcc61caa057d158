import type { NeedRule } from '../need.ts';
import { shareOf } from '../shares.ts';

const because = {
  status: 'Status can be written down and read when it suits.',
  broadcast: 'One person tells many; they can read or watch it when it suits.',
  demo: 'Something is shown; a recording shows it as well, and again.',
  handover: 'A hand-over that is written down is there when the next one starts.',
  talk: 'A lesson to listen to can be recorded and watched when it suits.',
} as const;

/** The content can be read or watched on one's own schedule. */
export const consumable: NeedRule = {
  name: 'consumable',
  source:
    'principles: it can be consumed on one’s own schedule; status that can be pulled; hand-overs (E0, E1, E3, E4)',
  judge: (facts) => {
    const found = shareOf(facts, ['status', 'broadcast', 'demo', 'handover', 'talk']);
    return found && { says: 'async', share: found.share, because: because[found.likeliest] };
  },
};
