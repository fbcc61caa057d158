import type { Enforcement, ProtectionRule } from '../meeting/policy.ts';
import type { Reason } from '../need/need.ts';
import type { Collision, FoundCollision, FoundCollisions } from './find-collisions.ts';
import { protections } from './protections/index.ts';

export type { ProtectedPerson } from './find-collisions.ts';

/** Whether something lifts the protections: stated beforehand, thinkable, or not. */
export type Exemption = 'exempt' | 'possible' | 'none';

/** The judgement of time. `ok` null: not known, and then nothing is ever declined. */
export interface TimeCheck {
  readonly ok: boolean | null;
  readonly protections: readonly Collision[];
  /** Occurrences that were looked at, and how many of them collide. */
  readonly judged: number;
  readonly collided: number;
  readonly exemption: Exemption;
  /** The rule whose enforcement holds; null where the time is not blocked. */
  readonly decidedBy: ProtectionRule | null;
  readonly reasons: readonly Reason[];
}

/** More collisions than this of one series are counted, not listed. */
const mostListed = 24;
const softestFirst: readonly Enforcement[] = ['observe', 'warn', 'grace', 'enforce'];

/**
 * Sums up collisions. A series is blocked where all of its occurrences collide; where some do, only those are answered,
 * so the series itself is fine. With no occurrence, or one whose local time is unknown and not all others colliding,
 * the time is unknown.
 *
 * @param remaining the collisions that no exemption lifts; where it lifts all, hand in all that were found
 */
export function checkTime(
  { collisions, judged, unknown }: FoundCollisions,
  remaining: readonly FoundCollision[] = collisions,
): Omit<TimeCheck, 'exemption'> {
  const byOccurrence = Map.groupBy(remaining, ({ collision }) => collision.occurrence);
  const blocked = judged > 0 && byOccurrence.size === judged;
  const decidedBy = blocked ? decidingRule([...byOccurrence.values()]) : null;
  return {
    ok: blocked ? false : unknown ? null : true,
    protections: collisions.slice(0, mostListed).map(({ collision }) => collision),
    judged,
    collided: byOccurrence.size,
    decidedBy,
    reasons: reasonsOf(remaining, judged, decidedBy),
  };
}

/** One time is kept as strictly as its strictest rule; a series, which gets one answer, as its weakest time. */
function decidingRule(times: readonly (readonly FoundCollision[])[]): ProtectionRule | null {
  const strictness = ({ enforcement }: FoundCollision): number => softestFirst.indexOf(enforcement);
  const strictest = times.flatMap((found) => {
    const most = Math.max(...found.map(strictness));
    const firmest = protections.find(({ name }) =>
      found.some((each) => each.collision.rule === name && strictness(each) === most),
    );
    return firmest ? [{ rule: firmest.name, strictness: most }] : [];
  });
  const weakest = Math.min(...strictest.map((time) => time.strictness));
  return strictest.find((time) => time.strictness === weakest)?.rule ?? null;
}

/** One reason a rule, told at its first collision; the rule that decided comes first. */
function reasonsOf(
  found: readonly FoundCollision[],
  judged: number,
  decidedBy: ProtectionRule | null,
): Reason[] {
  const reasons = protections.flatMap((protection): Reason[] => {
    const touching = found.filter(({ collision }) => collision.rule === protection.name);
    const [first] = touching;
    if (!first) return [];
    const times = new Set(touching.map(({ collision }) => collision.occurrence)).size;
    const scope = judged > 1 ? ` (${times} of the next ${judged} times)` : '';
    const { local, person } = first.collision;
    const told = protection.because(
      { days: [], text: local },
      { person, unfairPercent: first.unfairPercent },
    );
    const because = `${told}${scope}`;
    return [{ rule: protection.name, says: 'block', because, source: protection.source }];
  });
  return reasons.sort((a, b) => Number(b.rule === decidedBy) - Number(a.rule === decidedBy));
}
