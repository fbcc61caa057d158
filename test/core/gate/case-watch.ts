import type { CaseInput } from '../../../src/core/gate/case-context.ts';
import type { CaseEffects, CaseFacts, GateAnswer } from '../../../src/core/gate/case-events.ts';
import type { CaseEffect, CaseSnapshot } from '../../../src/core/gate/case-run.ts';
import type { CaseStep } from './case-run.ts';

interface Standing {
  answer: GateAnswer;
  revision: number;
  previous: Omit<Standing, 'previous'> | null;
}

/** What somebody beside the machine knows from events and effects alone. */
interface Seen {
  need: 'live' | 'async' | 'unclear' | null;
  timeOk: boolean | null;
  facts: Pick<CaseFacts, 'role' | 'readerKnown' | 'policy' | 'skipped' | 'past'>;
  byHand: boolean;
  overridden: boolean;
  moves: number;
  standing: Standing | null;
  answers: string[];
  /** Revisions of which an answer was refused. */
  refused: number[];
}

/**
 * Watches a case from outside and names every promise that a step breaks.
 * It keeps its own books from events and effects, and looks into the machine only to learn whether an event was taken.
 */
export function watchCase(input: CaseInput): (step: CaseStep) => string[] {
  const seen: Seen = {
    need: null,
    timeOk: null,
    facts: input,
    byHand: input.ownerDecided,
    overridden: input.overridden,
    moves: 0,
    standing: null,
    answers: [],
    refused: [],
  };
  return (step) => {
    const broken: string[] = [];
    const stoodBefore = seen.standing;
    noteEvent(seen, step);
    for (const effect of step.effects) broken.push(...judgeEffect(seen, step, effect));
    broken.push(...judgeOverride(step, stoodBefore), ...judgeStale(step), ...judgeEnd(step));
    const remembered = step.after.context.answered?.answer ?? null;
    const stands = seen.standing?.answer ?? null;
    if (remembered !== stands) broken.push(`remembers ${remembered} where ${stands} stands`);
    return broken;
  };
}

function noteEvent(seen: Seen, { event, before, after }: CaseStep): void {
  if (before.status !== 'active') return;
  const taken = after.context.revision > before.context.revision;
  if (event.type === 'NEED_JUDGED' && isScreening(before, 'need', 'judging'))
    seen.need = event.judgement.need;
  if (event.type === 'TIME_CHECKED' && isScreening(before, 'time', 'checking')) seen.timeOk = event.check.ok;
  if (event.type === 'OVERRODE') seen.overridden = true;
  if (event.type === 'ANSWERED') {
    seen.byHand = true;
    seen.standing = null;
  }
  if (event.type === 'ANSWER_REFUSED' && seen.standing?.revision === event.revision) {
    seen.refused.push(event.revision);
    seen.standing = seen.standing.previous && { ...seen.standing.previous, previous: null };
  }
  if (taken) seen.answers = [];
  if (event.type === 'CHANGED' && taken) {
    seen.facts = event;
    if (event.moved) seen.byHand = false;
    if (event.movedByGate) seen.moves++;
  }
}

function isScreening({ value }: CaseSnapshot, region: 'need' | 'time', state: string): boolean {
  return typeof value === 'object' && 'screening' in value && value.screening?.[region] === state;
}

function judgeEffect(seen: Seen, { event, after }: CaseStep, effect: CaseEffect): string[] {
  const { facts } = seen;
  if (effect.type === 'withdrawAnswer') {
    const stood = seen.standing !== null;
    seen.standing = null;
    const quiet = event.type !== 'OVERRODE' && facts.past ? ['withdraws on its own where it is over'] : [];
    return stood ? quiet : ['withdraws where no answer stands'];
  }
  if (effect.type === 'promptOwner')
    return untouchable(seen, 'prompts').concat(judgePrompt(seen, after, effect.params));
  if (effect.type !== 'answerInvite')
    return facts.skipped === null || effect.type === 'cancelDeadlines'
      ? []
      : [`${effect.type} for what is no meeting`];
  const { answer, revision, offer } = effect.params;
  const broken = untouchable(seen, 'answers');
  if (facts.role === 'organizer') broken.push('answers its own meeting');
  if (!facts.readerKnown) broken.push('answers for nobody');
  if (seen.timeOk === null) broken.push('answers an unknown time');
  if (seen.moves >= 2) broken.push('answers after two moves by the gate');
  if (revision !== after.context.revision) broken.push('answers for another revision');
  if (seen.refused.includes(revision)) broken.push('answers again what was refused');
  if (seen.answers.includes(answer) || seen.answers.includes('declined')) {
    broken.push(`${answer} after ${seen.answers} in one revision`);
  }
  const { need, policy } = after.context;
  const isSure = (need?.confidence ?? 0) >= policy.answerConfidence;
  if (offer.kind !== (seen.need === 'async' && isSure ? 'alternative' : 'other-times'))
    broken.push('offers the wrong thing');
  seen.answers.push(answer);
  const { standing } = seen;
  seen.standing = {
    answer,
    revision,
    previous: standing && { answer: standing.answer, revision: standing.revision },
  };
  return broken;
}

function judgePrompt(
  seen: Seen,
  { context: { verdict, need, policy } }: CaseSnapshot,
  { about, offer }: CaseEffects['promptOwner'],
): string[] {
  const isUnsure = verdict === 'decline' && (need?.confidence ?? 0) < policy.answerConfidence;
  if (seen.need === 'async' && !isUnsure && offer?.kind !== 'alternative')
    return ['prompts without the better way'];
  return about !== 'question' && offer === null ? ['prompts without an offer'] : [];
}

/** Nothing is done about these by itself. */
function untouchable(seen: Seen, does: string): string[] {
  const reasons = {
    'what is no meeting': seen.facts.skipped !== null,
    'a paused mailbox': seen.facts.policy.paused,
    'what is over': seen.facts.past,
    'what its owner undid': seen.overridden,
    'what its owner answered': seen.byHand,
  };
  return Object.entries(reasons).flatMap(([reason, holds]) => (holds ? [`${does} ${reason}`] : []));
}

function judgeOverride({ event, before, effects }: CaseStep, stood: Seen['standing']): string[] {
  if (event.type !== 'OVERRODE' || before.status !== 'active') return [];
  const withdrawals = effects.filter(({ type }) => type === 'withdrawAnswer').length;
  return withdrawals === (stood === null ? 0 : 1)
    ? []
    : [`an undo withdraws ${withdrawals} times where ${stood?.answer} stands`];
}

function judgeStale({ event, before, after, effects }: CaseStep): string[] {
  if (event.type !== 'DEADLINE_PASSED' || event.revision === before.context.revision) return [];
  const same = effects.length === 0 && JSON.stringify(after.value) === JSON.stringify(before.value);
  return same ? [] : ['a deadline of another revision does something'];
}

function judgeEnd({ before, after, effects }: CaseStep): string[] {
  if (before.status !== 'done') return [];
  return effects.length === 0 && after.value === 'closed' ? [] : ['a closed case goes on'];
}
