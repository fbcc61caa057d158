import type { Window } from '../../core/meeting/event-time.ts';
import type { ReadItem, ReadProblem } from '../../core/meeting/reading.ts';
import { defaultMaxOccurrences } from './limits.ts';

export interface ReadOptions {
  /** Name of the input for messages, for example `team.ics` or `-`. */
  readonly name: string;
  /**
   * Occurrences are expanded inside it; a meeting that does not repeat carries its one occurrence, inside or not.
   * A function chooses it for each meeting, from what the meeting says of itself.
   */
  readonly window: Window | ((moments: MeetingMoments) => Window);
  /** Per series and window; 5,000 unless stated. */
  readonly maxOccurrences?: number;
  /** Size of the input where it is known beforehand, so that one that is too large is refused before it is read. */
  readonly sizeBytes?: number;
  /** Told the bytes taken so far, for a progress bar. */
  readonly onBytes?: (bytesSoFar: number) => void;
}

/** What a window can be chosen by, epoch milliseconds. */
export interface MeetingMoments {
  /** When the invite was written; null where it does not say. */
  readonly createdMs: number | null;
  /** The start of the meeting or of its series, within a day: its clock on the wall read as UTC. */
  readonly startMs: number;
}

export function windowFor(options: ReadOptions, moments: MeetingMoments): Window {
  return typeof options.window === 'function' ? options.window(moments) : options.window;
}

export function maxOccurrencesOf(options: ReadOptions): number {
  return options.maxOccurrences ?? defaultMaxOccurrences;
}

export function note(place: string, what: string, remedy: string): ReadItem {
  return { kind: 'note', problem: { place, what, remedy } satisfies ReadProblem };
}

export function refused(place: string, what: string, remedy: string): ReadItem {
  return { kind: 'refused', problem: { place, what, remedy } satisfies ReadProblem };
}
