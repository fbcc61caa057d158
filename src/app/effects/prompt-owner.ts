import type { CarriedOffer } from '../../core/gate/case-events.ts';
import type { JobResult } from '../ports/jobs.ts';
import type { OutgoingMail } from '../ports/mail-and-documents.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import { becauseOf } from './because.ts';
import type { EffectRun } from './effect-run.ts';
import { holdBack } from './hold-back.ts';
import { ownerMail } from './owner-mail.ts';
import { runStep } from './run-step.ts';

/** Asks the owner, or proposes something to them, by a mail in their own mailbox. Sent at most once. */
export function promptOwner(run: EffectRun, effect: EffectRecord<'promptOwner'>): Promise<JobResult> {
  const { about, revision, offer } = effect.params;
  return runStep<OutgoingMail, null>(run, effect, {
    twice: 'never',
    waitsUntil: (tx, nowMs) => holdBack(tx, run.deps, effect, nowMs),
    prepare: async (tx, now) => {
      const record = effect.caseId === null ? null : await tx.cases.find(effect.caseId);
      const mailbox = await tx.mailboxes.find(effect.mailboxId);
      if (record === null || mailbox === null) return null;
      const wanted = !record.closed && record.revision === revision && mailbox.state === 'active';
      if (!wanted && now.state === 'pending') return null;
      return ownerMail(tx, run.deps, mailbox, record, {
        about,
        answer: null,
        because: becauseOf(record),
        proposals: proposalsOf(record, offer),
        notes: [],
      });
    },
    call: (mail) => run.mailbox.mail.sendMail(mail),
    keep: async () => null,
  });
}

const formats = {
  document: 'Write it down instead: the page of this case holds a document that is begun already.',
  video: 'Record it instead: the page of this case holds an outline with this agenda.',
  thread: 'Ask it in writing instead: the page of this case holds the question as a thread to start.',
} as const;

function proposalsOf({ changes }: CaseRecord, offer: CarriedOffer | null): readonly string[] {
  return offer?.kind === 'alternative' ? [formats[offer.alternative.format], ...changes] : changes;
}
