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
  /** Those after the first `count`. */
  readonly since: (count: number) => readonly VisibleAct[];
  readonly count: () => number;
}

export function createActs(table: Table<VisibleAct>): Acts {
  const keyOf = (number: number) => String(number).padStart(9, '0');
  const since = (count: number): VisibleAct[] => {
    const numbers = Array.from(
      { length: Math.max(0, table.size() - count) },
      (_, index) => count + index + 1,
    );
    return numbers.flatMap((number) => table.get(keyOf(number)) ?? []);
  };
  return {
    record: (act) => table.put(keyOf(table.size() + 1), act),
    all: () => since(0),
    since,
    count: table.size,
  };
}
