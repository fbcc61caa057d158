import { fingerprintOf } from '../cases/fingerprint.ts';
import { reportToCase } from '../cases/report-to-case.ts';
import type { AnswerBefore, AnswerReceipt, CalendarEntry } from '../ports/calendar.ts';
import type { JobResult } from '../ports/jobs.ts';
import type { ProviderProblem } from '../ports/problem.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { AnswerPlan } from './answer-plan.ts';
import { again, done, type EffectRun, hasEnded, isOurs, isTaken } from './effect-run.ts';
import type { Finding } from './judge-look.ts';
import { queueEffect } from './queue-effect.ts';
import { noteCutOff, tellDoubt, tellRefusal } from './tell-trouble.ts';

type Receipt = Pick<AnswerReceipt, 'already' | 'commentCarried'>;

/** The answer stands: it is confirmed, the case is told, and the owner is told with a way to undo it. */
export function endGiven(
  run: EffectRun,
  plan: AnswerPlan,
  before: AnswerBefore | null,
  given: { readonly attempt: number; readonly receipt: Receipt } | null = null,
): Promise<JobResult> {
  const { answer, revision } = plan.effect.params;
  return ending(run, plan, given?.attempt ?? null, async (tx, nowMs) => {
    const { id, mailboxId, caseId } = plan.effect;
    const receipt = given?.receipt ?? null;
    await tx.effects.end(id, { state: 'done', outcome: { answer, receipt }, nowMs });
    if (before !== null) await tx.answers.confirm(id, before);
    await reportToCase(tx, run.deps, plan.record.id, { type: 'ANSWER_GIVEN', revision, answer }, 'gate');
    const params = { about: 'answered', effectId: id } as const;
    await queueEffect(tx, run.deps, { kind: 'tellOwner', mailboxId, caseId, params });
  });
}

/** The gate gave this answer before, and it stands: neither the organizer nor the owner is told again. */
export function endStanding(run: EffectRun, plan: AnswerPlan): Promise<JobResult> {
  const { answer, revision } = plan.effect.params;
  return ending(run, plan, null, async (tx, nowMs) => {
    await tx.effects.end(plan.effect.id, { state: 'done', outcome: { answer, receipt: null }, nowMs });
    await forget(tx, plan);
    await reportToCase(tx, run.deps, plan.record.id, { type: 'ANSWER_GIVEN', revision, answer }, 'gate');
  });
}

/** It is not given, and nothing was done. The owner is asked where the gate may not answer. */
export function endAnswer(
  run: EffectRun,
  plan: AnswerPlan,
  finding: Extract<Finding, { kind: 'unwanted' | 'by-hand' | 'gone' }>,
): Promise<JobResult> {
  const { deps } = run;
  const why = finding.kind === 'unwanted' ? finding.why : finding.kind;
  return ending(run, plan, null, async (tx, nowMs) => {
    await tx.effects.end(plan.effect.id, { state: 'superseded', outcome: { why }, nowMs });
    const mayHaveMovedAway = why === 'gone' && plan.effect.attempts > 0 && !run.declineKeepsEntry;
    const notGiven = finding.kind === 'unwanted' && finding.notGiven;
    await forget(tx, plan, (plan.interrupted && !notGiven) || mayHaveMovedAway);
    const { revision } = plan.effect.params;
    if (why === 'by-hand') await reportToCase(tx, deps, plan.record.id, { type: 'ANSWERED' }, 'calendar');
    if (why === 'stopped' || why === 'fell-back')
      await reportToCase(tx, deps, plan.record.id, { type: 'ANSWER_REFUSED', revision, code: why }, 'gate');
    if (why === 'gone') await sendPull(tx, plan.effect);
  });
}

/**
 * Nobody can say any more whether it was given: its owner is told so, what is there now is judged anew, and the next
 * answer to this meeting carries the offer, once more perhaps.
 *
 * @param entry as it is now; null where it is gone
 */
export async function endInDoubt(
  run: EffectRun,
  plan: AnswerPlan,
  entry: CalendarEntry | null,
): Promise<JobResult> {
  const { effect } = plan;
  const isEnded = await ifOurs(run, plan, null, async (tx, nowMs) => {
    await tx.effects.end(effect.id, { state: 'in-doubt', outcome: { why: 'changed-since' }, nowMs });
    await forget(tx, plan, false);
    await tellDoubt(tx, run.deps, effect);
    if (entry === null) await sendPull(tx, effect);
  });
  if (isEnded && entry !== null) await judgeNow(run, plan, entry);
  return done;
}

/**
 * The meeting was changed before the answer reached it: what is there now is judged as well. Before the answer is
 * confirmed, so that nothing is lost where the process is killed in between.
 *
 * @param entry as it is now; null where it is gone
 */
export async function noteChange(
  run: EffectRun,
  plan: AnswerPlan,
  entry: CalendarEntry | null,
): Promise<void> {
  const { occurrence, fingerprint } = plan.record;
  if (entry !== null && fingerprintOf(entry, occurrence) !== fingerprint) await judgeNow(run, plan, entry);
}

/** The provider refuses, and would again: the owner is asked, and somebody else's answer may carry the offer. */
export async function endRefused(
  run: EffectRun,
  plan: AnswerPlan,
  problem: ProviderProblem,
  attempt: number | null,
): Promise<JobResult> {
  const { code, status, detail } = problem;
  const { revision } = plan.effect.params;
  await noteCutOff(run, plan.effect, problem);
  return ending(run, plan, attempt, async (tx, nowMs) => {
    const outcome = { code, status, detail };
    await tx.effects.end(plan.effect.id, { state: 'refused', outcome, nowMs });
    await forget(tx, plan);
    await reportToCase(tx, run.deps, plan.record.id, { type: 'ANSWER_REFUSED', revision, code }, 'gate');
    await tellRefusal(tx, run.deps, plan.effect, problem);
  });
}

/** Nothing was done; it is tried again. Until then no answer of the gate explains what the calendar shows. */
export async function giveBack(
  { deps, organizationId }: EffectRun,
  { effect }: AnswerPlan,
  attempt: number,
): Promise<void> {
  await deps.store.inOrganization(organizationId, async (tx) => {
    if (!(await isOurs(tx, effect, attempt))) return;
    await tx.effects.release(effect.id);
    await tx.answers.remove(effect.id);
  });
}

/**
 * It is no longer what was judged. What is there now is judged first; then this answer is dropped or given. Saved in a
 * transaction of its own, because whoever judges holds the meeting and waits for the case. Killed between the two, the
 * next try finds the same.
 */
export async function judgeAgain(run: EffectRun, plan: AnswerPlan, entry: CalendarEntry): Promise<JobResult> {
  const { id } = plan.effect;
  const isFreed = await ifOurs(run, plan, null, async (tx) => {
    await tx.effects.release(id);
    await tx.answers.remove(id);
  });
  if (isFreed) await judgeNow(run, plan, entry);
  return again(null, 'changed since it was judged');
}

async function judgeNow(
  { deps, organizationId }: EffectRun,
  { effect }: AnswerPlan,
  entry: CalendarEntry,
): Promise<void> {
  await deps.store.inOrganization(organizationId, async (tx) => {
    await tx.meetings.save(effect.mailboxId, [entry], deps.clock.nowMs());
    await sendPull(tx, effect);
  });
}

async function sendPull(tx: StoreTransaction, { mailboxId }: AnswerPlan['effect']): Promise<void> {
  await tx.jobs.send({ kind: 'pull', organizationId: tx.organizationId, mailboxId });
}

async function ending(...parameters: Parameters<typeof ifOurs>): Promise<JobResult> {
  await ifOurs(...parameters);
  return done;
}

/**
 * One transaction about an effect; nothing where somebody else has ended it meanwhile, or has taken it.
 * @param attempt of whoever has taken it; null for whoever has not
 * @returns whether it was still ours
 */
function ifOurs(
  { deps, organizationId }: EffectRun,
  { effect, record }: AnswerPlan,
  attempt: number | null,
  work: (tx: StoreTransaction, nowMs: number) => Promise<void>,
): Promise<boolean> {
  return deps.store.inOrganization(organizationId, async (tx) => {
    // Everybody takes the case first and the effect second, so that nobody waits in a circle.
    await tx.cases.lock(record.id);
    const nowMs = deps.clock.nowMs();
    const isOur = attempt !== null ? await isOurs(tx, effect, attempt) : await isFree(tx, effect, nowMs);
    if (isOur) await work(tx, nowMs);
    return isOur;
  });
}

/** True where nobody took or ended it since it was looked at. */
async function isFree(
  tx: StoreTransaction,
  { id, attempts }: AnswerPlan['effect'],
  nowMs: number,
): Promise<boolean> {
  const now = await tx.effects.find(id);
  return now !== null && now.attempts === attempts && !hasEnded(now) && !isTaken(now, nowMs);
}

/**
 * Forgets an answer that does not stand. Where an attempt that was cut off may have given it, its offer may have reached
 * the organizer: it stays with this answer, because a meeting has one offer.
 *
 * @param mayBeGiven false where a look showed that what stood before still stands
 */
async function forget(
  tx: StoreTransaction,
  { effect, interrupted }: AnswerPlan,
  mayBeGiven = interrupted,
): Promise<void> {
  await tx.answers.remove(effect.id);
  if (!mayBeGiven) await tx.offers.giveUp(effect.id);
}
