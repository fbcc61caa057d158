import type { GateDeps } from '../gate-deps.ts';
import type { JobResult } from '../ports/jobs.ts';
import { type ProblemCode, type ProviderProblem, providerProblems } from '../ports/problem.ts';

/** Whether a refusal keeps the whole mailbox from working until a person does something about it. */
export function needsSomebody(code: ProblemCode): boolean {
  const { actor, retry } = providerProblems[code];
  return retry === 'never' && (actor === 'owner' || actor === 'administrator');
}

/**
 * What a refusal means for a job of a mailbox: what only a person can lift is kept as the mailbox's problem and done,
 * what passes by itself is tried again, and the rest is logged and done.
 */
export async function refusedJob(
  { store, clock, log }: Pick<GateDeps, 'store' | 'clock' | 'log'>,
  organizationId: string,
  mailboxId: string,
  { code, detail, status, retryAfterMs }: ProviderProblem,
): Promise<JobResult> {
  if (providerProblems[code].retry !== 'never')
    return { kind: 'again', afterMs: retryAfterMs, why: `${code}: ${detail}` };
  log.warn('mailbox-refused', { mailboxId, code, detail, status });
  if (needsSomebody(code)) {
    await store.inOrganization(organizationId, async ({ mailboxes }) => {
      const record = await mailboxes.find(mailboxId);
      if (record === null || record.problem?.code === code) return;
      await mailboxes.change(mailboxId, { problem: { code, sinceMs: clock.nowMs() } });
    });
  }
  return { kind: 'done' };
}
