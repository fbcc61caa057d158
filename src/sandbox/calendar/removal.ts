import type { CalendarEngine } from './calendar-engine.ts';
import type { Copies } from './copies.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EventCopy, EventRef } from './event-copy.ts';
import { withException } from './exception.ts';
import { ownerOf, providerOf } from './invited.ts';
import type { Occurrences } from './occurrences.ts';
import type { Updates } from './updates.ts';

/** Takes meetings off calendars: for everybody by the organizer, for oneself by a guest. */
export function createRemoval(
  deps: EngineDeps,
  copies: Copies,
  occurrences: Occurrences,
  acts: { readonly update: Updates['update']; readonly answer: CalendarEngine['answer'] },
): CalendarEngine['remove'] {
  const isOnGoogle = (copy: EventCopy): boolean => providerOf(copy.mailbox, deps.people) === 'google';

  function leave(copy: EventCopy, ref: EventRef): void {
    const { key, originalStart } = ref;
    if (isOnGoogle(copy) && deps.positions()['google.attendee-deletes'] === 'declines')
      declineOnce(copy, ref);
    const now = copies.need(key);
    if (originalStart !== null) {
      copies.write(withException(now, originalStart, { gone: true }));
      return;
    }
    const isLast = isOnGoogle(copy) || copy.folder === 'deleted';
    copies.write({ ...now, folder: isLast ? 'purged' : 'deleted' });
  }

  /** Says no to what is still on, unless the guest said so before. */
  function declineOnce(copy: EventCopy, ref: EventRef): void {
    const exception = ref.originalStart === null ? undefined : copy.exceptions[ref.originalStart];
    if (copy.fields.cancelled || exception?.fields.cancelled) return;
    const guests = exception?.fields.guests ?? copy.fields.guests;
    if (guests.find(ownerOf(copy.mailbox, deps.people))?.answer === 'declined') return;
    acts.answer(ref, { answer: 'declined', comment: null, proposal: null, send: true });
  }

  return (ref, notify, comment) => {
    const copy = copies.need(ref.key);
    if (ref.originalStart !== null) occurrences.need(copy, ref.originalStart);
    if (copy.mailbox !== copy.organizer) leave(copy, ref);
    else if (!copy.fields.cancelled) acts.update(ref, { cancelled: true }, { notify, comment });
    else copies.write({ ...copy, folder: 'purged' });
  };
}
