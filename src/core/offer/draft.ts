import type { Meeting } from '../meeting/meeting.ts';
import type { Policy } from '../meeting/policy.ts';
import { ownLines } from './agenda.ts';
import type { Alternative } from './alternative.ts';
import { answerDue } from './response-window.ts';
import { templates } from './templates/index.ts';

/** One part of a draft: what belongs there, and what the invite already says about it. */
interface DraftSection {
  readonly heading: string;
  readonly hint: string;
  /** Lines of the invite, as written: hostile text that whoever shows it has to escape. */
  readonly lines: readonly string[];
}

/** A document, video outline or thread that is ready to be filled in. */
export interface Draft {
  readonly alternative: Alternative;
  readonly title: string;
  readonly sections: readonly DraftSection[];
  /** When answers are due, epoch milliseconds; null where nobody knows from when to count. */
  readonly dueMs: number | null;
}

/** A template: its kind of title, and its sections; exactly one of them takes the invite's own lines. */
export interface OfferTemplate {
  /** Put before the invite's title, for example `RFC`. */
  readonly kind: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly hint: string;
    readonly takesInvite?: true;
  }[];
}

/**
 * Drafts the better way for a meeting, prefilled with this invite's own agenda lines.
 * @param fromMs when the offer is made, epoch milliseconds; null where unknown
 */
export function draftOffer(
  meeting: Meeting,
  alternative: Alternative,
  policy: Pick<Policy, 'zone' | 'workingHours' | 'publicHolidays' | 'responseWindows'>,
  fromMs: number | null,
): Draft {
  const template = templates[alternative.template];
  const lines = ownLines(meeting.description);
  return {
    alternative,
    title: meeting.summary === null ? template.kind : `${template.kind}: ${meeting.summary}`,
    sections: template.sections.map(({ heading, hint, takesInvite }) => ({
      heading,
      hint,
      lines: takesInvite ? lines : [],
    })),
    dueMs: fromMs === null ? null : answerDue(fromMs, policy.responseWindows[alternative.window], policy),
  };
}
