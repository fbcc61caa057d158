import type { MeetingSlot } from '../../app/ports/calendar.ts';
import { proposalLine } from '../formats/proposal-line.ts';

/** Comments of this length are shown whole; the limit of the API is not documented. */
const longestComment = 2_000;

/**
 * The words of an answer. Google has no proposals of another time, so one becomes a line of its own, written in the
 * proposal's zone; where the whole is too long the words before it are cut.
 *
 * @returns null where there is nothing to say
 */
export function commentText(comment: string | null, proposal: MeetingSlot | null): string | null {
  const words = comment?.trim() ?? '';
  const line = proposal ? proposalLine(proposal) : '';
  if (words === '' && line === '') return null;
  const room = longestComment - (line === '' ? 0 : line.length + 2);
  return [cut(words, room), line].filter((part) => part !== '').join('\n\n');
}

function cut(text: string, room: number): string {
  // Cutting between two halves of a character leaves one that no server takes.
  return text.length <= room ? text : `${text.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
