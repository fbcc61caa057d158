import type { Window } from '../../core/meeting/event-time.ts';
import type { GateDeps } from '../gate-deps.ts';
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
 * Saves what was read and the place in the list of changes in one transaction.
 *
 * @returns false where another pull was faster; then nothing was written
 */
export async function saveChanges(
  deps: Pick<GateDeps, 'store' | 'clock' | 'log'>,
  organizationId: string,
  record: MailboxRecord,
  reading: MailboxReading,
): Promise<boolean> {
  const { changes, full, pages, cursor } = reading.pulled;
  const sorted = sortChanges(reading.pulled);
  const saved = await deps.store.inOrganization(organizationId, async (tx) => {
    const nowMs = deps.clock.nowMs();
    const to = { cursor, window: reading.window, pulledMs: nowMs };
    if (!(await tx.mailboxes.moveCursor(record.id, reading.from, to))) return false;
    await saveEntries(tx, record.id, reading, sorted);
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

async function saveEntries(
  { meetings }: StoreTransaction,
  mailboxId: string,
  { beganMs, pulled }: MailboxReading,
  { entries, removed, unreadable }: SortedChanges,
): Promise<void> {
  if (entries.length > 0) await meetings.save(mailboxId, entries, beganMs);
  if (removed.length > 0) await meetings.markRemoved(mailboxId, removed, beganMs);
  if (!pulled.full) return;
  // What could not be read is there all the same.
  const there = [...entries.map(({ meeting }) => meeting.id), ...unreadable.flatMap(({ id }) => id ?? [])];
  await meetings.markOthersRemoved(mailboxId, there, beganMs);
}
