import type { ReportedVerdict } from './audit-page-data.ts';

interface VerdictWords {
  readonly title: string;
  readonly explanation: string;
}

/** Each verdict in words that offer something and blame nobody. */
export const verdictWords: Readonly<Record<ReportedVerdict, VerdictWords>> = {
  'go-async': {
    title: 'Could be in writing',
    explanation: 'A document, a recording or a thread would probably reach the same outcome.',
  },
  decline: {
    title: 'Outside the agreed hours',
    explanation: 'The gate would say no to the time, and offer another time or another format.',
  },
  move: { title: 'Better at another time', explanation: 'Worth meeting for, but not in protected time.' },
  'meet-differently': {
    title: 'Worth meeting, with a change',
    explanation: 'Shorter, with fewer people, with an agenda first, or at a fairer time.',
  },
  ask: {
    title: 'One question first',
    explanation: 'The invite does not say enough; the gate would ask the organizer one question.',
  },
  meet: { title: 'Worth meeting', explanation: 'Live is the right form, and the time is fine.' },
  skip: { title: 'Not a meeting', explanation: 'Own holds, markers, cancelled or free entries.' },
};
