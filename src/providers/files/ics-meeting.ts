import type { Meeting, Recurrence } from '../../core/meeting/meeting.ts';
import type { ReadItem } from '../../core/meeting/reading.ts';
import { summarizeRule } from '../formats/expand-rule.ts';
import { expandSeries, type Override, type Series } from '../formats/expand-series.ts';
import { readLength } from '../formats/ics-length.ts';
import { maxOccurrencesOf, note, type ReadOptions, windowFor } from '../formats/read-options.ts';
import { endOf, type Length, toEventTime } from '../formats/written-time.ts';
import type { IcsEvent } from './ics-event.ts';
import { calendarZoneOf, inZoneOfFile } from './ics-zones.ts';

/**
 * All VEVENTs of one UID as one meeting: the master, and the others folded in as overrides. Without a master
 * (an invite to single dates of somebody's series) the first override that takes place speaks for the meeting.
 *
 * @param events in the order of the file, at least one
 * @returns the meeting, and before it a note for everything that was understood only in part
 */
export function toMeeting(
  events: readonly [IcsEvent, ...IcsEvent[]],
  options: ReadOptions,
): readonly ReadItem[] {
  const master = newest(events.filter((event) => event.recurrenceId === null));
  const overrides = currentOverrides(events.filter((event) => event.recurrenceId !== null));
  const base = master ?? speaker(overrides) ?? events[0];
  const problems = createProblems(options);
  const series = toSeries(base, master === null ? [] : overrides, problems);
  const occurring = master === null ? orphanSeries(overrides, base, series, problems) : series;
  const window = windowFor(options, { createdMs: base.fields.createdMs, startMs: series.start.wallMs });
  const expansion = expandSeries(occurring, window, maxOccurrencesOf(options));
  problems.ofExpansion(base, expansion.invalidRules, expansion.truncated);
  for (const event of events) problems.ofLines(event);
  const id = base.uid ?? `${options.name}:${base.line}`;
  const meeting: Meeting = {
    id,
    uid: id,
    ...base.fields,
    start: toEventTime(series.start),
    end: endOf(series.start, series.length),
    recurrence: master === null ? irregularWhereSeveral(overrides) : readRecurrence(base),
    attendeesOmitted: false,
    calendarZone: calendarZoneOf(base.calendar),
    method: base.calendar.properties.get('METHOD')?.toUpperCase() ?? null,
    occurrences: expansion.occurrences,
    occurrencesTruncated: expansion.truncated,
  };
  return [...problems.items, { kind: 'meeting', meeting }];
}

/** A date that is cancelled or free says nothing of the others, so it speaks only where all of them are. */
function speaker(overrides: readonly IcsEvent[]): IcsEvent | undefined {
  return overrides.find(({ fields }) => fields.status !== 'cancelled' && fields.busy) ?? overrides[0];
}

/** Of several versions the one with the highest SEQUENCE counts, of equals the last. */
function newest(events: readonly IcsEvent[]): IcsEvent | null {
  return events.reduce<IcsEvent | null>(
    (best, event) => (best === null || event.sequence >= best.sequence ? event : best),
    null,
  );
}

function currentOverrides(events: readonly IcsEvent[]): readonly IcsEvent[] {
  const byStart = new Map<string, IcsEvent[]>();
  for (const event of events) {
    const key = `${event.recurrenceId?.wallMs} ${event.recurrenceId?.form} ${event.recurrenceId?.tzid}`;
    const versions = byStart.get(key);
    if (versions) versions.push(event);
    else byStart.set(key, [event]);
  }
  return [...byStart.values()].flatMap((versions) => newest(versions) ?? []);
}

function toSeries(base: IcsEvent, overrides: readonly IcsEvent[], problems: Problems): Series {
  const { calendar } = base;
  const start = inZoneOfFile(base.start, calendar);
  const length = lengthOf(base, problems);
  return {
    start,
    length,
    rules: base.rules,
    excludedRules: base.excludedRules,
    extraDates: base.extraDates.map((extra) => {
      const from = inZoneOfFile(extra.start, calendar);
      const own = extra.end !== null || extra.duration !== null;
      const to = extra.end && inZoneOfFile(extra.end, calendar);
      return { start: from, length: own ? readLength(from, to, extra.duration).length : null };
    }),
    excludedDates: base.excludedDates.map((date) => inZoneOfFile(date, calendar)),
    overrides: overrides.map((event) => toOverride(event, base, problems)),
    counts: base.fields.status !== 'cancelled',
  };
}

function toOverride(event: IcsEvent, base: IcsEvent, problems: Problems): Override {
  const summary = event.fields.summary;
  return {
    recurrenceId: inZoneOfFile(event.recurrenceId ?? event.start, event.calendar),
    thisAndFuture: event.thisAndFuture,
    start: inZoneOfFile(event.start, event.calendar),
    length: lengthOf(event, problems),
    // A private series keeps no text, so neither do its changed dates.
    summary: base.fields.isPrivate || summary === base.fields.summary ? null : summary,
    counts: event.fields.status !== 'cancelled' && (event.fields.busy || !base.fields.busy),
    declinedBy: event.fields.attendees.flatMap(({ answer, email }) =>
      answer === 'declined' && email !== null ? email : [],
    ),
  };
}

/** Single dates of a series whose master is elsewhere: each stands for itself, inside the window or not. */
function orphanSeries(
  events: readonly IcsEvent[],
  base: IcsEvent,
  series: Series,
  problems: Problems,
): Series {
  const [first, ...others] = events.map((event) => toOverride(event, base, problems));
  if (first === undefined) return series;
  const bare = { rules: [], excludedRules: [], extraDates: [], excludedDates: [] };
  return {
    ...series,
    ...bare,
    start: first.recurrenceId,
    overrides: [first, ...others],
    counts: true,
    ignoreWindow: true,
  };
}

function lengthOf(event: IcsEvent, problems: Problems): Length {
  const start = inZoneOfFile(event.start, event.calendar);
  const end = event.end && inZoneOfFile(event.end, event.calendar);
  problems.ofZone(event, start.zone.kind === 'unknown' ? start.zone.text : null);
  const { length, problem } = readLength(start, end, event.duration);
  if (problem !== null) problems.ofLength(event, problem);
  return length;
}

function readRecurrence(event: IcsEvent): Recurrence | null {
  const rule = event.rules.map(summarizeRule).find((summary) => summary !== null);
  if (rule !== undefined && event.rules.length === 1) return rule;
  return rule !== undefined || event.extraDates.length > 0
    ? { frequency: 'irregular', interval: 1, timesPerUnit: 1 }
    : null;
}

function irregularWhereSeveral(overrides: readonly IcsEvent[]): Recurrence | null {
  return overrides.length > 1 ? { frequency: 'irregular', interval: 1, timesPerUnit: 1 } : null;
}

type Problems = ReturnType<typeof createProblems>;

/** Collects the notes of one meeting; each says the line of its VEVENT. */
function createProblems(options: ReadOptions) {
  const items: ReadItem[] = [];
  const said = new Set<string>();
  const say = (line: number, what: string, remedy: string): void => {
    if (said.has(`${line} ${what}`)) return;
    said.add(`${line} ${what}`);
    items.push(note(`${options.name}:${line}`, what, remedy));
  };
  return {
    items,
    ofZone: (event: IcsEvent, zone: string | null): void => {
      if (zone === null) return;
      const remedy =
        'use an IANA name such as Europe/Berlin, or add its VTIMEZONE; the time counts as unknown';
      say(event.line, `time zone ${quote(zone)} is not known`, remedy);
    },
    ofLength: (event: IcsEvent, problem: string): void => {
      say(event.line, problem, 'correct the end in the calendar; it counts as having no length');
    },
    ofLines: (event: IcsEvent): void => {
      for (const { line, what } of event.dropped)
        say(line, what, 'correct this line; the rest of the event stands');
      if (event.uid === null) {
        say(
          event.line,
          'event has no UID',
          'export it again; it is named by its place in the file until then',
        );
      }
    },
    ofExpansion: (event: IcsEvent, invalidRules: readonly string[], truncated: boolean): void => {
      for (const rule of invalidRules) {
        say(
          event.line,
          `recurrence rule ${quote(rule)} is not valid`,
          'correct the RRULE; only its other dates are read',
        );
      }
      if (!truncated) return;
      const remedy = 'choose a shorter period, or end the series in the calendar';
      say(event.line, 'recurrence was cut: more occurrences or steps than the limit', remedy);
    },
  };
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}...` : text);
}
