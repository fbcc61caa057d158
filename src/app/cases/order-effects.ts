import type { CaseEffect, CaseSnapshot } from '../../core/gate/case-run.ts';
import { deadlineDue } from '../../core/gate/deadline-due.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { NewEffect } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

interface Ordering {
  readonly record: CaseRecord;
  /** After the step that asks for the effects. */
  readonly context: CaseSnapshot['context'];
  readonly nowMs: number;
  /** The owner's policy; asked for where a deadline has to be counted. */
  readonly policyOf: () => Promise<Policy>;
  /** What was decided in writing, with the event that says so. */
  readonly decision: unknown;
}

/**
 * Writes what the machine asks for as rows: effects with one job that carries them out in order, deadlines with the
 * job that wakes them, and a decision that came out of a thread.
 */
export async function orderEffects(
  tx: StoreTransaction,
  { chance }: Pick<GateDeps, 'chance'>,
  effects: readonly CaseEffect[],
  ordering: Ordering,
): Promise<void> {
  const { record, nowMs } = ordering;
  let last: string | null = null;
  for (const effect of effects) {
    switch (effect.type) {
      case 'scheduleDeadline':
        await scheduleDeadline(tx, chance.uuid(), effect.params, ordering);
        break;
      case 'cancelDeadlines':
        await tx.deadlines.cancelOfCase(record.id);
        break;
      case 'recordDecision':
        await recordDecision(tx, ordering);
        break;
      default: {
        last = chance.uuid();
        const { type: kind, params } = effect;
        const { id: caseId, mailboxId } = record;
        await tx.effects.add({ id: last, mailboxId, caseId, kind, params, createdMs: nowMs } as NewEffect);
      }
    }
  }
  if (last === null) return;
  const { organizationId } = tx;
  await tx.jobs.send({ kind: 'act', organizationId, effectId: last, group: record.id });
}

async function scheduleDeadline(
  tx: StoreTransaction,
  id: string,
  { deadline, revision }: Extract<CaseEffect, { type: 'scheduleDeadline' }>['params'],
  { record, context, nowMs, policyOf }: Ordering,
): Promise<void> {
  const { alternative } = context;
  const policy = await policyOf();
  const dueMs = deadlineDue(deadline, { nowMs, policy, alternative, startMs: record.startMs });
  await tx.deadlines.add({ id, caseId: record.id, name: deadline, revision, dueMs });
  // The queue knows the real clock alone. Where the gate's is another one (the sandbox's) the job may come at the
  // wrong time; then it does nothing, and the sweep finds the deadline.
  const { organizationId } = tx;
  await tx.jobs.send({ kind: 'deadline', organizationId, deadlineId: id }, { startAfterMs: dueMs });
}

async function recordDecision(tx: StoreTransaction, { record, nowMs, decision }: Ordering): Promise<void> {
  const decided = { decidedMs: nowMs, decision: decision ?? null };
  if ((await tx.threads.find(record.id)) !== null) return tx.threads.change(record.id, decided);
  // It was decided before anybody got to write the document.
  const { id: caseId, mailboxId } = record;
  const nothing = { draft: null, documentUrl: null, escalatedEntryId: null };
  await tx.threads.add({ caseId, mailboxId, openedMs: nowMs, ...nothing, ...decided });
}
