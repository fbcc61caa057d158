import { openMailbox } from '../mailboxes/open-mailbox.ts';
import type { JobResult } from '../ports/jobs.ts';
import type { EffectKind, EffectRecord } from '../ports/store/effects.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { answerInvite } from './answer-invite.ts';
import { type PlanRead, readAnswerPlan } from './answer-plan.ts';
import { type ActDeps, again, done, type EffectRun } from './effect-run.ts';
import { escalateThread } from './escalate-thread.ts';
import { holdTime } from './hold-time.ts';
import { openThread } from './open-thread.ts';
import { promptOwner } from './prompt-owner.ts';
import { releaseHold } from './release-hold.ts';
import { tellOwner } from './tell-owner.ts';
import { withdrawAnswer } from './withdraw-answer.ts';

type Carrier<Kind extends EffectKind> = (
  run: EffectRun,
  effect: EffectRecord<Kind>,
  plan: PlanRead | null,
) => Promise<JobResult>;

const carriers: { readonly [Kind in EffectKind]: Carrier<Kind> } = {
  answerInvite,
  withdrawAnswer,
  promptOwner,
  tellOwner,
  openThread,
  escalateThread,
  holdTime,
  releaseHold,
};

/** What has to keep its order within a case: an undo waits for the answer, but for no mail. */
const lanes: Readonly<Record<EffectKind, 'answer' | 'mail' | 'thread' | 'hold'>> = {
  answerInvite: 'answer',
  withdrawAnswer: 'answer',
  promptOwner: 'mail',
  tellOwner: 'mail',
  openThread: 'thread',
  escalateThread: 'thread',
  holdTime: 'hold',
  releaseHold: 'hold',
};

/**
 * Carries out an effect, and before it those of its case that were asked for earlier. Each is looked at before it is
 * done and written down around it, so that calling this twice, at the same time or after a crash, does it once.
 */
export async function carryOut(deps: ActDeps, organizationId: string, effectId: string): Promise<JobResult> {
  const { record, effects, plan } = await deps.store.inOrganization(organizationId, (tx) =>
    readOpen(tx, deps, effectId),
  );
  if (record === null || effects.length === 0) return done;
  if (record.state === 'left') return supersedeAll(deps, organizationId, effects);
  const mailbox = openMailbox(deps, organizationId, record);
  if (mailbox === null) return again(null, `${record.provider} is not configured`);
  const declineKeepsEntry = deps.providers[record.provider]?.capabilities.declineKeepsEntry ?? true;
  const run: EffectRun = { deps, organizationId, record, mailbox, declineKeepsEntry };
  const blocked = new Map<string, JobResult>();
  for (const effect of effects) {
    const lane = lanes[effect.kind];
    if (blocked.has(lane)) continue;
    const result = await carry(run, effect, effect === effects[0] ? plan : null);
    if (result.kind === 'again') blocked.set(lane, result);
  }
  const [first = done] = blocked.values();
  return first;
}

interface Open {
  readonly record: MailboxRecord | null;
  readonly effects: readonly EffectRecord[];
  /** Of the first one, where it is an answer. */
  readonly plan: PlanRead | null;
}

/** The effects of the case that have not ended, in order, up to this one. */
async function readOpen(tx: StoreTransaction, deps: ActDeps, effectId: string): Promise<Open> {
  const wanted = await tx.effects.find(effectId);
  if (wanted === null) return { record: null, effects: [], plan: null };
  const open = await tx.effects.openOf(wanted);
  const effects = open.filter(({ seq }) => seq <= wanted.seq);
  const record = await tx.mailboxes.find(wanted.mailboxId);
  const [effect] = effects;
  const isAnswer = effect?.kind === 'answerInvite' && record !== null && record.state !== 'left';
  const plan = isAnswer ? await readAnswerPlan(tx, deps, effect.id, { effect, mailbox: record }) : null;
  return { record, effects, plan };
}

function carry<Kind extends EffectKind>(
  run: EffectRun,
  effect: EffectRecord<Kind>,
  plan: PlanRead | null,
): Promise<JobResult> {
  const carrier: Carrier<Kind> = carriers[effect.kind];
  return carrier(run, effect, plan);
}

async function supersedeAll(
  { store, clock }: ActDeps,
  organizationId: string,
  effects: readonly EffectRecord[],
): Promise<JobResult> {
  await store.inOrganization(organizationId, async (tx) => {
    for (const { id } of effects)
      await tx.effects.end(id, { state: 'superseded', outcome: 'mailbox-left', nowMs: clock.nowMs() });
  });
  return done;
}
