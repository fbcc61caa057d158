import { displayText } from '../plain-text.ts';
import { clockName, spokenDeadline, spokenTime, withClock } from './spoken-time.ts';

/** Structure of `AnswerWords`; see there. */
export interface AnswerCommentWords {
  readonly answer: 'declined' | 'tentative';
  readonly audience: 'inside' | 'outside';
  readonly because: readonly string[];
  readonly offer:
    | {
        readonly kind: 'alternative';
        readonly alternative: { readonly format: 'document' | 'video' | 'thread' };
        readonly dueMs: number | null;
      }
    | { readonly kind: 'other-times' }
    | { readonly kind: 'pointer' };
  readonly otherTimes: readonly string[];
  readonly draftUrl: string | null;
  readonly untilMs: number | null;
  readonly zone: string;
}

/** Longest words without the link, UTF-16 units: more is not read in an answer, and Outlook's list cuts it off. */
const longestWords = 600;
const longestSentence = 200;
const mostTimes = 2;
const ownClock = 'my time';

/**
 * The comment of an answer, in plain text. A no carries an offer: what to do instead, other times, or a pointer to the
 * answer that carries it. Outsiders get neither links nor the text of the policy. At most 600 characters and the link.
 */
export function answerComment(words: AnswerCommentWords): string {
  const inside = words.audience === 'inside';
  // On a journey a reason is told on the clock of that place, which nothing here names.
  const because = inside ? words.because.map((reason) => withClock(sentence(reason), ownClock)) : [];
  const times = inside ? words.otherTimes : words.otherTimes.filter(isTime);
  // The organizer may have another.
  const clock = clockName(words.zone);
  const text = [
    opening(words),
    ...because,
    ...offerLines({ ...words, otherTimes: times }),
    ...(words.offer.kind === 'pointer'
      ? []
      : times.slice(0, mostTimes).map((time) => withClock(sentence(time), clock))),
  ].filter((line) => line !== '');
  const link = inside ? linkLine(words) : null;
  const lines = [cut(text), ...(link === null ? [] : [link]), 'Sent automatically by Meeting Gatekeeper.'];
  return lines.join('\n\n');
}

function opening({ answer, untilMs, zone }: AnswerCommentWords): string {
  if (answer === 'declined') return 'Thank you for the invite. I cannot join at this time.';
  const until = untilMs === null ? '' : ` until ${spokenTime(untilMs, zone)}`;
  return `Thank you for the invite. I may not be able to join, and keep it tentative${until}.`;
}

const instead = {
  document: 'This would work well in writing: I will gladly read and answer.',
  video: 'A short recording would work well: I will gladly watch it and answer.',
  thread: 'I will gladly answer this in writing.',
} as const;

function offerLines({ offer, otherTimes, answer, zone }: AnswerCommentWords): string[] {
  if (offer.kind === 'pointer') return ['What would work instead is in the first answer to this invite.'];
  if (offer.kind === 'other-times')
    return otherTimes.length > 0
      ? []
      : [`Another time would ${answer === 'declined' ? 'be fine' : 'be better'}.`];
  const due = offer.dueMs === null ? '' : ` Answers by ${spokenDeadline(offer.dueMs, zone)}.`;
  return [`${instead[offer.alternative.format]}${due}`];
}

function linkLine({ offer, draftUrl }: AnswerCommentWords): string | null {
  if (draftUrl === null) return null;
  return offer.kind === 'other-times'
    ? `Should it not need a meeting, here is a draft with your agenda: ${draftUrl}`
    : `A draft with your agenda to start from: ${draftUrl}`;
}

/** Other proposals (fewer people, shorter, an agenda, dates to leave out) are the limits and protections of a policy. */
function isTime(proposal: string): boolean {
  return proposal.startsWith('Propose ');
}

function sentence(text: string): string {
  return displayText(text, longestSentence);
}

/** Whole sentences as long as they fit: half a reason explains nothing. */
function cut(sentences: readonly string[]): string {
  let text = '';
  for (const each of sentences) {
    const longer = text === '' ? each : `${text} ${each}`;
    if (longer.length > longestWords) break;
    text = longer;
  }
  return text;
}
