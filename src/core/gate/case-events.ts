import type { Policy } from '../meeting/policy.ts';
import type { NeedJudgement } from '../need/need.ts';
import type { Alternative } from '../offer/alternative.ts';
import type { TimeCheck } from '../time/check-time.ts';
import type { Role } from './verdict.ts';

/** What is known of a meeting beside its two judgements. All of it may be different once the meeting changed. */
export interface CaseFacts {
  readonly role: Role;
  /** False where nobody said who reads; then nothing is answered. */
  readonly readerKnown: boolean;
  /** As it is enforced now. */
  readonly policy: Pick<Policy, 'enforcement' | 'answerConfidence' | 'paused'>;
  /** Why it is no meeting to judge (own hold, cancelled, all day …); null for a meeting. */
  readonly skipped: string | null;
  readonly past: boolean;
}

/** What happens to a case. Everything from outside is validated before it becomes one of these. */
export type CaseEvent =
  /** The need was judged; `alternative` is what to offer if it need not be live. */
  | {
      readonly type: 'NEED_JUDGED';
      readonly judgement: NeedJudgement;
      readonly alternative: Alternative;
      readonly hasChanges: boolean;
    }
  | { readonly type: 'TIME_CHECKED'; readonly check: TimeCheck }
  /** The organizer turned the meeting into the offered document, video or thread. */
  | { readonly type: 'CONVERTED' }
  /** The organizer answered the gate's question; the need is judged again with what they said. */
  | { readonly type: 'JUSTIFIED' }
  | { readonly type: 'CANCELLED' }
  /** The owner wants the meeting as it is: whatever was answered is undone, and it is never touched again. */
  | { readonly type: 'OVERRODE' }
  /** The owner answered in the calendar by hand, for the present time of the meeting. */
  | { readonly type: 'ANSWERED' }
  /** Time, people or text changed; `movedByGate` where it moved after the gate had answered it. */
  | ({ readonly type: 'CHANGED'; readonly moved: boolean; readonly movedByGate: boolean } & CaseFacts)
  /** The calendar took the gate's answer. */
  | { readonly type: 'ANSWER_GIVEN'; readonly revision: number; readonly answer: GateAnswer }
  /** The gate's answer of this revision was not given, and trying again would not help; `code` says why. */
  | { readonly type: 'ANSWER_REFUSED'; readonly revision: number; readonly code: string }
  | { readonly type: 'DEADLINE_PASSED'; readonly deadline: DeadlineName; readonly revision: number }
  /** The thread that replaced the meeting came to its decision. */
  | { readonly type: 'DECIDED' }
  /** The meeting is over. */
  | { readonly type: 'ENDED' };

/** What the gate may answer by itself. */
export type GateAnswer = 'declined' | 'tentative';

/** Deadlines come back as events; each belongs to one revision of the meeting. */
export type DeadlineName = 'question' | 'offer' | 'grace' | 'thread' | 'escalation';

/** What an answer or a prompt brings with it: a no carries an offer. */
export type CarriedOffer =
  | { readonly kind: 'alternative'; readonly alternative: Alternative }
  | { readonly kind: 'other-times' };

/** Effects are data: the machine names them, the jobs carry them out and report back with events. */
export interface CaseEffects {
  /** Answers the invite on the owner's behalf. */
  readonly answerInvite: {
    readonly answer: GateAnswer;
    readonly revision: number;
    readonly offer: CarriedOffer;
  };
  /** Puts back the answer that stood before the gate's own. */
  readonly withdrawAnswer: { readonly revision: number };
  readonly promptOwner: {
    readonly about: 'offer' | 'question' | 'move' | 'change';
    readonly revision: number;
    readonly offer: CarriedOffer | null;
  };
  readonly scheduleDeadline: { readonly deadline: DeadlineName; readonly revision: number };
  readonly cancelDeadlines: { readonly revision: number };
  readonly openThread: { readonly alternative: Alternative };
  /** Nobody decided in writing: a short live slot at the fairest time. */
  readonly escalateThread: { readonly alternative: Alternative };
  readonly recordDecision: { readonly alternative: Alternative };
}
