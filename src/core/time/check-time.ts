import type { Occurrence } from '../meeting/event-time.ts';
import type { Policy, ProtectionRule } from '../meeting/policy.ts';
import type { Reason } from '../need/need.ts';
import { toLocalSpan } from './local-span.ts';
import type { FocusEvent, LocalSpan, Protection } from './protection.ts';
import { protections } from './protections/index.ts';

/** A person whose time is protected. */
export interface ProtectedPerson {
  /** Lower-case address, or a name for somebody without one. */
  readonly person: string;
  readonly policy: Policy;
  readonly focusEvents: readonly FocusEvent[];
}

/** One occurrence that touches protected time. */
export interface Collision {
  readonly rule: ProtectionRule;
  readonly person: string;
  /** Start on that person's clock: `Wed 2026-11-25 10:30`. */
  readonly local: string;
  /** Index into the judged occurrences. */
  readonly occurrence: number;
}

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
  readonly decidedBy: ProtectionRule | null;
  readonly reasons: readonly Reason[];
}

/** More collisions than this of one series are counted, not listed. */
const mostListed = 24;

/**
 * Checks occurrences against every protection of every person, each on that person's own clock at that date.
 * A series is blocked where all of its occurrences collide; where some do, only those are answered, so the series
 * itself is fine. With no occurrence, or one whose local time is unknown and none known to collide, the time is unknown.
 */
export function checkTime(
  occurrences: readonly Occurrence[],
  people: readonly ProtectedPerson[],
): Omit<TimeCheck, 'exemption'> {
  const collisions: Collision[] = [];
  const collided = new Set<number>();
  let unknown = occurrences.length === 0 || people.length === 0;
  for (const [index, occurrence] of occurrences.entries()) {
    for (const person of people) {
      const span = toLocalSpan(occurrence, person.policy.zone);
      if (span === null) {
        unknown = true;
        continue;
      }
      const rule = firstCollision(span, occurrence, person);
      if (!rule) continue;
      collided.add(index);
      if (collisions.length < mostListed) {
        collisions.push({ rule: rule.name, person: person.person, local: span.text, occurrence: index });
      }
    }
  }
  const blocked = collided.size > 0 && collided.size === occurrences.length;
  return {
    ok: blocked ? false : unknown ? null : true,
    protections: collisions,
    judged: occurrences.length,
    collided: collided.size,
    decidedBy: blocked ? (collisions[0]?.rule ?? null) : null,
    reasons: reasonsOf(collisions, occurrences.length, collided.size),
  };
}

function firstCollision(
  span: LocalSpan,
  occurrence: Occurrence,
  { policy, focusEvents }: ProtectedPerson,
): Protection | null {
  const { start, end } = occurrence;
  const instant =
    start.kind === 'instant' && end.kind === 'instant' ? { fromMs: start.ms, toMs: end.ms } : null;
  return protections.find((protection) => protection.collides(span, policy, focusEvents, instant)) ?? null;
}

/** One reason a rule, told at its first collision. */
function reasonsOf(collisions: readonly Collision[], judged: number, collided: number): Reason[] {
  return protections.flatMap((protection) => {
    const first = collisions.find((collision) => collision.rule === protection.name);
    if (!first) return [];
    const scope = judged > 1 ? ` (${collided} of the next ${judged} times)` : '';
    const because = `${protection.because({ days: [], text: first.local })}${scope}`;
    return [{ rule: protection.name, says: 'block' as const, because, source: protection.source }];
  });
}
