import type { GateDeps } from '../gate-deps.ts';

type BrakeDeps = Pick<GateDeps, 'store' | 'clock' | 'log'>;

/**
 * Stops every answer of an organization at once. Nothing that was given is taken back; what waited to be given is
 * proposed to the owners instead. Pulled twice it stays as it was first.
 *
 * @param actor who wants it: an address, or `operator`
 */
export async function stopAnswers(
  { store, clock, log }: BrakeDeps,
  organizationId: string,
  actor: string,
): Promise<void> {
  await store.inOrganization(organizationId, async (tx) => {
    const { answersStoppedMs } = await tx.organizations.read();
    if (answersStoppedMs !== null) return;
    const atMs = clock.nowMs();
    await tx.organizations.change({ answersStoppedMs: atMs });
    await tx.audit.append({ atMs, actor, action: 'brake.stopped', subject: null, data: {} });
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
