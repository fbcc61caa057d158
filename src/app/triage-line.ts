import type { Judgement } from '../core/gate/judge.ts';
import type { Meeting } from '../core/meeting/meeting.ts';
import type { Signal } from '../core/signals/signal.ts';

/** One line of `triage --json`. All fields are always present; unknown is null (a signal's unknown is a value). */
export interface TriageLine {
  readonly id: string;
  readonly uid: string;
  readonly summary: string | null;
  readonly verdict: Judgement['verdict'];
  readonly act: Judgement['act'];
  readonly need: Judgement['need']['need'];
  readonly format: 'document' | 'video' | 'thread' | null;
  readonly template: string | null;
  readonly confidence: number;
  readonly time: {
    readonly ok: boolean | null;
    readonly protections: readonly {
      readonly rule: string;
      readonly person: string;
      readonly local: string;
    }[];
  };
  readonly signals: Judgement['signals'];
  readonly reasons: Judgement['reasons'];
  readonly changes: readonly string[];
}

/** The published form of a judgement. Probabilities are rounded to three places. */
export function toTriageLine(meeting: Meeting, judgement: Judgement): TriageLine {
  const { signals, time, need, alternative } = judgement;
  return {
    id: meeting.id,
    uid: meeting.uid,
    summary: meeting.summary,
    verdict: judgement.verdict,
    act: judgement.act,
    need: need.need,
    format: alternative?.format ?? null,
    template: alternative?.template ?? null,
    confidence: round(need.confidence),
    time: {
      ok: time.ok,
      protections: time.protections.map(({ rule, person, local }) => ({ rule, person, local })),
    },
    signals: {
      urgency: rounded(signals.urgency),
      complexity: rounded(signals.complexity),
      relationship: rounded(signals.relationship),
      purpose: rounded(signals.purpose),
    },
    reasons: judgement.reasons.map(({ rule, says, because, source }) => ({ rule, says, because, source })),
    changes: judgement.changes,
  };
}

function rounded<Value extends string>({ value, confidence, evidence }: Signal<Value>): Signal<Value> {
  return {
    value,
    confidence: round(confidence),
    evidence: evidence.map(({ field, text }) => ({ field, text })),
  };
}

function round(probability: number): number {
  return Math.round(probability * 1000) / 1000;
}
