/**
 * When something is, exactly as a calendar can say it (RFC 5545 section 3.3.5).
 * Nothing here is converted: a floating time has no instant until somebody names a zone.
 */
export type EventTime =
  /** An instant (epoch milliseconds) and the IANA zone in which it was written, null where that is unknown. */
  | { readonly kind: 'instant'; readonly ms: number; readonly zone: string | null }
  /** A day in the calendar of whoever reads it, `YYYY-MM-DD`: all-day events. */
  | { readonly kind: 'date'; readonly date: string }
  /** A wall-clock time in whatever zone the reader is, `YYYY-MM-DDTHH:mm:ss`. */
  | { readonly kind: 'floating'; readonly local: string }
  /** A time that could not be understood, with the words of the calendar. Never declines anything. */
  | { readonly kind: 'unknown'; readonly text: string };

/** One occurrence of a meeting, with what an override changed. */
export interface Occurrence {
  readonly start: EventTime;
  /** Exclusive end. */
  readonly end: EventTime;
  /** The start that the series' rule gives this occurrence (RFC 5545 RECURRENCE-ID): its stable key. */
  readonly originalStart: EventTime;
  /** False where an override says cancelled or free, or where the owner declined this occurrence. */
  readonly counts: boolean;
  /** An override's own title; null where it is the series' own. */
  readonly summary: string | null;
  /** Lower-case addresses of those who declined this occurrence in its override; absent where nobody did. */
  readonly declinedBy?: readonly string[];
}

/** Half-open window of time, epoch milliseconds: `fromMs` included, `toMs` excluded. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}
