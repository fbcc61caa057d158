import type { GateDeps } from '../gate-deps.ts';
import { plannedOf } from './planned-key.ts';

/** What became of a plan: the meeting as the planner's calendar shows it. */
export interface MadePlan {
  /** Hostile text; null where there is none. */
  readonly title: string | null;
  /** Epoch milliseconds; null where unknown. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly guests: number;
  readonly repeats: boolean;
  /** Null until the gate has looked at it. */
  readonly caseId: string | null;
}

/**
 * A meeting that this person planned through the gate; null where their mailbox does not show one with this id, or not
 * yet.
 */
export function madePlan(
  { store }: Pick<GateDeps, 'store'>,
  organizationId: string,
  planner: string,
  entryId: string,
): Promise<MadePlan | null> {
  return store.inOrganization(organizationId, async (tx) => {
    const mailbox = await tx.mailboxes.findByAddress(planner);
    const record = mailbox && (await tx.meetings.find(mailbox.id, entryId));
    if (mailbox === null || record === null || plannedOf(record.entry) === null) return null;
    const cases = await tx.cases.lockOfMeeting(mailbox.id, record.uid);
    const { summary, start, end, attendees, organizer, recurrence } = record.entry.meeting;
    const guests = attendees.filter(({ email, self }) => !self && email !== organizer?.email);
    return {
      title: summary,
      startMs: start.kind === 'instant' ? start.ms : null,
      endMs: end.kind === 'instant' ? end.ms : null,
      guests: guests.length,
      repeats: recurrence !== null,
      caseId: cases.find(({ occurrence }) => occurrence === '')?.id ?? null,
    };
  });
}
