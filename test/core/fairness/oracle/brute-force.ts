import type { FairSlot, SlotPerson, SlotQuery } from '../../../../src/core/fairness/find-slots.ts';
import type { Window } from '../../../../src/core/meeting/event-time.ts';
import { minuteRates } from './minute-rate.ts';

type Attends = FairSlot['people'][number]['attends'];

/** One person in one slot. */
interface Seat {
  readonly person: SlotPerson;
  readonly burden: number | null;
  readonly attends: Attends;
  /** Required, or chosen to fill the quorum. */
  readonly counts: boolean;
}

/** What two implementations must agree on. */
export type ExpectedSlot = Omit<FairSlot, 'people'> & {
  readonly people: readonly Omit<FairSlot['people'][number], 'zone'>[];
};

type SortKey = readonly (number | readonly number[])[];

interface Candidate extends ExpectedSlot {
  readonly sortKey: SortKey;
}

const minuteMs = 60_000;
const quarterHourMs = 15 * minuteMs;

/** Every slot, judged minute by minute and person by person, best first. */
export function findSlotsByBruteForce(query: SlotQuery): ExpectedSlot[] {
  const lengthMs = query.durationMinutes * minuteMs;
  const burdens = query.people.map((person) => burdenOf(person, query.durationMinutes));
  const candidates: Candidate[] = [];
  const { fromMs, toMs } = query.window;
  for (
    let startMs = Math.ceil(fromMs / quarterHourMs) * quarterHourMs;
    startMs + lengthMs <= toMs;
    startMs += quarterHourMs
  ) {
    const slot = { fromMs: startMs, toMs: startMs + lengthMs };
    const invited = query.people.map((person, index) => {
      const burden = burdens[index]?.(startMs) ?? null;
      const counts = person.attendance === 'required';
      const calendar = attendance(person, slot, query.bufferMinutes);
      return { person, burden, counts, attends: counts ? calendar : ownWill(calendar, person, burden) };
    });
    const seats = withQuorum(invited, query.quorum);
    if (seats?.every(isAcceptable)) candidates.push(candidate(seats, slot, query));
  }
  return candidates
    .sort((one, other) => compare(one.sortKey, other.sortKey))
    .slice(0, query.limit)
    .map(({ sortKey: _, ...slot }) => slot);
}

/** Point-minutes of a slot from its start; null where the zone of one of its minutes is unknown. */
function burdenOf(person: SlotPerson, durationMinutes: number): (startMs: number) => number | null {
  const rateAt = minuteRates(person);
  const quarters = new Map<number, number | null>();
  const quarter = (ms: number): number | null => {
    const known = quarters.get(ms);
    if (known !== undefined) return known;
    let sum: number | null = 0;
    for (let minute = 0; minute < 15; minute++) {
      const rate = rateAt(ms + minute * minuteMs);
      sum = sum === null || rate === null ? null : sum + rate;
    }
    quarters.set(ms, sum);
    return sum;
  };
  return (startMs) => {
    let sum = 0;
    for (let ms = startMs; ms < startMs + durationMinutes * minuteMs; ms += quarterHourMs) {
      const points = quarter(ms);
      if (points === null) return null;
      sum += points;
    }
    return sum;
  };
}

/** Somebody who may stay away and takes no off-hours comes to none, and perhaps to what nobody knows to be one. */
function ownWill(calendar: Attends, person: SlotPerson, burden: number | null): Attends {
  if (person.takesOffHours || burden === 0 || calendar === 'no') return calendar;
  return burden === null ? 'unknown' : 'no';
}

function attendance(person: SlotPerson, slot: Window, bufferMinutes: number): Attends {
  const widened = {
    fromMs: slot.fromMs - bufferMinutes * minuteMs,
    toMs: slot.toMs + bufferMinutes * minuteMs,
  };
  if (person.blocked.some((window) => overlap(window, slot))) return 'no';
  if (!person.availability) return 'unknown';
  const { busy, known } = person.availability;
  if (busy.some((window) => overlap(window, widened))) return 'no';
  return isCovered(widened, known) ? 'yes' : 'unknown';
}

function overlap(one: Window, other: Window): boolean {
  return one.fromMs < other.toMs && other.fromMs < one.toMs;
}

/** Walks the slot a stretch at a time: from wherever it is, some window has to lead further on. */
function isCovered(slot: Window, windows: readonly Window[]): boolean {
  let at = slot.fromMs;
  while (at < slot.toMs) {
    const further = windows.find(({ fromMs, toMs }) => fromMs <= at && at < toMs);
    if (!further) return false;
    at = further.toMs;
  }
  return true;
}

const load = ({ burden, person }: Seat): number => (burden ?? 0) + person.carried;

/** Chooses optional people until enough count; null where there are not enough. */
function withQuorum(seats: readonly Seat[], quorum: number | null): readonly Seat[] | null {
  const missing = (quorum ?? 0) - seats.filter(({ counts }) => counts).length;
  if (missing <= 0) return seats;
  const chosen = seats
    .filter(canComeBeside)
    .sort(
      (one, other) =>
        Number(one.attends === 'unknown') - Number(other.attends === 'unknown') ||
        Number(one.burden === null) - Number(other.burden === null) ||
        load(one) - load(other),
    )
    .slice(0, missing);
  if (chosen.length < missing) return null;
  return seats.map((seat) => (chosen.includes(seat) ? { ...seat, counts: true } : seat));
}

/** Not needed, but one who can come: whoever takes no off-hours only where it is known to be none. */
function canComeBeside({ counts, attends, burden, person }: Seat): boolean {
  return !counts && attends !== 'no' && (person.takesOffHours || burden === 0);
}

function isAcceptable({ counts, attends, burden, person }: Seat): boolean {
  return !counts || (attends !== 'no' && (person.takesOffHours || (burden ?? 0) === 0));
}

function candidate(seats: readonly Seat[], slot: Window, query: SlotQuery): Candidate {
  const required = seats.filter(({ counts }) => counts);
  const optional = seats.filter(canComeBeside);
  const isUnknown = required.some(({ attends }) => attends === 'unknown');
  const requiredLoads = loads(required);
  const { currentStartMs } = query;
  return {
    startMs: slot.fromMs,
    endMs: slot.toMs,
    worst: requiredLoads[0] ?? 0,
    total: required.reduce((sum, { burden }) => sum + (burden ?? 0), 0),
    availability: isUnknown ? 'unknown' : 'free',
    people: seats.map(({ person, burden, attends }) => ({
      name: person.name,
      burden,
      carried: person.carried,
      attends,
      attendance: person.attendance,
    })),
    sortKey: [
      isUnknown ? 1 : 0,
      required.filter(({ burden }) => burden === null).length,
      requiredLoads,
      -optional.length,
      loads(optional),
      currentStartMs === null ? 0 : Math.abs(slot.fromMs - currentStartMs),
      slot.fromMs,
    ],
  };
}

/** Carried + burden of those whose burden is known, largest first. */
function loads(seats: readonly Seat[]): number[] {
  return seats
    .filter(({ burden }) => burden !== null)
    .map(load)
    .sort((a, b) => b - a);
}

/** Lexicographic, lists within lists too; of two lists of which one begins the other the shorter is smaller. */
function compare(one: SortKey, other: SortKey): number {
  for (const [at, a] of one.entries()) {
    const b = other[at];
    if (b === undefined) return 1;
    const difference = typeof a === 'number' || typeof b === 'number' ? Number(a) - Number(b) : compare(a, b);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
