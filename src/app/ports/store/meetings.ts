import type { Window } from '../../../core/meeting/event-time.ts';
import type { CalendarEntry } from '../calendar.ts';

/** An entry as the mailbox showed it last. */
export interface MeetingRecord {
  readonly mailboxId: string;
  /** The provider's id in this mailbox. */
  readonly entryId: string;
  /** iCalendar UID: the same in every mailbox. */
  readonly uid: string;
  readonly entry: CalendarEntry;
  readonly seenMs: number;
  /** When it was found to be gone; null while it is there. */
  readonly removedMs: number | null;
}

export interface Meetings {
  /** Writes entries as they are now and marks them to be judged; those that changed nothing (same version) are left. */
  save(mailboxId: string, entries: readonly CalendarEntry[], seenMs: number): Promise<void>;
  /** Marks entries as gone and to be judged; unknown ids are ignored. */
  markRemoved(mailboxId: string, entryIds: readonly string[], nowMs: number): Promise<void>;
  /** After a full reading: marks all others as gone. */
  markOthersRemoved(mailboxId: string, entryIds: readonly string[], nowMs: number): Promise<void>;
  find(mailboxId: string, entryId: string): Promise<MeetingRecord | null>;
  /** The newest entry with this UID that is not gone, else the newest that is; null where there is none. */
  findByUid(mailboxId: string, uid: string): Promise<MeetingRecord | null>;
  /** Takes entries to be judged, locked for this transaction, oldest change first. */
  takeUnjudged(mailboxId: string, most: number): Promise<readonly MeetingRecord[]>;
  /** They were judged, or could not be (`problem`: a code or a message without text of the invite). */
  markJudged(mailboxId: string, entryIds: readonly string[], problem: string | null): Promise<void>;
  markUnjudged(mailboxId: string, entryIds: readonly string[]): Promise<void>;
  /** Mailboxes with entries that wait to be judged. */
  mailboxesUnjudged(): Promise<readonly string[]>;
  /** Entries that are there and touch the window, by start. */
  inWindow(mailboxId: string, window: Window): Promise<readonly MeetingRecord[]>;
  /** Removes those that were over or gone before then. @returns how many */
  clear(beforeMs: number, most: number): Promise<number>;
  /** How many other meetings of this mailbox before then name this address. */
  countWith(mailboxId: string, address: string, beforeMs: number): Promise<number>;
}
