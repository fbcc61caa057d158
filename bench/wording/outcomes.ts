import type { Prediction } from './confidence-bins.ts';
import type { JudgedInvite } from './judged-invite.ts';

/** Kinds that must not be sent into writing: the harm of a mistake is a person's, not a calendar's. */
export const neverAsync: ReadonlySet<string> = new Set([
  'incident',
  'feedback',
  'conflict',
  'one-on-one',
  'onboarding',
  'customer',
  'candidate',
  'interview',
]);

/** How judgements of need compare with the labels. */
export interface Outcomes {
  /** Invites labelled live or async. */
  readonly decidable: number;
  /** Of those, how many were judged live or async. */
  readonly answered: number;
  readonly right: number;
  /** Invites labelled unclear, and how many of them were judged so. */
  readonly unclear: number;
  readonly leftUnclear: number;
  /** Judged async although live and of a kind in `neverAsync`. */
  readonly forbidden: readonly JudgedInvite[];
  readonly wrong: readonly JudgedInvite[];
}

export function outcomesOf(judged: readonly JudgedInvite[]): Outcomes {
  const decidable = judged.filter(({ label }) => label.need !== 'unclear');
  const answered = decidable.filter(({ judgement }) => judgement.need.need !== 'unclear');
  const wrong = answered.filter(({ label, judgement }) => judgement.need.need !== label.need);
  const unclear = judged.filter(({ label }) => label.need === 'unclear');
  return {
    decidable: decidable.length,
    answered: answered.length,
    right: answered.length - wrong.length,
    unclear: unclear.length,
    leftUnclear: unclear.filter(({ judgement }) => judgement.need.need === 'unclear').length,
    forbidden: judged.filter(isForbidden),
    wrong,
  };
}

function isForbidden({ label, judgement }: JudgedInvite): boolean {
  return judgement.need.need === 'async' && label.need === 'live' && neverAsync.has(label.kind);
}

/** Confidence against outcome, of what was answered; an answer to what nobody could know is wrong. */
export function predictionsOf(judged: readonly JudgedInvite[]): Prediction[] {
  return judged
    .filter(({ judgement }) => judgement.need.need !== 'unclear')
    .map(({ label, judgement: { need } }) => ({
      confidence: need.confidence,
      right: need.need === label.need,
    }));
}

/** How a signal compares with its labels. */
export interface SignalOutcome {
  readonly name: string;
  readonly labelled: number;
  readonly known: number;
  readonly right: number;
}

/** A label of this set that no signal can match: nobody could tell, or no purpose has that name. */
const notCompared: ReadonlySet<string> = new Set(['unknown', 'other']);
/** Kinds that writers used and the purpose that the gate gives them, see `actsByKind`. */
const purposeOf: Readonly<Record<string, string>> = {
  conflict: 'feedback',
  negotiation: 'decision',
  candidate: 'interview',
};

/** The four signals against the labels, unknown values counted apart. */
export function signalOutcomes(judged: readonly JudgedInvite[]): SignalOutcome[] {
  return (['urgency', 'complexity', 'relationship', 'purpose'] as const).map((name) => {
    const pairs = judged
      .filter(({ label }) => label.need !== 'unclear')
      .map(({ label, judgement }) => ({
        wanted: name === 'purpose' ? (purposeOf[label.kind] ?? label.kind) : label[name],
        found: judgement.signals[name].value as string,
      }))
      .filter(({ wanted }) => wanted !== undefined && !notCompared.has(wanted));
    const known = pairs.filter(({ found }) => found !== 'unknown');
    const right = known.filter(({ wanted, found }) => wanted === found).length;
    return { name, labelled: pairs.length, known: known.length, right };
  });
}
