import { setTimeout as pause } from 'node:timers/promises';
import PQueue from 'p-queue';
import pRetry from 'p-retry';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Attempt, Failure, Transport, TransportLimits } from './transport.ts';

/** Carries what a vendor's error means through the retries. */
class RefusedAttempt extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.problem.code);
    this.failure = failure;
  }
}

/** The pace of one project or application: shared by the transports of all its mailboxes. */
export type ProjectGate = Pick<PQueue, 'add'>;

export function createProjectGate({ project }: TransportLimits): ProjectGate {
  return pacedQueue(project);
}

/**
 * A transport for one mailbox.
 *
 * Not more than the stated requests leave at once and in any stretch of time (sliding window). A pause that the
 * provider asks for holds back every request of the mailbox; after it, and where it asks for none, the next attempt
 * waits for an exponential pause with jitter.
 *
 * @param classify says what a thrown error means; throws what is not the provider's or the network's doing
 */
export function createTransport(
  limits: TransportLimits,
  classify: (error: unknown) => Failure,
  project: ProjectGate,
): Transport {
  const mailbox = pacedQueue(limits.mailbox);
  let heldBack: Promise<unknown> = Promise.resolve();

  const once = async <T>(attempt: Attempt<T>): Promise<T> => {
    await heldBack;
    return mailbox.add(() => project.add(() => inTime(limits.attemptMs, attempt, classify)));
  };

  const mayRepeat = ({ kind, problem }: Failure, repeatable: boolean): boolean =>
    (kind === 'not-done' || (kind === 'perhaps-done' && repeatable)) &&
    (problem.retryAfterMs ?? 0) <= limits.longestPauseMs;

  return {
    send: async <T>(repeatable: boolean, attempt: Attempt<T>): Promise<Outcome<T>> => {
      try {
        const value = await pRetry(() => once(attempt), {
          retries: limits.attempts - 1,
          minTimeout: limits.firstPauseMs,
          maxTimeout: limits.longestPauseMs,
          randomize: true,
          shouldRetry: async ({ error }) => {
            if (!(error instanceof RefusedAttempt) || !mayRepeat(error.failure, repeatable)) return false;
            const { retryAfterMs } = error.failure.problem;
            if (retryAfterMs !== null) heldBack = Promise.all([heldBack, pause(retryAfterMs)]);
            return true;
          },
        });
        return { ok: true, value };
      } catch (error) {
        if (!(error instanceof RefusedAttempt)) throw error;
        const { kind, problem } = error.failure;
        const unknown = kind === 'perhaps-done' && !repeatable;
        return { ok: false, problem: unknown ? { ...problem, code: 'outcome-unknown' } : problem };
      }
    },
  };
}

function pacedQueue(limit: TransportLimits['mailbox']): PQueue {
  return new PQueue({
    concurrency: limit.atOnce,
    intervalCap: limit.requests,
    interval: limit.perMs,
    strict: true,
  });
}

async function inTime<T>(
  attemptMs: number,
  attempt: Attempt<T>,
  classify: (error: unknown) => Failure,
): Promise<T> {
  const signal = AbortSignal.timeout(attemptMs);
  try {
    return await attempt(signal);
  } catch (error) {
    throw new RefusedAttempt(signal.aborted ? tooSlow : classify(error));
  }
}

const tooSlow: Failure = {
  kind: 'perhaps-done',
  problem: { code: 'unavailable', status: null, detail: 'no answer in time', retryAfterMs: null },
};
