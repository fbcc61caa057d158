import type { Meeting } from '../../core/meeting/meeting.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

/** The meeting of a case as its mailbox showed it last: its own entry, else whatever stands under its UID now. */
export async function meetingOf(
  tx: StoreTransaction,
  { mailboxId, entryId, uid }: Pick<CaseRecord, 'mailboxId' | 'entryId' | 'uid'>,
): Promise<Meeting | null> {
  const own = await tx.meetings.find(mailboxId, entryId);
  const shown = own !== null && own.removedMs === null ? own : await tx.meetings.findByUid(mailboxId, uid);
  return (shown ?? own)?.entry.meeting ?? null;
}
