import type { CalendarNotification } from '../provider.ts';

/** One notification that was checked and taken. */
export interface InboxRow {
  readonly id: string;
  readonly mailboxId: string;
  readonly subscriptionId: string;
  readonly kind: CalendarNotification['kind'];
  readonly receivedMs: number;
  /** When a pull that began after it had ended; null while it waits. */
  readonly handledMs: number | null;
}

export interface Inbox {
  add(rows: readonly Omit<InboxRow, 'handledMs'>[]): Promise<void>;
  find(id: string): Promise<InboxRow | null>;
  /** All of the mailbox that came before the pull began. */
  markHandled(mailboxId: string, receivedBeforeMs: number, nowMs: number): Promise<void>;
  /** Mailboxes with a row that waits since before then. */
  mailboxesWaiting(sinceMs: number): Promise<readonly string[]>;
  /** Removes rows that were handled before then, or that came before then and never were. @returns how many */
  clear(beforeMs: number, most: number): Promise<number>;
}
