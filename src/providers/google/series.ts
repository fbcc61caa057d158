import type { OccurrenceView } from '../../app/ports/calendar.ts';
import type { EventTime, Occurrence, Window } from '../../core/meeting/event-time.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import { addDays } from '../../core/meeting/wall-time.ts';
import { plainAddress } from '../formats/attendees.ts';
import { overlapsWindow } from './in-window.ts';
import { readOwner } from './owner.ts';
import type { EventResource } from './schema.ts';
import { isSameStart, originalStartOf } from './target.ts';

/** One occurrence as the calendar lists it, beside what it was read as. */
export interface ReadInstance {
  readonly event: EventResource;
  /** Of the instance alone; its times are unknown for the stub of a cancelled one. */
  readonly meeting: Meeting;
}

interface SeriesOccurrences {
  readonly occurrences: readonly Occurrence[];
  readonly exceptions: readonly OccurrenceView[];
}

/**
 * The occurrences of a series inside a window. What differs from the series is an exception: Google marks none.
 * An occurrence that is cancelled, free or declined does not count.
 */
export function seriesOccurrences(
  master: ReadInstance,
  instances: readonly ReadInstance[],
  ownAddresses: ReadonlySet<string>,
  window: Window,
): SeriesOccurrences {
  const occurrences: Occurrence[] = [];
  const exceptions: OccurrenceView[] = [];
  const seriesAnswer = readOwner(master.event, ownAddresses).answer;
  for (const instance of instances) {
    const originalStart = originalStartOf(instance.event);
    if (originalStart === null) continue;
    const occurrence = readOccurrence(master, instance, originalStart);
    if (!overlapsWindow(occurrence, window)) continue;
    occurrences.push(occurrence);
    const cancelled = instance.event.status === 'cancelled';
    const { answer } = cancelled ? { answer: seriesAnswer } : readOwner(instance.event, ownAddresses);
    if (cancelled || answer !== seriesAnswer || isChanged(master, instance, occurrence))
      exceptions.push({ originalStart, id: instance.event.id, answer, cancelled });
  }
  return { occurrences: occurrences.sort((a, b) => sortKey(a.start) - sortKey(b.start)), exceptions };
}

function readOccurrence(master: ReadInstance, instance: ReadInstance, originalStart: EventTime): Occurrence {
  const [own] = instance.meeting.occurrences;
  const moved = own !== undefined && own.start.kind !== 'unknown';
  const declinedBy = newlyDeclined(master.event, instance.event);
  const { summary } = instance.meeting;
  return {
    start: moved ? own.start : originalStart,
    end: moved ? own.end : endAfter(originalStart, master.meeting),
    originalStart,
    counts: (own?.counts ?? false) && (instance.meeting.busy || !master.meeting.busy),
    summary: master.meeting.isPrivate || summary === master.meeting.summary ? null : summary,
    ...(declinedBy.length > 0 ? { declinedBy } : {}),
  };
}

function isChanged(master: ReadInstance, { meeting }: ReadInstance, occurrence: Occurrence): boolean {
  return (
    !isSameStart(occurrence.start, occurrence.originalStart) ||
    !isSameStart(occurrence.end, endAfter(occurrence.start, master.meeting)) ||
    occurrence.declinedBy !== undefined ||
    (['summary', 'description', 'location', 'busy', 'status'] as const).some(
      (field) => meeting[field] !== master.meeting[field],
    )
  );
}

/** Those who declined this occurrence, but not the series. */
function newlyDeclined(master: EventResource, instance: EventResource): string[] {
  const before = new Set(declinedIn(master));
  return declinedIn(instance).filter((email) => !before.has(email));
}

function declinedIn({ attendees }: EventResource): string[] {
  return attendees.flatMap(({ email, responseStatus }) =>
    responseStatus === 'declined' ? (plainAddress(email) ?? []) : [],
  );
}

/** The end of an occurrence that is as long as the series says. */
function endAfter(start: EventTime, series: Meeting): EventTime {
  const { start: from, end: to } = series;
  if (start.kind === 'instant' && from.kind === 'instant' && to.kind === 'instant')
    return { ...start, ms: start.ms + to.ms - from.ms };
  if (start.kind === 'date' && from.kind === 'date' && to.kind === 'date') {
    const days = (Date.parse(to.date) - Date.parse(from.date)) / 86_400_000;
    return { kind: 'date', date: addDays(start.date, days) };
  }
  return start;
}

function sortKey(time: EventTime): number {
  if (time.kind === 'instant') return time.ms;
  return time.kind === 'date' ? Date.parse(time.date) : 0;
}
