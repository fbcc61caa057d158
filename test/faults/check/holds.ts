import { DateTime } from 'luxon';
import type { CopyView } from '../world/copy-view.ts';
import { zone } from '../world/people.ts';
import { type Books, type Violation, violation } from './books.ts';

/** The title that the gate gives to time that it keeps free. */
const holdTitle = 'No-meeting day';

/** Wednesday is held once in every calendar that the gate looks after, and in no other one. */
export function checkHolds({ copies, held }: Books): Violation[] {
  const owners = new Set(held.mailboxes);
  const holds = Map.groupBy(copies.filter(isHold), ({ mailbox }) => mailbox);
  return [...new Set([...owners, ...holds.keys()])].flatMap((mailbox) => {
    const starts = (holds.get(mailbox) ?? []).map(({ startMs }) => startMs ?? Number.NaN);
    const once = new Set(starts);
    const wanted = owners.has(mailbox) ? held.weeks : 0;
    const about = (what: string) => violation(null, mailbox, what);
    return [
      ...(once.size === wanted ? [] : [about(`${once.size} Wednesdays are held, not ${wanted}`)]),
      ...(once.size === starts.length ? [] : [about(`${starts.length - once.size} holds were made twice`)]),
      ...(starts.every(isWednesday) ? [] : [about('a hold that is not on Wednesday')]),
    ];
  });
}

export function isHold({ title }: Pick<CopyView, 'title'>): boolean {
  return title === holdTitle;
}

function isWednesday(startMs: number): boolean {
  return DateTime.fromMillis(startMs, { zone }).weekday === 3;
}
