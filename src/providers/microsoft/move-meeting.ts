import type { MeetingSlot, Target } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { refused } from './problems.ts';
import { eventPath } from './read-entry.ts';
import { outlookEvent } from './schema.ts';
import { slotTimes } from './slot.ts';
import { findTarget } from './target.ts';

/**
 * The owner's own meeting to another time; Outlook tells the attendees. A whole series takes the times of the slot
 * for its first occurrence and keeps its rule, so the slot has to be on a day of the rule.
 */
export async function moveMeeting(
  mailbox: MailboxContext,
  target: Target,
  slot: MeetingSlot,
  version: string | null,
): Promise<Outcome<{ version: string }>> {
  const found = await findTarget(mailbox, target);
  if (!found.ok) return found;
  const { event, id } = found.value;
  if (!event.isOrganizer) return refused('not-organizer', 'isOrganizer');
  if (version !== null && version !== found.value.version) return refused('changed-meanwhile', '@odata.etag');
  const etag = event['@odata.etag'];
  const moved = await mailbox.client.send(
    {
      method: 'PATCH',
      path: eventPath(id),
      body: slotTimes(slot),
      repeatable: true,
      ...(version === null || etag === null ? {} : { headers: { 'If-Match': etag } }),
    },
    outlookEvent,
  );
  return moved.ok ? { ok: true, value: { version: moved.value['@odata.etag'] ?? '' } } : moved;
}
