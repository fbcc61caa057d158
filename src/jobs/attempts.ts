import { z } from 'zod';
import type { JobResult } from '../app/ports/jobs.ts';

/**
 * When a job is tried again and when it is given up.
 *
 * pg-boss has one limit of retries for all reasons, but ours differ: code that throws is a surprise and deserves twelve
 * attempts (about 40 minutes with backoff), while `again` is what a provider asked for and may go on for a day. So the
 * queue's own limit is wide, and what ended the earlier attempts is kept as their output, in the same row.
 */
const MOST_THROWN = 12;
const LONGEST_TRYING_MS = 24 * 60 * 60 * 1000;
const LONGEST_PAUSE_SECONDS = 300;
const LONGEST_WHY = 300;

/** Written as the output of a failed attempt, read by the next one. */
export interface Tally {
  readonly thrown: number;
  /** How often the process was found killed; counted by the embedded start only. */
  readonly killed: number;
  readonly why: string;
}

const TALLY = z.object({
  thrown: z.int().min(0).catch(0),
  killed: z.int().min(0).catch(0),
  why: z.string().catch(''),
});

/** Any other output (pg-boss' own after a lost heartbeat, none) begins a new count. */
export function readTally(output: unknown): Tally {
  return TALLY.catch({ thrown: 0, killed: 0, why: '' }).parse(output);
}

export type Outcome = JobResult | { readonly kind: 'thrown'; readonly error: unknown };

export type Settlement =
  | { readonly status: 'completed' }
  /** `pauseSeconds` null leaves the pause to the backoff of the queue. */
  | { readonly status: 'failed'; readonly tally: Tally; readonly pauseSeconds: number | null }
  | { readonly status: 'deadletter'; readonly tally: Tally };

/**
 * @param tried earlier attempts of this job, of any end
 * @param ageMs since the job was sent
 */
export function settle(outcome: Outcome, tally: Tally, tried: number, ageMs: number): Settlement {
  if (outcome.kind === 'done') {
    return { status: 'completed' };
  }
  if (outcome.kind === 'thrown') {
    const next = { ...tally, thrown: tally.thrown + 1, why: whyOf(outcome.error) };
    return next.thrown >= MOST_THROWN
      ? { status: 'deadletter', tally: next }
      : { status: 'failed', tally: next, pauseSeconds: null };
  }
  const next = { ...tally, why: shorten(outcome.why) };
  if (ageMs >= LONGEST_TRYING_MS) {
    return { status: 'deadletter', tally: next };
  }
  return { status: 'failed', tally: next, pauseSeconds: pauseOf(outcome.afterMs, tried) };
}

/** Never less than the backoff: a provider that always says "in a second" must not use up the attempts of a day. */
function pauseOf(afterMs: number | null, tried: number): number | null {
  if (afterMs === null) {
    return null;
  }
  const backoff = Math.min(LONGEST_PAUSE_SECONDS, 2 ** Math.min(tried, 16));
  return Math.max(Math.ceil(afterMs / 1000), backoff);
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'something was thrown that is no error';
  }
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return shorten(`${error.name}: ${error.message.slice(0, LONGEST_WHY)}${code}`);
}

function shorten(text: string): string {
  return text.slice(0, LONGEST_WHY).replaceAll(/\s+/g, ' ').trim();
}
