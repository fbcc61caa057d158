import type { Meeting } from './meeting.ts';

/** A part of the input that was refused, for people: where, what, and what to do. Loses nothing else. */
export interface ReadProblem {
  /** File name and place, for example `team.ics:120` or `events.json: items[3]`. */
  readonly place: string;
  readonly what: string;
  readonly remedy: string;
}

/** One item read from a calendar, in input order. */
export type ReadItem =
  | { readonly kind: 'meeting'; readonly meeting: Meeting }
  | { readonly kind: 'refused'; readonly problem: ReadProblem }
  /** Something that was understood but deserves a word, for example a rule whose expansion was cut. */
  | { readonly kind: 'note'; readonly problem: ReadProblem };
