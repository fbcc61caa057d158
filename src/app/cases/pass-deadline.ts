import type { GateDeps } from '../gate-deps.ts';
import type { JobResult } from '../ports/jobs.ts';
import { advanceCase } from './advance-case.ts';

/**
 * A deadline may have come (job `deadline`): its case is told, once. One that was cancelled does nothing; one that is
 * not due yet on the gate's clock is left to the sweep.
 */
export async function passDeadline(
  deps: Pick<GateDeps, 'store' | 'policies' | 'clock' | 'chance'>,
  organizationId: string,
  deadlineId: string,
): Promise<JobResult> {
  const nowMs = deps.clock.nowMs();
  await deps.store.inOrganization(organizationId, async (tx) => {
    const waiting = await tx.deadlines.find(deadlineId);
    if (waiting === null || waiting.dueMs > nowMs) return;
    const record = await tx.cases.lock(waiting.caseId);
    // Whoever had the case before may have cancelled it, or be another run of this job.
    if (record === null || (await tx.deadlines.find(deadlineId)) === null) return;
    await tx.deadlines.remove(deadlineId);
    const { name: deadline, revision } = waiting;
    await advanceCase(
      tx,
      deps,
      record,
      { type: 'DEADLINE_PASSED', deadline, revision },
      { actor: 'deadline', nowMs },
    );
  });
  return { kind: 'done' };
}
