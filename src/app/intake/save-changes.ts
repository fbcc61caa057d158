import type { Window } from '../../core/meeting/event-time.ts';
import type { GateDeps } from '../gate-deps.ts';
import { withoutErased } from '../people/without-erased.ts';
import type { PulledChanges } from '../ports/calendar.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

/** A reading of a mailbox, to be saved. */
export interface MailboxReading {
  /** The cursor that it began at, as it stood in the store. */
  readonly from: string | null;
  /** The window that was asked for. */
  readonly window: Window;
  /** Before the first request; epoch milliseconds. */
  readonly beganMs: number;
  readonly pulled: PulledChanges;
}

/**
 * Entries written in one transaction: a first reading brings thousands, and whoever needs the one connection of the
 * embedded database should wait for a moment and not for seconds.
 */
const mostAtOnce = 100;

/**
 * Saves what was read and the place in the list of changes: the last entries in one transaction with the place, others
 * before it in transactions of their own. A saving that was cut off is done again from the old place. One that another
 * pull overtakes stops, also between its parts; what it wrote until then is in the list that follows the other's place.
 *
 * @returns false where another pull was faster
 */
export async function saveChanges(
  deps: Pick<GateDeps, 'store' | 'clock' | 'chance' | 'log'>,
  organizationId: string,
  record: MailboxRecord,
  reading: MailboxReading,
): Promise<boolean> {
  const { changes, full, pages, cursor } = reading.pulled;
  const sorted = sortChanges(reading.pulled);
  const last = Math.max(0, sorted.entries.length - mostAtOnce);
  const parts = sorted.entries.slice(0, last);
  const readingId = parts.length > 0 ? deps.chance.uuid() : null;
  if (
    readingId !== null &&
    !(await saveParts(deps, organizationId, record.id, { ...reading, readingId, parts }))
  )
    return false;
  const saved = await deps.store.inOrganization(organizationId, async (tx) => {
    const nowMs = deps.clock.nowMs();
    const to = { cursor, window: reading.window, pulledMs: nowMs, reading: readingId };
    if (!(await tx.mailboxes.moveCursor(record.id, reading.from, to))) return false;
    await tx.meetings.save(record.id, await withoutErased(tx, sorted.entries.slice(last)), reading.beganMs);
    await markGone(tx, record.id, reading, sorted);
    // The change came before its notification, so one that arrived when the reading began is in it.
    await tx.inbox.markHandled(record.id, reading.beganMs + 1, nowMs);
    if (record.problem !== null) await tx.mailboxes.change(record.id, { problem: null });
    return true;
  });
  if (!saved) return false;
  for (const { id, what } of sorted.unreadable)
    deps.log.warn('entry-unreadable', { mailboxId: record.id, entryId: id, what });
  const unreadable = sorted.unreadable.length;
  deps.log.info('mailbox-pulled', { mailboxId: record.id, changes: changes.length, unreadable, pages, full });
  return true;
}

/** @returns false where another pull was faster */
async function saveParts(
  { store }: Pick<GateDeps, 'store'>,
  organizationId: string,
  mailboxId: string,
  {
    parts,
    readingId,
    from,
    beganMs,
  }: MailboxReading & { readonly parts: SortedChanges['entries']; readonly readingId: string },
): Promise<boolean> {
  for (let at = 0; at < parts.length; at += mostAtOnce) {
    const isOurs = await store.inOrganization(organizationId, async (tx) => {
      const part = { reading: readingId, from, isFirst: at === 0 };
      if (!(await tx.mailboxes.savePart(mailboxId, part))) return false;
      const entries = await withoutErased(tx, parts.slice(at, at + mostAtOnce));
      await tx.meetings.save(mailboxId, entries, beganMs);
      return true;
    });
    if (!isOurs) return false;
  }
  return true;
}

interface SortedChanges {
  readonly entries: readonly Extract<PulledChanges['changes'][number], { kind: 'entry' }>['entry'][];
  readonly removed: readonly string[];
  readonly unreadable: readonly { readonly id: string | null; readonly what: string }[];
}

function sortChanges({ changes }: PulledChanges): SortedChanges {
  return {
    entries: changes.flatMap((change) => (change.kind === 'entry' ? change.entry : [])),
    removed: changes.flatMap((change) => (change.kind === 'removed' ? change.id : [])),
    unreadable: changes.flatMap((change) =>
      change.kind === 'unreadable' ? { id: change.id, what: change.problem.what } : [],
    ),
  };
}

async function markGone(
  { meetings }: StoreTransaction,
  mailboxId: string,
  { beganMs, pulled }: MailboxReading,
  { entries, removed, unreadable }: SortedChanges,
): Promise<void> {
  if (removed.length > 0) await meetings.markRemoved(mailboxId, removed, beganMs);
  if (!pulled.full) return;
  // What could not be read is there all the same.
  const there = [...entries.map(({ meeting }) => meeting.id), ...unreadable.flatMap(({ id }) => id ?? [])];
  await meetings.markOthersRemoved(mailboxId, there, beganMs);
}
