/** Time that the gate keeps free in a calendar. */
export interface HoldRecord {
  readonly id: string;
  readonly mailboxId: string;
  /** Names what is protected, for example `no-meeting-day 2026-11-25`: one hold for each. */
  readonly key: string;
  readonly startMs: number;
  readonly endMs: number;
  /** The provider's id; null until it stands in the calendar. */
  readonly entryId: string | null;
  readonly releasedMs: number | null;
}

export interface Holds {
  /** @returns false where one with this key stands */
  add(hold: HoldRecord): Promise<boolean>;
  find(id: string): Promise<HoldRecord | null>;
  setEntry(id: string, entryId: string): Promise<void>;
  /** Removes those that were over before then. @returns how many */
  clear(endedBeforeMs: number, most: number): Promise<number>;
  markReleased(id: string, nowMs: number): Promise<void>;
  /** Not released. */
  ofMailbox(mailboxId: string): Promise<readonly HoldRecord[]>;
}
