/** Where a piece of evidence stands in the invite. */
export type EvidenceField = 'summary' | 'description' | 'attendees' | 'created' | 'history' | 'answer';

/** Words of the invite that a signal was read from: verbatim text of that field, after HTML became text. */
export interface Evidence {
  readonly field: EvidenceField;
  readonly text: string;
}

/** One thing read from an invite. `confidence` is a probability, 0 to 1; an unknown value has confidence 0. */
export interface Signal<Value extends string> {
  readonly value: Value | 'unknown';
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** `emergency` only by a definition in the policy; short lead time is `high` at most. */
export type Urgency = 'emergency' | 'high' | 'normal';

/** Conveyance (passing information on) is low whatever the subject; convergence between people is high. */
export type Complexity = 'low' | 'high';

/** Where several hold: sensitive, then external, then new, then established. */
export type Relationship = 'sensitive' | 'external' | 'new' | 'established';

/** What a meeting is for, whatever it calls itself. */
export type Purpose =
  | 'status'
  | 'broadcast'
  | 'demo'
  | 'review'
  | 'approval'
  | 'question'
  | 'handover'
  | 'planning'
  | 'decision'
  | 'brainstorm'
  | 'one-on-one'
  | 'onboarding'
  | 'feedback'
  | 'interview'
  | 'customer'
  | 'incident'
  | 'social'
  | 'training';

export const purposes = [
  'status',
  'broadcast',
  'demo',
  'review',
  'approval',
  'question',
  'handover',
  'planning',
  'decision',
  'brainstorm',
  'one-on-one',
  'onboarding',
  'feedback',
  'interview',
  'customer',
  'incident',
  'social',
  'training',
] as const satisfies readonly Purpose[];

/** The four signals of one invite. */
export interface Signals {
  readonly urgency: Signal<Urgency>;
  readonly complexity: Signal<Complexity>;
  readonly relationship: Signal<Relationship>;
  readonly purpose: Signal<Purpose>;
}
