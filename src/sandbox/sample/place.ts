import type { DateTime } from 'luxon';
import type { EventMoment } from '../calendar/event-copy.ts';
import type { Choices } from './choices.ts';
import { personNamed, type SampleName } from './people.ts';
import type { SampleMeeting, SampleRhythm, Weekday } from './sample-meeting.ts';
import { atTime, firstMonday, instantOf, isoWeekday } from './wall-clock.ts';

/** When something is, in the words of an event. */
export interface Placed {
  readonly start: EventMoment;
  readonly end: EventMoment;
  readonly recurrence: readonly string[];
}

const weekdays: readonly Weekday[] = ['MO', 'TU', 'TH', 'FR', 'WE'];
/** So many hours are tried for a meeting of several offices; more would make everybody's calendar perfect. */
const tries = 6;

/** A series that begins in the first weeks after `fromMs`, at its hour in the organizer's zone. */
export function placeSeries(
  rhythm: SampleRhythm & { readonly minutes: number },
  organizer: SampleName,
  fromMs: number,
): Placed {
  const monday = firstMonday(fromMs, personNamed(organizer).zone);
  const { nthInMonth: nth, days } = rhythm;
  const byDay = days.map((day) => `${nth ?? ''}${day}`).join(',');
  const date =
    nth === undefined ? onWeekday(monday, days[0] ?? 'MO') : nthWeekday(monday, nth, days[0] ?? 'MO');
  const frequency = nth === undefined ? `WEEKLY;INTERVAL=${rhythm.everyWeeks ?? 1}` : 'MONTHLY';
  const rule = `RRULE:FREQ=${frequency.replace(';INTERVAL=1', '')};BYDAY=${byDay}`;
  return lasting(atTime(date, rhythm.at), rhythm.minutes, [rule]);
}

/**
 * A single meeting on some day of a week, in the organizer's working hours, at an hour that spares the guests.
 *
 * @param week counted from the first Monday on or after `fromMs`
 */
export function placeSingle(meeting: SampleMeeting, week: number, fromMs: number, choices: Choices): Placed {
  const { zone, workingHours } = personNamed(meeting.organizer);
  const monday = firstMonday(fromMs, zone).plus({ weeks: week });
  const candidates = Array.from({ length: tries }, () => {
    const day = monday.plus({ days: pickWeekday(workingHours.weekdays, choices) - 1 });
    const open = atTime(day, workingHours.start);
    const room = atTime(day, workingHours.end).diff(open, 'minutes').minutes - meeting.minutes;
    return open.plus({ minutes: 30 * choices.below(Math.floor(room / 30) + 1) });
  });
  const [best = monday] = candidates.sort((a, b) => hardship(a, meeting) - hardship(b, meeting));
  return lasting(best, meeting.minutes, []);
}

export function lasting(start: DateTime, minutes: number, recurrence: readonly string[]): Placed {
  return { start: instantOf(start), end: instantOf(start.plus({ minutes })), recurrence };
}

export function onWeekday(monday: DateTime, day: Weekday): DateTime {
  return monday.plus({ days: isoWeekday(day) - 1 });
}

/** Wednesday is the company's day without meetings: most keep to it. */
function pickWeekday(working: readonly number[], choices: Choices): number {
  const possible = weekdays.map(isoWeekday).filter((day) => working.includes(day));
  return choices.pick(choices.chance(90) ? possible.filter((day) => day !== 3) : possible);
}

/** How many of the people are outside 08:00 to 19:00 of their own day. */
function hardship(start: DateTime, { guests }: SampleMeeting): number {
  return guests
    .map(personNamed)
    .filter(({ kind }) => kind === 'person')
    .filter(({ zone }) => {
      const { hour } = start.setZone(zone);
      return hour < 8 || hour >= 19;
    }).length;
}

/** The first n-th weekday of a month that is not before `from`. */
function nthWeekday(from: DateTime, nth: number, day: Weekday): DateTime {
  for (let month = from.startOf('month'); ; month = month.plus({ months: 1 })) {
    const first = month.plus({ days: (isoWeekday(day) - month.weekday + 7) % 7 });
    const date = first.plus({ weeks: nth - 1 });
    if (date >= from) return date;
  }
}
