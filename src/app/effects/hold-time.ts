import type { JobResult } from '../ports/jobs.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { EffectRun } from './effect-run.ts';
import { queueEffect } from './queue-effect.ts';
import { runStep } from './run-step.ts';

/** Puts a hold into the calendar. The hold's id is the provider's key, so that a second request finds the first. */
export function holdTime(run: EffectRun, effect: EffectRecord<'holdTime'>): Promise<JobResult> {
  const { holdId, title, startMs, endMs, zone, autoDecline = 'none' } = effect.params;
  return runStep(run, effect, {
    twice: 'harmless',
    prepare: async (tx, now) => {
      const hold = await tx.holds.find(holdId);
      const wanted = hold !== null && hold.releasedMs === null && run.record.state === 'active';
      return wanted || now.state === 'acting' ? { title, startMs, endMs } : null;
    },
    call: () =>
      run.mailbox.calendar.holdTime({
        key: holdId,
        title,
        slot: { startMs, endMs, zone },
        autoDecline,
      }),
    keep: async (tx, { id, as }) => {
      await tx.holds.setEntry(holdId, id);
      const hold = await tx.holds.find(holdId);
      const { mailboxId, caseId } = effect;
      // It was given up while it was being created: what stands in the calendar now has to go again.
      if (hold?.releasedMs != null)
        await queueEffect(tx, run.deps, { kind: 'releaseHold', mailboxId, caseId, params: { holdId } });
      return { as };
    },
  });
}
