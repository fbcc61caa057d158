import type { OfferTemplate } from '../draft.ts';

/** A question in writing (principles: context for someone who was not there, the question, what was tried). */
export const questionThread: OfferTemplate = {
  kind: 'Question',
  sections: [
    { heading: 'Context', hint: 'For somebody who was not there.' },
    { heading: 'Question', hint: 'One that can be answered in a few lines.', takesInvite: true },
    { heading: 'Tried so far', hint: 'So that nobody suggests it again.' },
  ],
};
