import type {
  EventCopy,
  EventFields,
  EventInstance,
  EventMoment,
  EventRef,
  Guest,
  GuestAnswer,
  OwnFields,
} from './event-copy.ts';

/** Half-open window, epoch milliseconds; null is without end. */
export interface EventWindow {
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** One change of one copy, for notifications and for the lists of changes. */
export interface CopyChange {
  readonly mailbox: string;
  readonly key: string;
  /** Counts the changes of one mailbox, from 1. */
  readonly number: number;
  readonly kind: 'created' | 'updated' | 'deleted';
  /** Occurrence it is about; null for the whole. */
  readonly originalStart: string | null;
  /** True for an invitation that the owner's setting keeps off the calendar. */
  readonly hidden: boolean;
}

export interface NewEvent {
  readonly organizer: string;
  readonly fields: EventFields;
  readonly own: OwnFields;
  /** Null lets the engine choose. */
  readonly providerId: string | null;
  readonly uid: string | null;
  readonly transactionId: string | null;
  /** False sends no mail to guests; their copies appear all the same. */
  readonly notify: boolean;
}

/**
 * Calendars of all mailboxes of the sandbox, on whichever provider: everybody has a copy of their own, and what the
 * organizer does travels to the copies of the guests and back as it does by iTIP (RFC 5546). Callers have checked
 * rights and preconditions; a wrong key throws. Every function is synchronous, so nothing happens in between.
 */
export interface CalendarEngine {
  create(event: NewEvent): EventCopy;
  /**
   * Changes fields. In the organizer's copy the change goes to all copies; a new time, a new rule or a new end makes
   * the guests' answers open again (on Google by the switch `google.moved-time-resets-answers`), brings copies back
   * from Deleted Items and clears what they had changed locally. In a guest's copy it stays local.
   * With `originalStart` it makes or changes an exception. Guests who are new get a copy, guests who are gone
   * keep a cancelled one. Whoever gets an entry that was not there is new, also where a group had kept them in.
   */
  update(ref: EventRef, change: Partial<EventFields>, notify: boolean): EventCopy;
  /** The owner's own fields, seen by nobody else. A value of `privateProperties` that is null deletes its key. */
  updateOwn(
    ref: EventRef,
    change: Partial<Omit<OwnFields, 'privateProperties'>> & {
      readonly privateProperties?: Readonly<Record<string, string | null>>;
    },
  ): EventCopy;
  /**
   * The owner of a guest's copy answers. It is written into their own copy; with `send` also into the organizer's
   * and, on Google, into the copies of the other Google guests, and it is a visible act. On Microsoft a decline moves
   * the copy (or the occurrence) away: folder `deleted`, `gone`. Answering the whole series answers exceptions too.
   */
  answer(
    ref: EventRef,
    answer: {
      readonly answer: GuestAnswer;
      readonly comment: string | null;
      readonly proposal: { readonly start: EventMoment; readonly end: EventMoment } | null;
      readonly send: boolean;
    },
  ): EventCopy;
  /**
   * By the organizer: cancels for all; the guests' copies are marked cancelled, the own one is purged (Google) or
   * moved to Deleted Items (Microsoft). By a guest: takes it off the own calendar (`google.attendee-deletes`).
   * With `originalStart` only that occurrence.
   */
  remove(ref: EventRef, notify: boolean, comment: string | null): void;
  /** Takes a cancelled copy off a guest's calendar, or brings one back from Deleted Items; nobody is told. */
  moveToFolder(key: string, folder: EventCopy['folder']): EventCopy;

  get(key: string): EventCopy | null;
  /** By the id the provider shows: the same id may name a copy in each Google mailbox. */
  find(mailbox: string, providerId: string): EventCopy | null;
  findByUid(mailbox: string, uid: string): EventCopy | null;
  /** All copies of a mailbox, tombstones included, by key. */
  copies(mailbox: string): readonly EventCopy[];
  /** The guest entry of the copy's owner; null for the organizer and for whoever was invited through a group. */
  ownGuest(copy: EventCopy, originalStart: string | null): Guest | null;
  /** The occurrence, changed or not; null where the rule has none there. */
  instance(key: string, originalStart: string): EventInstance | null;
  /**
   * Occurrences that overlap the window, by start; at most `limit`. Gone and cancelled ones are in it and say so.
   * A single event is its own only instance.
   */
  instances(key: string, window: EventWindow, limit: number): readonly EventInstance[];
  /** What is busy, by the rules of the mailbox's provider; null for somebody without a calendar. */
  busy(
    address: string,
    window: { readonly fromMs: number; readonly toMs: number },
  ):
    | readonly {
        readonly fromMs: number;
        readonly toMs: number;
        readonly as: OwnFields['showAs'];
        readonly instance: EventInstance;
      }[]
    | null;

  /** Number of the last change of a mailbox; 0 before the first. */
  lastChange(mailbox: string): number;
  /** Changes after a number, oldest first. */
  changesSince(mailbox: string, number: number): readonly CopyChange[];
  /** Called after each change, in order, before the call that made it returns. Gives back what ends it. */
  onChange(listener: (change: CopyChange) => void): () => void;
}

/**
 * Key of an occurrence: `YYYYMMDDTHHMMSSZ` (UTC) of the start that the rule gives, or `YYYYMMDD` for whole days.
 * The form of RFC 5545 DATE-TIME and DATE.
 */
export function occurrenceKey(moment: EventMoment): string {
  return moment.kind === 'date'
    ? moment.date.replaceAll('-', '')
    : `${new Date(moment.ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
