import type { EffectRecord } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type ActDeps, hasEnded, leaseOf } from './effect-run.ts';

type Taken =
  | {
      readonly kind: 'taken';
      readonly effect: EffectRecord;
      /** True where whoever had it before was killed: it may have been done. */
      readonly interrupted: boolean;
      readonly untilMs: number;
    }
  /** Somebody is at it. */
  | { readonly kind: 'busy'; readonly restMs: number }
  | { readonly kind: 'ended' };

/**
 * Takes an effect for the length of a lease.
 * @param prepared what is needed to repeat the same words; what an earlier attempt wrote stays
 */
export async function takeEffect(
  tx: StoreTransaction,
  deps: ActDeps,
  id: string,
  prepared: unknown,
): Promise<Taken> {
  const nowMs = deps.clock.nowMs();
  const untilMs = nowMs + leaseOf(deps);
  const claimed = await tx.effects.claim(id, { nowMs, untilMs, prepared });
  if (claimed)
    return { kind: 'taken', effect: claimed.effect, interrupted: claimed.before === 'acting', untilMs };
  const now = await tx.effects.find(id);
  if (now === null || hasEnded(now)) return { kind: 'ended' };
  return { kind: 'busy', restMs: Math.max(0, (now.actingUntilMs ?? nowMs) - nowMs) };
}
