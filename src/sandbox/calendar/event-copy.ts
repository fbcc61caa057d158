/** When an event of the sandbox is. Whole days are dates, everything else an instant with its IANA zone. */
export type EventMoment =
  | { readonly kind: 'instant'; readonly ms: number; readonly zone: string }
  | { readonly kind: 'date'; readonly date: string };

export type GuestAnswer = 'needsAction' | 'accepted' | 'tentative' | 'declined';

/** One entry of a guest list. */
export interface Guest {
  readonly address: string;
  readonly name: string | null;
  readonly optional: boolean;
  readonly resource: boolean;
  readonly answer: GuestAnswer;
  readonly comment: string | null;
  readonly proposal: { readonly start: EventMoment; readonly end: EventMoment } | null;
  /** Epoch milliseconds; null before the first answer. */
  readonly answeredAtMs: number | null;
}

/** What the organizer decides, and every copy shows until somebody changes it locally. */
export interface EventFields {
  readonly summary: string;
  readonly body: { readonly kind: 'text' | 'html'; readonly content: string };
  readonly location: string;
  readonly start: EventMoment;
  /** Exclusive. */
  readonly end: EventMoment;
  /** RRULE, EXDATE and RDATE lines (RFC 5545); empty for a single event. The start is always an occurrence. */
  readonly recurrence: readonly string[];
  readonly guests: readonly Guest[];
  /** True once the organizer calls it off: the copies of guests stay as cancelled ones. */
  readonly cancelled: boolean;
  readonly tentative: boolean;
  readonly visibility: 'default' | 'public' | 'private' | 'confidential';
  readonly importance: 'low' | 'normal' | 'high';
  readonly answersRequested: boolean;
  readonly proposalsAllowed: boolean;
  /** Guests see only themselves and the organizer. */
  readonly guestListHidden: boolean;
  readonly conferenceUrl: string | null;
  /** Google `extendedProperties.shared`. */
  readonly sharedProperties: Readonly<Record<string, string>>;
  /** Links, as Google attaches them. */
  readonly attachments: readonly {
    readonly url: string;
    readonly title: string;
    readonly mimeType: string;
  }[];
}

/** What only the owner of a copy decides and nobody else sees. */
export interface OwnFields {
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
  readonly categories: readonly string[];
  /** Google `extendedProperties.private`, or Graph single-value extended properties by their id. */
  readonly privateProperties: Readonly<Record<string, string>>;
  readonly reminderMinutes: number | null;
  /** Google's kinds of entries, with what belongs to them, as the API gives and takes it. */
  readonly special: {
    readonly eventType: 'focusTime' | 'outOfOffice' | 'workingLocation';
    readonly properties: unknown;
  } | null;
}

/** One occurrence that is not as the rule says. Fields that are absent are those of the series. */
export interface EventException {
  /** Key of the occurrence, see `occurrenceKey`. */
  readonly originalStart: string;
  readonly fields: Partial<Omit<EventFields, 'recurrence'>>;
  readonly own: Partial<OwnFields>;
  /** Only this copy lacks it: the owner deleted it, or Graph moved it away with a decline. */
  readonly gone: boolean;
  readonly version: number;
  readonly updatedMs: number;
}

/** One mailbox's own copy of an event or of a series. Plain JSON. */
export interface EventCopy {
  /** Unique in the sandbox. */
  readonly key: string;
  /** Whose calendar it is in: a lower-case address. */
  readonly mailbox: string;
  /** Id that the client or another copy chose (Google); by default the key. */
  readonly providerId: string;
  /** iCalendar UID, the same in every copy. */
  readonly uid: string;
  readonly organizer: string;
  readonly organizerName: string | null;
  readonly fields: EventFields;
  readonly own: OwnFields;
  /** By key of the occurrence. */
  readonly exceptions: Readonly<Record<string, EventException>>;
  /** `deleted` is Graph's Deleted Items; `purged` copies are only tombstones for the sync. */
  readonly folder: 'calendar' | 'deleted' | 'purged';
  /** On the calendar but hidden by the owner's setting until answered (Google). */
  readonly hidden: boolean;
  /** RFC 5545 SEQUENCE. */
  readonly sequence: number;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** Grows with every change of this copy; the ETag is made of it. */
  readonly version: number;
  /** As of the last change that was not one of single occurrences only: what all the other occurrences show. */
  readonly whole?: { readonly version: number; readonly updatedMs: number };
  /** Client-chosen id of the creation (Graph `transactionId`); null without one. */
  readonly transactionId: string | null;
}

/** The whole of a copy, or one occurrence of its series. */
export interface EventRef {
  readonly key: string;
  readonly originalStart: string | null;
}

/** One occurrence as a mailbox shows it. */
export interface EventInstance {
  readonly copy: EventCopy;
  readonly originalStart: string;
  /** The start that the rule gives. */
  readonly originalMoment: EventMoment;
  /** Fields of the series with those of the exception; `start` and `end` are this occurrence's own. */
  readonly fields: EventFields;
  readonly own: OwnFields;
  readonly isException: boolean;
  readonly gone: boolean;
  readonly version: number;
  readonly updatedMs: number;
}
