import type { GateDeps } from '../gate-deps.ts';

type BrakeDeps = Pick<GateDeps, 'store' | 'clock' | 'log'>;

/**
 * Stops every answer of an organization at once. Nothing that was given is taken back; what waited to be given is
 * proposed to the owners instead. Pulled twice it stays as it was first.
 */
export async function stopAnswers({ store, clock, log }: BrakeDeps, organizationId: string): Promise<void> {
  await store.inOrganization(organizationId, async (tx) => {
    const { answersStoppedMs } = await tx.organizations.read();
    if (answersStoppedMs === null) await tx.organizations.change({ answersStoppedMs: clock.nowMs() });
  });
  log.warn('answers-stopped', { organizationId });
}

/** Lets the gate answer again. What came while it was stopped stays with the owners. */
export async function allowAnswers({ store, log }: BrakeDeps, organizationId: string): Promise<void> {
  await store.inOrganization(organizationId, (tx) => tx.organizations.change({ answersStoppedMs: null }));
  log.info('answers-allowed', { organizationId });
}
