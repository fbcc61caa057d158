import { type ProviderProblem, providerProblems } from '../ports/problem.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { ActDeps, EffectRun } from './effect-run.ts';
import { queueEffect } from './queue-effect.ts';

/** Where the mailbox itself cannot be reached a mail in it cannot be sent either. */
const cutOff: ReadonlySet<string> = new Set(['sign-in-required', 'permission-missing', 'mailbox-missing']);

/**
 * Notes a refusal with the mailbox where that is cut off. To be called before the transaction that ends the effect:
 * everybody takes the mailbox before the case. It is true of the mailbox whatever becomes of the effect.
 */
export async function noteCutOff(
  { deps, organizationId }: Pick<EffectRun, 'deps' | 'organizationId'>,
  { mailboxId }: EffectRecord,
  { code }: ProviderProblem,
): Promise<void> {
  if (!cutOff.has(code)) return;
  const problem = { code, sinceMs: deps.clock.nowMs() };
  await deps.store.inOrganization(organizationId, (tx) => tx.mailboxes.change(mailboxId, { problem }));
}

/**
 * Tells the owner of a refusal where a person has to act and `noteCutOff` does not say so. A mail that could not be
 * sent is never the reason for another one.
 */
export async function tellRefusal(
  tx: StoreTransaction,
  deps: ActDeps,
  effect: EffectRecord,
  { code }: ProviderProblem,
): Promise<void> {
  const { actor } = providerProblems[code];
  if (cutOff.has(code) || actor === 'nobody' || isMail(effect)) return;
  await tellAbout(tx, deps, effect, 'refused');
}

/** Tells the owner of an answer or a mail whose fate nobody knows; a mail that tells of one is not told of in turn. */
export async function tellDoubt(tx: StoreTransaction, deps: ActDeps, effect: EffectRecord): Promise<void> {
  const isNotice =
    effect.kind === 'tellOwner' && 'about' in effect.params && effect.params.about !== 'answered';
  const about = effect.kind === 'answerInvite' ? 'answer-in-doubt' : 'in-doubt';
  if (!isNotice) await tellAbout(tx, deps, effect, about);
}

async function tellAbout(
  tx: StoreTransaction,
  deps: ActDeps,
  { id, mailboxId, caseId }: EffectRecord,
  about: 'refused' | 'in-doubt' | 'answer-in-doubt',
): Promise<void> {
  await queueEffect(tx, deps, { kind: 'tellOwner', mailboxId, caseId, params: { about, effectId: id } });
}

function isMail({ kind }: EffectRecord): boolean {
  return kind === 'promptOwner' || kind === 'tellOwner';
}
