import type { JobResult } from '../ports/jobs.ts';
import { type Outcome, type ProviderProblem, providerProblems } from '../ports/problem.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { again, askProvider, done, type EffectRun, isOurs, isUntouched } from './effect-run.ts';
import { takeEffect } from './take-effect.ts';
import { noteCutOff, tellDoubt, tellRefusal } from './tell-trouble.ts';

/** An effect that is one call to a provider. */
export interface Step<Prepared, Value> {
  /**
   * What the call needs, as plain JSON; null where it is no longer wanted. An effect whose process was killed is
   * handed in as `acting`: what it may have left behind has to be cleared up, so it is wanted still.
   */
  readonly prepare: (tx: StoreTransaction, effect: EffectRecord) => Promise<Prepared | null>;
  /**
   * Until when it waits, epoch milliseconds, where that is later than now; it is woken then. Asked before anything is
   * claimed; once it was begun nothing waits any more.
   */
  readonly waitsUntil?: (tx: StoreTransaction, nowMs: number) => Promise<number>;
  /** Whether asking twice does it twice. A mail that may have been sent ends in doubt, and is never sent again. */
  readonly twice: 'harmless' | 'never';
  readonly call: (prepared: Prepared) => Promise<Outcome<Value>>;
  /** Writes what came of it, in the transaction that ends the effect. @returns the outcome to keep */
  readonly keep: (tx: StoreTransaction, value: Value, prepared: Prepared) => Promise<unknown>;
}

type Begun<Prepared> =
  | {
      readonly kind: 'call';
      readonly prepared: Prepared;
      readonly attempt: number;
      readonly untilMs: number;
    }
  | { readonly kind: 'over'; readonly result: JobResult };

/** Takes an effect, asks the provider, and writes down what came of it. */
export async function runStep<Prepared, Value>(
  run: EffectRun,
  effect: EffectRecord,
  step: Step<Prepared, Value>,
): Promise<JobResult> {
  const { deps, organizationId } = run;
  const begun = await deps.store.inOrganization(organizationId, (tx) => begin(tx, run, effect.id, step));
  if (begun.kind === 'over') return begun.result;
  const { prepared, attempt, untilMs } = begun;
  const outcome = await askProvider(deps, effect.kind, untilMs, () => step.call(prepared));
  if (outcome === null) return again(null, 'lease is over');
  if (!outcome.ok) await noteCutOff(run, effect, outcome.problem);
  return deps.store.inOrganization(organizationId, async (tx) => {
    // Slower than its lease: whoever took it over says what came of it, once.
    if (!(await isOurs(tx, effect, attempt))) return done;
    if (!outcome.ok) return endWithProblem(tx, run, effect, step.twice, outcome.problem);
    const kept = await step.keep(tx, outcome.value, prepared);
    await tx.effects.end(effect.id, { state: 'done', outcome: kept, nowMs: deps.clock.nowMs() });
    return done;
  });
}

async function begin<Prepared, Value>(
  tx: StoreTransaction,
  { deps }: EffectRun,
  id: string,
  step: Step<Prepared, Value>,
): Promise<Begun<Prepared>> {
  const over = (result: JobResult): Begun<Prepared> => ({ kind: 'over', result });
  const nowMs = deps.clock.nowMs();
  const now = await tx.effects.find(id);
  const fresh = now && (await step.prepare(tx, now));
  if (fresh === null) {
    if (now?.state === 'pending') await tx.effects.end(id, { state: 'superseded', outcome: null, nowMs });
    return over(done);
  }
  if (now !== null && step.waitsUntil !== undefined && isUntouched(now)) {
    const untilMs = await step.waitsUntil(tx, nowMs);
    if (untilMs > nowMs) {
      await tx.effects.postpone(id, untilMs);
      return over(done);
    }
  }
  const taken = await takeEffect(tx, deps, id, fresh);
  if (taken.kind === 'ended') return over(done);
  if (taken.kind === 'busy') return over(again(taken.restMs, 'somebody is at it'));
  if (taken.interrupted && step.twice === 'never') {
    await endInDoubt(tx, deps, taken.effect, 'interrupted');
    return over(done);
  }
  // An earlier attempt wrote the words down; they are what is said, also where others would be found now.
  const { prepared, attempts: attempt } = taken.effect;
  return { kind: 'call', prepared: prepared as Prepared, attempt, untilMs: taken.untilMs };
}

async function endWithProblem(
  tx: StoreTransaction,
  { deps }: EffectRun,
  effect: EffectRecord,
  twice: Step<never, never>['twice'],
  problem: ProviderProblem,
): Promise<JobResult> {
  const { code, detail, status, retryAfterMs } = problem;
  const perhapsDone = code === 'outcome-unknown' || code === 'unreadable-answer';
  if (perhapsDone && twice === 'never') {
    await endInDoubt(tx, deps, effect, code);
    return done;
  }
  if (perhapsDone || providerProblems[code].retry !== 'never') {
    await tx.effects.release(effect.id);
    return again(retryAfterMs, code);
  }
  const nowMs = deps.clock.nowMs();
  await tx.effects.end(effect.id, { state: 'refused', outcome: { code, detail, status }, nowMs });
  await tellRefusal(tx, deps, effect, problem);
  return done;
}

async function endInDoubt(
  tx: StoreTransaction,
  deps: EffectRun['deps'],
  effect: EffectRecord,
  why: string,
): Promise<void> {
  await tx.effects.end(effect.id, { state: 'in-doubt', outcome: { why }, nowMs: deps.clock.nowMs() });
  await tellDoubt(tx, deps, effect);
}
