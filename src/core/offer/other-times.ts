import type { Occurrence } from '../meeting/event-time.ts';
import { addDays, instantToLocal, isKnownZone, wallTimeToInstant, weekdayOf } from '../meeting/wall-time.ts';
import { findCollisions, type ProtectedPerson } from '../time/find-collisions.ts';
import { protections } from '../time/protections/index.ts';

/** How far ahead and how finely other times are looked for, and how many are named. */
const farthestDays = 10;
const stepMinutes = 30;
const minutesPerDay = 1440;
const mostNamed = 2;
/** A moved series may still meet a holiday now and then: this part of its times has to be free. */
const seriesFreeFrom = 0.75;

/** What is proposed where no other time is free. */
export const noOtherTime = 'Propose another time.';

/** Another place in the week: so many days later, at that minute of the local day. */
interface Move {
  readonly days: number;
  readonly minute: number;
}

/**
 * One sentence that proposes up to two other times, on the clock of `zone` (IANA; the reader's), at which no protection
 * of these people stands in the way: the same clock time on the nearest later days first, then other hours.
 *
 * @param occurrences the judged times, the next one first; several are a series, which moves as a whole
 * @param nowMs epoch milliseconds; nothing before it is proposed; null where unknown
 */
export function proposeOtherTimes(
  occurrences: readonly Occurrence[],
  people: readonly ProtectedPerson[],
  zone: string | null,
  nowMs: number | null,
): string {
  const [next] = occurrences;
  if (next?.start.kind !== 'instant' || zone === null || !isKnownZone(zone)) return noOtherTime;
  const from = instantToLocal(next.start.ms, zone);
  const readersDay = dayOfReader(next, from.date, zone, people);
  // The reader's own day is looked at without any conversion: most candidates fall there, and it costs next to nothing.
  const isFree = (move: Move): boolean => readersDay(move) && fits(occurrences, move, people, zone, nowMs);
  const weekdays = new Set(occurrences.map((each) => weekdayIn(each, zone)));
  // A series on several weekdays keeps them: only its hour can be proposed in one word.
  const days = weekdays.size > 1 ? [0] : Array.from({ length: farthestDays + 1 }, (_, day) => day);
  const sameClock = days
    .map((day) => ({ days: day, minute: from.minuteOfDay }))
    .filter((move) => move.days > 0 && isFree(move))
    .slice(0, mostNamed);
  const moves = [...sameClock, ...otherHours(days, from.minuteOfDay, isFree, mostNamed - sameClock.length)];
  if (moves.length === 0) return noOtherTime;
  const named = moves.map(({ days: later, minute }) => {
    const date = addDays(from.date, later);
    if (weekdays.size > 1) return clock(minute);
    return occurrences.length > 1
      ? `${weekdayName(date)} ${clock(minute)}`
      : `${weekdayName(date)} ${date} ${clock(minute)}`;
  });
  const subject = occurrences.length > 1 ? 'Propose to move the series to' : 'Propose';
  return `${subject} ${named.join(' or ')} instead.`;
}

/**
 * Whether a move can be free for the first of the people, who reads these proposals on their own clock.
 * A meeting over midnight is left to the exact check.
 */
function dayOfReader(
  { start, end }: Occurrence,
  firstDate: string,
  zone: string,
  [reader]: readonly ProtectedPerson[],
): (move: Move) => boolean {
  // During a stay elsewhere the clock of home says nothing of the reader's day.
  if (
    !reader ||
    reader.policy.travel.length > 0 ||
    reader.policy.zone !== zone ||
    start.kind !== 'instant' ||
    end.kind !== 'instant'
  )
    return () => true;
  const length = (end.ms - start.ms) / 60_000;
  const dates = Array.from({ length: farthestDays + 1 }, (_, day) => addDays(firstDate, day));
  return ({ days, minute }) => {
    const date = dates[days];
    if (date === undefined || minute + length > minutesPerDay) return true;
    const span = { days: [{ date, weekday: weekdayOf(date), from: minute, to: minute + length }], text: '' };
    return !protections.some((each) => each.collides(span, reader.policy, [], null, null));
  };
}

/** The nearest free hour of each day, on as many days as wanted. */
function otherHours(
  days: readonly number[],
  wanted: number,
  isFree: (move: Move) => boolean,
  most: number,
): Move[] {
  const minutes = Array.from({ length: minutesPerDay / stepMinutes }, (_, step) => step * stepMinutes)
    .filter((minute) => minute !== wanted)
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  const found: Move[] = [];
  for (const day of days) {
    if (found.length >= most) break;
    const minute = minutes.find((each) => isFree({ days: day, minute: each }));
    if (minute !== undefined) found.push({ days: day, minute });
  }
  return found;
}

/** True where the next time is free after the move, and most of the others are. */
function fits(
  occurrences: readonly Occurrence[],
  move: Move,
  people: readonly ProtectedPerson[],
  zone: string,
  nowMs: number | null,
): boolean {
  const isFree = (occurrence: Occurrence): boolean => {
    const moved = movedBy(occurrence, move, zone, nowMs);
    return moved !== null && findCollisions([moved], people).collisions.length === 0;
  };
  const [next, ...rest] = occurrences;
  if (!next || !isFree(next)) return false;
  return rest.length === 0 || 1 + rest.filter(isFree).length >= occurrences.length * seriesFreeFrom;
}

/** Null where that wall time does not exist on that date, or lies before `nowMs`. */
function movedBy(
  occurrence: Occurrence,
  { days, minute }: Move,
  zone: string,
  nowMs: number | null,
): Occurrence | null {
  const { start, end } = occurrence;
  if (start.kind !== 'instant' || end.kind !== 'instant') return null;
  const date = addDays(instantToLocal(start.ms, zone).date, days);
  const ms = wallTimeToInstant(date, { hour: Math.floor(minute / 60), minute: minute % 60 }, zone);
  if ((nowMs !== null && ms < nowMs) || instantToLocal(ms, zone).minuteOfDay !== minute) return null;
  return { ...occurrence, start: { ...start, ms }, end: { ...end, ms: ms + (end.ms - start.ms) } };
}

function weekdayIn({ start }: Occurrence, zone: string): number | null {
  return start.kind === 'instant' ? instantToLocal(start.ms, zone).weekday : null;
}

function weekdayName(date: string): string {
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(date) - 1] ?? '';
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
