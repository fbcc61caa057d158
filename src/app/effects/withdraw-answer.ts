import type { UndoResult } from '../ports/calendar.ts';
import type { JobResult } from '../ports/jobs.ts';
import type { Outcome } from '../ports/problem.ts';
import type { AnswerRecord, EffectRecord } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { EffectRun } from './effect-run.ts';
import { queueEffect } from './queue-effect.ts';
import { runStep } from './run-step.ts';

interface Prepared {
  /** Every answer of the case that stands, newest first: a tentative one and the decline that followed it are one. */
  readonly answers: readonly Pick<AnswerRecord, 'id' | 'target' | 'before'>[];
}

/**
 * Puts back the answer that stood before the gate's own. What the owner, or a move of the meeting, has made of it since
 * stands; the providers do it once however often they are asked.
 */
export function withdrawAnswer(run: EffectRun, effect: EffectRecord<'withdrawAnswer'>): Promise<JobResult> {
  return runStep<Prepared, UndoResult | null>(run, effect, {
    twice: 'harmless',
    prepare: async (tx) => ({ answers: await standingOf(tx, effect) }),
    call: async ({ answers: [newest] }): Promise<Outcome<UndoResult | null>> =>
      newest === undefined
        ? { ok: true, value: null }
        : run.mailbox.calendar.undoAnswer(newest.target, newest.before),
    keep: async (tx, result, { answers }) => {
      if (result === null) return { kind: 'nothing-stood' };
      const nowMs = run.deps.clock.nowMs();
      for (const { id } of answers) await tx.answers.markWithdrawn(id, nowMs, result);
      await tell(tx, run, effect, result);
      return result;
    },
  });
}

async function standingOf(tx: StoreTransaction, { caseId }: EffectRecord): Promise<Prepared['answers']> {
  const all = caseId === null ? [] : await tx.answers.ofCase(caseId);
  return all
    .filter(({ confirmed, withdrawnMs }) => confirmed && withdrawnMs === null)
    .toSorted((left, right) => right.givenMs - left.givenMs)
    .map(({ id, target, before }) => ({ id, target, before }));
}

/** Whoever asked for the undo sees that it was done; everything else is told. */
async function tell(
  tx: StoreTransaction,
  { deps }: EffectRun,
  { id, mailboxId, caseId }: EffectRecord,
  result: UndoResult,
): Promise<void> {
  const record = caseId === null ? null : await tx.cases.find(caseId);
  if (record?.overridden && result.kind === 'restored') return;
  const params = { about: 'withdrawn', effectId: id } as const;
  await queueEffect(tx, deps, { kind: 'tellOwner', mailboxId, caseId, params });
}
