import { deadlineDue } from '../../core/gate/deadline-due.ts';
import type { AnswerWords } from '../ports/wording.ts';
import type { AnswerPlan } from './answer-plan.ts';
import { becauseOf } from './because.ts';

/** What the organizer is told, with the offer as it was claimed. */
export function answerWords(
  plan: AnswerPlan,
  carried: Pick<AnswerWords, 'audience' | 'offer' | 'otherTimes' | 'draftUrl'>,
): AnswerWords {
  const { answer, offer } = plan.effect.params;
  const untilMs = answer === 'tentative' ? graceDue(plan) : null;
  // Who is asked for another time is not told in the same breath that it need not be live.
  const because = becauseOf(plan.record, offer.kind === 'other-times' ? ['block'] : ['block', 'async']);
  return { ...carried, answer, because, untilMs, zone: plan.policy.zone ?? 'UTC' };
}

/** Until when a tentative answer stands, epoch milliseconds, as the case counted it when it asked for the answer. */
function graceDue({ effect, record, policy }: AnswerPlan): number {
  const { offer } = effect.params;
  return deadlineDue('grace', {
    nowMs: effect.createdMs,
    policy,
    alternative: offer.kind === 'alternative' ? offer.alternative : null,
    startMs: record.startMs,
  });
}
