import type { CalendarEntry, OccurrenceView } from '../../app/ports/calendar.ts';
import type { EventTime, Occurrence, Window } from '../../core/meeting/event-time.ts';
import { seriesZoneOf } from '../formats/graph-map.ts';
import { isHiddenFromOthers } from '../formats/graph-schema.ts';
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
 * calls off stays visible as cancelled; `cancelledOccurrences` does not tell these apart. Where the rule and Graph
 * disagree (a rule or a zone that is not known here, an occurrence that cannot be placed), only what Graph shows counts:
 * nothing is taken for declined that is merely not understood.
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
  // An exception that was moved out of the window is in the first list only.
  const placed = [...series.exceptionOccurrences, ...instances].map((event) =>
    placedIn(series, event, window),
  );
  const shown = new Map(placed.map((one) => [timeKey(one.occurrence.originalStart), one]));
  const byRule = entry.meeting.recurrence === null ? [] : entry.meeting.occurrences;
  const agreed = agrees(byRule, placed, window);
  const planned = byRule.flatMap((occurrence) => {
    const now = shown.get(timeKey(occurrence.originalStart))?.occurrence;
    if (now !== undefined) return { ...now, originalStart: occurrence.originalStart };
    return agreed ? { ...occurrence, counts: false } : [];
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
      recurrence: entry.meeting.recurrence ?? { frequency: 'irregular', interval: 1, timesPerUnit: 1 },
      occurrences: occurrences.sort((a, b) => orderOf(a.start) - orderOf(b.start)),
    },
    exceptions: [...planned, ...cameIn].flatMap(({ originalStart }) =>
      viewOf(originalStart, shown.get(timeKey(originalStart)), series),
    ),
  };
}

function placedIn(series: OutlookSeries, event: OutlookEvent, window: Window): Shown {
  const [occurrence] = onlyMeeting(inSeries(event, series), window).occurrences;
  if (occurrence === undefined) throw new Error('an event of Graph without an occurrence');
  return { event, occurrence: titled(occurrence, event, series) };
}

/** Whether all that Graph shows as the rule says is there by the rule as it was read. */
function agrees(byRule: readonly Occurrence[], placed: readonly Shown[], window: Window): boolean {
  const known = new Set(byRule.map(({ originalStart }) => timeKey(originalStart)));
  return placed.every(({ event, occurrence: { originalStart } }) => {
    if (originalStart.kind === 'unknown') return false;
    const ms = orderOf(originalStart);
    const expected = event.type === 'occurrence' && ms >= window.fromMs && ms < window.toMs;
    return !expected || known.has(timeKey(originalStart));
  });
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
    originalStartTimeZone: seriesZoneOf(series) ?? event.originalStartTimeZone,
  };
}

function titled(occurrence: Occurrence, event: OutlookEvent, series: OutlookSeries): Occurrence {
  const own = event.subject === series.subject || isHiddenFromOthers(series) ? null : event.subject;
  return { ...occurrence, summary: own, counts: occurrence.counts && event.showAs !== 'free' };
}

function viewOf(
  originalStart: EventTime,
  shown: Shown | undefined,
  series: OutlookSeries,
): readonly OccurrenceView[] {
  if (shown === undefined)
    return series.isOrganizer || series.isCancelled
      ? [{ originalStart, id: null, answer: answerOf(series), cancelled: true }]
      : [{ originalStart, id: null, answer: 'declined', cancelled: false }];
  const { event } = shown;
  const answer = event.responseStatus === null ? answerOf(series) : answerOf(event);
  const asTheRule = event.type !== 'exception' && !event.isCancelled && answer === answerOf(series);
  return asTheRule ? [] : [{ originalStart, id: event.id, answer, cancelled: event.isCancelled }];
}

const hourMs = 3_600_000;

/** A day stays where it may begin inside in some zone (UTC-12 to UTC+14) or lasts into it, as in every other reader. */
function beginsInside(start: EventTime, { fromMs, toMs }: Window): boolean {
  if (start.kind === 'instant') return start.ms >= fromMs && start.ms < toMs;
  if (start.kind !== 'date') return true;
  const dateMs = orderOf(start);
  return dateMs >= fromMs - 36 * hourMs && dateMs < toMs + 14 * hourMs;
}

function orderOf(start: EventTime): number {
  return start.kind === 'instant' ? start.ms : start.kind === 'date' ? Date.parse(start.date) : 0;
}
