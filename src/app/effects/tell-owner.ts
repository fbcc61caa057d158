import type { JobResult } from '../ports/jobs.ts';
import type { OutgoingMail } from '../ports/mail-and-documents.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { EffectRun } from './effect-run.ts';
import { canWait, holdBack } from './hold-back.ts';
import { ownerMail } from './owner-mail.ts';
import { runStep } from './run-step.ts';
import { sayToOwner } from './say-to-owner.ts';

/** Tells the owner what was done, by a mail in their own mailbox. Sent at most once. */
export function tellOwner(run: EffectRun, effect: EffectRecord<'tellOwner'>): Promise<JobResult> {
  return runStep<OutgoingMail, null>(run, effect, {
    twice: 'never',
    ...(canWait(effect) ? { waitsUntil: (tx, nowMs) => holdBack(tx, run.deps, effect, nowMs) } : {}),
    prepare: async (tx, now) => {
      const mailbox = await tx.mailboxes.find(effect.mailboxId);
      if (mailbox === null) return null;
      const record = effect.caseId === null ? null : await tx.cases.find(effect.caseId);
      // Undone before anybody heard of it: there is nothing left to tell, and what was done no longer stands.
      const isUndone = record?.overridden === true && effect.params.about === 'answered';
      if (isUndone && now.state === 'pending') return null;
      return ownerMail(tx, run.deps, mailbox, record, await sayToOwner(tx, effect, record));
    },
    call: (mail) => run.mailbox.mail.sendMail(mail),
    keep: async () => null,
  });
}
