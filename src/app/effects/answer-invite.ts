import type { Answer } from '../../core/meeting/meeting.ts';
import { claimOffer } from '../offers/claim-offer.ts';
import type { AnswerBefore, CalendarEntry } from '../ports/calendar.ts';
import type { JobResult } from '../ports/jobs.ts';
import { type ProviderProblem, providerProblems } from '../ports/problem.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import {
  endAnswer,
  endGiven,
  endInDoubt,
  endRefused,
  endStanding,
  giveBack,
  judgeAgain,
  noteChange,
} from './answer-endings.ts';
import { type AnswerPlan, type PlanRead, readAnswerPlan, readAnswerWish } from './answer-plan.ts';
import { answerWords } from './answer-words.ts';
import { again, askProvider, done, type EffectRun } from './effect-run.ts';
import { beforeAnswer, entryIdOf, judgeLook, type PreparedAnswer, targetOf } from './judge-look.ts';
import { lookAtMeeting } from './look-at-meeting.ts';
import { takeEffect } from './take-effect.ts';

/** A meeting that changes under every look is left to the next try of the job. */
const mostLooks = 3;

type Tried = JobResult | { readonly kind: 'look-again' };
const lookAgain: Tried = { kind: 'look-again' };

/**
 * Answers an invite exactly once. The calendar is looked at first; what is about to be done, and what stood before, is
 * written down before the provider is asked. Whoever finds an answer half done looks at the calendar to see whether it
 * was given: it is never given on a guess.
 *
 * @param first what the store knows of it, where that was read just now
 */
export async function answerInvite(
  run: EffectRun,
  { id }: EffectRecord<'answerInvite'>,
  first: PlanRead | null,
): Promise<JobResult> {
  for (let look = 0; look < mostLooks; look += 1) {
    const tried = await tryOnce(run, id, look === 0 ? first : null);
    if (tried.kind !== 'look-again') return tried;
  }
  return again(null, 'changed-meanwhile');
}

async function tryOnce(run: EffectRun, id: string, known: PlanRead | null): Promise<Tried> {
  const { deps, organizationId } = run;
  const read =
    known ?? (await deps.store.inOrganization(organizationId, (tx) => readAnswerPlan(tx, deps, id)));
  if (read.kind === 'ended') return done;
  if (read.kind === 'busy') return again(read.restMs, 'somebody is at it');
  const { plan } = read;
  // What was certainly not begun needs no look to be dropped.
  if (plan.unwanted !== null && !plan.interrupted)
    return endAnswer(run, plan, { kind: 'unwanted', why: plan.unwanted, notGiven: true });
  const seen = await lookAtMeeting(run, plan);
  if (!seen.ok) return afterRefusedLook(run, plan, seen.problem);
  const entry = seen.value;
  const finding = judgeLook(plan, entry, run.declineKeepsEntry);
  if (finding.kind === 'given') {
    await noteChange(run, plan, entry);
    return endGiven(run, plan, beforeOfGiven(plan, entry));
  }
  if (finding.kind === 'in-doubt') return endInDoubt(run, plan, entry);
  if (finding.kind === 'standing') return endStanding(run, plan);
  if (finding.kind === 'changed') return judgeAgain(run, plan, finding.entry);
  if (finding.kind === 'give') return give(run, plan, finding.entry, finding.own);
  return endAnswer(run, plan, finding);
}

function afterRefusedLook(
  run: EffectRun,
  plan: AnswerPlan,
  problem: ProviderProblem,
): Promise<JobResult> | JobResult {
  if (providerProblems[problem.code].retry !== 'never') return again(problem.retryAfterMs, problem.code);
  // Whether it was given cannot be seen now. It stays as it is until somebody has restored the access.
  if (plan.interrupted) return again(null, problem.code);
  return endRefused(run, plan, problem, null);
}

interface Begun {
  readonly comment: string;
  readonly attempt: number;
  readonly untilMs: number;
}

async function give(run: EffectRun, plan: AnswerPlan, entry: CalendarEntry, own: Answer): Promise<Tried> {
  const { deps, organizationId } = run;
  const target = targetOf(entry, plan.record.occurrence);
  // Asked for now: once Outlook declined an occurrence it is gone from its series, and nobody finds it for an undo.
  const known = entryIdOf(entry, plan.record.occurrence);
  const asked = known === null ? await run.mailbox.calendar.occurrenceId?.(target) : undefined;
  if (asked?.ok === false) return afterRefusedLook(run, plan, asked.problem);
  const entryId = known ?? asked?.value ?? entry.meeting.id;
  const before = { ...beforeAnswer(plan, entry, own), entryId };
  const begun = await deps.store.inOrganization(organizationId, (tx) => begin(tx, run, plan, entry, before));
  if (begun === null) return lookAgain;
  const { answer } = plan.effect.params;
  const { attempt } = begun;
  const outcome = await askProvider(deps, 'answerInvite', begun.untilMs, () =>
    run.mailbox.calendar.answer({
      target,
      answer,
      comment: begun.comment,
      proposal: null,
      version: entry.version,
    }),
  );
  if (outcome === null) return again(null, 'lease is over');
  if (outcome.ok) {
    const { before: stood, already, commentCarried } = outcome.value;
    // What the calendar showed may be an earlier answer of the gate; an undo restores what stood before that.
    const kept = before.answer === own && !already ? stood : { ...before, entryId: stood.entryId };
    if (mayHideChange(run, plan)) await lookForChange(run, plan);
    return endGiven(run, plan, kept, { attempt, receipt: { already, commentCarried } });
  }
  const { code, retryAfterMs } = outcome.problem;
  // As after a crash: the lease runs out, and the next try looks whether it was given.
  if (code === 'outcome-unknown' || code === 'unreadable-answer') return again(retryAfterMs, code);
  const { retry } = providerProblems[code];
  if (retry === 'never') return endRefused(run, plan, outcome.problem, attempt);
  await giveBack(run, plan, attempt);
  return retry === 'after-looking' ? lookAgain : again(retryAfterMs, code);
}

/**
 * Where nothing keeps an answer from reaching a meeting that was changed a moment before, and a decline takes the entry
 * away, no reading of the calendar would ever tell of that change.
 */
function mayHideChange({ declineKeepsEntry }: EffectRun, { effect, record }: AnswerPlan): boolean {
  return !declineKeepsEntry && effect.params.answer === 'declined' && record.occurrence === '';
}

/** A look that is refused is left: the answer was given, and its owner is to hear of it. */
async function lookForChange(run: EffectRun, plan: AnswerPlan): Promise<void> {
  const seen = await lookAtMeeting(run, plan);
  if (seen.ok) await noteChange(run, plan, seen.value);
}

/** Writes down what is about to be done; null where it is no longer so, or somebody else is at it. */
async function begin(
  tx: StoreTransaction,
  { deps }: EffectRun,
  plan: AnswerPlan,
  entry: CalendarEntry,
  before: AnswerBefore,
): Promise<Begun | null> {
  const { effect, record, mine, policy } = plan;
  const now = await readAnswerWish(tx, deps, effect.id);
  if (now.kind !== 'open' || now.wish.unwanted !== null) return null;
  // Somebody was at it since the calendar was looked at, and may have given it.
  if (now.wish.effect.attempts !== effect.attempts) return null;
  const { answer, offer, revision } = effect.params;
  const carried = await claimOffer(tx, deps, { effectId: effect.id, record, entry, offer, policy });
  const comment = deps.words.answerComment(answerWords(plan, carried));
  const prepared: PreparedAnswer = { comment, fingerprint: record.fingerprint };
  const taken = await takeEffect(tx, deps, effect.id, prepared);
  if (taken.kind !== 'taken') return null;
  if (mine !== null) await tx.answers.remove(effect.id);
  await tx.answers.add({
    id: effect.id,
    caseId: record.id,
    mailboxId: record.mailboxId,
    uid: record.uid,
    target: targetOf(entry, record.occurrence),
    rule: record.rule ?? 'default',
    answer,
    revision,
    before,
    givenMs: deps.clock.nowMs(),
    confirmed: false,
    withdrawnMs: null,
    withdrawal: null,
  });
  const { comment: written } = taken.effect.prepared as PreparedAnswer;
  return { comment: written, attempt: taken.effect.attempts, untilMs: taken.untilMs };
}

/** What an undo of an answer has to restore that was found given: as written down before it was asked for. */
function beforeOfGiven({ record, mine }: AnswerPlan, entry: CalendarEntry | null): AnswerBefore | null {
  const known = entry === null ? null : entryIdOf(entry, record.occurrence);
  return mine === null || known === null ? (mine?.before ?? null) : { ...mine.before, entryId: known };
}
