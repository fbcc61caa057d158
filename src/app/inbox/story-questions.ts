import { restoredCase } from '../../core/gate/case-run.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import type { NeedValue, Reason } from '../../core/need/need.ts';
import { readSignals } from '../../core/signals/read-signals.ts';
import type { Evidence } from '../../core/signals/signal.ts';
import type { CaseRecord } from '../ports/store/cases.ts';

/** What was read from the invite: a value of a signal, and the words that it was read from, verbatim. */
interface SignalRead {
  readonly signal: 'purpose' | 'urgency' | 'complexity' | 'relationship';
  readonly value: string;
  readonly evidence: readonly Evidence[];
}

/** The two questions of a case with their answers; null where one has not been answered. */
export interface StoryQuestions {
  readonly need: {
    readonly answer: NeedValue;
    /** Probability that it is right, 0 to 1. */
    readonly confidence: number;
    readonly rule: string | null;
    readonly reasons: readonly Reason[];
    readonly read: readonly SignalRead[];
  } | null;
  readonly time: {
    /** Null: not known, and then nothing is ever declined. */
    readonly ok: boolean | null;
    readonly isExempt: boolean;
    readonly rule: string | null;
    /** Occurrences that were looked at, and how many of them collide. */
    readonly judged: number;
    readonly collided: number;
    readonly reasons: readonly Reason[];
  } | null;
}

/**
 * Both questions as they were judged last. The evidence is read again from the invite as it is in the calendar: the
 * store keeps no quotes of it.
 *
 * @param meeting null where it is not known any more: then there is no evidence
 */
export function storyQuestions(
  { snapshot, reasons }: Pick<CaseRecord, 'snapshot' | 'reasons'>,
  meeting: Meeting | null,
  reader: { readonly address: string; readonly policy: Policy },
): StoryQuestions {
  const { need, time } = restoredCase(snapshot).context;
  return {
    need: need && {
      answer: need.need,
      confidence: need.confidence,
      rule: need.decidedBy,
      reasons: need.reasons,
      read: meeting === null ? [] : signalsRead(meeting, reader),
    },
    time: time && {
      ok: time.ok,
      isExempt: time.exemption === 'exempt',
      rule: time.decidedBy,
      judged: time.judged,
      collided: time.collided,
      reasons: [...reasons.filter(({ says }) => says === 'exempt'), ...time.reasons],
    },
  };
}

const mostQuotes = 4;

function signalsRead(
  meeting: Meeting,
  { address, policy }: { readonly address: string; readonly policy: Policy },
): readonly SignalRead[] {
  const { signals } = readSignals(meeting, { policy, me: address });
  return (['purpose', 'urgency', 'complexity', 'relationship'] as const).flatMap((signal) => {
    const { value, evidence } = signals[signal];
    if (value === 'unknown' || evidence.length === 0) return [];
    return [{ signal, value, evidence: evidence.slice(0, mostQuotes) }];
  });
}
