import type { Window } from '../meeting/event-time.ts';
import { offsetRuns } from '../meeting/offset-runs.ts';
import { type WeekRates, weekRates } from './day-rates.ts';
import type { FairnessPerson } from './fairness-person.ts';

const minuteMs = 60_000;
const minutesPerDay = 1440;
/** 1970-01-01 was a Thursday: added to a day number before the remainder by seven it gives Monday 0. */
const weekdayOfEpoch = 3;

/**
 * What each minute of a window costs one person, as steps. Times are minutes since the epoch, in UTC.
 * Built once for a search: no slot needs a conversion of zones of its own.
 */
export interface BurdenTimeline {
  /** Where each step begins, in order; the last entry is the end of the window. */
  readonly minutes: readonly number[];
  /** Point-minutes from the start of the window to each of `minutes`; unknown stretches add nothing. */
  readonly sums: readonly number[];
  /** Minutes of unknown zone from the start of the window to each of `minutes`. */
  readonly unknown: readonly number[];
}

/**
 * The burden of every minute of a window on a person: in their zone at that date, by `weekRates`.
 *
 * @param window whole minutes; parts of a minute are cut off
 */
export function burdenTimeline(person: FairnessPerson, window: Window): BurdenTimeline {
  const week = weekRates(person.workingHours);
  const daysOff = new Set(person.daysOff.map((date) => Date.parse(date) / minuteMs / minutesPerDay));
  const from = Math.floor(window.fromMs / minuteMs);
  const to = Math.floor(window.toMs / minuteMs);
  const timeline = { minutes: [from], sums: [0], unknown: [0] };
  for (const [index, stay] of person.stays.entries()) {
    const stayFrom = Math.max(from, stay.fromMs / minuteMs);
    const stayTo = Math.min(to, (person.stays[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY) / minuteMs);
    if (stayFrom >= stayTo) continue;
    if (stay.zone === null) addStep(timeline, stayTo, null);
    else {
      for (const run of offsetRuns(stay.zone, { fromMs: stayFrom * minuteMs, toMs: stayTo * minuteMs }))
        addRun(timeline, run.window.toMs / minuteMs, run.offsetMinutes, week, daysOff);
    }
  }
  if ((timeline.minutes.at(-1) ?? from) < to) addStep(timeline, to, null);
  return timeline;
}

/**
 * Burden between two instants inside the timeline's window, in point-minutes; parts of a minute are cut off.
 * Null where the zone is unknown for any of it.
 */
export function burdenBetween(timeline: BurdenTimeline, fromMs: number, toMs: number): number | null {
  const from = positionOf(timeline, Math.floor(fromMs / minuteMs));
  const to = positionOf(timeline, Math.floor(toMs / minuteMs));
  return to.unknown > from.unknown ? null : to.sum - from.sum;
}

interface Position {
  readonly sum: number;
  readonly unknown: number;
}

/** Sums at a minute: linear between two steps. */
function positionOf({ minutes, sums, unknown }: BurdenTimeline, minute: number): Position {
  let [low, high] = [0, minutes.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((minutes[middle] ?? 0) <= minute) low = middle;
    else high = middle;
  }
  const at = minutes[low] ?? 0;
  const length = (minutes[high] ?? at) - at || 1;
  const share = (minute - at) / length;
  const between = (values: readonly number[]): number =>
    (values[low] ?? 0) + ((values[high] ?? 0) - (values[low] ?? 0)) * share;
  return { sum: Math.round(between(sums)), unknown: Math.round(between(unknown)) };
}

/**
 * `burdenBetween` for slots at equal distances, in one walk over the steps: -1 where the zone is unknown.
 *
 * @param firstMinute start of the first slot, minutes since the epoch
 */
export function burdensOfSlots(
  timeline: BurdenTimeline,
  firstMinute: number,
  stepMinutes: number,
  durationMinutes: number,
  count: number,
): Int32Array {
  const burdens = sumsAt(timeline, timeline.sums, firstMinute + durationMinutes, stepMinutes, count);
  const starts = sumsAt(timeline, timeline.sums, firstMinute, stepMinutes, count);
  for (let slot = 0; slot < count; slot += 1) burdens[slot] = (burdens[slot] ?? 0) - (starts[slot] ?? 0);
  if ((timeline.unknown.at(-1) ?? 0) === 0) return burdens;
  const unknownTo = sumsAt(timeline, timeline.unknown, firstMinute + durationMinutes, stepMinutes, count);
  const unknownFrom = sumsAt(timeline, timeline.unknown, firstMinute, stepMinutes, count);
  for (let slot = 0; slot < count; slot += 1) {
    if ((unknownTo[slot] ?? 0) > (unknownFrom[slot] ?? 0)) burdens[slot] = -1;
  }
  return burdens;
}

function sumsAt(
  { minutes }: BurdenTimeline,
  sums: readonly number[],
  firstMinute: number,
  stepMinutes: number,
  count: number,
): Int32Array {
  const found = new Int32Array(count);
  let step = -1;
  let [until, sum, rate] = [firstMinute, 0, 0];
  for (let slot = 0, minute = firstMinute; slot < count; slot += 1, minute += stepMinutes) {
    while (minute >= until && step + 2 < minutes.length) {
      step += 1;
      const from = minutes[step] ?? 0;
      until = minutes[step + 1] ?? from;
      rate = ((sums[step + 1] ?? 0) - (sums[step] ?? 0)) / (until - from);
      sum = (sums[step] ?? 0) - rate * from;
    }
    found[slot] = sum + rate * minute;
  }
  return found;
}

interface GrowingTimeline {
  readonly minutes: number[];
  readonly sums: number[];
  readonly unknown: number[];
}

/** Adds one step that ends at `toMinute`; a null rate is unknown. */
function addStep(timeline: GrowingTimeline, toMinute: number, rate: number | null): void {
  const from = timeline.minutes.at(-1) ?? toMinute;
  timeline.minutes.push(toMinute);
  timeline.sums.push((timeline.sums.at(-1) ?? 0) + (toMinute - from) * (rate ?? 0));
  timeline.unknown.push((timeline.unknown.at(-1) ?? 0) + (rate === null ? toMinute - from : 0));
}

/** Adds a stretch of one offset, day by local day. */
function addRun(
  timeline: GrowingTimeline,
  toMinute: number,
  offsetMinutes: number,
  week: WeekRates,
  daysOff: ReadonlySet<number>,
): void {
  let from = timeline.minutes.at(-1) ?? toMinute;
  while (from < toMinute) {
    const day = Math.floor((from + offsetMinutes) / minutesPerDay);
    const midnight = day * minutesPerDay - offsetMinutes;
    const steps = week.stepsOf(((day + weekdayOfEpoch) % 7) + 1, daysOff.has(day));
    for (const [index, { rate }] of steps.entries()) {
      const until = Math.min(toMinute, midnight + (steps[index + 1]?.from ?? minutesPerDay));
      if (until > from) {
        addStep(timeline, until, rate);
        from = until;
      }
    }
  }
}
