import type { OfferTemplate } from '../draft.ts';

/** A recorded video instead of a presentation (principles: outline with chapters, time budget, where questions go). */
export const videoOutline: OfferTemplate = {
  kind: 'Video',
  sections: [
    { heading: 'In one sentence', hint: 'What somebody knows or can do after watching.' },
    {
      heading: 'Chapters',
      hint: 'One line each, with minutes; ten minutes in all is plenty.',
      takesInvite: true,
    },
    { heading: 'Slides and links', hint: 'What is shown, for those who would rather read.' },
    { heading: 'Questions', hint: 'Where they go, and until when they are answered.' },
    { heading: 'Transcript', hint: 'Paste it, so that the video can be searched.' },
  ],
};
