import type { CalendarEntry } from '../calendar.ts';
import type { MailboxRecord } from './mailboxes.ts';

/** Parts whose JSON may name anybody. Meetings are apart from these: see `entriesOf`. */
export type RewrittenPart = 'cases' | 'effects' | 'answers' | 'offers' | 'threads' | 'mailboxes';

/** Gives a value without a person; the same one where it does not name them. */
export type Rewrite = <Value>(value: Value) => Value;

export interface Erasing {
  /** Whether anybody was ever erased here; where nobody was, nothing has to be looked up. */
  isUsed(): Promise<boolean>;
  /** Those of the marks (lower-case addresses, names as `markOfName` has them) that were erased, with their number. */
  recognize(marks: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Keeps a digest of each mark under a key of the organization, so that it is recognized when a calendar brings it
   * back. One number stands for all of them; they keep the one that they had.
   */
  remember(marks: readonly string[]): Promise<number>;
  /** Somebody with these is here by their own will again. */
  welcome(marks: readonly string[]): Promise<void>;
  /** All with this address, also those that were left. */
  mailboxesOf(
    address: string,
  ): Promise<readonly Pick<MailboxRecord, 'id' | 'address' | 'otherAddresses' | 'state'>[]>;
  /** Addresses of mailboxes that were left, which are kept for their history. */
  leftAddresses(): Promise<readonly string[]>;
  /** Of everybody, also those that were left, by id. */
  mailboxIds(): Promise<readonly string[]>;
  /** Entries of all mailboxes that list one of the addresses, by their place; `after` is the last place of before. */
  entriesNaming(
    addresses: readonly string[],
    after: EntryPlace | null,
    most: number,
  ): Promise<readonly (EntryPlace & { readonly entry: CalendarEntry })[]>;
  /** Names that those who signed in with one of the addresses gave themselves. */
  signedInNames(addresses: readonly string[]): Promise<readonly string[]>;
  /** Entries of a mailbox by their id, gone ones too. Locks the mailbox, so that no reading of it is saved meanwhile. */
  entriesOf(mailboxId: string, after: string, most: number): Promise<readonly CalendarEntry[]>;
  /** Writes an entry in its place as if it had always read so: it is not judged again. */
  replaceEntry(mailboxId: string, entry: CalendarEntry): Promise<void>;
  /** Rewrites a portion by its key, and the story of cases with them. @returns the last key; null where it was the end */
  rewrite(part: RewrittenPart, after: string, most: number, rewrite: Rewrite): Promise<string | null>;
  /** Removes a mailbox with everything that hangs on it, also its jobs. @returns how many rows */
  removeMailbox(mailboxId: string): Promise<number>;
}

export interface EntryPlace {
  readonly mailboxId: string;
  readonly entryId: string;
}
