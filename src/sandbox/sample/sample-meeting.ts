import type { SampleName } from './people.ts';

/** A weekday as RFC 5545 writes it. */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR';

/** A meeting in the tables of the sample company, before it has a time. */
export interface SampleMeeting {
  readonly title: string;
  /** Lines of text, items of a list begin with `- `; Microsoft mailboxes send them as HTML. */
  readonly body: string;
  readonly organizer: SampleName;
  /** People, groups and rooms. */
  readonly guests: readonly SampleName[];
  readonly optional?: readonly SampleName[];
  readonly minutes: number;
}

/** When something happens again and again, in the organizer's zone. */
export interface SampleRhythm {
  /** Wall-clock time `HH:mm`. */
  readonly at: string;
  readonly days: readonly Weekday[];
  /** Every n-th week; absent for every week. */
  readonly everyWeeks?: number;
  /** On the n-th of the weekday in each month, instead of each week. */
  readonly nthInMonth?: number;
}

export interface SampleSeries extends SampleMeeting, SampleRhythm {}
