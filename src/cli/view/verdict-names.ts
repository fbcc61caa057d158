import type { Verdict } from '../../core/gate/verdict.ts';

/** Verdicts as people say them. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  meet: 'meet',
  'meet-differently': 'meet differently',
  'go-async': 'go async',
  move: 'move',
  decline: 'decline',
  ask: 'ask first',
  skip: 'skip',
};

/** What each verdict says, for a heading. */
export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  'go-async': 'need not be live; written or recorded, it reaches the same outcome',
  decline: 'in protected time; the answer carries an offer',
  move: 'your own invites; worth meeting for, but not at this hour for everyone',
  'meet-differently': 'worth meeting, with a change',
  ask: 'the invite does not say enough; one question to the organizer',
  meet: 'live is right, and so is the time',
  skip: 'not a meeting to judge',
};
