import type { Complexity, Purpose, Relationship } from './signal.ts';

/** What an act says about the need: its default judgement before any rule looks at the circumstances. */
export type ActNeed = 'live' | 'async' | 'unclear';

/** One thing that an invite can say its meeting does. */
export interface ActMeaning {
  readonly purpose: Purpose | 'unknown';
  readonly need: ActNeed;
  /** Passing information on is low whatever the subject; what people must find out between them is high. */
  readonly complexity: Complexity;
  readonly relationship: Relationship | null;
}

/**
 * The acts of meetings: what happens in one, whatever it is called. Finer than a purpose, because the same purpose
 * can be served both ways: a decision that silence makes is written, one between two camps is talked out.
 */
export const acts = {
  incident: { purpose: 'incident', need: 'live', complexity: 'high', relationship: null },
  'one-on-one': { purpose: 'one-on-one', need: 'live', complexity: 'low', relationship: 'sensitive' },
  onboarding: { purpose: 'onboarding', need: 'live', complexity: 'low', relationship: 'new' },
  feedback: { purpose: 'feedback', need: 'live', complexity: 'low', relationship: 'sensitive' },
  conflict: { purpose: 'feedback', need: 'live', complexity: 'high', relationship: 'sensitive' },
  negotiation: { purpose: 'decision', need: 'live', complexity: 'high', relationship: null },
  'contested-decision': { purpose: 'decision', need: 'live', complexity: 'high', relationship: null },
  brainstorm: { purpose: 'brainstorm', need: 'live', complexity: 'high', relationship: null },
  'joint-planning': { purpose: 'planning', need: 'live', complexity: 'high', relationship: null },
  interview: { purpose: 'interview', need: 'live', complexity: 'high', relationship: 'external' },
  customer: { purpose: 'customer', need: 'live', complexity: 'high', relationship: 'external' },
  social: { purpose: 'social', need: 'live', complexity: 'low', relationship: null },
  practice: { purpose: 'training', need: 'live', complexity: 'low', relationship: null },
  'other-live': { purpose: 'unknown', need: 'live', complexity: 'high', relationship: null },
  status: { purpose: 'status', need: 'async', complexity: 'low', relationship: null },
  broadcast: { purpose: 'broadcast', need: 'async', complexity: 'low', relationship: null },
  demo: { purpose: 'demo', need: 'async', complexity: 'low', relationship: null },
  review: { purpose: 'review', need: 'async', complexity: 'low', relationship: null },
  approval: { purpose: 'approval', need: 'async', complexity: 'low', relationship: null },
  question: { purpose: 'question', need: 'async', complexity: 'low', relationship: null },
  handover: { purpose: 'handover', need: 'async', complexity: 'low', relationship: null },
  'written-decision': { purpose: 'decision', need: 'async', complexity: 'low', relationship: null },
  'written-planning': { purpose: 'planning', need: 'async', complexity: 'low', relationship: null },
  talk: { purpose: 'training', need: 'async', complexity: 'low', relationship: null },
  'other-async': { purpose: 'unknown', need: 'async', complexity: 'low', relationship: null },
  placeholder: { purpose: 'unknown', need: 'unclear', complexity: 'low', relationship: null },
} as const satisfies Readonly<Record<string, ActMeaning>>;

export type Act = keyof typeof acts;

export const actNames = Object.keys(acts) as readonly Act[];
