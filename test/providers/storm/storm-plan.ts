import type { FaultPlan, FaultRule } from '../../../src/sandbox/faults/fault-plan.ts';

type Kind = Omit<FaultRule, 'probability'>;

/** What the weather brings to either vendor. Pauses are short, so that a test can wait for them. */
const everywhere: readonly Kind[] = [
  { kind: 'rate-limit', status: 429 },
  { kind: 'rate-limit', status: 429, retryAfterSeconds: 0.125 },
  { kind: 'rate-limit', status: 429, retryAfterSeconds: 1, times: 2 },
  { kind: 'rate-limit', status: 429, retryAfterSeconds: 2, retryAfterAsDate: true, times: 1 },
  { kind: 'server-error', status: 500 },
  { kind: 'server-error', status: 502 },
  { kind: 'server-error', status: 503 },
  { kind: 'server-error', status: 503, retryAfterSeconds: 0.1 },
  { kind: 'server-error', status: 504 },
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'half-answer' },
  { kind: 'slow', delayMs: 20 },
  // Longer than an attempt may take: the work is done, the answer comes too late.
  { kind: 'slow', delayMs: 1_500, times: 2 },
];
/** Google says 403 where it means too many requests of one user. */
const google403: Kind = { kind: 'rate-limit', status: 403, provider: 'google' };
/** Lost or refused on the way to an access token, before the request itself has left. */
const atSignIn: readonly Kind[] = [
  { kind: 'server-error', status: 503, path: 'token', includeSignIn: true },
  { kind: 'reset-after', path: 'token', includeSignIn: true },
];

/**
 * A storm by seed in which about `strength` of all requests are hit, all kinds as often as each other.
 *
 * @param strength from 0 to 1
 */
export function storm(seed: number, strength: number): FaultPlan {
  const kinds = [...atSignIn, ...everywhere, google403];
  const usual = everywhere.length + 1;
  // A rule decides only about what the ones before it have spared.
  const probability = 1 - (1 - strength) ** (1 / usual);
  return { seed, rules: kinds.map((kind) => ({ ...kind, probability })) };
}

/** Nothing gets through any more. */
export function outage(kind: FaultRule['kind'], change: Partial<FaultRule> = {}): FaultPlan {
  return { seed: 1, rules: [{ kind, probability: 1, ...change }] };
}
