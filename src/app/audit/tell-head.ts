import type { GateDeps } from '../gate-deps.ts';

const dayMs = 86_400_000;

/**
 * Says the newest link of the audit log in the log of the process, once a day: whoever keeps that log elsewhere can tell
 * afterwards whether entries were removed from the end of the chain.
 */
export async function tellHead(
  { store, clock, log }: Pick<GateDeps, 'store' | 'clock' | 'log'>,
  organizationId: string,
): Promise<void> {
  const nowMs = clock.nowMs();
  const head = await store.inOrganization(organizationId, ({ audit }) =>
    audit.headToTell(nowMs - dayMs, nowMs),
  );
  if (head !== null) log.info('audit-head', { organizationId, ...head });
}
