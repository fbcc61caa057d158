import type { Draft } from '../../../core/offer/draft.ts';
import type { LinkPurpose } from './store.ts';

/** The one offer of a meeting, over all mailboxes of an organization. */
export interface OfferRecord {
  readonly id: string;
  /** iCalendar UID, and the occurrence's key (empty for a single meeting or a whole series). */
  readonly uid: string;
  readonly occurrence: string;
  /** The answer that carries it. */
  readonly effectId: string;
  readonly caseId: string;
  readonly mailboxId: string;
  /** Prefilled from this invite; what its links open. Null for a private entry, whose text is not kept. */
  readonly draft: Draft | null;
  /** Sentences that propose other times; empty where there are none. */
  readonly otherTimes: readonly string[];
  readonly createdMs: number;
}

export interface Offers {
  /**
   * Claims the meeting's offer for an answer.
   *
   * @returns the offer that stands: this one, or the one that was faster
   */
  claim(offer: OfferRecord): Promise<OfferRecord>;
  /**
   * Hands the offer on to another answer, with its draft; its links stay.
   *
   * @param from the answer that carried it
   * @returns the offer as it stands then: handed on to this one, or to one that was faster
   */
  handOn(id: string, from: string, to: OfferRecord): Promise<OfferRecord>;
  find(id: string): Promise<OfferRecord | null>;
  /** The answer that should have carried it was not given: another one may. */
  giveUp(effectId: string): Promise<void>;
}

/** A link that needs no sign-in. Only the digest of its token is kept. */
export interface Links {
  add(link: {
    readonly digest: string;
    readonly purpose: LinkPurpose;
    readonly subjectId: string;
    readonly expiresMs: number;
  }): Promise<void>;
  /** What it was used for already. */
  usesOf(digest: string): Promise<readonly LinkUse[]>;
  markUsed(digest: string, use: LinkUse, nowMs: number): Promise<void>;
  clear(expiredBeforeMs: number, most: number): Promise<number>;
}

/** What the link of a case can do, each once. */
export type LinkUse = 'undo' | 'justify';

/** What replaced a meeting: a document or thread with its decision. */
export interface ThreadRecord {
  /** The case's id. */
  readonly caseId: string;
  readonly mailboxId: string;
  readonly draft: Draft | null;
  /** Where it is written; null until it was created. */
  readonly documentUrl: string | null;
  readonly openedMs: number;
  /** The live slot it was escalated to; null where it was not. */
  readonly escalatedEntryId: string | null;
  readonly decidedMs: number | null;
  readonly decision: unknown;
}

export interface Threads {
  add(thread: ThreadRecord): Promise<void>;
  find(caseId: string): Promise<ThreadRecord | null>;
  change(
    caseId: string,
    change: Partial<Pick<ThreadRecord, 'documentUrl' | 'escalatedEntryId' | 'decidedMs' | 'decision'>>,
  ): Promise<void>;
}
