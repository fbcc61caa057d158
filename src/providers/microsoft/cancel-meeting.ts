import { z } from 'zod';
import type { Target } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { refused } from './problems.ts';
import { eventPath } from './read-entry.ts';
import { findTarget } from './target.ts';

/**
 * Calls the owner's own meeting off; Outlook tells the attendees. One without attendees is deleted, because only a
 * meeting can be cancelled. After a lost answer the calendar is looked at, and it is called off again only where it
 * still stands: whether Graph tells the attendees a second time is not documented.
 */
export async function cancelMeeting(
  mailbox: MailboxContext,
  target: Target,
  comment: string | null,
  version: string | null,
): Promise<Outcome<null>> {
  let sent = await cancelOnce(mailbox, target, comment, version);
  for (let look = 0; look < lookAgain && isUnknown(sent); look += 1)
    sent = await cancelOnce(mailbox, target, comment, version);
  return sent;
}

const lookAgain = 10;

function isUnknown(outcome: Outcome<null>): boolean {
  return !outcome.ok && outcome.problem.code === 'outcome-unknown';
}

async function cancelOnce(
  mailbox: MailboxContext,
  target: Target,
  comment: string | null,
  version: string | null,
): Promise<Outcome<null>> {
  const found = await findTarget(mailbox, target);
  if (!found.ok) return goneIsDone(found);
  const { event, id } = found.value;
  if (event.isCancelled) return { ok: true, value: null };
  if (!event.isOrganizer) return refused('not-organizer', 'isOrganizer');
  if (version !== null && version !== found.value.version) return refused('changed-meanwhile', '@odata.etag');
  const alone = event.attendees.length === 0;
  const sent = await mailbox.client.send(
    alone
      ? { method: 'DELETE', path: eventPath(id), repeatable: true }
      : {
          method: 'POST',
          path: `${eventPath(id)}/cancel`,
          body: comment === null ? {} : { comment },
          repeatable: false,
        },
    z.unknown(),
  );
  return goneIsDone(sent);
}

/** What is not there needs no ending. */
export function goneIsDone(outcome: Outcome<unknown>): Outcome<null> {
  return outcome.ok || outcome.problem.code === 'not-found' ? { ok: true, value: null } : outcome;
}
