import { createHash } from 'node:crypto';
import type { GateDeps } from '../gate-deps.ts';
import { openMailbox } from '../mailboxes/open-mailbox.ts';
import { isOwnAddress } from '../offers/audience.ts';
import type { ProblemCode } from '../ports/problem.ts';
import { type JudgedPlan, judgePlan, type PlanJudgement, type Planner } from './judge-plan.ts';
import type { PlanFields } from './plan-fields.ts';
import { planDigest } from './planned-key.ts';
import { plannersMailbox } from './planners-mailbox.ts';

export type WrittenInstead =
  | {
      readonly kind: 'written';
      readonly url: string;
      readonly notShared: readonly string[];
      readonly judged: JudgedPlan;
    }
  /** There is nothing to write: something is wrong with the form, or it has to be live. */
  | { readonly kind: 'look'; readonly judgement: PlanJudgement }
  /** The drive did not take it; the draft can be saved as a file. */
  | { readonly kind: 'refused'; readonly code: ProblemCode | 'no-mailbox'; readonly judged: JudgedPlan };

/**
 * Creates the document that replaces a planned meeting, open to the colleagues who would have been invited. Once for
 * each form and content; no meeting is created.
 */
export async function writeInstead(
  deps: GateDeps,
  organizationId: string,
  planner: Planner,
  fields: PlanFields,
): Promise<WrittenInstead> {
  const judgement = await judgePlan(deps, organizationId, planner, fields);
  if (!judgement.ok || judgement.judged.draft === null) return { kind: 'look', judgement };
  const { judged } = judgement;
  const { draft, plan } = judgement.judged;
  const record = await plannersMailbox(deps, organizationId, planner.address);
  const mailbox = record && openMailbox(deps, organizationId, record);
  if (draft === null || record === null || mailbox === null)
    return { kind: 'refused', code: 'no-mailbox', judged };
  const created = await mailbox.documents.createDocument({
    key: documentKey(judged, planner, fields),
    title: draft.title,
    blocks: deps.words.documentBlocks(draft),
    writers: await writersOf(deps, organizationId, planner, plan.guests),
  });
  if (!created.ok) {
    const { code, status, detail } = created.problem;
    deps.log.warn('plan-document-refused', { mailboxId: record.id, code, status, detail });
    return { kind: 'refused', code, judged };
  }
  const { id, url, existed, notShared } = created.value;
  if (!existed) {
    const data = { template: draft.alternative.template, guests: plan.guests.length };
    const entry = {
      atMs: deps.clock.nowMs(),
      actor: planner.address,
      action: 'plan.written',
      subject: id,
      data,
    };
    await deps.store.inOrganization(organizationId, (tx) => tx.audit.append(entry));
  }
  return { kind: 'written', url, notShared, judged };
}

function documentKey({ plan }: JudgedPlan, { address }: Planner, { key }: PlanFields): string {
  const content = `document ${key} ${planDigest(plan, address)}`;
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** Outsiders are let in by hand. */
async function writersOf(
  { store, policies, clock }: GateDeps,
  organizationId: string,
  { address }: Planner,
  guests: readonly string[],
): Promise<readonly string[]> {
  const { policyText } = await store.inOrganization(organizationId, (tx) => tx.organizations.read());
  const policy = await policies.policyOf(policyText, address, clock.nowMs());
  return guests.filter((email) => isOwnAddress(email, policy));
}
