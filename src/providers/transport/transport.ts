import type { Outcome, ProviderProblem } from '../../app/ports/problem.ts';

/**
 * What a failed request says about repeating it.
 * `not-done`: the provider did not act on it, so it may be repeated whatever it was.
 * `perhaps-done`: the answer was lost or broken; only what is harmless twice may be repeated.
 * `final`: repeating changes nothing.
 */
export interface Failure {
  readonly kind: 'not-done' | 'perhaps-done' | 'final';
  readonly problem: ProviderProblem;
}

/** One request of a vendor's client. Called again for every attempt; throws what the client throws. */
export type Attempt<T> = (signal: AbortSignal) => Promise<T>;

/** Sends requests of one mailbox: paced, repeated where that is safe, given up in time. */
export interface Transport {
  /**
   * @param repeatable whether doing it twice is the same as doing it once
   * @param attempt one request through the vendor's client
   * A request that is not repeatable and perhaps done is `outcome-unknown`; a problem of a repeatable one says
   * `mayBeDone` where any of its attempts was perhaps done.
   */
  send<T>(repeatable: boolean, attempt: Attempt<T>): Promise<Outcome<T>>;
}

/** Limits as the vendor states them, and our patience. */
export interface TransportLimits {
  readonly mailbox: { readonly atOnce: number; readonly requests: number; readonly perMs: number };
  readonly project: { readonly atOnce: number; readonly requests: number; readonly perMs: number };
  /** Milliseconds for one attempt. */
  readonly attemptMs: number;
  /** Attempts in all, the first one included. */
  readonly attempts: number;
  /** Pause before the second attempt in milliseconds; doubles from there, with jitter, up to `longestPauseMs`. */
  readonly firstPauseMs: number;
  /** A provider that asks for a longer pause than this is left alone: the refusal says how long. */
  readonly longestPauseMs: number;
}
