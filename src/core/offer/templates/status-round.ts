import type { OfferTemplate } from '../draft.ts';

/** Status that is pulled, not pushed (principles: "written round or status page"). */
export const statusRound: OfferTemplate = {
  kind: 'Written round',
  sections: [
    {
      heading: 'What we look at',
      hint: 'The points of the meeting; answer under each in your own time.',
      takesInvite: true,
    },
    { heading: 'Done', hint: 'What is finished since the last round.' },
    { heading: 'Next', hint: 'What comes next, with a date where there is one.' },
    { heading: 'Blocked', hint: 'What you need, and from whom.' },
    { heading: 'Board', hint: 'The link to the board or dashboard.' },
  ],
};
