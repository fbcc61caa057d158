import type { OfferTemplate } from '../draft.ts';

/** A hand-over (principles: finished, in flight, blockers, next step, who has the baton). */
export const stateOfPlay: OfferTemplate = {
  kind: 'State of play',
  sections: [
    { heading: 'Finished', hint: 'Since the last hand-over.' },
    { heading: 'In flight', hint: 'What is open, and where it stands.', takesInvite: true },
    { heading: 'Blockers', hint: 'What waits for whom.' },
    { heading: 'Next step', hint: 'The first thing to do.' },
    { heading: 'Baton', hint: 'Who has it from now on.' },
  ],
};
