import type { Table } from './state/tables.ts';

/** Something that another person can see. Written by the emulators, read by tests: what really happened. */
export interface VisibleAct {
  readonly kind: 'invitation' | 'update' | 'cancellation' | 'answer' | 'mail' | 'document-shared';
  /** Whose mailbox did it, a lower-case address. */
  readonly from: string;
  /** Who sees it. */
  readonly to: readonly string[];
  /** iCalendar UID of the meeting; null for plain mail and documents. */
  readonly uid: string | null;
  /** Key of the occurrence it is about; null for the whole. */
  readonly originalStart: string | null;
  /** The answer, the subject, or the name of the document. */
  readonly detail: string;
  /** The words that came with it. */
  readonly comment: string | null;
  /** Sandbox time, epoch milliseconds. */
  readonly atMs: number;
}

export interface Acts {
  readonly record: (act: VisibleAct) => void;
  /** In the order in which they happened. */
  readonly all: () => readonly VisibleAct[];
}

export function createActs(table: Table<VisibleAct>): Acts {
  return {
    record: (act) => table.put(String(table.size() + 1).padStart(9, '0'), act),
    all: () => [...table.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, act]) => act),
  };
}
