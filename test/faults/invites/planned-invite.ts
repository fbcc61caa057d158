/** What a planned invite is there to show; `check` says what must be true of each. */
export const inviteKinds = {
  wednesday: 'A meeting on the no-meeting day.',
  'other-day': 'A meeting on a day on which nothing is answered.',
  'series-some': 'A series of which only the Wednesdays collide.',
  'series-all': 'A series that is always on Wednesday.',
  'answered-before': 'On Wednesday, and every owner answers by hand before the gate can.',
  'answered-after': 'On Wednesday, and an owner accepts by hand after the decline.',
  'moved-off': 'From Wednesday to Thursday.',
  'moved-to': 'From Thursday to Wednesday.',
  rewritten: 'On Wednesday, and the organizer changes the text later.',
  cancelled: 'On Wednesday, and the organizer calls it off.',
  undone: 'On Wednesday; an owner undoes the decline, then the organizer changes the text.',
  own: 'An owner organizes it, on Wednesday, with colleagues who have no gate.',
} as const;

export type InviteKind = keyof typeof inviteKinds;

/** A meeting as somebody writes it. Plain JSON, so that it can travel between processes. */
export interface PlannedInvite {
  readonly uid: string;
  /** Stands in the title, so that a mail about it is recognized: `[000017]`. */
  readonly code: string;
  readonly kind: InviteKind;
  readonly organizer: string;
  readonly organizerIsInside: boolean;
  /** Guests whose mailbox the gate looks after. */
  readonly owners: readonly string[];
  readonly otherGuests: readonly string[];
  readonly summary: string;
  readonly body: string;
  /** Epoch milliseconds. */
  readonly startMs: number;
  readonly minutes: number;
  /** RRULE line, or null. */
  readonly rule: string | null;
  /** Starts of the occurrences on Wednesday, epoch milliseconds; empty for a single meeting. */
  readonly wednesdays: readonly number[];
  /** Of what comes later: milliseconds after the invite, or after the answer where it waits for one. */
  readonly pauseMs: number;
  /** The other start of a meeting that is moved. */
  readonly movesToMs: number | null;
}
