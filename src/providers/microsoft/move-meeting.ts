import type { MeetingSlot, Target } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { onlyMeeting } from './entry.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { refused } from './problems.ts';
import { eventPath, readEvent } from './read-entry.ts';
import { type OutlookEvent, outlookEvent } from './schema.ts';
import { slotTimes } from './slot.ts';
import { findTarget } from './target.ts';

/**
 * The owner's own meeting to another time; Outlook tells the attendees. A whole series takes the times of the slot
 * for its first occurrence and keeps its rule, so the slot has to be on a day of the rule.
 *
 * @returns the version of the whole entry afterwards
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
      body: { ...slotTimes(slot), ...(event.isAllDay ? { isAllDay: false } : {}) },
      repeatable: true,
      // Also where no version was asked for: a second attempt after a lost answer then tells nobody again.
      ...(etag === null ? {} : { headers: { 'If-Match': etag } }),
    },
    outlookEvent,
  );
  if (moved.ok) return versionOf(mailbox, target, moved.value);
  if (moved.problem.code !== 'changed-meanwhile') return moved;
  // The change may be our own, by an attempt whose answer was lost.
  const now = await readEvent(mailbox, id);
  return now.ok && isAt(now.value, slot) ? versionOf(mailbox, target, now.value) : moved;
}

async function versionOf(
  mailbox: MailboxContext,
  { meetingId, originalStart }: Target,
  moved: OutlookEvent,
): Promise<Outcome<{ version: string }>> {
  const entry = originalStart === null ? null : await readEvent(mailbox, meetingId);
  if (entry !== null && !entry.ok) return entry;
  return { ok: true, value: { version: (entry?.value ?? moved)['@odata.etag'] ?? '' } };
}

function isAt(event: OutlookEvent, { startMs, endMs }: MeetingSlot): boolean {
  const { start, end } = onlyMeeting(event, { fromMs: 0, toMs: 0 });
  return start.kind === 'instant' && start.ms === startMs && end.kind === 'instant' && end.ms === endMs;
}
