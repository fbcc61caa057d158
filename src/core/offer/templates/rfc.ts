import type { OfferTemplate } from '../draft.ts';

/** A request for comments (principles: problem, proposal, alternatives, criteria, open questions; owner; date). */
export const rfc: OfferTemplate = {
  kind: 'RFC',
  sections: [
    { heading: 'Problem', hint: 'What hurts, for somebody who was not there.' },
    { heading: 'Proposal', hint: 'What you would do.' },
    { heading: 'Alternatives', hint: 'What else was thought of, and why not.' },
    { heading: 'Criteria', hint: 'What a good answer has to fulfil.' },
    {
      heading: 'Questions to comment on',
      hint: 'The points of the meeting; say what kind of answer is wanted.',
      takesInvite: true,
    },
    { heading: 'Owner and date of decision', hint: 'Who decides, and when.' },
  ],
};
