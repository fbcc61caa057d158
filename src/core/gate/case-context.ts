import type { NeedJudgement } from '../need/need.ts';
import type { Alternative } from '../offer/alternative.ts';
import type { TimeCheck } from '../time/check-time.ts';
import type { Act } from './act.ts';
import type { CarriedOffer, CaseEffects, CaseFacts, GateAnswer } from './case-events.ts';
import { offersFormat } from './offers-format.ts';
import type { Verdict } from './verdict.ts';

export interface CaseInput extends CaseFacts {
  readonly ownerDecided: boolean;
  /** True where the owner undid an earlier case of this meeting: it is never touched again. */
  readonly overridden: boolean;
}

/** An answer that the gate decided to give, for one revision of the meeting. */
interface DecidedAnswer {
  readonly answer: GateAnswer;
  readonly revision: number;
}

export interface CaseContext extends CaseInput {
  readonly need: NeedJudgement | null;
  readonly alternative: Alternative | null;
  readonly hasChanges: boolean;
  readonly time: TimeCheck | null;
  readonly verdict: Verdict | null;
  readonly act: Act;
  /** Counts the changes of the meeting; an answer belongs to the revision it was given for. */
  readonly revision: number;
  /** `previous` is what still stands where this one is refused: an answer of before, or the one of the grace. */
  readonly answered: (DecidedAnswer & { readonly previous: DecidedAnswer | null }) | null;
  /** Moves after an answer of the gate; after two of them a human decides. */
  readonly movesByGate: number;
}

/** What a decline or a prompt brings: the alternative where it need not be live, other times where it must. */
export function offerOf({ verdict, need, alternative, policy }: CaseContext): CarriedOffer {
  return verdict && need && alternative && offersFormat(verdict, need, policy)
    ? { kind: 'alternative', alternative }
    : { kind: 'other-times' };
}

/** What the owner is asked about. */
export function promptOf({ verdict }: CaseContext): CaseEffects['promptOwner']['about'] {
  if (verdict === 'move') return 'move';
  return verdict === 'meet-differently' ? 'change' : 'offer';
}

/** What replaces the meeting; a thread where nothing was offered. */
export function alternativeOf({ alternative }: CaseContext): Alternative {
  return alternative ?? { format: 'thread', template: 'question-thread', window: 'question' };
}
