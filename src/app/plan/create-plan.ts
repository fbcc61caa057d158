import type { Verdict } from '../../core/gate/verdict.ts';
import type { GateDeps } from '../gate-deps.ts';
import { openMailbox } from '../mailboxes/open-mailbox.ts';
import type { CreatedEntry, NewMeeting } from '../ports/calendar.ts';
import type { ProblemCode } from '../ports/problem.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import { type JudgedPlan, judgePlan, type PlanJudgement, type Planner } from './judge-plan.ts';
import type { PlanFields, PlanProblem } from './plan-fields.ts';
import { plannedKey } from './planned-key.ts';
import { invitationText } from './planned-meeting.ts';
import { plannersMailbox } from './planners-mailbox.ts';
import { tellCase } from './tell-case.ts';

export type CreatedPlan =
  /** `existed`: this form had created it before. */
  | { readonly kind: 'created'; readonly entryId: string; readonly existed: boolean }
  /** Nothing was created: the planner has not seen what the gate thinks of exactly this, or has not said why. */
  | {
      readonly kind: 'look';
      readonly judgement: PlanJudgement;
      /** What the planner has to do besides looking; empty where there is only something new to see. */
      readonly problems: readonly PlanProblem[];
    }
  /** The calendar did not take it. */
  | { readonly kind: 'refused'; readonly code: ProblemCode | 'no-mailbox'; readonly judged: JudgedPlan };

/** What takes a sentence of the planner: the gate would do it in writing, at another time, or does not know. */
const needsReason: ReadonlySet<Verdict> = new Set(['go-async', 'move', 'decline', 'ask']);

/**
 * Creates a planned meeting in the planner's own calendar and invites its guests, once for each form and content. Only
 * what was judged as it is: another text, another time or another verdict is shown first. Against the verdict it takes
 * a sentence why; that is kept with the case.
 *
 * @param seen the `seen` of the judgement that the planner had before them
 */
export async function createPlan(
  deps: GateDeps,
  organizationId: string,
  planner: Planner,
  fields: PlanFields,
  seen: string,
): Promise<CreatedPlan> {
  const judgement = await judgePlan(deps, organizationId, planner, fields);
  if (!judgement.ok) return { kind: 'look', judgement, problems: judgement.problems };
  const { judged } = judgement;
  if (judged.seen !== seen) return { kind: 'look', judgement, problems: [] };
  const because = fields.because.trim();
  if (because === '' && needsReason.has(judged.judgement.verdict)) {
    const problem: PlanProblem = { field: 'because', code: 'missing', detail: null };
    return { kind: 'look', judgement, problems: [problem] };
  }
  const record = await plannersMailbox(deps, organizationId, planner.address);
  const mailbox = record && openMailbox(deps, organizationId, record);
  if (record === null || mailbox === null) return { kind: 'refused', code: 'no-mailbox', judged };
  const created = await mailbox.calendar.createMeeting(newMeeting(judged, planner, fields));
  if (!created.ok) {
    const { code, status, detail } = created.problem;
    deps.log.warn('plan-refused', { mailboxId: record.id, code, status, detail });
    return { kind: 'refused', code, judged };
  }
  await keep(deps, organizationId, record, created.value, judged, because !== '');
  await tellCase(deps, organizationId, record, created.value, { actor: planner.address, because });
  return { kind: 'created', entryId: created.value.id, existed: created.value.existed };
}

function newMeeting({ plan }: JudgedPlan, { address }: Planner, { key }: PlanFields): NewMeeting {
  const { title, guests, startMs, endMs, zone, weeks } = plan;
  return {
    key: plannedKey(plan, address, key),
    summary: title,
    description: invitationText(plan),
    slot: { startMs, endMs, zone },
    attendees: guests.map((email) => ({ email, optional: false })),
    weeks,
  };
}

/** The act in the audit log, once, and a reading of the calendar, which finds what was created. */
async function keep(
  { store, clock }: GateDeps,
  organizationId: string,
  { id: mailboxId, address }: MailboxRecord,
  { id, existed }: CreatedEntry,
  { plan, judgement: { verdict, need } }: JudgedPlan,
  hasReason: boolean,
): Promise<void> {
  await store.inOrganization(organizationId, async (tx) => {
    await tx.jobs.send({ kind: 'pull', organizationId, mailboxId });
    if (!existed) {
      const data = { verdict, need: need.need, guests: plan.guests.length, weeks: plan.weeks, hasReason };
      await tx.audit.append({
        atMs: clock.nowMs(),
        actor: address,
        action: 'plan.created',
        subject: id,
        data,
      });
    }
  });
}
