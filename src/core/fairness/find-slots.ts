import type { Window } from '../meeting/event-time.ts';
import { attendanceOfSlots, attends, type TimeLimits } from './attendance.ts';
import { burdensOfSlots, burdenTimeline } from './burden.ts';
import { type FairnessPerson, zoneOfPerson } from './fairness-person.ts';
import { type Assembly, assemble, type Obstacle, obstacleOf, type Seat } from './quorum.ts';
import { type SlotGrid, slotGrid, slotStartMs, slotStepMinutes } from './slot-grid.ts';
import { compareWorstFirst } from './worst-first.ts';

/** Somebody for whom a time is looked for. */
export interface SlotPerson extends FairnessPerson, TimeLimits {
  readonly attendance: 'required' | 'optional';
  /** False for somebody who takes no off-hours; nobody asks why. */
  readonly takesOffHours: boolean;
  /** What they carried so far, whole point-minutes, not negative. */
  readonly carried: number;
}

/** Which time is looked for. */
export interface SlotQuery {
  readonly people: readonly SlotPerson[];
  /** Slots start and end inside it. */
  readonly window: Window;
  /** Whole minutes. */
  readonly durationMinutes: number;
  /** Where the meeting is now, epoch milliseconds; null where it has no time yet. */
  readonly currentStartMs: number | null;
  /** How many people must be able to come, the required ones included; null: the required ones. */
  readonly quorum: number | null;
  /** Free minutes before and after, between this meeting and others. */
  readonly bufferMinutes: number;
  /** At most so many slots are answered. */
  readonly limit: number;
}

/** What a slot means for one person. */
export interface SlotShare {
  readonly name: string;
  /** Zone at the start of the slot; null where nobody knows. */
  readonly zone: string | null;
  /** Point-minutes; null where the zone is unknown. */
  readonly burden: number | null;
  readonly carried: number;
  readonly attends: 'yes' | 'unknown' | 'no';
  /** Whether they are asked to come; `worst` and `total` count optional people only where a quorum needs them. */
  readonly attendance: 'required' | 'optional';
}

/** One time, and what it costs whom. */
export interface FairSlot {
  readonly startMs: number;
  readonly endMs: number;
  /** The largest carried + burden among those who are needed, 0 where nobody's burden is known. */
  readonly worst: number;
  /** The sum of the burdens of those who are needed. */
  readonly total: number;
  /** `free` only where everyone who is needed is known to be free. */
  readonly availability: 'free' | 'unknown';
  /** In the order of the query. */
  readonly people: readonly SlotShare[];
}

/** Why slots were left out; a slot may be counted for several people. */
export interface Refusal extends Obstacle {
  readonly slots: number;
}

/** The best slots, fairest first, and what became of the others. */
export interface SlotSearch {
  readonly slots: readonly FairSlot[];
  /** All slots of the window. */
  readonly considered: number;
  readonly refusals: readonly Refusal[];
}

/**
 * Looks at every slot of the window and answers the fairest.
 *
 * Order: known to be free before unknown; fewer people whose zone is unknown; then carried + burden of those who are
 * needed, from the largest down, lexicographically smaller first; more others who can come, too; the same list for
 * them; the least change from the current time; the earlier start. Needed are the required people, and with a quorum those optional
 * ones who fill it at the smallest cost.
 */
export function findSlots(query: SlotQuery): SlotSearch {
  const grid = slotGrid(query.window, query.durationMinutes);
  const seats = query.people.map((person) => seatOf(person, query, grid));
  const kept: Kept = { candidates: [], last: null };
  const refused = new Map<string, { -readonly [Key in keyof Refusal]: Refusal[Key] }>();
  for (let slot = 0; slot < grid.count; slot += 1) {
    const assembly = assemble(seats, slot, query.quorum);
    if (assembly.obstacles.length > 0) {
      for (const { name, because } of assembly.obstacles) {
        const key = `${because} ${name ?? ''}`;
        const known = refused.get(key);
        if (known) known.slots += 1;
        else refused.set(key, { name, because, slots: 1 });
      }
    } else if (query.limit > 0) {
      keep(kept, candidateOf(assembly, slot, grid, query.currentStartMs), query.limit);
    }
  }
  return {
    slots: bestOf(kept.candidates, query.limit).map((candidate) => fairSlot(candidate, seats, grid, query)),
    considered: grid.count,
    refusals: [...refused.values()],
  };
}

function seatOf(
  person: SlotPerson,
  query: Pick<SlotQuery, 'durationMinutes' | 'bufferMinutes'>,
  grid: SlotGrid,
): Seat {
  const window = {
    fromMs: slotStartMs(grid, 0),
    toMs: slotStartMs(grid, Math.max(0, grid.count - 1)) + query.durationMinutes * 60_000,
  };
  const timeline = burdenTimeline(person, window);
  return {
    person,
    burdens: burdensOfSlots(timeline, grid.firstMinute, slotStepMinutes, query.durationMinutes, grid.count),
    attendance: attendanceOfSlots(grid, person, query.bufferMinutes),
  };
}

/** Sorting a few dozen at once is cheaper than finding a place for each. */
const roomBeforeSorting = 64;

interface Candidate {
  readonly slot: number;
  readonly assembly: Assembly;
  /** Milliseconds from the current start; 0 where there is none. */
  readonly change: number;
}

function candidateOf(
  assembly: Assembly,
  slot: number,
  grid: SlotGrid,
  currentStartMs: number | null,
): Candidate {
  const change = currentStartMs === null ? 0 : Math.abs(slotStartMs(grid, slot) - currentStartMs);
  return { slot, assembly, change };
}

/** The best so far, in no order; now and then those are dropped that cannot be among the `limit` best. */
interface Kept {
  candidates: Candidate[];
  /** The last that was kept when they were sorted; null until then. Nothing behind it is of interest. */
  last: Candidate | null;
}

function keep(kept: Kept, candidate: Candidate, limit: number): void {
  if (kept.last !== null && compareCandidates(candidate, kept.last) >= 0) return;
  kept.candidates.push(candidate);
  if (kept.candidates.length < 2 * limit + roomBeforeSorting) return;
  kept.candidates = bestOf(kept.candidates, limit);
  kept.last = kept.candidates.at(-1) ?? null;
}

function bestOf(candidates: readonly Candidate[], limit: number): Candidate[] {
  return candidates.toSorted(compareCandidates).slice(0, limit);
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(a.assembly.isUncertain) - Number(b.assembly.isUncertain) ||
    a.assembly.unknownBurdens - b.assembly.unknownBurdens ||
    compareWorstFirst(a.assembly.needed, b.assembly.needed) ||
    b.assembly.others - a.assembly.others ||
    compareWorstFirst(a.assembly.beside, b.assembly.beside) ||
    a.change - b.change ||
    a.slot - b.slot
  );
}

function fairSlot(
  { slot, assembly }: Candidate,
  seats: readonly Seat[],
  grid: SlotGrid,
  query: Pick<SlotQuery, 'durationMinutes'>,
): FairSlot {
  const startMs = slotStartMs(grid, slot);
  return {
    startMs,
    endMs: startMs + query.durationMinutes * 60_000,
    worst: assembly.needed[0] ?? 0,
    total: assembly.total,
    availability: assembly.isUncertain ? 'unknown' : 'free',
    people: seats.map((seat) => ({
      name: seat.person.name,
      zone: zoneOfPerson(seat.person, startMs),
      burden: seat.burdens[slot] === -1 ? null : (seat.burdens[slot] ?? null),
      carried: seat.person.carried,
      attends: attendsText(seat, slot),
      attendance: seat.person.attendance,
    })),
  };
}

function attendsText(seat: Seat, slot: number): SlotShare['attends'] {
  const obstacle = obstacleOf(seat, slot);
  if (obstacle !== null && seat.burdens[slot] !== -1) return 'no';
  if (obstacle === 'busy' || obstacle === 'protected') return 'no';
  return seat.attendance[slot] === attends.yes && obstacle === null ? 'yes' : 'unknown';
}

/**
 * What one time costs everyone, whatever stands in its way: for the time that a meeting has now.
 *
 * @param startMs whole minutes, not only quarter hours
 */
export function slotAt(query: Omit<SlotQuery, 'window' | 'limit'>, startMs: number): FairSlot {
  const grid = {
    firstMinute: Math.floor(startMs / 60_000),
    durationMinutes: query.durationMinutes,
    count: 1,
  };
  const seats = query.people.map((person) => seatOf(person, query, grid));
  const assembly = assemble(seats, 0, query.quorum);
  return fairSlot({ slot: 0, assembly, change: 0 }, seats, grid, query);
}
