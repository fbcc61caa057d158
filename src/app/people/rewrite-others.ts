import { fingerprintOf } from '../cases/fingerprint.ts';
import type { CalendarEntry } from '../ports/calendar.ts';
import type { RewrittenPart } from '../ports/store/erasing.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type NamedPerson, personRemover } from './person-remover.ts';
import { withoutPerson } from './without-erased.ts';

type Inside = <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;

/** Rows of one transaction: others who need the one connection of the embedded database do not wait for long. */
const mostAtOnce = 100;

const parts: readonly RewrittenPart[] = ['cases', 'effects', 'answers', 'offers', 'threads', 'mailboxes'];

/**
 * Takes a person out of what belongs to others. Nothing of it is judged again: their meetings are as they were, apart
 * from who it is that takes part.
 *
 * @param own mailboxes of the person, which are left alone
 * @returns how many entries and rows were looked at and changed
 */
export async function rewriteOthers(
  inside: Inside,
  own: readonly string[],
  person: NamedPerson,
): Promise<number> {
  let rewritten = 0;
  for (const mailboxId of await inside((tx) => tx.erasing.mailboxIds()))
    if (!own.includes(mailboxId)) rewritten += await rewriteEntries(inside, mailboxId, person);
  const remove = personRemover(person);
  const counting = <Value>(value: Value): Value => {
    const left = remove(value);
    if (left !== value) rewritten += 1;
    return left;
  };
  for (const part of parts)
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after;
      after = await inside((tx) => tx.erasing.rewrite(part, from, mostAtOnce, counting));
    }
  return rewritten;
}

async function rewriteEntries(inside: Inside, mailboxId: string, person: NamedPerson): Promise<number> {
  let rewritten = 0;
  for (let after = ''; ; ) {
    const from = after;
    const entries = await inside(async (tx) => {
      const portion = await tx.erasing.entriesOf(mailboxId, from, mostAtOnce);
      const changed = portion
        .map((entry) => ({ before: entry, now: withoutPerson(entry, person) }))
        .filter(({ before, now }) => now !== before);
      for (const { now } of changed) await tx.erasing.replaceEntry(mailboxId, now);
      // Cases of several meetings are locked by UID.
      for (const pair of changed.toSorted(byUid)) await keepJudged(tx, mailboxId, pair);
      rewritten += changed.length;
      return portion;
    });
    after = entries.at(-1)?.meeting.id ?? after;
    if (entries.length < mostAtOnce) return rewritten;
  }
}

interface RewrittenEntry {
  readonly before: CalendarEntry;
  readonly now: CalendarEntry;
}

function byUid({ before: one }: RewrittenEntry, { before: other }: RewrittenEntry): number {
  return one.meeting.uid < other.meeting.uid ? -1 : 1;
}

/** Cases that were judged by the entry as it was count as judged by it as it reads now. */
async function keepJudged(
  tx: StoreTransaction,
  mailboxId: string,
  { before, now }: RewrittenEntry,
): Promise<void> {
  for (const record of await tx.cases.lockOfMeeting(mailboxId, before.meeting.uid)) {
    if (record.fingerprint !== fingerprintOf(before, record.occurrence)) continue;
    await tx.cases.save({ ...record, fingerprint: fingerprintOf(now, record.occurrence) });
  }
}
