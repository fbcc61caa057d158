import type { GateDeps } from '../gate-deps.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

type BrakeDeps = Pick<GateDeps, 'store' | 'clock' | 'log'>;

/** UTF-16 units of a reason that are kept. */
export const longestReason = 200;

/**
 * Stops every answer of an organization at once. Nothing that was given is taken back; what waited to be given is
 * proposed to the owners instead. Pulled twice it stays as it was first.
 *
 * @param actor who wants it: an address, or `operator`
 * @param reason why, in their own words, for the audit log; null where they gave none
 */
export async function stopAnswers(
  { store, clock, log }: BrakeDeps,
  organizationId: string,
  actor: string,
  reason: string | null = null,
): Promise<void> {
  await store.inOrganization(organizationId, async (tx) => {
    const { answersStoppedMs } = await tx.organizations.read();
    if (answersStoppedMs !== null) return;
    const atMs = clock.nowMs();
    await tx.organizations.change({ answersStoppedMs: atMs });
    const data = reason === null ? {} : { reason };
    await tx.audit.append({ atMs, actor, action: 'brake.stopped', subject: null, data });
  });
  log.warn('answers-stopped', { organizationId });
}

/**
 * Lets the gate answer again. What came while it was stopped stays with the owners.
 *
 * @param actor who wants it: an address, or `operator`
 */
export async function allowAnswers(
  { store, clock, log }: BrakeDeps,
  organizationId: string,
  actor: string,
): Promise<void> {
  await store.inOrganization(organizationId, async (tx) => {
    const { answersStoppedMs } = await tx.organizations.read();
    if (answersStoppedMs === null) return;
    await tx.organizations.change({ answersStoppedMs: null });
    const stopped = { atMs: clock.nowMs(), actor, subject: null, data: { stoppedMs: answersStoppedMs } };
    await tx.audit.append({ ...stopped, action: 'brake.released' });
  });
  log.info('answers-allowed', { organizationId });
}

/** Who stopped the answers that are stopped now; null where it was somebody who was erased. */
export async function whoStopped({ audit }: Pick<StoreTransaction, 'audit'>): Promise<string | null> {
  const newest = { before: null, most: 1, action: 'brake.stopped', person: null };
  const [row] = await audit.page(newest);
  return row?.content?.actor ?? row?.left?.actor ?? null;
}
