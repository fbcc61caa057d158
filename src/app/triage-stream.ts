import type { Meeting } from '../core/meeting/meeting.ts';
import type { ReadItem, ReadProblem } from '../core/meeting/reading.ts';
import { type JudgedMeeting, type JudgeOptions, judgeAll } from './triage.ts';

/** One outcome of triage: a verdict, or what was refused or deserves a word. */
export type TriageItem =
  | { readonly kind: 'judged'; readonly judged: JudgedMeeting }
  | { readonly kind: 'refused' | 'note'; readonly problem: ReadProblem };

/**
 * Judges the meetings of one file while it is read; verdicts come in input order, problems as soon as they are met.
 *
 * Whether an event without attendees is an own hold depends on whether its file names attendees anywhere. So meetings
 * wait until the first attendee is seen; from there on nothing is kept, and a file of any length fits into memory.
 */
export async function* triageStream(
  items: AsyncIterable<ReadItem>,
  options: JudgeOptions,
): AsyncGenerator<TriageItem> {
  const waiting: Meeting[] = [];
  let namesAttendees = false;
  for await (const item of items) {
    if (item.kind !== 'meeting') {
      yield item;
      continue;
    }
    waiting.push(item.meeting);
    namesAttendees ||= item.meeting.attendees.length > 0;
    if (namesAttendees) yield* judgeWaiting(waiting.splice(0), options, namesAttendees);
  }
  yield* judgeWaiting(waiting, options, namesAttendees);
}

function* judgeWaiting(
  meetings: readonly Meeting[],
  options: JudgeOptions,
  namesAttendees: boolean,
): Generator<TriageItem> {
  for (const meeting of meetings) {
    for (const judged of judgeAll([meeting], options, { namesAttendees })) yield { kind: 'judged', judged };
  }
}
