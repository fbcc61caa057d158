import type { Occurrence } from '../meeting/event-time.ts';
import type { Enforcement, Policy, ProtectionRule } from '../meeting/policy.ts';
import { zoneAt } from '../meeting/zone-at.ts';
import { toLocalSpan } from './local-span.ts';
import type { FocusEvent } from './protection.ts';
import { protections } from './protections/index.ts';

/** A person whose time is protected. */
export interface ProtectedPerson {
  /** Lower-case address, or a name for somebody without one. */
  readonly person: string;
  readonly policy: Policy;
  readonly focusEvents: readonly FocusEvent[];
  /** The part of this series' off-hours that they carried so far, whole percent; only where that is unfair. */
  readonly unfairPercent?: number;
}

/** One protection of one person that one occurrence touches. */
export interface Collision {
  readonly rule: ProtectionRule;
  readonly person: string;
  /** Start on that person's clock: `Wed 2026-11-25 10:30`. */
  readonly local: string;
  /** Index into the judged occurrences. */
  readonly occurrence: number;
}

/** A collision with what the policy of that person says about it. */
export interface FoundCollision {
  readonly collision: Collision;
  readonly enforcement: Enforcement;
  /** Purposes for which the policy lifts it. */
  readonly allowedPurposes: readonly string[];
  /** As of the person; null where what they carried is fair or unknown. */
  readonly unfairPercent: number | null;
}

export interface FoundCollisions {
  /** By occurrence, then person, then firmness of the promise; all of them, however many. */
  readonly collisions: readonly FoundCollision[];
  readonly judged: number;
  /** True where the local time of an occurrence is not known for somebody, or there is nothing to look at. */
  readonly unknown: boolean;
}

/** Every protection that the occurrences touch, each person on their own clock where they are at that date. */
export function findCollisions(
  occurrences: readonly Occurrence[],
  people: readonly ProtectedPerson[],
): FoundCollisions {
  let unknown = occurrences.length === 0 || people.length === 0;
  const collisions: FoundCollision[] = [];
  for (const [index, occurrence] of occurrences.entries()) {
    for (const person of people) {
      const found = collisionsOf(occurrence, index, person);
      if (found === null) unknown = true;
      else collisions.push(...found);
    }
  }
  return { collisions, judged: occurrences.length, unknown };
}

/** Null where the occurrence's local time is not known. */
function collisionsOf(
  occurrence: Occurrence,
  index: number,
  { person, policy, focusEvents, unfairPercent }: ProtectedPerson,
): readonly FoundCollision[] | null {
  const { start, end } = occurrence;
  // Only an instant needs a zone; floating times and dates are those of the clock wherever the person is.
  const zone = start.kind === 'instant' ? zoneAt(policy, start.ms) : policy.zone;
  const span = toLocalSpan(occurrence, zone);
  if (span === null) return null;
  const instant =
    start.kind === 'instant' && end.kind === 'instant' ? { fromMs: start.ms, toMs: end.ms } : null;
  return protections
    .filter((protection) => protection.collides(span, policy, focusEvents, instant, unfairPercent ?? null))
    .map(({ name, allowedPurposes }) => ({
      collision: { rule: name, person, local: span.text, occurrence: index },
      enforcement: policy.enforcement[name] ?? policy.enforcement.default,
      allowedPurposes: allowedPurposes?.(span, policy) ?? [],
      unfairPercent: unfairPercent ?? null,
    }));
}
