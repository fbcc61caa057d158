import { decidingRule } from '../../core/gate/act.ts';
import type { CaseEvent } from '../../core/gate/case-events.ts';
import {
  type CaseEffect,
  type CaseSnapshot,
  moveCase,
  restoredCase,
  statePath,
  storedCase,
} from '../../core/gate/case-run.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { CaseRecord, CaseStep } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { orderEffects } from './order-effects.ts';
import { policyInForce } from './policy-in-force.ts';
import { stepData } from './step-data.ts';

export type AdvanceDeps = Pick<GateDeps, 'policies' | 'clock' | 'chance'>;

export interface HowAdvanced {
  /** `gate`, `calendar`, `deadline`, `operator`, or the address of the person. */
  readonly actor: string;
  readonly nowMs: number;
  /** The owner's policy, where the caller has it at hand. */
  readonly policy?: Policy;
  /** What was decided in writing; goes with `DECIDED`. */
  readonly decision?: unknown;
}

/** What a new look at the meeting changes of a case's row. */
export type CaseChange = Partial<
  Pick<CaseRecord, 'entryId' | 'fingerprint' | 'startMs' | 'endMs' | 'wouldAct' | 'reasons' | 'changes'>
>;

/**
 * One event of a case whose row is locked: the step, its log, its effects, deadlines and jobs, in this transaction.
 * An event that the case does not wait for is logged and changes nothing.
 */
export async function advanceCase(
  tx: StoreTransaction,
  deps: AdvanceDeps,
  record: CaseRecord,
  event: CaseEvent,
  how: HowAdvanced,
): Promise<CaseRecord> {
  return applyEvents(tx, deps, record, [event], { ...how, isNew: false, change: {} });
}

/** Several events in a row, saved once; a new case is added. */
export async function applyEvents(
  tx: StoreTransaction,
  deps: AdvanceDeps,
  before: CaseRecord,
  events: readonly CaseEvent[],
  how: HowAdvanced & { readonly isNew: boolean; readonly change: CaseChange },
): Promise<CaseRecord> {
  const { nowMs, actor } = how;
  let snapshot = restoredCase(before.snapshot);
  const steps: CaseStep[] = [];
  const effects: CaseEffect[] = [];
  for (const event of events) {
    const move = moveCase(snapshot, event);
    const [from, to] = [statePath(snapshot), statePath(move.snapshot)];
    steps.push({ caseId: before.id, atMs: nowMs, actor, event: event.type, data: stepData(event), from, to });
    effects.push(...move.effects);
    snapshot = move.snapshot;
  }
  const undone = events.some(({ type }) => type === 'OVERRODE');
  const record = {
    ...before,
    ...how.change,
    ...derivedOf(snapshot),
    // A closed case takes no event any more, but what its owner undid stays undone for what comes after it.
    overridden: before.overridden || undone || snapshot.context.overridden,
    changedMs: nowMs,
  };
  await (how.isNew ? tx.cases.add(record) : tx.cases.save(record));
  await tx.log.add(...steps);
  const policyOf = async () => how.policy ?? (await policyOfMailbox(tx, deps, record.mailboxId));
  const { context } = snapshot;
  await orderEffects(tx, deps, effects, { record, context, nowMs, policyOf, decision: how.decision });
  return record;
}

/** What a row repeats of its snapshot, for queries and for people. */
function derivedOf(
  snapshot: CaseSnapshot,
): Pick<CaseRecord, 'snapshot' | 'state' | 'closed' | 'verdict' | 'act' | 'rule' | 'revision'> {
  const { verdict, act, revision, need, time } = snapshot.context;
  const rule = verdict && need && time ? decidingRule(verdict, need, time) : null;
  const closed = snapshot.status === 'done';
  return { snapshot: storedCase(snapshot), state: statePath(snapshot), closed, verdict, act, rule, revision };
}

async function policyOfMailbox(tx: StoreTransaction, deps: AdvanceDeps, mailboxId: string): Promise<Policy> {
  const mailbox = await tx.mailboxes.find(mailboxId);
  if (mailbox === null) throw new Error(`a case of a mailbox that is not there: ${mailboxId}`);
  return policyInForce(tx, deps, mailbox, await tx.organizations.read());
}
