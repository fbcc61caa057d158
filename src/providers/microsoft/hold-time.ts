import { z } from 'zod';
import type { CreatedHold, NewHold } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { goneIsDone } from './cancel-meeting.ts';
import { createEvent } from './create-event.ts';
import { gateKeyOf } from './entry.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { refused } from './problems.ts';
import { eventPath, readEvent } from './read-entry.ts';
import { slotTimes } from './slot.ts';

/** Outlook has no kind of entry for focus time, and declines nothing by itself: a busy entry in a category. */
export async function holdTime(
  mailbox: MailboxContext,
  { key, title, slot }: NewHold,
): Promise<Outcome<CreatedHold>> {
  const created = await createEvent(mailbox, key, {
    subject: title,
    ...slotTimes(slot),
    showAs: 'busy',
    categories: ['Focus time'],
    isReminderOn: false,
  });
  return created.ok ? { ok: true, value: { ...created.value, as: 'busy' } } : created;
}

/** An entry with guests is no hold either: deleting it would call a meeting off. */
export async function releaseHold(mailbox: MailboxContext, id: string): Promise<Outcome<null>> {
  const read = await readEvent(mailbox, id);
  if (!read.ok) return goneIsDone(read);
  if (gateKeyOf(read.value) === null || read.value.attendees.length > 0)
    return refused('request-refused', 'not a hold of the gate');
  const request = { method: 'DELETE', path: eventPath(id), repeatable: true } as const;
  return goneIsDone(await mailbox.client.send(request, z.unknown()));
}
