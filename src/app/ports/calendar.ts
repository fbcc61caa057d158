import type { EventTime, Window } from '../../core/meeting/event-time.ts';
import type { Answer, Meeting } from '../../core/meeting/meeting.ts';
import type { WeeklyWindow } from '../../core/meeting/policy.ts';
import type { ReadProblem } from '../../core/meeting/reading.ts';
import type { Outcome } from './problem.ts';

/**
 * Glossary. A *provider* is Google or Microsoft. A *mailbox* is one person's account at a provider, with the calendar
 * in it that the gate looks after: the primary one. An *entry* is a meeting, or a whole series, as one mailbox shows
 * it: everybody has a copy of their own. An *occurrence* of a series is named by the start that its rule gives it.
 * A *version* is the provider's ETag of an entry. A *cursor* is a place in the list of changes. A *hold* is an entry
 * that the gate itself put there to keep time free.
 */

/** Names a meeting, or one occurrence of a series, in one mailbox. */
export interface Target {
  /** Id of the single meeting or of the series. */
  readonly meetingId: string;
  /** The start that the series' rule gives the occurrence; null for the whole. */
  readonly originalStart: EventTime | null;
}

/** Who the owner of the mailbox is in this meeting. */
export type OwnerRole =
  | 'organizer'
  | 'attendee'
  /** Invited through a group, or on a hidden list: no entry of the guest list is theirs, so nothing can be answered. */
  | 'unlisted'
  /** Nobody else takes part. */
  | 'alone';

/** The owner's own view of one occurrence of a series. */
export interface OccurrenceView {
  readonly originalStart: EventTime;
  /** The provider's id of the occurrence; null where only a request would tell it. */
  readonly id: string | null;
  readonly answer: Answer;
  readonly cancelled: boolean;
}

/** One entry as the mailbox shows it now. Text of private entries is gone before it leaves the provider. */
export interface CalendarEntry {
  /** For a series: with its occurrences inside the window that was asked for. */
  readonly meeting: Meeting;
  readonly version: string;
  readonly owner: { readonly role: OwnerRole; readonly answer: Answer; readonly comment: string | null };
  /** False where the organizer wants no answers (Graph `responseRequested`). */
  readonly answerRequested: boolean;
  /** False where the organizer takes no proposals; null where the calendar has no proposals. */
  readonly proposalAllowed: boolean | null;
  /** Of a series, those inside the window that are not as the rule says (changed, cancelled or answered apart). */
  readonly exceptions: readonly OccurrenceView[];
  /** The key that the gate gave this entry when it created it; null for every other entry. */
  readonly gateKey: string | null;
}

export type CalendarChange =
  | { readonly kind: 'entry'; readonly entry: CalendarEntry }
  /** The id as it was known before; ids that nobody knows are to be ignored. */
  | { readonly kind: 'removed'; readonly id: string }
  /** An entry that could not be read; it costs only itself. */
  | { readonly kind: 'unreadable'; readonly id: string | null; readonly problem: ReadProblem };

export interface PulledChanges {
  /** In no order; one entry stands in it at most once. A changed occurrence brings its whole series. */
  readonly changes: readonly CalendarChange[];
  /** Valid only for this mailbox; to be stored together with the changes. */
  readonly cursor: string;
  /** True where this is a full reading of the window: entries that are not in it are gone. */
  readonly full: boolean;
  /** Requests for pages that it took, for the log. */
  readonly pages: number;
}

/** A time to meet, written in a zone. */
export interface MeetingSlot {
  /** Epoch milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
  /** IANA name of the zone in which the times are written and, for a series, repeat. */
  readonly zone: string;
}

export interface AnswerRequest {
  readonly target: Target;
  readonly answer: 'accepted' | 'tentative' | 'declined';
  /** Plain text for the organizer; null sends none. */
  readonly comment: string | null;
  /** Another time; where the calendar knows none it becomes a line of the comment. */
  readonly proposal: MeetingSlot | null;
  /** The entry's version when it was judged; an entry that changed since is not answered. Null skips that check. */
  readonly version: string | null;
}

/** What stood before an answer, to be stored and given back for the undo. Plain JSON. */
export interface AnswerBefore {
  readonly answer: Answer;
  readonly comment: string | null;
  /** The answer the gate gave: only that one is ever undone. */
  readonly given: AnswerRequest['answer'];
  /** Where the mailbox keeps the entry now, if it moved there with the answer. */
  readonly entryId: string;
}

export interface AnswerReceipt {
  readonly before: AnswerBefore;
  /** True where the calendar already held exactly this answer, so that nothing was sent. */
  readonly already: boolean;
  /** Whether the organizer gets the words; false where the calendar dropped them. */
  readonly commentCarried: boolean;
  readonly proposalCarried: 'native' | 'in-comment' | 'no';
}

/** How an undo ended. `replaced`: the calendar cannot restore the entry, so the stated second way was taken. */
export type UndoResult =
  | { readonly kind: 'restored'; readonly answer: Answer }
  | { readonly kind: 'replaced'; readonly entryId: string; readonly what: 'own-copy' | 'nearest-answer' }
  /** Somebody answered, moved or cancelled it since: what they did stands. */
  | { readonly kind: 'left-alone'; readonly why: 'answered-since' | 'gone' | 'cancelled' };

export interface NewMeeting {
  /** The caller's id of this act: asking twice with one key creates one meeting. */
  readonly key: string;
  readonly summary: string;
  /** Plain text. */
  readonly description: string;
  readonly slot: MeetingSlot;
  readonly attendees: readonly { readonly email: string; readonly optional: boolean }[];
  /** Times that it happens, once a week on the clock of the slot's zone, the slot included; absent: once. */
  readonly weeks?: number;
}

export interface CreatedEntry {
  readonly id: string;
  readonly uid: string;
  readonly version: string;
  /** True where an earlier request with the same key had created it. */
  readonly existed: boolean;
}

export interface NewHold {
  readonly key: string;
  readonly title: string;
  readonly slot: MeetingSlot;
  /** The calendar's own declining knows no exceptions and carries no offer, so the policy has to opt in. */
  readonly autoDecline: 'none' | 'new-conflicts' | 'all-conflicts';
}

export interface CreatedHold extends CreatedEntry {
  /** `busy` where the calendar or the account has no focus time of its own. */
  readonly as: 'focus-time' | 'busy';
}

/** Unknown is a value: it never means free. */
export type Availability =
  | {
      readonly email: string;
      readonly known: true;
      /** Sorted by start, not overlapping within one kind; epoch milliseconds. */
      readonly taken: readonly (Window & {
        readonly as: 'busy' | 'tentative' | 'out-of-office' | 'elsewhere' | 'unknown';
      })[];
    }
  | { readonly email: string; readonly known: false; readonly why: string };

/** What the calendar knows of its owner's week; null where it does not say. */
export interface OwnerHours {
  /** IANA name. */
  readonly zone: string | null;
  readonly workingHours: readonly WeeklyWindow[] | null;
}

export interface SubscriptionRequest {
  /** Proposed id, stored by the caller beforehand: a first notification may arrive before the answer. */
  readonly id: string;
  /** https address that takes the notifications. */
  readonly address: string;
  /** Unguessable, one for each subscription; comes back with every notification. At most 128 characters. */
  readonly secret: string;
  /** Milliseconds; the provider may grant less. */
  readonly lifetimeMs: number;
}

export interface Subscription {
  /** The provider's id, which need not be the proposed one. */
  readonly id: string;
  /** What Google wants beside the id to stop a channel; null elsewhere. */
  readonly resourceId: string | null;
  /** Epoch milliseconds, as granted. */
  readonly expiresMs: number;
}

/** One mailbox. Every function may be called again after a failure; what cannot be repeated safely says so. */
export interface MailboxCalendar {
  subscribe(request: SubscriptionRequest): Promise<Outcome<Subscription>>;
  /** Lengthens a subscription, or replaces it by a new one where it cannot be lengthened or is gone. */
  renewSubscription(
    subscription: Subscription,
    request: SubscriptionRequest,
  ): Promise<Outcome<{ readonly subscription: Subscription; readonly replaced: boolean }>>;
  /** Ends it; one that is already gone is ended. */
  unsubscribe(subscription: Subscription): Promise<Outcome<null>>;
  /**
   * Changes since the cursor; all entries of the window where it is null, or where the window has left the one
   * that the cursor was made for. An expired cursor is the refusal `cursor-expired`.
   */
  pullChanges(cursor: string | null, window: Window): Promise<Outcome<PulledChanges>>;
  /** The entry as it is now; null where it is gone. Given the id of an occurrence, its series. */
  readEntry(id: string, window: Window): Promise<Outcome<CalendarEntry | null>>;
  answer(request: AnswerRequest): Promise<Outcome<AnswerReceipt>>;
  /**
   * The provider's id of an occurrence that is as its rule says. Only where an answer takes it out of its series, so
   * that nobody finds it afterwards: an undo needs that id.
   */
  occurrenceId?(target: Target): Promise<Outcome<string>>;
  undoAnswer(target: Target, before: AnswerBefore): Promise<Outcome<UndoResult>>;
  createMeeting(meeting: NewMeeting): Promise<Outcome<CreatedEntry>>;
  /** The owner's own meeting to another time; attendees are told. */
  moveMeeting(
    target: Target,
    slot: MeetingSlot,
    version: string | null,
  ): Promise<Outcome<{ version: string }>>;
  /** Cancels the owner's own meeting; attendees are told. One that is gone or cancelled is cancelled. */
  cancelMeeting(target: Target, comment: string | null, version: string | null): Promise<Outcome<null>>;
  holdTime(hold: NewHold): Promise<Outcome<CreatedHold>>;
  /** Removes a hold; one that is gone is removed. Never removes an entry without the gate's own key. */
  releaseHold(id: string): Promise<Outcome<null>>;
  /** One answer for each address, in the order asked. Any number of addresses, at most 31 days. */
  freeBusy(emails: readonly string[], window: Window): Promise<Outcome<readonly Availability[]>>;
  ownerHours(): Promise<Outcome<OwnerHours>>;
}
