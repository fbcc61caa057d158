import { type EventWindow, occurrenceKey } from './calendar-engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EventCopy, EventInstance, EventMoment } from './event-copy.ts';
import { midnightMs } from './midnight.ts';
import {
  momentAt,
  type RecurrenceSet,
  ruleMs,
  recurrenceSetOf as setOf,
  startOfKey,
} from './recurrence-set.ts';

/** What the copies say for each single occurrence. */
export interface Occurrences {
  /** @throws RangeError for a rule or a zone that cannot be read */
  readonly setOf: (fields: EventCopy['fields']) => RecurrenceSet;
  readonly instance: (copy: EventCopy, originalStart: string) => EventInstance | null;
  /** @throws Error where the rule has no such occurrence */
  readonly need: (copy: EventCopy, originalStart: string) => EventInstance;
  /** See `CalendarEngine.instances`. Whole days lie in the zone of the mailbox. */
  readonly within: (copy: EventCopy, window: EventWindow, limit: number) => readonly EventInstance[];
  /** Instants of an occurrence, epoch milliseconds. */
  readonly spanOf: (instance: EventInstance) => { readonly fromMs: number; readonly toMs: number };
}

/** A day in some zone begins up to 14 hours before or after the same day in UTC. */
const dayMarginMs = 86_400_000;
/** How many occurrences of a daily series that margin lets in on either side. */
const marginOccurrences = 4;

export function createOccurrences(people: EngineDeps['people']): Occurrences {
  function spanOf({ copy, fields }: EventInstance): { fromMs: number; toMs: number } {
    const zone = people.find(copy.mailbox)?.zone ?? 'UTC';
    return { fromMs: instantOf(fields.start, zone), toMs: instantOf(fields.end, zone) };
  }

  function instance(copy: EventCopy, originalStart: string): EventInstance | null {
    const start = startOfKey(originalStart, copy.fields.start);
    return start && setOf(copy.fields).has(ruleMs(start)) ? instanceAt(copy, start) : null;
  }

  function startsWithin(copy: EventCopy, fromMs: number, toMs: number, limit: number): EventMoment[] {
    const { start, end } = copy.fields;
    if (copy.fields.recurrence.length === 0) return [start];
    const marginMs = start.kind === 'date' ? dayMarginMs : 0;
    const earliestMs = fromMs - Math.max(0, ruleMs(end) - ruleMs(start)) - marginMs;
    const most = limit + Object.keys(copy.exceptions).length + marginOccurrences;
    const planned = setOf(copy.fields).between(earliestMs, toMs + marginMs, most);
    return planned.map((ms) => momentAt(ms, start));
  }

  function within(copy: EventCopy, window: EventWindow, limit: number): readonly EventInstance[] {
    const fromMs = window.fromMs ?? Number.NEGATIVE_INFINITY;
    const toMs = window.toMs ?? Number.POSITIVE_INFINITY;
    const starts = new Map(
      startsWithin(copy, fromMs, toMs, limit).map((start) => [occurrenceKey(start), start]),
    );
    // One that was moved may lie in the window although the rule's start does not.
    for (const key of Object.keys(copy.exceptions)) {
      const start = startOfKey(key, copy.fields.start);
      if (start && setOf(copy.fields).has(ruleMs(start))) starts.set(key, start);
    }
    return [...starts.values()]
      .map((start) => instanceAt(copy, start))
      .map((found) => ({ found, ...spanOf(found) }))
      .filter((span) => span.fromMs < toMs && (span.toMs > fromMs || span.fromMs >= fromMs))
      .sort((a, b) => a.fromMs - b.fromMs)
      .slice(0, limit)
      .map(({ found }) => found);
  }

  function need(copy: EventCopy, originalStart: string): EventInstance {
    const found = instance(copy, originalStart);
    if (!found) throw new Error(`event copy ${copy.key} has no occurrence ${originalStart}`);
    return found;
  }

  return { setOf, instance, need, within, spanOf };
}

function instanceAt(copy: EventCopy, originalMoment: EventMoment): EventInstance {
  const { fields } = copy;
  const originalStart = occurrenceKey(originalMoment);
  const exception = copy.exceptions[originalStart];
  const lengthMs = ruleMs(fields.end) - ruleMs(fields.start);
  const end = momentAt(ruleMs(originalMoment) + lengthMs, fields.end);
  const { version, updatedMs } = exception ?? copy.whole ?? copy;
  return {
    copy,
    originalStart,
    originalMoment,
    fields: {
      ...fields,
      start: originalMoment,
      end,
      ...exception?.fields,
      cancelled: fields.cancelled || exception?.fields.cancelled === true,
    },
    own: { ...copy.own, ...exception?.own },
    isException: exception !== undefined,
    gone: exception?.gone ?? false,
    version,
    updatedMs,
  };
}

function instantOf(moment: EventMoment, zone: string): number {
  return moment.kind === 'instant' ? moment.ms : midnightMs(moment.date, zone);
}
