import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createProjectGate, createTransport } from '../../../src/providers/transport/create-transport.ts';
import type { Failure, TransportLimits } from '../../../src/providers/transport/transport.ts';

const limits: TransportLimits = {
  mailbox: { atOnce: 4, requests: 10_000, perMs: 600_000 },
  project: { atOnce: 100, requests: 10_000, perMs: 60_000 },
  attemptMs: 1_000,
  attempts: 4,
  firstPauseMs: 1,
  longestPauseMs: 50,
};

class VendorError extends Error {
  readonly failure: Failure;
  constructor(
    kind: Failure['kind'],
    retryAfterMs: number | null = null,
    code: Failure['problem']['code'] = 'unavailable',
  ) {
    super('vendor');
    this.failure = {
      kind,
      problem: { code, status: 503, detail: 'backendError', retryAfterMs },
    };
  }
}

function classify(error: unknown): Failure {
  if (error instanceof VendorError) return error.failure;
  throw error;
}

function transport(change: Partial<TransportLimits> = {}) {
  const all = { ...limits, ...change };
  return createTransport(all, classify, createProjectGate(all));
}

/** Fails with each of the errors in turn, then gives how often it was asked. */
function failing(...errors: readonly Error[]) {
  let asked = 0;
  const attempt = async () => {
    const error = errors[asked];
    asked += 1;
    if (error !== undefined) throw error;
    return asked;
  };
  return { attempt, asked: () => asked };
}

describe('what a failed request is worth', () => {
  it('is repeated until it succeeds where nothing was done', async () => {
    const { attempt } = failing(new VendorError('not-done'), new VendorError('not-done'));
    expect(await transport().send(false, attempt)).toEqual({ ok: true, value: 3 });
  });

  it('is not repeated where it was perhaps done and twice is not once: that is said', async () => {
    const { attempt, asked } = failing(new VendorError('perhaps-done'));
    const outcome = await transport().send(false, attempt);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'outcome-unknown', status: 503 } });
    expect(asked()).toBe(1);
  });

  it('is repeated where it was perhaps done and harmless', async () => {
    const { attempt } = failing(new VendorError('perhaps-done'));
    expect(await transport().send(true, attempt)).toEqual({ ok: true, value: 2 });
  });

  it('may be done where one of several attempts perhaps was, whatever ended them: that is said', async () => {
    const ended = async (...kinds: readonly Failure['kind'][]) => {
      const { attempt } = failing(...kinds.map((kind) => new VendorError(kind, null, 'changed-meanwhile')));
      const outcome = await transport().send(true, attempt);
      return outcome.ok ? null : (outcome.problem.mayBeDone ?? false);
    };
    expect(await ended('perhaps-done', 'final')).toBe(true);
    expect(await ended('perhaps-done', 'not-done', 'not-done', 'not-done')).toBe(true);
    expect(await ended('not-done', 'final')).toBe(false);
    expect(await ended('not-done', 'not-done', 'not-done', 'not-done')).toBe(false);
    expect(await ended('perhaps-done')).toBeNull();
  });

  it('is final where the provider says so', async () => {
    const { attempt, asked } = failing(new VendorError('final'));
    expect(await transport().send(true, attempt)).toMatchObject({
      ok: false,
      problem: { code: 'unavailable' },
    });
    expect(asked()).toBe(1);
  });

  it('ends after the stated attempts', async () => {
    const errors = Array.from({ length: 9 }, () => new VendorError('not-done'));
    const { attempt, asked } = failing(...errors);
    expect(await transport().send(true, attempt)).toMatchObject({ ok: false });
    expect(asked()).toBe(limits.attempts);
  });

  it('is thrown on where it is a fault of ours, and not repeated', async () => {
    const { attempt, asked } = failing(new RangeError('ours'));
    await expect(transport().send(true, attempt)).rejects.toThrow('ours');
    expect(asked()).toBe(1);
  });
});

describe('a pause that the provider asks for', () => {
  it('is kept, by the other requests of the mailbox too', async () => {
    const { send } = transport();
    const startedMs: number[] = [];
    const began = performance.now();
    const { attempt } = failing(new VendorError('not-done', 40));
    const first = send(false, async () => {
      startedMs.push(performance.now() - began);
      return attempt();
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = send(false, async () => {
      startedMs.push(performance.now() - began);
      return 'second';
    });
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 2 },
      { ok: true, value: 'second' },
    ]);
    // Timers may fire a millisecond early.
    expect(Math.min(...startedMs.slice(1)) - (startedMs[0] ?? 0)).toBeGreaterThanOrEqual(38);
  });

  it('that is longer than our patience ends it and is passed on', async () => {
    const { attempt, asked } = failing(new VendorError('not-done', 120_000));
    const outcome = await transport().send(true, attempt);
    expect(outcome).toMatchObject({ ok: false, problem: { retryAfterMs: 120_000 } });
    expect(asked()).toBe(1);
  });
});

describe('a mailbox that the provider closes for long', () => {
  it('is not asked again before that time, and says how much of it is left', async () => {
    const { send } = transport();
    const { attempt, asked } = failing(new VendorError('not-done', 90, 'rate-limited'));
    expect(await send(true, attempt)).toMatchObject({ ok: false, problem: { retryAfterMs: 90 } });
    const refused = await send(true, attempt);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'rate-limited' } });
    expect(refused.ok ? null : refused.problem.retryAfterMs).toBeLessThanOrEqual(90);
    expect(asked()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await send(true, attempt)).toEqual({ ok: true, value: 2 });
  });
});

describe('a slow answer', () => {
  it('is given up in time, and told to the client by its signal', async () => {
    let aborted = false;
    const outcome = await transport({ attemptMs: 20, attempts: 1 }).send(false, (signal) => {
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(new Error('client gave up'));
        });
      });
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'outcome-unknown' } });
    expect(aborted).toBe(true);
  });
});

describe('the pace', () => {
  it('never has more requests of a mailbox at once, nor more in any stretch of time, than stated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 16 }),
        async (atOnce, requests, lengths) => {
          const perMs = 40;
          const { send } = transport({ mailbox: { atOnce, requests, perMs } });
          let running = 0;
          let most = 0;
          const starts: number[] = [];
          await Promise.all(
            lengths.map((length) =>
              send(false, async () => {
                starts.push(performance.now());
                running += 1;
                most = Math.max(most, running);
                await new Promise((resolve) => setTimeout(resolve, length));
                running -= 1;
                return null;
              }),
            ),
          );
          expect(most).toBeLessThanOrEqual(atOnce);
          expect(starts).toHaveLength(lengths.length);
          for (const [index, start] of starts.entries()) {
            const next = starts[index + requests];
            // Half of it, because a busy machine may measure one start late; without a pace it would be nothing.
            if (next !== undefined) expect(next - start).toBeGreaterThanOrEqual(perMs / 2);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('of the project holds over all mailboxes', async () => {
    const all = { ...limits, project: { atOnce: 2, requests: 1_000, perMs: 1_000 } };
    const gate = createProjectGate(all);
    const mailboxes = [1, 2, 3].map(() => createTransport(all, classify, gate));
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
    };
    await Promise.all(mailboxes.flatMap(({ send }) => [send(true, work), send(true, work)]));
    expect(most).toBe(2);
  });
});
