import type { EventTime, Occurrence } from '../../core/meeting/event-time.ts';
import type { Meeting, Recurrence } from '../../core/meeting/meeting.ts';
import type { ReadItem } from '../../core/meeting/reading.ts';
import { summarizeRule } from './expand-rule.ts';
import { expandSeries, type Series } from './expand-series.ts';
import { readLength } from './ics-length.ts';
import { maxOccurrencesOf, note, type ReadOptions, windowFor } from './read-options.ts';
import { endOf, toEventTime, type WrittenTime } from './written-time.ts';

/** When a JSON resource is, before it is expanded. */
export interface ResourceTimes {
  /** null where the resource has none, as the stubs of cancelled events. */
  readonly start: WrittenTime | null;
  readonly end: WrittenTime | null;
  /** The start that the series gives an instance; null where it is no instance. */
  readonly originalStart: WrittenTime | null;
  readonly rules: readonly string[];
  readonly excludedRules?: readonly string[];
  readonly extraDates?: Series['extraDates'];
  readonly excludedDates?: readonly WrittenTime[];
  readonly counts: boolean;
}

/** The fields of a meeting that a provider's mapping gives by itself. */
export type ResourceFields = Omit<
  Meeting,
  'start' | 'end' | 'recurrence' | 'occurrences' | 'occurrencesTruncated'
>;

/** Joins what a mapping read with its occurrences. Notes come before the meeting. */
export function resourceMeeting(
  fields: ResourceFields,
  times: ResourceTimes,
  place: string,
  options: ReadOptions,
): readonly ReadItem[] {
  const { start } = times;
  if (start === null) return [{ kind: 'meeting', meeting: datelessMeeting(fields, times) }];
  const items: ReadItem[] = [];
  const { length, problem } = readLength(start, times.end, null);
  if (problem !== null)
    items.push(
      note(
        place,
        'end lies before the start or a century after it',
        'correct the end; it counts as having no length',
      ),
    );
  if (start.zone.kind === 'unknown') {
    const remedy = 'use an IANA or Windows name; the time counts as unknown';
    items.push(note(place, `time zone ${JSON.stringify(start.zone.text.slice(0, 80))} is not known`, remedy));
  }
  const series: Series = {
    start,
    length,
    rules: times.rules,
    excludedRules: times.excludedRules ?? [],
    extraDates: times.extraDates ?? [],
    excludedDates: times.excludedDates ?? [],
    overrides: [],
    counts: times.counts,
  };
  const window = windowFor(options, { createdMs: fields.createdMs, startMs: start.wallMs });
  const expansion = expandSeries(series, window, maxOccurrencesOf(options));
  for (const rule of expansion.invalidRules) {
    items.push(
      note(
        place,
        `recurrence rule ${JSON.stringify(rule.slice(0, 80))} is not valid`,
        'correct it; only its other dates are read',
      ),
    );
  }
  if (expansion.truncated) {
    items.push(
      note(place, 'recurrence was cut: more occurrences or steps than the limit', 'choose a shorter period'),
    );
  }
  const meeting: Meeting = {
    ...fields,
    start: toEventTime(start),
    end: endOf(start, length),
    recurrence: readRecurrence(series),
    occurrences: asInstance(expansion.occurrences, times.originalStart),
    occurrencesTruncated: expansion.truncated,
  };
  return [...items, { kind: 'meeting', meeting }];
}

function datelessMeeting(fields: ResourceFields, times: ResourceTimes): Meeting {
  const unknown: EventTime = { kind: 'unknown', text: '' };
  const originalStart = times.originalStart === null ? unknown : toEventTime(times.originalStart);
  const only: Occurrence = {
    start: unknown,
    end: unknown,
    originalStart,
    counts: times.counts,
    summary: null,
  };
  return {
    ...fields,
    start: unknown,
    end: unknown,
    recurrence: null,
    occurrences: [only],
    occurrencesTruncated: false,
  };
}

function asInstance(
  occurrences: readonly Occurrence[],
  originalStart: WrittenTime | null,
): readonly Occurrence[] {
  if (originalStart === null) return occurrences;
  return occurrences.map((occurrence) => ({ ...occurrence, originalStart: toEventTime(originalStart) }));
}

function readRecurrence(series: Series): Recurrence | null {
  const summaries = series.rules.flatMap((rule) => summarizeRule(rule) ?? []);
  const [only, ...others] = summaries;
  if (only !== undefined && others.length === 0) return only;
  return only !== undefined || series.extraDates.length > 0
    ? { frequency: 'irregular', interval: 1, timesPerUnit: 1 }
    : null;
}
