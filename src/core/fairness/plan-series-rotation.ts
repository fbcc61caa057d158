import { instantToLocal, wallTimeToInstant } from '../meeting/wall-time.ts';
import { type BurdenTimeline, burdenBetween, burdenTimeline } from './burden.ts';
import { zoneOfPerson } from './fairness-person.ts';
import type { SlotPerson } from './find-slots.ts';
import type { JudgedOccurrence, OccurrenceShare } from './judge-series.ts';
import { planRotation, type Rotation } from './rotation/plan-rotation.ts';

const dayMs = 86_400_000;
/** Times of day that are tried, and how far apart they are: people remember half hours. */
const candidateCount = 48;
const candidateStep = 30;
/** Predictable beats optimal: a time holds for at least so long, and there are few of them a year. */
const shortestBlockDays = 28;
const shortestBlock = 2;
const mostBlocks = 8;

/** A stretch of the series with one time. */
interface RotationBlock {
  /** Dates of its first and last occurrence on the series' own clock. */
  readonly from: string;
  readonly to: string;
  readonly occurrences: number;
  /** The time of this block on the series' own clock, minutes since midnight. */
  readonly minuteOfDay: number;
  /** Start of the first occurrence at the times that most of them have on everyone's clock, epoch milliseconds. */
  readonly startMs: number;
  /** Burdens of all its occurrences together, in the order of the people. */
  readonly people: readonly OccurrenceShare[];
}

/** Who carries what in the end, and how far from the best possible that may be. */
export interface SeriesRotation {
  readonly blocks: readonly RotationBlock[];
  /** Carried in the end by each person who is planned for, carried before included. */
  readonly cumulative: ReadonlyMap<string, number>;
  readonly proof: Pick<Rotation, 'exact' | 'lowerBound' | 'gap'>;
}

/**
 * Plans a series so that everyone takes a share: blocks of stable times, each at one of 48 half-hourly times of the
 * series' own clock (the one that it has now among them), chosen so that what people carry in the end, from the largest down, is
 * lexicographically least. Where several plans are as fair, the one with the fewest changes of time, then the one
 * nearest to the current time. A time at which a required person is busy, protected or opted out in any occurrence of a
 * block is not chosen for it. Planned for are the required people whose zone is known throughout.
 *
 * @param occurrences all that are to be planned, in order, with their current times
 * @param zone the series' own clock
 * @param blockLength occurrences of a block; null: at least four weeks and two occurrences, at most eight blocks
 * @returns null where nobody can be planned for, or where a block has no possible time
 */
export function planSeriesRotation(
  occurrences: readonly JudgedOccurrence[],
  people: readonly SlotPerson[],
  zone: string,
  blockLength: number | null,
): SeriesRotation | null {
  const planned = plannedPeople(occurrences, people);
  const [first] = occurrences;
  if (!first || planned.length === 0) return null;
  const minutes = candidateMinutes(first.minuteOfDay);
  const blocks = blocksOf(occurrences, blockLength);
  const costs = blocks.map((block) => minutes.map((minute) => costOfBlock(block, minute, zone, planned)));
  const rotation = planRotation({
    carried: planned.map(({ person }) => person.carried),
    burdens: costs,
    current: 0,
  });
  if (!rotation) return null;
  return {
    blocks: blocks.map((block, index) => {
      const choice = rotation.choices[index] ?? 0;
      return describeBlock(
        block,
        minutes[choice] ?? first.minuteOfDay,
        costs[index]?.[choice] ?? [],
        zone,
        planned,
      );
    }),
    cumulative: new Map(planned.map(({ person }, index) => [person.name, rotation.cumulative[index] ?? 0])),
    proof: { exact: rotation.exact, lowerBound: rotation.lowerBound, gap: rotation.gap },
  };
}

interface PlannedPerson {
  readonly person: SlotPerson;
  readonly timeline: BurdenTimeline;
}

/** Candidate times may lie a day before or after the current ones for some clocks, and end later. */
function plannedPeople(
  occurrences: readonly JudgedOccurrence[],
  people: readonly SlotPerson[],
): PlannedPerson[] {
  const [first] = occurrences;
  if (!first) return [];
  const window = {
    fromMs: Math.min(...occurrences.map(({ startMs }) => startMs)) - 2 * dayMs,
    toMs: Math.max(...occurrences.map(({ endMs }) => endMs)) + 2 * dayMs,
  };
  return people
    .filter(({ attendance }) => attendance === 'required')
    .map((person) => ({ person, timeline: burdenTimeline(person, window) }))
    .filter(({ timeline }) => timeline.unknown.at(-1) === 0);
}

/** The current time first, then the others by their distance from it on the clock, the earlier first. */
function candidateMinutes(current: number): number[] {
  const past = current % candidateStep;
  return Array.from({ length: candidateCount }, (_, index) => index * candidateStep + past).sort(
    (a, b) => Math.abs(a - current) - Math.abs(b - current) || a - b,
  );
}

/** Consecutive stretches of the same length as far as that goes; the longer ones come first. */
function blocksOf(
  occurrences: readonly JudgedOccurrence[],
  blockLength: number | null,
): (readonly JudgedOccurrence[])[] {
  const count = blockLength === null ? blockCount(occurrences) : Math.ceil(occurrences.length / blockLength);
  const [short, longer] = [Math.floor(occurrences.length / count), occurrences.length % count];
  const lengthOf = (index: number): number => blockLength ?? short + (index < longer ? 1 : 0);
  let from = 0;
  return Array.from({ length: count }, (_, index) => {
    const block = occurrences.slice(from, from + lengthOf(index));
    from += block.length;
    return block;
  });
}

function blockCount(occurrences: readonly JudgedOccurrence[]): number {
  const days = ((occurrences.at(-1)?.startMs ?? 0) - (occurrences[0]?.startMs ?? 0)) / dayMs;
  const byTime = Math.floor(days / shortestBlockDays);
  const bySize = Math.floor(occurrences.length / shortestBlock);
  return Math.max(1, Math.min(mostBlocks, byTime, bySize));
}

/** Burdens of a block at a time of the series' clock; null where somebody cannot come. */
function costOfBlock(
  block: readonly JudgedOccurrence[],
  minuteOfDay: number,
  zone: string,
  planned: readonly PlannedPerson[],
): number[] | null {
  const costs = planned.map(() => 0);
  for (const occurrence of block) {
    const { startMs, endMs } = movedTo(occurrence, minuteOfDay, zone);
    for (const [index, { person, timeline }] of planned.entries()) {
      const burden = burdenBetween(timeline, startMs, endMs) ?? 0;
      if (!person.takesOffHours && burden > 0) return null;
      if (isTaken(person, startMs, endMs)) return null;
      costs[index] = (costs[index] ?? 0) + burden;
    }
  }
  return costs;
}

function isTaken({ availability, blocked }: SlotPerson, startMs: number, endMs: number): boolean {
  return [...blocked, ...(availability?.busy ?? [])].some(
    ({ fromMs, toMs }) => startMs < toMs && endMs > fromMs,
  );
}

function movedTo(
  { date, startMs, endMs }: JudgedOccurrence,
  minuteOfDay: number,
  zone: string,
): { startMs: number; endMs: number } {
  const moved = wallTimeToInstant(
    date,
    { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 },
    zone,
  );
  return { startMs: moved, endMs: moved + (endMs - startMs) };
}

/** Clocks may change inside a block: the times that hold for most of it stand for it. */
function usualStart(
  block: readonly JudgedOccurrence[],
  minuteOfDay: number,
  zone: string,
  planned: readonly PlannedPerson[],
): number {
  const starts = block.map((occurrence) => movedTo(occurrence, minuteOfDay, zone).startMs);
  const byClocks = Map.groupBy(starts, (startMs) =>
    planned
      .map(({ person }) => instantToLocal(startMs, zoneOfPerson(person, startMs) ?? 'UTC').minuteOfDay)
      .join(' '),
  );
  return (
    [...byClocks.values()].reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), [])[0] ?? 0
  );
}

function describeBlock(
  block: readonly JudgedOccurrence[],
  minuteOfDay: number,
  costs: readonly number[],
  zone: string,
  planned: readonly PlannedPerson[],
): RotationBlock {
  const [first] = block;
  const startMs = usualStart(block, minuteOfDay, zone, planned);
  return {
    from: first?.date ?? '',
    to: block.at(-1)?.date ?? '',
    occurrences: block.length,
    minuteOfDay,
    startMs,
    people: planned.map(({ person }, index) => ({
      name: person.name,
      zone: zoneOfPerson(person, startMs),
      burden: costs[index] ?? null,
    })),
  };
}
