import type { TemplateName } from '../alternative.ts';
import type { OfferTemplate } from '../draft.ts';
import { decisionRecord } from './decision-record.ts';
import { onePageProposal } from './one-page-proposal.ts';
import { questionThread } from './question-thread.ts';
import { rfc } from './rfc.ts';
import { stateOfPlay } from './state-of-play.ts';
import { statusRound } from './status-round.ts';
import { videoOutline } from './video-outline.ts';

/** Every template by its name. */
export const templates: Readonly<Record<TemplateName, OfferTemplate>> = {
  'status-round': statusRound,
  'video-outline': videoOutline,
  rfc,
  'one-page-proposal': onePageProposal,
  'decision-record': decisionRecord,
  'state-of-play': stateOfPlay,
  'question-thread': questionThread,
};
