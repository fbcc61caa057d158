import type { Target } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { EventTime, Window } from '../../core/meeting/event-time.ts';
import { onlyMeeting } from './entry.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { refused } from './problems.ts';
import { dayMs, readEvent, readInstances, readSeries } from './read-entry.ts';
import type { OutlookEvent, OutlookSeries } from './schema.ts';
import { inSeries, timeKey } from './series-entry.ts';

export interface FoundTarget {
  /** The meeting, the series, or the one occurrence. */
  readonly event: OutlookEvent;
  readonly id: string;
  /** Version of the entry as `CalendarEntry` gives it: for an occurrence that of its series. */
  readonly version: string;
}

/**
 * The event that a target names, as it is now. The id of an occurrence is never made up: it is that of the exception
 * with this original start, or of the instance that begins there.
 */
export async function findTarget(mailbox: MailboxContext, target: Target): Promise<Outcome<FoundTarget>> {
  const { meetingId, originalStart } = target;
  if (originalStart === null) {
    const read = await readEvent(mailbox, meetingId);
    return read.ok ? found(read.value, read.value['@odata.etag']) : read;
  }
  const series = await readSeries(mailbox, meetingId);
  if (!series.ok) return series;
  const around = windowAround(originalStart);
  const exception = occurrenceAt(series.value.exceptionOccurrences, series.value, originalStart);
  if (exception !== null) return found(exception, series.value['@odata.etag']);
  if (around === null) return refused('not-found', 'occurrence without an instant');
  const instances = await readInstances(mailbox, meetingId, around);
  if (!instances.ok) return instances;
  const instance = occurrenceAt(instances.value, series.value, originalStart);
  return instance === null
    ? refused('not-found', 'no such occurrence')
    : found(likeSeries(instance, series.value), series.value['@odata.etag']);
}

/** The id of an occurrence while it is in its series. A decline takes it out, and keeps its id. */
export async function occurrenceId(mailbox: MailboxContext, target: Target): Promise<Outcome<string>> {
  const read = await findTarget(mailbox, target);
  return read.ok ? { ok: true, value: read.value.id } : read;
}

function found(event: OutlookEvent, version: string | null): Outcome<FoundTarget> {
  return event.id === null
    ? refused('unreadable-answer', 'event without id')
    : { ok: true, value: { event, id: event.id, version: version ?? '' } };
}

function occurrenceAt(
  events: readonly OutlookEvent[],
  series: OutlookSeries,
  originalStart: EventTime,
): OutlookEvent | null {
  const wanted = timeKey(originalStart);
  const at = (event: OutlookEvent): boolean =>
    onlyMeeting(inSeries(event, series), { fromMs: 0, toMs: 0 }).occurrences.some(
      (occurrence) => timeKey(occurrence.originalStart) === wanted,
    );
  return events.find(at) ?? null;
}

/** An occurrence that is as its rule says may come without what it shares with its series. */
function likeSeries(instance: OutlookEvent, series: OutlookSeries): OutlookEvent {
  return {
    ...instance,
    attendees: instance.attendees.length > 0 ? instance.attendees : series.attendees,
    responseStatus: instance.responseStatus ?? series.responseStatus,
  };
}

function windowAround(start: EventTime): Window | null {
  if (start.kind === 'instant') return { fromMs: start.ms - 60_000, toMs: start.ms + 60_000 };
  if (start.kind !== 'date') return null;
  const dateMs = Date.parse(start.date);
  return { fromMs: dateMs - dayMs, toMs: dateMs + 2 * dayMs };
}
