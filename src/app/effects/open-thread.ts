import type { Meeting } from '../../core/meeting/meeting.ts';
import { peopleOf } from '../../core/meeting/people.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { type Draft, draftOffer } from '../../core/offer/draft.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import { isOwnAddress } from '../offers/audience.ts';
import type { JobResult } from '../ports/jobs.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { EffectRun } from './effect-run.ts';
import { meetingOf } from './meeting-of.ts';
import { runStep } from './run-step.ts';

interface Prepared {
  readonly draft: Draft;
  readonly writers: readonly string[];
}

/**
 * Creates the document in which the meeting is held in writing, prefilled from the invite and open to the colleagues
 * who were invited. The effect's id is the provider's key: asking twice gives one document.
 */
export function openThread(run: EffectRun, effect: EffectRecord<'openThread'>): Promise<JobResult> {
  return runStep<Prepared, { readonly url: string }>(run, effect, {
    twice: 'harmless',
    prepare: async (tx, now) => {
      const record = effect.caseId === null ? null : await tx.cases.find(effect.caseId);
      const mailbox = await tx.mailboxes.find(effect.mailboxId);
      const meeting = record && (await meetingOf(tx, record));
      if (!record || !mailbox || !meeting || mailbox.state !== 'active') return null;
      const thread = await tx.threads.find(record.id);
      if (thread?.decidedMs != null && now.state === 'pending') return null;
      const policy = await policyInForce(tx, run.deps, mailbox, await tx.organizations.read());
      const draft = draftOffer(meeting, effect.params.alternative, policy, run.deps.clock.nowMs());
      if (thread === null) {
        await tx.threads.add({
          caseId: record.id,
          mailboxId: mailbox.id,
          draft: meeting.isPrivate ? null : draft,
          documentUrl: null,
          openedMs: run.deps.clock.nowMs(),
          escalatedEntryId: null,
          decidedMs: null,
          decision: null,
        });
      }
      return { draft, writers: writersOf(meeting, policy, mailbox.address) };
    },
    call: ({ draft, writers }) =>
      run.mailbox.documents.createDocument({
        key: effect.id,
        title: draft.title,
        blocks: run.deps.words.documentBlocks(draft),
        writers,
      }),
    keep: async (tx, { url }) => {
      if (effect.caseId !== null) await tx.threads.change(effect.caseId, { documentUrl: url });
      return { url };
    },
  });
}

/** Colleagues who were invited; outsiders are let in by hand. */
function writersOf(meeting: Meeting, policy: Policy, owner: string): string[] {
  return peopleOf(meeting).flatMap(({ email }) =>
    email !== null && email !== owner && isOwnAddress(email, policy) ? email : [],
  );
}
