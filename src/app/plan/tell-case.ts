import type { GateDeps } from '../gate-deps.ts';
import { pullMailbox } from '../intake/pull-mailbox.ts';
import type { CreatedEntry } from '../ports/calendar.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';

/**
 * Reads the planner's calendar at once, so that the new meeting has its case, and notes there that its organizer had the
 * verdict before them, with what they said against it. A case that was told is not told again. Nothing here undoes the
 * meeting: what goes wrong is logged, and the next reading opens the case without the note.
 */
export async function tellCase(
  deps: GateDeps,
  organizationId: string,
  { id: mailboxId, cursor }: MailboxRecord,
  { uid }: CreatedEntry,
  { actor, because }: { readonly actor: string; readonly because: string },
): Promise<void> {
  // The first reading of a calendar takes longer than anybody waits for a page.
  if (cursor === null) return;
  try {
    await pullMailbox(deps, organizationId, mailboxId);
    await noteInCase(deps, organizationId, mailboxId, uid, { actor, because });
  } catch (error) {
    const cause = error instanceof Error ? error : new Error('not an error');
    deps.log.error('plan-case-untold', { mailboxId, error: cause });
  }
}

async function noteInCase(
  { store, clock, log }: GateDeps,
  organizationId: string,
  mailboxId: string,
  uid: string,
  { actor, because }: { readonly actor: string; readonly because: string },
): Promise<void> {
  await store.inOrganization(organizationId, async (tx) => {
    const cases = await tx.cases.lockOfMeeting(mailboxId, uid);
    const whole = cases.find(({ occurrence }) => occurrence === '');
    if (whole === undefined) return log.warn('plan-case-missing', { mailboxId });
    const told = await tx.log.ofCase(whole.id);
    if (told.some(({ event }) => event === 'PLANNED')) return;
    const { id: caseId, state } = whole;
    const data = because === '' ? {} : { because };
    const step = { caseId, atMs: clock.nowMs(), actor, event: 'PLANNED', data };
    await tx.log.add({ ...step, from: state, to: state });
  });
}
