import { attends } from './attendance.ts';
import type { FairnessPerson } from './fairness-person.ts';

/** What a search knows of one person, slot by slot. */
export interface Seat {
  readonly person: Pick<FairnessPerson, 'name' | 'stays'> & {
    readonly attendance: 'required' | 'optional';
    readonly takesOffHours: boolean;
    readonly carried: number;
  };
  /** Point-minutes by slot; -1 where the zone is unknown. */
  readonly burdens: Int32Array;
  /** Values of `attends` by slot. */
  readonly attendance: Uint8Array;
}

/** Who or what makes a slot impossible; a null name is the quorum. */
export interface Obstacle {
  readonly name: string | null;
  readonly because: 'busy' | 'protected' | 'opted-out' | 'quorum';
}

/** Who comes together in a slot, as the order of slots needs it. */
export interface Assembly {
  /** Empty where the slot is possible. */
  readonly obstacles: readonly Obstacle[];
  /** True where somebody who is needed is not known to be free. */
  readonly isUncertain: boolean;
  /** How many of those who are needed have an unknown zone. */
  readonly unknownBurdens: number;
  /** Carried + burden of those who are needed and whose burden is known, from the largest down. */
  readonly needed: readonly number[];
  /** How many others can come, too. */
  readonly others: number;
  /** Their carried + burden, likewise. */
  readonly beside: readonly number[];
  /** Sum of the burdens of those who are needed. */
  readonly total: number;
}

/**
 * Who meets in a slot. The required people are needed, and up to `quorum` people those optional ones who can come:
 * known to be free first, then at the smallest carried + burden, then in the order of `seats`.
 */
export function assemble(seats: readonly Seat[], slot: number, quorum: number | null): Assembly {
  const assembly = { ...nobody, needed: [] as number[] };
  const optional: Seat[] = [];
  let missing = quorum ?? 0;
  for (const seat of seats) {
    const because = obstacleOf(seat, slot);
    if (seat.person.attendance === 'optional') {
      if (because === null) optional.push(seat);
    } else if (because === null) {
      admit(assembly, seat, slot);
      missing -= 1;
    } else assembly.obstacles = [...assembly.obstacles, { name: seat.person.name, because }];
  }
  if (optional.length < missing && assembly.obstacles.length === 0)
    assembly.obstacles = [{ name: null, because: 'quorum' }];
  if (optional.length === 0) return assembly;
  if (missing > 0) {
    optional.sort((a, b) => willingness(a, b, slot));
    for (const seat of optional.splice(0, missing)) admit(assembly, seat, slot);
  }
  const beside: number[] = [];
  for (const seat of optional) if (seat.burdens[slot] !== -1) insert(beside, costOf(seat, slot));
  return { ...assembly, others: optional.length, beside };
}

const nobody: Assembly = {
  obstacles: [],
  isUncertain: false,
  unknownBurdens: 0,
  needed: [],
  others: 0,
  beside: [],
  total: 0,
};

/** Counts somebody among those who are needed. */
function admit(
  assembly: { -readonly [Key in keyof Assembly]: Assembly[Key] } & { needed: number[] },
  seat: Seat,
  slot: number,
): void {
  const burden = seat.burdens[slot] ?? 0;
  if (seat.attendance[slot] !== attends.yes) assembly.isUncertain = true;
  if (burden === -1) assembly.unknownBurdens += 1;
  else {
    assembly.total += burden;
    insert(assembly.needed, seat.person.carried + burden);
  }
}

/** Why somebody cannot come; null where they can, or where nobody knows. */
export function obstacleOf({ person, burdens, attendance }: Seat, slot: number): Obstacle['because'] | null {
  if (attendance[slot] === attends.protected) return 'protected';
  if (attendance[slot] === attends.busy) return 'busy';
  if (person.takesOffHours || burdens[slot] === 0) return null;
  // Without a zone nobody knows whether it is an off-hour: an optional person is then not counted on.
  return burdens[slot] === -1 && person.attendance === 'required' ? null : 'opted-out';
}

/** Order in which optional people fill a quorum; an unknown burden comes last. Sorting keeps the order of the rest. */
function willingness(a: Seat, b: Seat, slot: number): number {
  return (
    (a.attendance[slot] ?? 0) - (b.attendance[slot] ?? 0) ||
    Number(a.burdens[slot] === -1) - Number(b.burdens[slot] === -1) ||
    costOf(a, slot) - costOf(b, slot)
  );
}

function costOf({ person, burdens }: Seat, slot: number): number {
  return person.carried + (burdens[slot] ?? 0);
}

/** Keeps a list from the largest down: a handful of numbers for each of many slots. */
function insert(costs: number[], cost: number): void {
  let place = costs.length;
  costs.push(cost);
  for (; place > 0 && (costs[place - 1] ?? 0) < cost; place -= 1) costs[place] = costs[place - 1] ?? 0;
  costs[place] = cost;
}
