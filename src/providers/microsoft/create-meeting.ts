import type { CreatedEntry, NewMeeting } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { createEvent } from './create-event.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { slotTimes, weeklyFrom } from './slot.ts';

/** A meeting that the owner calls; Outlook invites the attendees. */
export function createMeeting(
  mailbox: MailboxContext,
  { key, summary, description, slot, attendees, weeks = 1 }: NewMeeting,
): Promise<Outcome<CreatedEntry>> {
  return createEvent(mailbox, key, {
    subject: summary,
    body: { contentType: 'text', content: description },
    ...slotTimes(slot),
    ...(weeks > 1 ? { recurrence: weeklyFrom(slot, weeks) } : {}),
    attendees: attendees.map(({ email, optional }) => ({
      type: optional ? 'optional' : 'required',
      emailAddress: { address: email },
    })),
  });
}
