import type { UndoResult } from '../ports/calendar.ts';
import type { CaseStep } from '../ports/store/cases.ts';
import type { EffectKind, EffectRecord } from '../ports/store/effects.ts';
import { type CaseTrouble, troubleOf } from './case-status.ts';

/** Facts of an event that a sentence needs; null where the event has none of the kind. */
interface StepFacts {
  readonly need: string | null;
  /** Probability that `need` is right, 0 to 1. */
  readonly confidence: number | null;
  /** True: free. False: blocked. Null: unknown, or not about time. */
  readonly ok: boolean | null;
  readonly rule: string | null;
  readonly judged: number | null;
  readonly collided: number | null;
  readonly moved: boolean | null;
  readonly deadline: string | null;
  readonly answer: string | null;
  readonly code: string | null;
  /** What the owner said when they planned it against the verdict; their own words. Absent elsewhere. */
  readonly because?: string;
}

/** Something that happened to a case, as its log has it. */
interface EventStep {
  readonly kind: 'event';
  readonly atMs: number;
  /** `gate`, `calendar`, `deadline`, `operator`, `link`, or an address. */
  readonly actor: string;
  readonly event: string;
  readonly facts: StepFacts;
  readonly from: string;
  readonly to: string;
}

/** Something that the gate did, or is about to do, outside of its own tables. */
interface EffectStep {
  readonly kind: 'effect';
  /** When it ended, else when it was asked for. */
  readonly atMs: number;
  readonly effect: EffectKind;
  readonly state: EffectRecord['state'];
  readonly answer: 'declined' | 'tentative' | null;
  /** What a prompt or a mail is about. */
  readonly about: string | null;
  /** The words that went out: plain text. Some of it is text of the invite. */
  readonly words: { readonly subject: string | null; readonly text: string } | null;
  /** False where the calendar took the answer and dropped the words. */
  readonly wordsArrived: boolean;
  /** How an answer was taken back; null where it was not. */
  readonly withdrawal: 'restored' | 'own-copy' | 'nearest-answer' | 'left-alone' | 'nothing-stood' | null;
  readonly trouble: CaseTrouble | null;
}

export type StoryStep = EventStep | EffectStep;

/**
 * The steps of a case and what was done, as one story: every step of the log, in the order of the log; what was done
 * stands where it ended. A clock that was put back does not move a step.
 */
export function storySteps(log: readonly CaseStep[], effects: readonly EffectRecord[]): readonly StoryStep[] {
  const done = effects.map(effectStep).toSorted((a, b) => a.atMs - b.atMs);
  const story: StoryStep[] = [];
  let next = 0;
  for (const step of log) {
    for (let effect = done[next]; effect && isBefore(effect, step); effect = done[next]) {
      story.push(effect);
      next += 1;
    }
    story.push(eventStep(step));
  }
  return [...story, ...done.slice(next)];
}

/** The log is told of an answer in the transaction that ends it: at the same instant the answer comes first. */
function isBefore({ atMs, effect }: EffectStep, step: CaseStep): boolean {
  if (atMs !== step.atMs) return atMs < step.atMs;
  return effect === 'answerInvite' && (step.event === 'ANSWER_GIVEN' || step.event === 'ANSWER_REFUSED');
}

function eventStep({ atMs, actor, event, data, from, to }: CaseStep): EventStep {
  return { kind: 'event', atMs, actor, event, facts: factsOf(data), from, to };
}

function factsOf(data: unknown): StepFacts {
  const found = recordOf(data);
  return {
    need: textOf(found.need),
    confidence: numberOf(found.confidence),
    ok: booleanOf(found.ok),
    rule: textOf(found.rule),
    judged: numberOf(found.judged),
    collided: numberOf(found.collided),
    moved: booleanOf(found.moved),
    deadline: textOf(found.deadline),
    answer: textOf(found.answer),
    code: textOf(found.code),
    ...(typeof found.because === 'string' && { because: found.because }),
  };
}

function effectStep(effect: EffectRecord): EffectStep {
  const params = recordOf(effect.params);
  const answer = params.answer;
  return {
    kind: 'effect',
    atMs: effect.endedMs ?? effect.createdMs,
    effect: effect.kind,
    state: effect.state,
    answer: answer === 'declined' || answer === 'tentative' ? answer : null,
    about: textOf(params.about),
    words: wordsOf(effect),
    wordsArrived: recordOf(recordOf(effect.outcome).receipt).commentCarried !== false,
    withdrawal: effect.kind === 'withdrawAnswer' ? withdrawalOf(effect.outcome) : null,
    trouble: troubleOf(effect),
  };
}

/** Nothing was said by what never took place. */
function wordsOf({ kind, state, prepared }: EffectRecord): EffectStep['words'] {
  if (state !== 'done' && state !== 'in-doubt') return null;
  const { comment, subject, text } = recordOf(prepared);
  if (kind === 'answerInvite') return typeof comment === 'string' ? { subject: null, text: comment } : null;
  if (kind !== 'promptOwner' && kind !== 'tellOwner') return null;
  return typeof text === 'string' ? { subject: textOf(subject), text } : null;
}

function withdrawalOf(outcome: unknown): EffectStep['withdrawal'] {
  const result = outcome as UndoResult | { readonly kind: 'nothing-stood' } | null;
  if (result === null) return null;
  return result.kind === 'replaced' ? result.what : result.kind;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function booleanOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
