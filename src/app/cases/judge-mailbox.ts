import type { MeetingRecord } from '../ports/store/meetings.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { judgeEntry } from './judge-entry.ts';
import { beginJudging, type JudgingDeps } from './judging.ts';

/** Entries judged in one transaction: few enough that others who need the one connection do not wait for long. */
const batchSize = 20;
/** An entry whose judging fails is tried once more alone; then it is left until it changes. */
const mostFailures = 2;

/** How many entries were judged, and how many could not be. */
interface JudgedCount {
  readonly judged: number;
  readonly failed: number;
}

/**
 * Judges every entry of a mailbox that waits for it. An entry that fails costs only itself: the others of its
 * transaction are judged again one by one. An error of the database itself is thrown, and everything stays to be judged.
 */
export async function judgeMailbox(
  deps: JudgingDeps,
  organizationId: string,
  mailboxId: string,
): Promise<JudgedCount> {
  const count = { judged: 0, failed: 0 };
  let [most, failures] = [batchSize, 0];
  for (;;) {
    const taken: string[] = [];
    try {
      await deps.store.inOrganization(organizationId, (tx) => judgeBatch(tx, deps, mailboxId, most, taken));
      count.judged += taken.length;
      if (taken.length < most) return count;
      failures = 0;
    } catch (error) {
      const [entryId] = taken;
      // Nothing was taken: it was not an entry that failed.
      if (entryId === undefined) throw error;
      if (most > 1) most = 1;
      else failures += 1;
      if (failures < mostFailures) continue;
      await giveUp(deps, organizationId, mailboxId, entryId, error);
      [count.failed, failures] = [count.failed + 1, 0];
    }
  }
}

/** @param taken gets the ids of the entries that this run took, for the case that it fails */
async function judgeBatch(
  tx: StoreTransaction,
  deps: JudgingDeps,
  mailboxId: string,
  most: number,
  taken: string[],
): Promise<void> {
  // The store may run it again.
  taken.length = 0;
  const mailbox = await tx.mailboxes.find(mailboxId);
  if (mailbox === null || mailbox.state === 'left') return;
  // Cases are locked by UID, see `StoreTransaction`; entries with the same one stay in the order of their changes.
  const waiting = (await tx.meetings.takeUnjudged(mailboxId, most)).toSorted(byUid);
  if (waiting.length === 0) return;
  // Before any entry counts as taken: a policy that cannot be read is the fault of none of them.
  const judging = await beginJudging(tx, deps, mailbox, waiting);
  taken.push(...waiting.map(({ entryId }) => entryId));
  for (const record of waiting) await judgeEntry(tx, deps, judging, record);
  await tx.meetings.markJudged(mailboxId, taken, null);
}

function byUid(a: MeetingRecord, b: MeetingRecord): number {
  return Number(a.uid > b.uid) - Number(a.uid < b.uid);
}

/** Where this fails too, it is the database and not the entry: the error is thrown, and the entry stays to be judged. */
async function giveUp(
  { store, log }: JudgingDeps,
  organizationId: string,
  mailboxId: string,
  entryId: string,
  error: unknown,
): Promise<void> {
  // The message could quote the invite.
  const problem = error instanceof Error ? error.name : 'unknown';
  await store.inOrganization(organizationId, (tx) => tx.meetings.markJudged(mailboxId, [entryId], problem));
  log.error('entry not judged', { organizationId, mailboxId, entryId, problem });
}
