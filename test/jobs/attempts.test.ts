import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTally, settle } from '../../src/jobs/attempts.ts';

const FRESH = { thrown: 0, killed: 0, why: '' };
const HOUR_MS = 60 * 60 * 1000;

describe('how an attempt is settled', () => {
  it('ends a job that is done, whatever came before', () => {
    expect(settle({ kind: 'done' }, { thrown: 11, killed: 2, why: 'x' }, 300, 30 * HOUR_MS)).toEqual({
      status: 'completed',
    });
  });

  it('repeats what throws with the backoff of the queue, and gives up at the twelfth time', () => {
    const outcome = { kind: 'thrown', error: new TypeError('no such thing') } as const;
    const last = { thrown: 10, killed: 0, why: '' };
    expect(settle(outcome, last, 10, 0)).toEqual({
      status: 'failed',
      tally: { thrown: 11, killed: 0, why: 'TypeError: no such thing' },
      pauseSeconds: null,
    });
    expect(settle(outcome, { ...last, thrown: 11 }, 11, 0)).toMatchObject({ status: 'deadletter' });
  });

  it('does not count "again" as thrown, and gives up after a day', () => {
    const again = { kind: 'again', afterMs: null, why: 'rate limited' } as const;
    expect(settle(again, { ...FRESH, thrown: 11 }, 250, 23 * HOUR_MS)).toEqual({
      status: 'failed',
      tally: { thrown: 11, killed: 0, why: 'rate limited' },
      pauseSeconds: null,
    });
    expect(settle(again, FRESH, 250, 24 * HOUR_MS)).toEqual({
      status: 'deadletter',
      tally: { thrown: 0, killed: 0, why: 'rate limited' },
    });
  });

  it('pauses as long as the provider said, rounded up to seconds', () => {
    const settled = settle({ kind: 'again', afterMs: 61_001, why: 'quota' }, FRESH, 0, 0);
    expect(settled).toMatchObject({ pauseSeconds: 62 });
  });

  it('pauses longer than the provider said once it has said so often', () => {
    const again = { kind: 'again', afterMs: 1000, why: 'quota' } as const;
    const pauses = [0, 1, 4, 8, 9, 200].map((tried) => settle(again, FRESH, tried, 0));
    expect(pauses.map((settled) => ('pauseSeconds' in settled ? settled.pauseSeconds : null))).toEqual([
      1, 2, 16, 256, 300, 300,
    ]);
  });

  it('never pauses shorter than asked', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(320), (afterMs, tried) => {
        const settled = settle({ kind: 'again', afterMs, why: '' }, FRESH, tried, 0);
        expect(settled.status === 'failed' && (settled.pauseSeconds ?? 0) * 1000).toBeGreaterThanOrEqual(
          afterMs,
        );
      }),
    );
  });

  it('keeps a code and the beginning of a message, on one line', () => {
    const error = Object.assign(new Error(`broken\n${'x'.repeat(1_000_000)}`), { code: '40P01' });
    const settled = settle({ kind: 'thrown', error }, FRESH, 0, 0);
    const why = 'tally' in settled ? settled.tally.why : '';
    expect(why).toMatch(/^Error: broken x+$/);
    expect(why.length).toBeLessThanOrEqual(300);
    const short = settle(
      { kind: 'thrown', error: Object.assign(new Error('x'), { code: '40P01' }) },
      FRESH,
      0,
      0,
    );
    expect(short).toMatchObject({ tally: { why: 'Error: x (40P01)' } });
  });

  it('says so when no error was thrown', () => {
    expect(settle({ kind: 'thrown', error: 'secret text' }, FRESH, 0, 0)).toMatchObject({
      tally: { why: 'something was thrown that is no error' },
    });
  });
});

describe('what earlier attempts left', () => {
  it('is read back as it was written', () => {
    expect(readTally({ thrown: 3, killed: 1, why: 'x' })).toEqual({ thrown: 3, killed: 1, why: 'x' });
  });

  it.each([
    null,
    undefined,
    'text',
    [],
    { value: { message: 'job heartbeat timeout' } },
    { thrown: -1, why: 4 },
  ])('begins anew for %j', (output) => {
    expect(readTally(output)).toEqual(FRESH);
  });
});
