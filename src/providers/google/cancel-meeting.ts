import type { Target } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { GoogleMailbox } from './client.ts';
import { getEvent, ifMatch, primary, unknownOutcome } from './event-requests.ts';
import { isOrganizersCopy } from './owner.ts';
import { refusal } from './problems.ts';
import { anything } from './schema.ts';
import { findTarget } from './target.ts';

/**
 * Cancels the owner's own meeting, or one occurrence of it; attendees are told. Google has no words for a
 * cancellation: whoever has some to say sends a mail.
 */
export async function cancelMeeting(
  mailbox: GoogleMailbox,
  target: Target,
  version: string | null,
): Promise<Outcome<null>> {
  const cancelled = { ok: true, value: null } as const;
  const found = await findTarget(mailbox, target, version);
  if (!found.ok) return found.problem.code === 'not-found' ? cancelled : found;
  const event = found.value;
  if (!isOrganizersCopy(event)) return refusal('not-organizer', 'guest');
  const removed = await mailbox.request(anything, true, (options) =>
    mailbox.calendar.events.delete(
      { calendarId: primary, eventId: event.id, sendUpdates: 'all' },
      { ...options, headers: ifMatch(event.etag) },
    ),
  );
  if (removed.ok || removed.problem.code === 'not-found') return cancelled;
  if (!removed.problem.mayBeDone) return removed;
  const now = await getEvent(mailbox, event.id);
  if (!now.ok) return unknownOutcome(removed.problem);
  return now.value === null || now.value.status === 'cancelled' ? cancelled : removed;
}
