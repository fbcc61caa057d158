import type { Act } from '../signals/acts.ts';
import type { Signals } from '../signals/signal.ts';
import type { Language } from '../signals/wording/language.ts';

/** Whether a meeting has to be live. */
export type NeedValue = 'live' | 'async' | 'unclear';

/** Why a rule says what it says, in words and with the principle it comes from. */
export interface Reason {
  readonly rule: string;
  readonly says: 'live' | 'async' | 'block' | 'exempt' | 'limit' | 'skip';
  readonly because: string;
  readonly source: string;
}

/** What need rules may look at. */
export interface NeedFacts {
  readonly signals: Signals;
  /** Probability that the wording describes this act, 0 to 1. */
  readonly probability: (act: Act) => number;
  /** Language of the invite. */
  readonly language: Language;
  /** True where words of talks with or about people at risk stand in the invite. */
  readonly touchesPeople: boolean;
  /** Largest difference between the known zones of the people at the time of the meeting, hours; 0 where unknown. */
  readonly zoneSpreadHours: number;
}

/** A rule's opinion. `share` is how much of the probability of all acts it speaks for, 0 to 1. */
export interface Opinion {
  readonly says: 'live' | 'async';
  readonly share: number;
  /** A decisive opinion ends the matter whatever the others say. */
  readonly decisive?: true;
  readonly because: string;
}

/** One rule: an opinion, or null where it has none. */
export interface NeedRule {
  readonly name: string;
  readonly source: string;
  readonly judge: (facts: NeedFacts) => Opinion | null;
}

/** The judgement of need. `confidence` is the probability that `need` is right. */
export interface NeedJudgement {
  readonly need: NeedValue;
  readonly confidence: number;
  /** The rule that decided; null for unclear. */
  readonly decidedBy: string | null;
  readonly reasons: readonly Reason[];
}
