import type { OfferTemplate } from '../draft.ts';

/** A smaller decision or an approval on one page (principles: problem, proposal, alternatives, criteria; who decides). */
export const onePageProposal: OfferTemplate = {
  kind: 'Proposal',
  sections: [
    { heading: 'Problem', hint: 'Two sentences.' },
    { heading: 'Proposal', hint: 'What is to be decided; one paragraph.', takesInvite: true },
    { heading: 'Alternatives', hint: 'Including doing nothing.' },
    { heading: 'Criteria', hint: 'By what the choice is judged.' },
    { heading: 'Who decides, and when', hint: 'Silence until then is consent, if you say so here.' },
  ],
};
