import type { Act } from '../../core/gate/act.ts';
import type { Reason } from '../../core/need/need.ts';
import { noOtherTime } from '../../core/offer/other-times.ts';
import type { CaseBelongings, CaseRecord } from '../ports/store/cases.ts';
import type { AnswerRecord, EffectRecord } from '../ports/store/effects.ts';

/** Where a case stands, for its owner. */
type CaseState =
  | 'asked'
  | 'proposed'
  /** Answered tentatively; declined once its deadline has passed. */
  | 'on-grace'
  | 'declined'
  /** Nothing is to be done. */
  | 'admitted'
  /** The owner wants it as it is. */
  | 'left-alone'
  | 'in-writing'
  | 'decided'
  | 'over'
  | 'judging';

/** What became of the gate's answer. */
type AnswerStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'being-given' }
  | { readonly kind: 'given'; readonly answer: AnswerRecord['answer']; readonly givenMs: number }
  | { readonly kind: 'being-withdrawn' }
  | {
      readonly kind: 'withdrawn';
      readonly how: 'restored' | 'own-copy' | 'nearest-answer' | 'left-alone';
    };

/** What would have been done besides: nothing is done while a mailbox is only observed, less while answers are held back. */
interface WouldHave {
  readonly act: Exclude<Act, 'none'>;
  readonly because: 'observed' | 'held-back';
}

/** A mail of which nobody knows whether it arrived, or something that was refused (`code` of the problem). */
export interface CaseTrouble {
  readonly kind: 'in-doubt' | 'refused';
  readonly effect: EffectRecord['kind'];
  readonly code: string | null;
}

export interface CaseStatus {
  readonly state: CaseState;
  readonly answer: AnswerStatus;
  readonly wouldHave: WouldHave | null;
  /** Among what is proposed is another time. */
  readonly proposesTime: boolean;
  /** The next deadline, epoch milliseconds; null where none is to come. */
  readonly deadlineMs: number | null;
  readonly trouble: CaseTrouble | null;
}

/** The status of a case, out of what belongs to it (others' belongings are ignored). */
export function caseStatus(
  record: CaseRecord,
  { answers, deadlines, troubled, threads }: CaseBelongings,
): CaseStatus {
  const thread = threads.find(({ caseId }) => caseId === record.id);
  const mine = answers.filter(({ caseId }) => caseId === record.id);
  const due = deadlines.filter(({ caseId }) => caseId === record.id).map(({ dueMs }) => dueMs);
  return {
    state: thread && thread.decidedMs !== null ? 'decided' : stateOf(record),
    answer: answerOf(record, mine),
    wouldHave: wouldHaveOf(record),
    proposesTime: changesToShow(record).some((change) => change.startsWith('Propose ')),
    deadlineMs: due.length === 0 ? null : Math.min(...due),
    trouble: troubleOf(troubled.findLast(({ caseId }) => caseId === record.id)),
  };
}

function stateOf({ state, overridden, closed }: CaseRecord): CaseState {
  if (state.startsWith('thread')) return 'in-writing';
  if (overridden) return 'left-alone';
  if (closed) return 'over';
  return named[state] ?? 'judging';
}

const named: Readonly<Record<string, CaseState>> = {
  admitted: 'admitted',
  declined: 'declined',
  'waiting.asked': 'asked',
  'waiting.offered': 'proposed',
  'waiting.onGrace': 'on-grace',
};

function answerOf({ overridden, state }: CaseRecord, mine: readonly AnswerRecord[]): AnswerStatus {
  const [standing] = mine.filter(({ confirmed, withdrawnMs }) => confirmed && withdrawnMs === null);
  if (standing && overridden) return { kind: 'being-withdrawn' };
  if (standing) return { kind: 'given', answer: standing.answer, givenMs: standing.givenMs };
  const withdrawal = mine.find((each) => each.withdrawal !== null)?.withdrawal;
  if (withdrawal) {
    const how = withdrawal.kind === 'replaced' ? withdrawal.what : withdrawal.kind;
    return { kind: 'withdrawn', how };
  }
  const isDue = !overridden && (state === 'declined' || state === 'waiting.onGrace');
  return { kind: isDue ? 'being-given' : 'none' };
}

/**
 * Where nothing was done although something would have been, the mailbox was only observed; where its owner was asked
 * instead of an answer, automatic answers were stopped or the rule is held back.
 */
function wouldHaveOf({ act, wouldAct, overridden }: CaseRecord): WouldHave | null {
  if (wouldAct === 'none' || wouldAct === act || overridden) return null;
  if (act === 'none') return { act: wouldAct, because: 'observed' };
  return act === 'prompt' ? { act: wouldAct, because: 'held-back' } : null;
}

export function troubleOf(effect: EffectRecord | undefined): CaseTrouble | null {
  if (effect === undefined || (effect.state !== 'refused' && effect.state !== 'in-doubt')) return null;
  const { code } = (effect.outcome ?? {}) as { readonly code?: unknown };
  return { kind: effect.state, effect: effect.kind, code: typeof code === 'string' ? code : null };
}

/** What is proposed, without the sentence that stands where no other time was found. */
export function changesToShow({ changes }: Pick<CaseRecord, 'changes'>): readonly string[] {
  return changes.filter((change) => change !== noOtherTime);
}

/** The one reason that decided, for a line in a list: of the deciding rule, else the first one. */
export function decidingReason({ rule, reasons }: Pick<CaseRecord, 'rule' | 'reasons'>): Reason | null {
  return reasons.find((reason) => reason.rule === rule) ?? reasons[0] ?? null;
}
