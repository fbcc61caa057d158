import type { Act } from '../../../core/gate/act.ts';
import type { Verdict } from '../../../core/gate/verdict.ts';
import type { Reason } from '../../../core/need/need.ts';
import type { DeadlineRecord } from './deadlines.ts';
import type { AnswerRecord, EffectRecord } from './effects.ts';
import type { MeetingRecord } from './meetings.ts';
import type { OfferRecord, ThreadRecord } from './offers.ts';

/** What a case is about: a meeting in a mailbox, or one occurrence of a series there. */
interface CaseSubject {
  readonly mailboxId: string;
  readonly uid: string;
  /** `occurrenceKey` of the start that the rule gives the occurrence; empty for the whole meeting or series. */
  readonly occurrence: string;
}

/** One case with the machine's snapshot. A meeting that comes back after its case was closed gets a new one. */
export interface CaseRecord extends CaseSubject {
  readonly id: string;
  /** The entry's id in the mailbox when it was last looked at. */
  readonly entryId: string;
  readonly openedMs: number;
  readonly changedMs: number;
  /** XState's persisted snapshot of the case machine. */
  readonly snapshot: unknown;
  /** Path of the state, for example `waiting.onGrace`. */
  readonly state: string;
  readonly closed: boolean;
  readonly verdict: Verdict | null;
  /** What was done, and what would have been done without observing, brake and fallback. */
  readonly act: Act;
  readonly wouldAct: Act;
  /** The rule that decided; null where none did. */
  readonly rule: string | null;
  readonly reasons: readonly Reason[];
  readonly changes: readonly string[];
  readonly revision: number;
  readonly overridden: boolean;
  /** Digest of what was judged (time, text, people), to see whether a change matters. */
  readonly fingerprint: string;
  /** Start and end of what was judged; null where unknown. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/**
 * Cases of a mailbox that its owner looks at: `needs-you` are open ones that wait for a person, where something was
 * refused or a mail is in doubt; `answered` those with an answer of the gate that stands; `all` every one.
 */
export type CaseShelf = 'needs-you' | 'answered' | 'all';

/** Where a page of a shelf ends: epoch milliseconds of what it is ordered by (null: unknown), and the order of writing. */
export interface ShelfPlace {
  readonly ms: number | null;
  readonly seq: number;
}

export interface ShelvedCase {
  readonly record: CaseRecord;
  readonly place: ShelfPlace;
}

/** What belongs to cases, as lists show it. */
export interface CaseBelongings {
  readonly answers: readonly AnswerRecord[];
  readonly deadlines: readonly DeadlineRecord[];
  /** Effects that were refused or are in doubt. */
  readonly troubled: readonly EffectRecord[];
  readonly threads: readonly Pick<ThreadRecord, 'caseId' | 'decidedMs'>[];
}

/** Reading for the pages of the owner. Nothing is locked. */
export interface CasePages {
  /** `needs-you` soonest first and unknown times last, `answered` newest answer first, `all` newest first. */
  onShelf(
    mailboxId: string,
    shelf: CaseShelf,
    page: { readonly after: ShelfPlace | null; readonly most: number },
  ): Promise<readonly ShelvedCase[]>;
  /** How many need their owner; not counted beyond `most`. */
  countNeedingOwner(mailboxId: string, most: number): Promise<number>;
  belongingsOf(caseIds: readonly string[]): Promise<CaseBelongings>;
  /** Entries of a mailbox by the provider's ids, also those that are gone; in no order, without those that are unknown. */
  entriesOf(mailboxId: string, entryIds: readonly string[]): Promise<readonly MeetingRecord[]>;
  /** All effects of a case in their order. */
  effectsOf(caseId: string): Promise<readonly EffectRecord[]>;
  /** The offer that a case carries; null where it carries none. */
  offerOf(caseId: string): Promise<OfferRecord | null>;
  /** Of a meeting and its occurrences, by start. */
  ofMeeting(mailboxId: string, uid: string, most: number): Promise<readonly CaseRecord[]>;
  /** Why its owner wants the meeting left alone, in their own words; null where they said nothing. */
  noteOf(caseId: string): Promise<string | null>;
  setNote(caseId: string, note: string): Promise<void>;
}

export interface Cases extends CasePages {
  add(record: CaseRecord): Promise<void>;
  find(id: string): Promise<CaseRecord | null>;
  /** Locks the row until the transaction ends. */
  lock(id: string): Promise<CaseRecord | null>;
  /** The newest case of each subject of a meeting, locked: of the whole and of its occurrences. */
  lockOfMeeting(mailboxId: string, uid: string): Promise<readonly CaseRecord[]>;
  save(record: CaseRecord): Promise<void>;
  /** Of a mailbox, newest first. */
  ofMailbox(mailboxId: string, most: number): Promise<readonly CaseRecord[]>;
  /** Open ones whose end has passed. */
  ended(beforeMs: number, most: number): Promise<readonly string[]>;
  /**
   * Removes closed cases that did not change since then, with their story, effects, answers and offers. Those stay whose
   * meeting stands in the calendar still, that a person overrode (which holds for ever), or that became a thread.
   *
   * @returns how many
   */
  clear(beforeMs: number, most: number): Promise<number>;
  /** Would-be answers (`wouldAct` tentative or decline) of a mailbox by rule, of cases opened since then. */
  countWouldAnswer(mailboxId: string, sinceMs: number): Promise<Readonly<Record<string, number>>>;
}

/** One step of a case. Only added to. */
export interface CaseStep {
  readonly caseId: string;
  readonly atMs: number;
  /** `gate`, `calendar`, `deadline`, `operator`, or the address of the person. */
  readonly actor: string;
  readonly event: string;
  /** The event as data, without text of the invite. */
  readonly data: unknown;
  readonly from: string;
  readonly to: string;
}

export interface CaseLog {
  /** In their order. */
  add(...steps: readonly CaseStep[]): Promise<void>;
  /** Oldest first. */
  ofCase(caseId: string): Promise<readonly CaseStep[]>;
}
