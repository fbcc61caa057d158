import { DateTime, IANAZone } from 'luxon';
import type { FairSlot, SlotPerson, SlotQuery } from '../../src/core/fairness/find-slots.ts';

export type Slots = readonly Pick<FairSlot, 'startMs' | 'endMs' | 'worst' | 'total' | 'people'>[];
type Clock = (ms: number) => DateTime;

interface Sitter {
  readonly person: SlotPerson;
  readonly zone: string;
  /** Point-minutes of the quarter hour that begins at an instant. */
  readonly quarterBurden: (ms: number) => number;
}

const quarterHourMs = 900_000;
const weekMinutes = 7 * 1440;

/**
 * The leanest search with luxon that is still right: a slot's start is converted once for each person, and since slots
 * begin on every quarter hour, that conversion also serves the earlier slots that last over it.
 */
export function byLuxonSlot(query: SlotQuery): Slots {
  return search(query, (ask) => {
    const known = new Map<number, number>();
    return (ms) => {
      const burden = known.get(ms) ?? ask(ms);
      known.set(ms, burden);
      return burden;
    };
  });
}

/** Every slot converts each of its quarter hours for each person, as a plain loop would. */
export function byLuxonQuarterHour(query: SlotQuery): Slots {
  return search(query, (ask) => ask);
}

type Remember = (ask: (ms: number) => number) => (ms: number) => number;

/** Required people of known zones with the same hours every week and no constraints: all that the bench asks about. */
function search(
  { people, window, durationMinutes, currentStartMs, limit }: SlotQuery,
  remember: Remember,
): Slots {
  const sitters = people.map((person) => sitterOf(person, remember));
  const slots: (Slots[number] & { readonly loads: readonly number[] })[] = [];
  const lengthMs = durationMinutes * 60_000;
  const firstMs = Math.ceil(window.fromMs / quarterHourMs) * quarterHourMs;
  for (let startMs = firstMs; startMs + lengthMs <= window.toMs; startMs += quarterHourMs) {
    const endMs = startMs + lengthMs;
    const seats: FairSlot['people'][number][] = [];
    let total = 0;
    for (const { person, zone, quarterBurden } of sitters) {
      let burden = 0;
      for (let ms = startMs; ms < endMs; ms += quarterHourMs) burden += quarterBurden(ms);
      total += burden;
      seats.push({
        name: person.name,
        zone,
        burden,
        carried: person.carried,
        attends: 'unknown',
        attendance: 'required',
      });
    }
    const loads = seats.map(({ burden, carried }) => (burden ?? 0) + carried).sort((a, b) => b - a);
    slots.push({ startMs, endMs, worst: loads[0] ?? 0, total, people: seats, loads });
  }
  const change = (startMs: number): number =>
    currentStartMs === null ? 0 : Math.abs(startMs - currentStartMs);
  return slots
    .sort(
      (one, other) =>
        firstDifference(one.loads, other.loads) ||
        change(one.startMs) - change(other.startMs) ||
        one.startMs - other.startMs,
    )
    .slice(0, limit)
    .map(({ loads: _, ...slot }) => slot);
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function sitterOf(person: SlotPerson, remember: Remember): Sitter {
  const [stay] = person.stays;
  if (!stay?.zone) throw new Error(`${person.name} has no zone`);
  const zone = IANAZone.create(stay.zone);
  const clock: Clock = (ms) => DateTime.fromMillis(ms, { zone });
  const sums = weekSums(person);
  // Clocks change on quarter hours, and local ones are quarter hours too, so that no quarter crosses the end of the week.
  const quarterBurden = remember((ms) => {
    const local = clock(ms);
    const minute = (local.weekday - 1) * 1440 + local.hour * 60 + local.minute;
    return (sums[minute + 15] ?? 0) - (sums[minute] ?? 0);
  });
  return { person, zone: stay.zone, quarterBurden };
}

/** Burden of a week from Monday 00:00 up to each of its minutes, for one working window a day on some weekdays. */
function weekSums({ workingHours }: SlotPerson): Int32Array {
  const [hours] = workingHours;
  if (!hours) throw new Error('the bench gives everybody working hours');
  const start = hours.start.hour * 60 + hours.start.minute;
  const end = hours.end.hour * 60 + hours.end.minute;
  const sums = new Int32Array(weekMinutes + 1);
  for (let at = 0; at < weekMinutes; at++) {
    const minute = at % 1440;
    const dayOff = hours.weekdays.includes(Math.floor(at / 1440) + 1) ? 0 : 2;
    sums[at + 1] = (sums[at] ?? 0) + Math.min(6, rateOf(minute, start, end) + dayOff);
  }
  return sums;
}

function rateOf(minute: number, start: number, end: number): number {
  if (minute >= start && minute < end) return 0;
  if (minute >= 1380 || minute < 420) return 6;
  return minute >= start - 120 && minute < end + 120 ? 1 : 2;
}
