import type { Window } from '../meeting/event-time.ts';
import { coveredTwice, totalMs, unionOf } from '../meeting/intervals.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { WeeklyWindow } from '../meeting/policy.ts';
import { addDays } from '../meeting/wall-time.ts';
import {
  type DayLoad,
  loadByDay,
  loadByWeek,
  loadByWeekday,
  type WeekdayLoad,
  type WeekLoad,
} from './calendar-shape.ts';
import { generatedPersonMinutes, personMinutes } from './cost.ts';
import { type CountedOccurrence, countedOccurrences, namesAttendees } from './counted-occurrences.ts';
import { loadNotes } from './load-notes.ts';
import { datesOfMonth, monthBounds, yearFrom } from './month-bounds.ts';
import { compareText, type SeriesLoad, seriesHours } from './series-hours.ts';
import { afterHoursMs, gapMs, workingWindows } from './working-time.ts';

export interface MonthLoadOptions {
  /** `YYYY-MM` */
  readonly month: string;
  /** IANA name: decides which month an occurrence belongs to and where floating times are read. */
  readonly zone: string;
  /** Address of the calendar's owner; null where nobody said. */
  readonly me: string | null;
  /** In `zone`. */
  readonly workingHours: readonly WeeklyWindow[];
  /** Money per person-hour. */
  readonly hourlyRate: number;
}

/** A month of meetings. Everything is in minutes, unrounded; `monthLoadJson` makes hours of them. */
export interface MonthLoad {
  readonly month: string;
  readonly zone: string;
  readonly window: Window;
  /** Occurrences that count and start in the month, by start. */
  readonly occurrences: readonly CountedOccurrence[];
  readonly minutes: {
    /** Length of the union of all occurrences. */
    readonly meeting: number;
    /** Of the union, outside working hours. */
    readonly after: number;
    /** Covered by two or more occurrences, counted once. */
    readonly conflict: number;
    /** Gaps of at least two hours inside working hours. */
    readonly focus: number;
    /** The other gaps. */
    readonly fragmented: number;
  };
  readonly personMinutes: number;
  /** What the owner's own invites cost others, in person-minutes; null where the owner is unknown. */
  readonly generatedPersonMinutes: number | null;
  /** Person-hours times the rate, unrounded. */
  readonly cost: number;
  /** By hours per year, the largest first. */
  readonly series: readonly SeriesLoad[];
  /** The ten series that take the most person-hours a year. */
  readonly worthASecondLook: readonly SeriesLoad[];
  /** The ten meetings of the month with the most people, one occurrence of each. */
  readonly largest: readonly CountedOccurrence[];
  readonly days: readonly DayLoad[];
  readonly weeks: readonly WeekLoad[];
  /** Monday first. */
  readonly weekdays: readonly WeekdayLoad[];
  /** What is not known or was left out, as sentences. */
  readonly notes: readonly string[];
}

/**
 * The meeting load of one month. The definitions are in `definitions.ts`.
 *
 * @param meetings with their occurrences expanded over the twelve months from the first day of the month
 * @throws RangeError for something that is not a month or not a known zone
 */
export function monthLoad(meetings: readonly Meeting[], options: MonthLoadOptions): MonthLoad {
  const { month, zone, me, hourlyRate } = options;
  const window = monthBounds(month, zone);
  const reading = { zone, me, namesAttendees: namesAttendees(meetings) };
  const year = countedOccurrences(meetings, reading, yearFrom(month, zone));
  const occurrences = year.occurrences.filter(({ fromMs }) => fromMs < window.toMs);
  const union = unionOf(occurrences);
  const series = seriesHours(meetings, year.occurrences, window);
  const days = loadByDay(union, occurrences, month, zone);
  const people = personMinutes(occurrences);
  return {
    month,
    zone,
    window,
    occurrences,
    minutes: {
      meeting: totalMs(union) / 60_000,
      conflict: totalMs(coveredTwice(occurrences)) / 60_000,
      ...minutesAroundWork(union, options),
    },
    personMinutes: people,
    generatedPersonMinutes: generatedPersonMinutes(occurrences, me),
    cost: (people / 60) * hourlyRate,
    series,
    worthASecondLook: series.toSorted((a, b) => b.personMinutesPerYear - a.personMinutesPerYear).slice(0, 10),
    largest: largestMeetings(occurrences),
    days,
    weeks: loadByWeek(union, month, zone),
    weekdays: loadByWeekday(days),
    notes: loadNotes(meetings, reading, year.unknownTimes),
  };
}

function minutesAroundWork(union: readonly Window[], { month, zone, workingHours }: MonthLoadOptions) {
  const dates = datesOfMonth(month);
  const gaps = gapMs(union, workingWindows(dates, workingHours, zone));
  // A meeting of the last evening may run into the next morning, which is no gap of this month but working time.
  const morningAfter = addDays(dates.at(-1) ?? '', 1);
  const working = workingWindows([...dates, morningAfter], workingHours, zone);
  return {
    after: afterHoursMs(union, working) / 60_000,
    focus: gaps.focus / 60_000,
    fragmented: gaps.fragmented / 60_000,
  };
}

function largestMeetings(occurrences: readonly CountedOccurrence[]): CountedOccurrence[] {
  const byUid = new Map<string, CountedOccurrence>();
  for (const occurrence of occurrences) {
    const known = byUid.get(occurrence.meeting.uid);
    if (!known || known.people < occurrence.people) byUid.set(occurrence.meeting.uid, occurrence);
  }
  return [...byUid.values()]
    .sort((a, b) => b.people - a.people || compareText(a.meeting.uid, b.meeting.uid))
    .slice(0, 10);
}
