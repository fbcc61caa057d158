import { DateTime } from 'luxon';
import type { MeetingSlot } from '../../app/ports/calendar.ts';

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

function proposalLine({ startMs, endMs, zone }: MeetingSlot): string {
  const start = DateTime.fromMillis(startMs, { zone, locale: 'en-GB' });
  const end = DateTime.fromMillis(endMs, { zone, locale: 'en-GB' });
  const sameDay = start.hasSame(end, 'day');
  const until = end.toFormat(sameDay ? 'HH:mm' : 'ccc d LLL yyyy, HH:mm');
  return `Proposed time: ${start.toFormat('ccc d LLL yyyy, HH:mm')} to ${until} (${zone})`;
}

function cut(text: string, room: number): string {
  // Cutting between two halves of a character leaves one that no server takes.
  return text.length <= room ? text : `${text.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
