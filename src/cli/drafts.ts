import type { JudgedMeeting, JudgeOptions } from '../app/triage.ts';
import { draftOffer } from '../core/offer/draft.ts';
import { draftMarkdown } from '../front/offer/draft-markdown.ts';

/**
 * The better way for every meeting that has one, ready to be filled in, as one Markdown text.
 * Answers are due counted from the moment of judgement, in the reader's working days.
 */
export function draftsText(
  judged: readonly JudgedMeeting[],
  options: JudgeOptions,
): { text: string; count: number } {
  const drafts = judged.flatMap(({ meeting, judgement }) => {
    if (!judgement.alternative) return [];
    const own = options.policyOf(options.me);
    const policy = { ...own, zone: options.zone ?? own.zone ?? meeting.calendarZone };
    const draft = draftOffer(meeting, judgement.alternative, policy, options.nowMs ?? meeting.createdMs);
    return [draftMarkdown(draft, policy.zone)];
  });
  return { text: `${drafts.join('\n---\n\n')}`, count: drafts.length };
}
