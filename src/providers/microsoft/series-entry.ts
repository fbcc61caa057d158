import type { CalendarEntry, OccurrenceView } from '../../app/ports/calendar.ts';
import type { EventTime, Occurrence, Window } from '../../core/meeting/event-time.ts';
import { answerOf, eventEntry, onlyMeeting } from './entry.ts';
import type { OutlookEvent, OutlookSeries } from './schema.ts';

/** An occurrence as Graph shows it, beside what it is to the series. */
interface Shown {
  readonly event: OutlookEvent;
  readonly occurrence: Occurrence;
}

/**
 * A series with its occurrences. What the rule gives and Graph does not show has left the owner's calendar: in an own
 * series they called it off. In a series of somebody else they declined or deleted it, because what the organizer
 * calls off stays visible as cancelled; `cancelledOccurrences` does not tell these apart.
 *
 * @param instances what Graph shows of it in the window, all pages
 */
export function seriesEntry(
  series: OutlookSeries,
  instances: readonly OutlookEvent[],
  ownAddresses: ReadonlySet<string>,
  window: Window,
): CalendarEntry {
  const entry = eventEntry(series, ownAddresses, window);
  const shown = new Map<string, Shown>();
  // An exception that was moved out of the window is in the first list only.
  for (const event of [...series.exceptionOccurrences, ...instances]) {
    const [occurrence] = onlyMeeting(inSeries(event, series), window).occurrences;
    if (occurrence !== undefined && occurrence.start.kind !== 'unknown')
      shown.set(timeKey(occurrence.originalStart), { event, occurrence: titled(occurrence, event, series) });
  }
  const byRule = series.recurrence === null ? [] : entry.meeting.occurrences;
  const planned = byRule.map((occurrence) => {
    const now = shown.get(timeKey(occurrence.originalStart))?.occurrence;
    return now === undefined
      ? { ...occurrence, counts: false }
      : { ...now, originalStart: occurrence.originalStart };
  });
  const known = new Set(planned.map(({ originalStart }) => timeKey(originalStart)));
  const cameIn = [...shown.values()].flatMap(({ occurrence }) =>
    known.has(timeKey(occurrence.originalStart)) || !beginsInside(occurrence.start, window) ? [] : occurrence,
  );
  const occurrences = [...planned.filter(({ start }) => beginsInside(start, window)), ...cameIn];
  return {
    ...entry,
    meeting: {
      ...entry.meeting,
      occurrences: occurrences.sort((a, b) => orderOf(a.start) - orderOf(b.start)),
    },
    exceptions: [...planned, ...cameIn].flatMap(({ originalStart }) =>
      viewOf(originalStart, shown.get(timeKey(originalStart)), series),
    ),
  };
}

/** The start that the rule gave, as a key; the same instant in another zone is the same occurrence. */
export function timeKey(time: EventTime): string {
  if (time.kind === 'instant') return String(time.ms);
  return time.kind === 'date' ? time.date : time.kind === 'floating' ? time.local : time.text;
}

/** Occurrences may come with few fields; what they lack is that of their series. */
export function inSeries(event: OutlookEvent, series: OutlookEvent): OutlookEvent {
  return {
    ...event,
    recurrence: null,
    isAllDay: series.isAllDay,
    originalStartTimeZone:
      series.recurrence?.range?.recurrenceTimeZone ??
      event.originalStartTimeZone ??
      series.originalStartTimeZone,
  };
}

function titled(occurrence: Occurrence, event: OutlookEvent, series: OutlookSeries): Occurrence {
  const own = event.subject !== null && event.subject !== series.subject ? event.subject : null;
  return { ...occurrence, summary: own, counts: occurrence.counts && event.showAs !== 'free' };
}

function viewOf(
  originalStart: EventTime,
  shown: Shown | undefined,
  series: OutlookSeries,
): readonly OccurrenceView[] {
  if (shown === undefined)
    return series.isOrganizer
      ? [{ originalStart, id: null, answer: answerOf(series), cancelled: true }]
      : [{ originalStart, id: null, answer: 'declined', cancelled: false }];
  const { event } = shown;
  const answer = event.responseStatus === null ? answerOf(series) : answerOf(event);
  const asTheRule = event.type !== 'exception' && !event.isCancelled && answer === answerOf(series);
  return asTheRule ? [] : [{ originalStart, id: event.id, answer, cancelled: event.isCancelled }];
}

/** Days and unknown times have no instant: they stay, as in every other reader. */
function beginsInside(start: EventTime, window: Window): boolean {
  return start.kind !== 'instant' || (start.ms >= window.fromMs && start.ms < window.toMs);
}

function orderOf(start: EventTime): number {
  return start.kind === 'instant' ? start.ms : start.kind === 'date' ? Date.parse(start.date) : 0;
}
