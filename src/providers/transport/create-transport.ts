import { setTimeout as pause } from 'node:timers/promises';
import PQueue from 'p-queue';
import pRetry from 'p-retry';
import type { Outcome, ProblemCode, ProviderProblem } from '../../app/ports/problem.ts';
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
  const holding = createHolding();
  const closing = createClosing();

  /** Requests that waited their turn when a pause was asked for wait on. */
  const inTurn = <T>(attempt: Attempt<T>): Promise<T> =>
    mailbox.add(async () => {
      for (;;) {
        await holding.over();
        const answered = await project.add(async () =>
          holding.isHeld() ? null : { value: await inTime(limits.attemptMs, attempt, classify) },
        );
        if (answered !== null) return answered.value;
      }
    });

  const once = async <T>(attempt: Attempt<T>): Promise<T> => {
    try {
      return await inTurn(attempt);
    } catch (error) {
      const problem = error instanceof RefusedAttempt ? error.failure.problem : null;
      const retryAfterMs = problem?.retryAfterMs ?? null;
      if (problem !== null && retryAfterMs !== null) {
        if (retryAfterMs <= limits.longestPauseMs) holding.holdFor(retryAfterMs);
        else if (tooMany.has(problem.code)) closing.closeFor(retryAfterMs, problem);
      }
      throw error;
    }
  };

  const mayRepeat = ({ kind, problem }: Failure, repeatable: boolean): boolean =>
    (kind === 'not-done' || (kind === 'perhaps-done' && repeatable)) &&
    (problem.retryAfterMs ?? 0) <= limits.longestPauseMs;

  return {
    send: async <T>(repeatable: boolean, attempt: Attempt<T>): Promise<Outcome<T>> => {
      const closed = closing.problem();
      if (closed !== null) return { ok: false, problem: closed };
      let mayBeDone = false;
      const noted = async () => {
        try {
          return await once(attempt);
        } catch (error) {
          mayBeDone ||= error instanceof RefusedAttempt && error.failure.kind === 'perhaps-done';
          throw error;
        }
      };
      try {
        const value = await pRetry(noted, {
          retries: limits.attempts - 1,
          minTimeout: limits.firstPauseMs,
          maxTimeout: limits.longestPauseMs,
          randomize: true,
          shouldRetry: ({ error }) => error instanceof RefusedAttempt && mayRepeat(error.failure, repeatable),
        });
        return { ok: true, value };
      } catch (error) {
        if (!(error instanceof RefusedAttempt)) throw error;
        const { problem } = error.failure;
        if (!mayBeDone) return { ok: false, problem };
        return {
          ok: false,
          problem: repeatable ? { ...problem, mayBeDone } : { ...problem, code: 'outcome-unknown' },
        };
      }
    },
  };
}

/** Pauses that a provider asked for; the last one to end counts. */
function createHolding() {
  let held = 0;
  let end: Promise<unknown> = Promise.resolve();
  return {
    isHeld: () => held > 0,
    over: async () => {
      while (held > 0) await end;
    },
    holdFor: (ms: number) => {
      held += 1;
      const ended = pause(ms).then(() => {
        held -= 1;
      });
      end = Promise.all([end, ended]);
    },
  };
}

/** A service that is down may be one of several; only a limit counts for the whole mailbox. */
const tooMany: ReadonlySet<ProblemCode> = new Set(['rate-limited', 'quota-exhausted']);

/** A pause longer than our patience: until it is over requests are refused at once, with what is left of it. */
function createClosing() {
  let closed: { readonly untilMs: number; readonly problem: ProviderProblem } | null = null;
  return {
    closeFor: (ms: number, problem: ProviderProblem) => {
      const untilMs = performance.now() + ms;
      if (closed === null || untilMs > closed.untilMs) closed = { untilMs, problem };
    },
    problem: (): ProviderProblem | null => {
      const leftMs = closed === null ? 0 : Math.ceil(closed.untilMs - performance.now());
      return closed === null || leftMs <= 0 ? null : { ...closed.problem, retryAfterMs: leftMs };
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
