import type { Table } from '../state/tables.ts';
import type { CopyChange } from './calendar-engine.ts';

/** The numbered changes of every mailbox, from 1 and without holes. */
export interface Changes {
  /** Numbers a change and keeps it; listeners hear of it at the next `announce`. */
  readonly append: (change: Omit<CopyChange, 'number'>) => void;
  /** Tells the listeners what was appended, in order. What they cause themselves is told after it. */
  readonly announce: () => void;
  readonly last: (mailbox: string) => number;
  readonly since: (mailbox: string, number: number) => readonly CopyChange[];
  readonly onChange: (listener: (change: CopyChange) => void) => () => void;
}

/** @param table keeps the changes over a restart */
export function createChanges(table: Table<CopyChange>): Changes {
  const byMailbox = new Map<string, CopyChange[]>();
  const unannounced: CopyChange[] = [];
  const listeners = new Set<(change: CopyChange) => void>();

  function changesOf(mailbox: string): CopyChange[] {
    const known = byMailbox.get(mailbox) ?? [];
    byMailbox.set(mailbox, known);
    return known;
  }
  // The table gives them in the order of their first put, which is the order of their numbers.
  for (const change of table.values()) changesOf(change.mailbox).push(change);

  return {
    append: (unnumbered) => {
      const known = changesOf(unnumbered.mailbox);
      const change = { ...unnumbered, number: known.length + 1 };
      known.push(change);
      table.put(`${change.mailbox} ${change.number}`, change);
      unannounced.push(change);
    },
    announce: () => {
      for (let change = unannounced.shift(); change; change = unannounced.shift()) {
        for (const listener of [...listeners]) listener(change);
      }
    },
    last: (mailbox) => byMailbox.get(mailbox.toLowerCase())?.length ?? 0,
    since: (mailbox, number) => byMailbox.get(mailbox.toLowerCase())?.slice(Math.max(0, number)) ?? [],
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
