import type { EventTime, Occurrence } from './event-time.ts';

/** Participation status of one attendee (RFC 5545 PARTSTAT; Google `responseStatus`; Graph `status.response`). */
export type Answer = 'needs-action' | 'accepted' | 'tentative' | 'declined' | 'delegated' | 'unknown';

/** What an attendee is (RFC 5545 CUTYPE; Google `resource`; Graph attendee type `resource`). */
type AttendeeKind = 'individual' | 'group' | 'room' | 'resource' | 'unknown';

/** One attendee as the calendar names them. */
export interface Attendee {
  /** Lower case, without `mailto:`; null where the calendar gives only a name. */
  readonly email: string | null;
  readonly name: string | null;
  readonly kind: AttendeeKind;
  /** RFC 5545 ROLE; `non-participant` is informed only. */
  readonly role: 'chair' | 'required' | 'optional' | 'non-participant';
  readonly answer: Answer;
  /** True where the calendar itself says that this entry is the calendar's owner (Google `self`). */
  readonly self: boolean;
}

/** Who called the meeting. */
export interface Organizer {
  readonly email: string | null;
  readonly name: string | null;
  /** True where the calendar itself says that its owner is the organizer. */
  readonly self: boolean;
}

/** How a series repeats, as far as a judgement needs it. The full rule stays with the reader that expands it. */
export interface Recurrence {
  readonly frequency:
    | 'secondly'
    | 'minutely'
    | 'hourly'
    | 'daily'
    | 'weekly'
    | 'monthly'
    | 'yearly'
    | 'irregular';
  /** Every n-th unit of `frequency`; at least 1. */
  readonly interval: number;
  /** How often it happens in a week of a daily or weekly rule (number of BYDAY days); 1 where that does not apply. */
  readonly timesPerUnit: number;
}

/** Kinds of calendar entries that are not meetings (Google `eventType`; Graph has none of them). */
export type EntryType =
  | 'default'
  | 'focus-time'
  | 'out-of-office'
  | 'working-location'
  | 'birthday'
  | 'other';

/**
 * One meeting, or one series with its overrides, whichever calendar it came from.
 * Text fields are plain text (HTML became text in the reader) and stay hostile input.
 * Unknown is null, never a guess.
 */
export interface Meeting {
  /** The provider's id of this resource; for iCalendar the UID. */
  readonly id: string;
  /** iCalendar UID, the same in every mailbox (on Graph: `iCalUId`). */
  readonly uid: string;
  readonly summary: string | null;
  readonly description: string | null;
  readonly location: string | null;
  readonly categories: readonly string[];
  readonly start: EventTime;
  /** Exclusive end. */
  readonly end: EventTime;
  readonly recurrence: Recurrence | null;
  /** `cancelled`, `tentative` (RFC 5545 STATUS) or `confirmed`. */
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** False for entries that do not block time (TRANSP:TRANSPARENT, Google `transparent`, Graph `showAs: free`). */
  readonly busy: boolean;
  readonly entryType: EntryType;
  /** Private or confidential: the reader strips its text, so that nothing else sees it. */
  readonly isPrivate: boolean;
  readonly organizer: Organizer | null;
  /** The owner's own answer, where the calendar states it apart from the attendees (Graph `responseStatus`). */
  readonly ownAnswer?: Answer;
  readonly attendees: readonly Attendee[];
  /** True where the calendar shows only a part of the attendees, so that they cannot be counted. */
  readonly attendeesOmitted: boolean;
  readonly conferenceUrl: string | null;
  readonly hasAttachments: boolean;
  /** When the invite was written (`created`, `createdDateTime`, DTSTAMP), epoch milliseconds. */
  readonly createdMs: number | null;
  /** The zone of the calendar it was read from (X-WR-TIMEZONE, Google list `timeZone`), an IANA name. */
  readonly calendarZone: string | null;
  /** iTIP method of the file (RFC 5546), for example REQUEST or REPLY; null elsewhere. */
  readonly method: string | null;
  /** Occurrences inside the window that the reader was asked for, by start; a single meeting has one. */
  readonly occurrences: readonly Occurrence[];
  /** True where a bound cut the expansion, so that `occurrences` is not all there is in the window. */
  readonly occurrencesTruncated: boolean;
}
