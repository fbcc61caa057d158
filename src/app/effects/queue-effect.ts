import type { GateDeps } from '../gate-deps.ts';
import type { NewEffect } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

type Unnamed<Effect> = Effect extends NewEffect ? Omit<Effect, 'id' | 'createdMs'> : never;

/** An organizer waits for an answer; nobody waits for the mail that tells of it. */
const afterAnswers = -1;

/** Adds an effect and the job that carries it out, both in this transaction. @returns its id */
export async function queueEffect(
  tx: StoreTransaction,
  { chance, clock }: Pick<GateDeps, 'chance' | 'clock'>,
  effect: Unnamed<NewEffect>,
): Promise<string> {
  const id = chance.uuid();
  await tx.effects.add({ ...effect, id, createdMs: clock.nowMs() } as NewEffect);
  const { organizationId } = tx;
  const group = effect.caseId ?? effect.mailboxId;
  const priority = effect.kind === 'tellOwner' ? afterAnswers : 0;
  await tx.jobs.send({ kind: 'act', organizationId, effectId: id, group }, { priority });
  return id;
}
