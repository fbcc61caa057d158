import type { Alternative } from '../../core/offer/alternative.ts';
import type { Draft } from '../../core/offer/draft.ts';

/** What people read. Made by `front`; plain data in, finished words out. */
export interface Wording {
  /** Plain text for the organizer, as the comment of an answer. */
  answerComment(about: AnswerWords): string;
  /** For the owner of the mailbox, in their own mailbox. */
  ownerMail(about: OwnerMailWords): {
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  };
  /** A draft as blocks of a document. */
  documentBlocks(draft: Draft): readonly {
    readonly kind: 'heading' | 'paragraph' | 'bullet';
    readonly text: string;
  }[];
}

export interface AnswerWords {
  readonly answer: 'declined' | 'tentative';
  /** Outsiders get no internal link and no text of the policy. */
  readonly audience: 'inside' | 'outside';
  /** Why, in sentences that the gate made; none quotes the invite. */
  readonly because: readonly string[];
  readonly offer:
    | { readonly kind: 'alternative'; readonly alternative: Alternative; readonly dueMs: number | null }
    | { readonly kind: 'other-times' }
    /** Somebody else's answer carries the offer already. */
    | { readonly kind: 'pointer' };
  /** Sentences that propose other times; empty where there are none. */
  readonly otherTimes: readonly string[];
  /** Opens the prefilled draft; null where there is none, or the reader may not have it. */
  readonly draftUrl: string | null;
  /** Until when a tentative answer stands, epoch milliseconds; null for a decline. */
  readonly untilMs: number | null;
  /** IANA name of the owner's zone, on whose clock the sentences tell times; UTC where nobody knows it. */
  readonly zone: string;
}

export interface OwnerMailWords {
  readonly about:
    | 'offer'
    | 'question'
    | 'move'
    | 'change'
    | 'answered'
    | 'withdrawn'
    | 'in-doubt'
    | 'answer-in-doubt'
    | 'refused'
    | 'observed'
    | 'fell-back';
  /** Title of the meeting: hostile text. Null where there is none, or it is private. */
  readonly title: string | null;
  /** When it is, on the owner's clock; null where unknown. */
  readonly whenText: string | null;
  readonly answer: 'declined' | 'tentative' | null;
  readonly because: readonly string[];
  /** What the gate proposes, in sentences. */
  readonly proposals: readonly string[];
  /** What else to say, in sentences: what is in doubt, why it was refused, what would have happened. */
  readonly notes: readonly string[];
  /** Opens the case with its story and its undo; null where no address is stated. */
  readonly caseUrl: string | null;
}
