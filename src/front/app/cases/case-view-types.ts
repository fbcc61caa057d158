import type { Act } from '../../../core/gate/act.ts';
import type { Verdict } from '../../../core/gate/verdict.ts';
import type { NeedValue, Reason } from '../../../core/need/need.ts';
import type { Draft } from '../../../core/offer/draft.ts';
import type { Evidence } from '../../../core/signals/signal.ts';

/** Structure of `CaseShelf`; see there. */
export type Shelf = 'needs-you' | 'answered' | 'all';

/** Structure of `CaseState`; see there. */
type CaseState =
  | 'asked'
  | 'proposed'
  | 'on-grace'
  | 'declined'
  | 'admitted'
  | 'left-alone'
  | 'in-writing'
  | 'decided'
  | 'over'
  | 'judging';

/** Structure of `EffectKind`; see there. */
export type EffectName =
  | 'answerInvite'
  | 'withdrawAnswer'
  | 'promptOwner'
  | 'openThread'
  | 'escalateThread'
  | 'tellOwner'
  | 'holdTime'
  | 'releaseHold';

export type Withdrawal = 'restored' | 'own-copy' | 'nearest-answer' | 'left-alone';

/** Structure of `CaseTrouble`; see there. */
interface Trouble {
  readonly kind: 'in-doubt' | 'refused';
  readonly effect: EffectName;
  readonly code: string | null;
}

/** Structure of `CaseStatus`; see there. */
export interface Status {
  readonly state: CaseState;
  readonly answer:
    | { readonly kind: 'none' }
    | { readonly kind: 'being-given' }
    | {
        readonly kind: 'given';
        readonly answer: 'accepted' | 'declined' | 'tentative';
        readonly givenMs: number;
      }
    | { readonly kind: 'being-withdrawn' }
    | { readonly kind: 'withdrawn'; readonly how: Withdrawal };
  readonly wouldHave: {
    readonly act: Exclude<Act, 'none'>;
    readonly because: 'observed' | 'held-back';
  } | null;
  readonly proposesTime: boolean;
  readonly deadlineMs: number | null;
  readonly trouble: Trouble | null;
}

/** Structure of `InboxCase`; see there. Title and organizer are text of an invite. */
export interface InboxCase extends Status {
  readonly id: string;
  readonly title: string | null;
  readonly isPrivate: boolean;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly organizer: string | null;
  readonly isOwn: boolean;
  readonly isOccurrence: boolean;
  readonly verdict: Verdict | null;
  readonly reason: { readonly rule: string; readonly because: string } | null;
}

/** Structure of `Inbox`; see there. */
export interface Inbox {
  readonly kind: 'inbox';
  readonly shelf: Shelf;
  readonly provider: 'google' | 'microsoft';
  readonly needsYou: number;
  readonly cases: readonly InboxCase[];
  readonly isFirstPage: boolean;
  readonly older: string | null;
  readonly observing: {
    readonly untilMs: number | null;
    readonly byRule: Readonly<Record<string, number>>;
  } | null;
  readonly isPaused: boolean;
  readonly stoppedMs: number | null;
  readonly problem: string | null;
}

export type InboxView = Inbox | { readonly kind: 'not-connected'; readonly address: string };

/** Structure of `StoryStep`; see there. */
export type StoryStep =
  | {
      readonly kind: 'event';
      readonly atMs: number;
      readonly actor: string;
      readonly event: string;
      readonly facts: StepFacts;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'effect';
      readonly atMs: number;
      readonly effect: EffectName;
      readonly state: 'pending' | 'acting' | 'done' | 'refused' | 'superseded' | 'in-doubt';
      readonly answer: 'declined' | 'tentative' | null;
      readonly about: string | null;
      readonly words: { readonly subject: string | null; readonly text: string } | null;
      readonly wordsArrived: boolean;
      readonly withdrawal: Withdrawal | 'nothing-stood' | null;
      readonly trouble: Trouble | null;
    };

/** Structure of `StepFacts`; see there. */
export interface StepFacts {
  readonly need: string | null;
  readonly confidence: number | null;
  readonly ok: boolean | null;
  readonly rule: string | null;
  readonly judged: number | null;
  readonly collided: number | null;
  readonly moved: boolean | null;
  readonly deadline: string | null;
  readonly answer: string | null;
  readonly code: string | null;
  readonly because?: string;
}

/** Structure of `StoryQuestions`; see there. */
export interface StoryQuestions {
  readonly need: {
    readonly answer: NeedValue;
    readonly confidence: number;
    readonly rule: string | null;
    readonly reasons: readonly Reason[];
    readonly read: readonly {
      readonly signal: 'purpose' | 'urgency' | 'complexity' | 'relationship';
      readonly value: string;
      readonly evidence: readonly Evidence[];
    }[];
  } | null;
  readonly time: {
    readonly ok: boolean | null;
    readonly isExempt: boolean;
    readonly rule: string | null;
    readonly judged: number;
    readonly collided: number;
    readonly reasons: readonly Reason[];
  } | null;
}

/** Structure of `Story`; see there. Titles, names, words and drafts are text of an invite. */
export interface Story {
  readonly id: string;
  readonly status: Status;
  readonly title: string | null;
  readonly isPrivate: boolean;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly organizer: string | null;
  readonly isOwn: boolean;
  readonly provider: 'google' | 'microsoft';
  readonly openedMs: number;
  readonly verdict: Verdict | null;
  readonly rule: string | null;
  readonly questions: StoryQuestions;
  readonly changes: readonly string[];
  readonly offer: { readonly draft: Draft; readonly wasMade: boolean } | null;
  readonly thread: {
    readonly documentUrl: string | null;
    readonly openedMs: number;
    readonly isEscalated: boolean;
    readonly decision: {
      readonly what: string;
      readonly why: string | null;
      readonly notChosen: readonly string[];
      readonly by: string | null;
      readonly atMs: number;
    } | null;
  } | null;
  readonly steps: readonly StoryStep[];
  readonly deadlines: readonly { readonly name: string; readonly dueMs: number }[];
  readonly related: readonly {
    readonly id: string;
    readonly startMs: number | null;
    readonly isWhole: boolean;
    readonly status: Status;
  }[];
  readonly note: string | null;
  readonly acts: {
    readonly undo: boolean;
    readonly override: boolean;
    readonly justify: boolean;
    readonly decide: boolean;
  };
  readonly technical: Readonly<Record<string, string | number>>;
}

/** Structure of `StoryInput` of http: what was typed, and what is wrong with it. */
export interface StoryInput {
  readonly values: Readonly<Partial<Record<StoryField, string>>>;
  readonly problem: { readonly field: StoryField; readonly what: 'missing' | 'too-long' } | null;
}

export type StoryField = 'note' | 'purpose' | 'what' | 'why' | 'notChosen';
