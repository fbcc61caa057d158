import type { Verdict } from '../../../core/gate/verdict.ts';
import type { PageFrame } from '../page-frame.ts';
import type { Language } from '../texts.ts';
import { momentText } from '../when.ts';
import type { Status } from './case-view-types.ts';
import { deadlineText } from './deadline-text.ts';
import { outcomeTexts } from './outcome-texts.ts';

/** What was done about a meeting, or would have been, in sentences: the most important first, never none. */
export function outcomeSentences(
  status: Status,
  verdict: Verdict | null,
  frame: PageFrame,
): readonly [string, ...string[]] {
  const texts = outcomeTexts[frame.language];
  const { trouble, wouldHave } = status;
  const troubled = trouble === null ? [] : [troubleText(trouble, frame.language)];
  const held = wouldHave?.because === 'held-back' && isOpen(status) ? [texts.heldBack] : [];
  const [first, ...others] = doneSentences(status, verdict, frame);
  return [first, ...others, ...held, ...troubled];
}

/** What did not work out, or may not have. */
export function troubleText(
  { kind, effect }: Pick<NonNullable<Status['trouble']>, 'kind' | 'effect'>,
  language: Language,
): string {
  const texts = outcomeTexts[language];
  if (kind === 'refused') return texts.refused[effect];
  return effect === 'answerInvite' ? texts.answerInDoubt : texts.inDoubt;
}

function doneSentences(
  status: Status,
  verdict: Verdict | null,
  frame: PageFrame,
): readonly [string, ...string[]] {
  const texts = outcomeTexts[frame.language];
  const { answer, deadlineMs, state } = status;
  const textOf = state === 'in-writing' ? deadlineText : momentText;
  const due = deadlineMs === null ? null : textOf(deadlineMs, frame);
  if (answer.kind === 'being-withdrawn') return [texts.beingWithdrawn];
  if (answer.kind === 'given') {
    const grace = state === 'on-grace' && due !== null ? [texts.graceEnds(due)] : [];
    return [texts.given[answer.answer], ...grace];
  }
  if (answer.kind === 'being-given')
    return [state === 'declined' ? texts.beingDeclined : texts.beingTentative];
  const taken = answer.kind === 'withdrawn' ? [texts.withdrawn[answer.how]] : [];
  const [first, ...others] = stateSentences(status, verdict, frame, due);
  // That nothing has to be done is of no interest after something was done and undone.
  return state === 'admitted' && taken[0] !== undefined ? [taken[0]] : [first, ...others, ...taken];
}

function stateSentences(
  { state, wouldHave, proposesTime }: Status,
  verdict: Verdict | null,
  { language }: PageFrame,
  due: string | null,
): readonly [string, ...string[]] {
  const texts = outcomeTexts[language];
  const open = due === null ? [] : [texts.answerBy(due)];
  switch (state) {
    case 'asked':
      return [texts.asked, ...open];
    case 'proposed':
      if (!proposesTime && (verdict === 'move' || verdict === 'decline'))
        return [texts.protectedTime[verdict], ...open];
      return [texts.proposed[verdict ?? 'skip'], ...open];
    case 'left-alone':
      return [texts.leftAlone];
    case 'in-writing':
      return [due === null ? texts.inWriting : texts.inWritingUntil(due)];
    case 'decided':
      return [texts.decided];
    case 'judging':
      return [texts.judging];
    case 'on-grace':
      return [texts.beingTentative];
    case 'declined':
      return [texts.beingDeclined];
    case 'over':
    case 'admitted':
      if (wouldHave?.because === 'observed') return [texts.wouldHave[wouldHave.act]];
      return [state === 'over' ? texts.over : texts.admitted];
  }
}

function isOpen({ state }: Status): boolean {
  return state === 'asked' || state === 'proposed';
}
