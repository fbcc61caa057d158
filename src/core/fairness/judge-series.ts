import { instantToLocal } from '../meeting/wall-time.ts';
import { burdenBetween, burdenTimeline } from './burden.ts';
import { type FairnessPerson, zoneOfPerson } from './fairness-person.ts';

/** One occurrence of a series, epoch milliseconds, the end excluded. */
export interface TimedOccurrence {
  readonly startMs: number;
  readonly endMs: number;
}

/** What an occurrence means for one person. */
export interface OccurrenceShare {
  readonly name: string;
  /** Zone at its start; null where nobody knows. */
  readonly zone: string | null;
  /** Point-minutes; null where the zone is unknown. */
  readonly burden: number | null;
}

/** An occurrence, and what it costs whom. */
export interface JudgedOccurrence extends TimedOccurrence {
  /** `YYYY-MM-DD` on the series' own clock. */
  readonly date: string;
  /** Minutes since midnight on the series' own clock. */
  readonly minuteOfDay: number;
  /** In the order of the people. */
  readonly people: readonly OccurrenceShare[];
}

/**
 * Judges every occurrence of a series for everyone.
 *
 * @param occurrences in order
 * @param zone the series' own clock, an IANA name
 */
export function judgeSeries(
  occurrences: readonly TimedOccurrence[],
  people: readonly FairnessPerson[],
  zone: string,
): JudgedOccurrence[] {
  const window = {
    fromMs: Math.min(...occurrences.map(({ startMs }) => startMs)),
    toMs: Math.max(...occurrences.map(({ endMs }) => endMs)),
  };
  const timelines = occurrences.length === 0 ? [] : people.map((person) => burdenTimeline(person, window));
  return occurrences.map(({ startMs, endMs }) => {
    const { date, minuteOfDay } = instantToLocal(startMs, zone);
    return {
      startMs,
      endMs,
      date,
      minuteOfDay,
      people: people.map((person, index) => {
        const timeline = timelines[index];
        return {
          name: person.name,
          zone: zoneOfPerson(person, startMs),
          burden: timeline ? burdenBetween(timeline, startMs, endMs) : null,
        };
      }),
    };
  });
}

/** What somebody carries of these occurrences; those in an unknown zone add nothing. */
export function burdenOfSeries(occurrences: readonly JudgedOccurrence[], name: string): number {
  return occurrences.reduce(
    (sum, { people }) => sum + (people.find((person) => person.name === name)?.burden ?? 0),
    0,
  );
}
