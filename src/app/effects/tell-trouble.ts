import { type ProviderProblem, providerProblems } from '../ports/problem.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { ActDeps } from './effect-run.ts';
import { queueEffect } from './queue-effect.ts';

/** Where the mailbox itself cannot be reached a mail in it cannot be sent either. */
const cutOff: ReadonlySet<string> = new Set(['sign-in-required', 'permission-missing', 'mailbox-missing']);

/**
 * Notes a refusal where people see it: with the mailbox where that is cut off, else in a mail where a person has to
 * act. A mail that could not be sent is never the reason for another one.
 */
export async function tellRefusal(
  tx: StoreTransaction,
  deps: ActDeps,
  effect: EffectRecord,
  { code }: ProviderProblem,
): Promise<void> {
  if (cutOff.has(code)) {
    const problem = { code, sinceMs: deps.clock.nowMs() };
    await tx.mailboxes.change(effect.mailboxId, { problem });
    return;
  }
  const { actor } = providerProblems[code];
  if (actor === 'nobody' || isMail(effect)) return;
  await tellAbout(tx, deps, effect, 'refused');
}

/** Tells the owner of a mail whose fate nobody knows; one that only tells of such a mail is not told of in turn. */
export async function tellDoubt(tx: StoreTransaction, deps: ActDeps, effect: EffectRecord): Promise<void> {
  const isNotice =
    effect.kind === 'tellOwner' && 'about' in effect.params && effect.params.about !== 'answered';
  if (!isNotice) await tellAbout(tx, deps, effect, 'in-doubt');
}

async function tellAbout(
  tx: StoreTransaction,
  deps: ActDeps,
  { id, mailboxId, caseId }: EffectRecord,
  about: 'refused' | 'in-doubt',
): Promise<void> {
  await queueEffect(tx, deps, { kind: 'tellOwner', mailboxId, caseId, params: { about, effectId: id } });
}

function isMail({ kind }: EffectRecord): boolean {
  return kind === 'promptOwner' || kind === 'tellOwner';
}
