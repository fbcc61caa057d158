import type { Window } from '../../core/meeting/event-time.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import { peopleOf } from '../../core/meeting/people.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import { isOwnAddress } from '../offers/audience.ts';
import type { Availability, CreatedEntry, NewMeeting } from '../ports/calendar.ts';
import type { JobResult } from '../ports/jobs.ts';
import { providerProblems } from '../ports/problem.ts';
import type { EffectRecord } from '../ports/store/effects.ts';
import type { ThreadRecord } from '../ports/store/offers.ts';
import { again, done, type EffectRun } from './effect-run.ts';
import { fairestSlot } from './fairest-slot.ts';
import { meetingOf } from './meeting-of.ts';
import { runStep } from './run-step.ts';

/** From tomorrow on, so that nobody is called from one hour to the next, and within a week. */
const noticeMs = 86_400_000;
const searchedMs = 7 * 86_400_000;

interface Known {
  readonly meeting: Meeting;
  readonly policy: Policy;
  readonly thread: ThreadRecord | null;
  readonly policies: ReadonlyMap<string, Policy>;
}

/**
 * Nobody decided in writing: a short meeting at the fairest time that everybody is free, as far as their calendars
 * tell, with the thread in it. The effect's id is the provider's key: asking twice creates one.
 */
export async function escalateThread(
  run: EffectRun,
  effect: EffectRecord<'escalateThread'>,
): Promise<JobResult> {
  const known = await readKnown(run, effect);
  if (known === null) return supersede(run, effect);
  const nowMs = run.deps.clock.nowMs();
  const window = { fromMs: nowMs + noticeMs, toMs: nowMs + noticeMs + searchedMs };
  const people = [...known.policies.keys()];
  const looked = await run.mailbox.calendar.freeBusy(people, window);
  if (!looked.ok && providerProblems[looked.problem.code].retry !== 'never')
    return again(looked.problem.retryAfterMs, looked.problem.code);
  // Where calendars may not be asked, nobody is known to be free: the fairest hour of all that are not protected.
  const meeting = newMeeting(run, effect, known, window, looked.ok ? looked.value : []);
  if (meeting === null) return supersede(run, effect);
  return runStep<NewMeeting, CreatedEntry>(run, effect, {
    twice: 'harmless',
    prepare: async () => meeting,
    call: (prepared) => run.mailbox.calendar.createMeeting(prepared),
    keep: async (tx, { id }) => {
      if (effect.caseId !== null) await tx.threads.change(effect.caseId, { escalatedEntryId: id });
      return { entryId: id };
    },
  });
}

/** What the store knows; null where the thread has been decided or its meeting is not known any more. */
async function readKnown(
  { deps, organizationId }: EffectRun,
  { caseId, mailboxId }: EffectRecord<'escalateThread'>,
): Promise<Known | null> {
  const read = await deps.store.inOrganization(organizationId, async (tx) => {
    const record = caseId === null ? null : await tx.cases.find(caseId);
    const mailbox = await tx.mailboxes.find(mailboxId);
    const meeting = record && (await meetingOf(tx, record));
    const thread = record && (await tx.threads.find(record.id));
    if (!record || !mailbox || !meeting || mailbox.state !== 'active' || thread?.decidedMs != null)
      return null;
    const organization = await tx.organizations.read();
    const policy = await policyInForce(tx, deps, mailbox, organization);
    return { address: mailbox.address, meeting, policy, thread, text: organization.policyText };
  });
  if (read === null) return null;
  const { address, meeting, policy, thread, text } = read;
  const colleagues = peopleOf(meeting).flatMap(({ email, role }) =>
    email !== null && email !== address && role !== 'non-participant' && isOwnAddress(email, policy)
      ? email
      : [],
  );
  const policies = new Map([[address, policy]]);
  for (const email of colleagues)
    policies.set(email, await deps.policies.policyOf(text, email, deps.clock.nowMs()));
  return { meeting, policy, thread, policies };
}

function newMeeting(
  { record: { address } }: EffectRun,
  { id }: EffectRecord<'escalateThread'>,
  { meeting, policy, thread, policies }: Known,
  window: Window,
  availabilities: readonly Availability[],
): NewMeeting | null {
  const slot = fairestSlot(policies, availabilities, window);
  if (slot === null) return null;
  const link = thread?.documentUrl ? `\n\n${thread.documentUrl}` : '';
  return {
    key: id,
    summary: meeting.summary === null ? 'Decide together' : `Decide: ${meeting.summary}`,
    description: `Nobody decided in writing, so this is settled in a short call.${link}`,
    slot: { ...slot, zone: policy.zone ?? 'UTC' },
    attendees: [...policies.keys()]
      .filter((email) => email !== address)
      .map((email) => ({ email, optional: false })),
  };
}

async function supersede({ deps, organizationId }: EffectRun, effect: EffectRecord): Promise<JobResult> {
  const nowMs = deps.clock.nowMs();
  await deps.store.inOrganization(organizationId, async (tx) => {
    const now = await tx.effects.find(effect.id);
    if (now?.state === 'pending')
      await tx.effects.end(effect.id, { state: 'superseded', outcome: null, nowMs });
  });
  return done;
}
