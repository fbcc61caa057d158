import type { Act } from '../../../core/gate/act.ts';
import type { Verdict } from '../../../core/gate/verdict.ts';
import type { Reason } from '../../../core/need/need.ts';

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

export interface Cases {
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
