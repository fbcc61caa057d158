import type { Window } from '../../core/meeting/event-time.ts';
import type { ReadItem, ReadProblem } from '../../core/meeting/reading.ts';
import { defaultMaxOccurrences } from './limits.ts';

export interface ReadOptions {
  /** Name of the input for messages, for example `team.ics` or `-`. */
  readonly name: string;
  /** Occurrences are expanded inside it; a meeting that does not repeat carries its one occurrence, inside or not. */
  readonly window: Window;
  /** Per series and window; 5,000 unless stated. */
  readonly maxOccurrences?: number;
  /** Told the bytes taken so far, for a progress bar. */
  readonly onBytes?: (bytesSoFar: number) => void;
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
