import { reportToCase } from '../cases/report-to-case.ts';
import type { GateDeps } from '../gate-deps.ts';
import { supersedeEffects } from './supersede-effects.ts';

/** Those with a deadline are among the newest. */
const mostCases = 5_000;

/**
 * Asks for a mailbox to be left: from now on nothing new is done there, and the job `offboard` removes what the gate
 * created. Asking again is asking once, and goes on where an earlier attempt was cut off.
 *
 * Answers that were given stay, also tentative ones whose deadline has not come: they are the person's word by now, and
 * their organizers count on it. With `withdrawAnswers` those tentative ones are taken back first.
 *
 * @param how `actor` is who asks, for the story of the cases: `operator`, or an address
 * @returns false where there is no such mailbox, or it was left already
 */
export async function leaveMailbox(
  deps: GateDeps,
  organizationId: string,
  mailboxId: string,
  how: { readonly withdrawAnswers: boolean; readonly actor: string },
): Promise<boolean> {
  if (how.withdrawAnswers) await withdrawGrace(deps, organizationId, mailboxId, how.actor);
  const leaving = await deps.store.inOrganization(organizationId, async (tx) => {
    const record = await tx.mailboxes.find(mailboxId);
    if (record === null || record.state === 'left') return false;
    await tx.mailboxes.change(mailboxId, { state: 'leaving' });
    if (record.state !== 'leaving') {
      const left = { atMs: deps.clock.nowMs(), actor: how.actor, subject: record.address };
      const data = { mailboxId, withdrawAnswers: how.withdrawAnswers };
      await tx.audit.append({ ...left, action: 'mailbox.left', data });
    }
    for (const { id, closed } of await tx.cases.ofMailbox(mailboxId, mostCases))
      if (!closed) await tx.deadlines.cancelOfCase(id);
    await supersedeEffects(tx, mailboxId, deps.clock.nowMs());
    await tx.jobs.send({ kind: 'offboard', organizationId, mailboxId });
    return true;
  });
  if (leaving) deps.log.info('mailbox-leaving', { mailboxId, withdrawAnswers: how.withdrawAnswers });
  return leaving;
}

/** Each case in a transaction of its own: what was withdrawn stays withdrawn where the rest is cut off. */
async function withdrawGrace(
  deps: GateDeps,
  organizationId: string,
  mailboxId: string,
  actor: string,
): Promise<void> {
  const cases = await deps.store.inOrganization(organizationId, (tx) =>
    tx.cases.ofMailbox(mailboxId, mostCases),
  );
  for (const { id } of cases.filter(({ state }) => state === 'waiting.onGrace'))
    await deps.store.inOrganization(organizationId, (tx) =>
      reportToCase(tx, deps, id, { type: 'OVERRODE' }, actor),
    );
}
