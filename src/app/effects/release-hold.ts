import type { JobResult } from '../ports/jobs.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { EffectRun } from './effect-run.ts';
import { runStep } from './run-step.ts';

/** Takes a hold out of the calendar; one that never got there is only marked. */
export function releaseHold(run: EffectRun, effect: EffectRecord<'releaseHold'>): Promise<JobResult> {
  const { holdId } = effect.params;
  return runStep(run, effect, {
    twice: 'harmless',
    prepare: async (tx) => {
      const hold = await tx.holds.find(holdId);
      return hold && { entryId: hold.entryId };
    },
    call: async ({ entryId }) =>
      entryId === null ? { ok: true, value: null } : run.mailbox.calendar.releaseHold(entryId),
    keep: async (tx) => {
      await tx.holds.markReleased(holdId, run.deps.clock.nowMs());
      return null;
    },
  });
}
