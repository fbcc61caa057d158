import type { OfferTemplate } from '../draft.ts';

/** What every written decision ends in (principles: who decided what, when, why, and what was not chosen). */
export const decisionRecord: OfferTemplate = {
  kind: 'Decision',
  sections: [
    { heading: 'Decided', hint: 'One sentence.' },
    { heading: 'By whom and when', hint: 'Names and a date.' },
    { heading: 'Why', hint: 'What somebody needs to know to build on this.', takesInvite: true },
    { heading: 'Not chosen', hint: 'Each alternative, and why not.' },
  ],
};
