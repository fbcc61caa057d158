import type { FaultPlan, FaultRule } from './fault-plan.ts';
import { seededChance } from './seeded-chance.ts';

/** What of a request decides whether a fault hits it. */
export interface FaultyRequest {
  readonly provider: 'google' | 'microsoft';
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Needs no token: sign-in, discovery. */
  readonly isSignIn: boolean;
}

export interface Faults {
  /** The fault of this request, or null. Asking counts: the next request of the same path has its own luck. */
  readonly next: (request: FaultyRequest) => FaultRule | null;
  /** Starts the plan from its beginning. */
  readonly set: (plan: FaultPlan) => void;
}

/**
 * Faults by seed: a request is known by its method, its path and how many of the same came before it. So the same
 * requests meet the same faults in whatever order different paths interleave; only `times` looks at the order.
 */
export function createFaults(plan: FaultPlan): Faults {
  let current = plan;
  let repeats = new Map<string, number>();
  let hits: number[] = [];
  const isHit = (rule: FaultRule, index: number, { method, path }: FaultyRequest, repeat: number) => {
    if (rule.times !== undefined && (hits[index] ?? 0) >= rule.times) return false;
    return seededChance(current.seed, index, method, path, repeat) < rule.probability;
  };
  return {
    set: (next) => {
      current = next;
      repeats = new Map();
      hits = [];
    },
    next: (request) => {
      if (current.rules.length === 0) return null;
      const id = `${request.provider} ${request.method} ${request.path}`;
      const repeat = repeats.get(id) ?? 0;
      repeats.set(id, repeat + 1);
      const index = current.rules.findIndex(
        (rule, at) => isFor(rule, request) && isHit(rule, at, request, repeat),
      );
      if (index < 0) return null;
      hits[index] = (hits[index] ?? 0) + 1;
      return current.rules[index] ?? null;
    },
  };
}

function isFor(rule: FaultRule, { provider, method, path, isSignIn }: FaultyRequest): boolean {
  if (isSignIn && rule.includeSignIn !== true) return false;
  return (
    (rule.provider ?? provider) === provider &&
    (rule.method ?? method) === method &&
    path.includes(rule.path ?? '')
  );
}
