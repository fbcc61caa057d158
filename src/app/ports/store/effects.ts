import type { CaseEffects } from '../../../core/gate/case-events.ts';
import type { AnswerBefore, AnswerRequest, NewHold, Target, UndoResult } from '../calendar.ts';

/** What is done outside of the store: what the machine asks for, and what the gate does besides. */
export interface EffectParams
  extends Pick<
    CaseEffects,
    'answerInvite' | 'withdrawAnswer' | 'promptOwner' | 'openThread' | 'escalateThread'
  > {
  /** Tells the owner what was done, or what they have to know. */
  readonly tellOwner:
    | {
        readonly about: 'answered' | 'withdrawn' | 'in-doubt' | 'answer-in-doubt' | 'refused';
        readonly effectId: string;
      }
    | { readonly about: 'observed' }
    | { readonly about: 'fell-back'; readonly rule: string };
  readonly holdTime: {
    readonly holdId: string;
    readonly title: string;
    readonly startMs: number;
    readonly endMs: number;
    readonly zone: string;
    /** `none` where it is not stated. */
    readonly autoDecline?: NewHold['autoDecline'];
  };
  readonly releaseHold: { readonly holdId: string };
}

export type EffectKind = keyof EffectParams;

type EffectState =
  /** To be carried out. */
  | 'pending'
  /** Somebody is at it until `actingUntilMs`; after that they were killed. */
  | 'acting'
  | 'done'
  /** It cannot be done; the outcome says why. */
  | 'refused'
  /** No longer wanted, or somebody was faster; nothing was done. */
  | 'superseded'
  /** It may have been done, and doing it again could do it twice: shown to the owner. */
  | 'in-doubt';

export interface EffectRecord<Kind extends EffectKind = EffectKind> {
  readonly id: string;
  readonly mailboxId: string;
  /** Null for what belongs to no case. */
  readonly caseId: string | null;
  /** Order among the effects of an organization. */
  readonly seq: number;
  readonly kind: Kind;
  readonly params: EffectParams[Kind];
  readonly state: EffectState;
  readonly attempts: number;
  /** What was seen before acting, written before the provider is asked; null before that. */
  readonly prepared: unknown;
  readonly actingUntilMs: number | null;
  readonly outcome: unknown;
  readonly createdMs: number;
  readonly endedMs: number | null;
}

export type NewEffect = {
  [Kind in EffectKind]: Pick<EffectRecord<Kind>, 'id' | 'mailboxId' | 'caseId' | 'params' | 'createdMs'> & {
    readonly kind: Kind;
  };
}[EffectKind];

export type WokenEffect = Pick<EffectRecord, 'id' | 'caseId' | 'mailboxId' | 'seq'>;

export interface Effects {
  add(effect: NewEffect): Promise<void>;
  find(id: string): Promise<EffectRecord | null>;
  /** Those of a case that have not ended, in order; without a case, the effect alone. */
  openOf(effect: Pick<EffectRecord, 'id' | 'caseId'>): Promise<readonly EffectRecord[]>;
  /**
   * Takes it, if it is pending or whoever had it was killed.
   *
   * @param prepared written where none was before; what an earlier attempt wrote stays
   * @returns as taken, with the state that it had before; null where somebody else has it or it has ended
   */
  claim(
    id: string,
    claim: { readonly nowMs: number; readonly untilMs: number; readonly prepared: unknown },
  ): Promise<{ readonly effect: EffectRecord; readonly before: 'pending' | 'acting' } | null>;
  /** Gives it back undone, to be tried again. */
  release(id: string): Promise<void>;
  /** It is not wanted before then: `wake` takes it at that time, and not earlier. */
  postpone(id: string, untilMs: number): Promise<void>;
  end(
    id: string,
    end: {
      readonly state: 'done' | 'refused' | 'superseded' | 'in-doubt';
      readonly outcome: unknown;
      readonly nowMs: number;
    },
  ): Promise<void>;
  /**
   * Takes those whose job may be lost: added before then, not ended, and not woken for as long as they had waited when
   * they were woken last, in order. So the pauses double, and a long outage does not pile up jobs. One that was
   * postponed begins to wait at the time until which it was.
   */
  wake(beforeMs: number, nowMs: number, most: number): Promise<readonly WokenEffect[]>;
  /** Removes what belongs to no case and ended before then. @returns how many */
  clear(endedBeforeMs: number, most: number): Promise<number>;
  /** Those that have not ended although they were added before then, oldest first. */
  forgotten(beforeMs: number, most: number): Promise<readonly EffectRecord[]>;
  /** Ended in doubt or refused, newest first. */
  troubled(most: number): Promise<readonly EffectRecord[]>;
}

/** An answer that the gate gave, or is about to give. */
export interface AnswerRecord {
  /** The effect's id. */
  readonly id: string;
  readonly caseId: string;
  readonly mailboxId: string;
  readonly uid: string;
  readonly target: Target;
  /** The rule that decided. */
  readonly rule: string;
  readonly answer: AnswerRequest['answer'];
  readonly revision: number;
  /** As read before it was given; what an undo restores. */
  readonly before: AnswerBefore;
  readonly givenMs: number;
  /** False until the provider has answered. */
  readonly confirmed: boolean;
  readonly withdrawnMs: number | null;
  readonly withdrawal: UndoResult | null;
}

/** Cases with an answer that stands, the mailboxes that have them, and how many of these cases are in Outlook. */
export interface StandingCount {
  readonly meetings: number;
  readonly people: number;
  readonly onOutlook: number;
}

export interface Answers {
  /** Written, unconfirmed, before the provider is asked. Again is no error: the first one stays. */
  add(answer: AnswerRecord): Promise<void>;
  confirm(id: string, before: AnswerBefore): Promise<void>;
  /** It was not given. */
  remove(id: string): Promise<void>;
  markWithdrawn(id: string, nowMs: number, withdrawal: UndoResult): Promise<void>;
  /** Not withdrawn, of a meeting in a mailbox, newest first. */
  standing(mailboxId: string, uid: string): Promise<readonly AnswerRecord[]>;
  ofCase(caseId: string): Promise<readonly AnswerRecord[]>;
  /** Not withdrawn, of a rule, given since then. */
  standingOfRule(rule: string, sinceMs: number): Promise<readonly AnswerRecord[]>;
  /** What `standingOfRule` is about, counted. */
  countStandingOfRule(rule: string, sinceMs: number): Promise<StandingCount>;
  /** Answers of a rule since then, withdrawn or not; not counted beyond `most`. */
  countOfRule(rule: string, sinceMs: number, most: number): Promise<number>;
  /** Answers by rule since then, withdrawn or not. */
  countByRule(sinceMs: number): Promise<Readonly<Record<string, number>>>;
}
