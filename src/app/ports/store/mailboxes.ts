import type { Window } from '../../../core/meeting/event-time.ts';
import type { OwnerHours } from '../calendar.ts';
import type { ProblemCode } from '../problem.ts';
import type { CalendarProvider, Grant } from '../provider.ts';

type MailboxState =
  /** Connected; everything is judged and nothing is done until `observingUntilMs`. */
  | 'observing'
  | 'active'
  /** Being left: nothing new is done, what the gate created is being removed. */
  | 'leaving'
  | 'left';

/** One connected mailbox. */
export interface MailboxRecord {
  readonly id: string;
  readonly provider: CalendarProvider['name'];
  /** Lower case, unique among the mailboxes of an organization that are not left. */
  readonly address: string;
  readonly otherAddresses: readonly string[];
  readonly grant: Grant;
  readonly state: MailboxState;
  readonly observingUntilMs: number | null;
  readonly connectedMs: number;
  /** Place in the list of changes, and the window that it was made for; null before the first pull. */
  readonly cursor: string | null;
  readonly window: Window | null;
  /** When the last pull ended well. */
  readonly pulledMs: number | null;
  readonly hours: OwnerHours | null;
  /** What keeps it from working; null where nothing does. */
  readonly problem: { readonly code: ProblemCode; readonly sinceMs: number } | null;
  /** Answers a day that each rule would have given while observing; null before it was observed. */
  readonly forecast: Readonly<Record<string, number>> | null;
}

/** A mailbox as it stands in a list: nothing that has to be decrypted, so one that cannot be opened is shown as well. */
export type MailboxSummary = Omit<MailboxRecord, 'grant'> & {
  /** When the sweep had it read last. */
  readonly wokenMs: number | null;
};

export interface Mailboxes {
  add(mailbox: MailboxRecord): Promise<void>;
  /** Throws where its grant cannot be decrypted. */
  find(id: string): Promise<MailboxRecord | null>;
  /** The one that is not left. `grantKind` is null where its grant cannot be decrypted: it can be connected anew. */
  findByAddress(
    address: string,
  ): Promise<(MailboxSummary & { readonly grantKind: Grant['kind'] | null }) | null>;
  /** All that are not left. Throws where a grant cannot be decrypted. */
  all(): Promise<readonly MailboxRecord[]>;
  /** The same without their grants. */
  summaries(): Promise<readonly MailboxSummary[]>;
  /** The sweep has them read. */
  markWoken(ids: readonly string[], nowMs: number): Promise<void>;
  /**
   * Locks the mailbox for this transaction, which saves a part of a reading. The first part takes the saving over from
   * whichever reading had it.
   *
   * @param from the cursor that the reading began at
   * @returns false where another pull moved the cursor or took the saving over
   */
  savePart(
    id: string,
    part: { readonly reading: string; readonly from: string | null; readonly isFirst: boolean },
  ): Promise<boolean>;
  /** Answers a day that this rule would give in all mailboxes together; null where none of them has a forecast. */
  forecastOf(rule: string): Promise<number | null>;
  change(
    id: string,
    change: Partial<
      Pick<
        MailboxRecord,
        | 'otherAddresses'
        | 'grant'
        | 'state'
        | 'observingUntilMs'
        | 'hours'
        | 'problem'
        | 'forecast'
        | 'pulledMs'
      >
    >,
  ): Promise<void>;
  /**
   * Moves the place in the list of changes on, if it is still where the pull began.
   *
   * @param from the cursor that the pull began at
   * @param to with `reading` only if no other reading took the saving of its parts over
   * @returns false where another pull was faster; then the caller has to roll back
   */
  moveCursor(
    id: string,
    from: string | null,
    to: {
      readonly cursor: string;
      readonly window: Window;
      readonly pulledMs: number;
      readonly reading?: string | null;
    },
  ): Promise<boolean>;
  /** Forgets the cursor: the next pull reads everything. */
  forgetCursor(id: string): Promise<void>;
}
