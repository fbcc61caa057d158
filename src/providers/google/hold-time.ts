import type { CreatedHold, NewHold } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { GoogleMailbox } from './client.ts';
import { createdEntry } from './create-meeting.ts';
import { getEvent, primary } from './event-requests.ts';
import { idFromKey } from './gate-key.ts';
import { type InsertedEvent, insertEvent, slotTimes } from './insert-event.ts';
import { refusal } from './problems.ts';
import { anything, gateKeyProperty, gateKindProperty } from './schema.ts';

const declineModes: Record<NewHold['autoDecline'], string> = {
  none: 'declineNone',
  'new-conflicts': 'declineOnlyNewConflictingInvitations',
  'all-conflicts': 'declineAllConflictingInvitations',
};

/** How an account without focus time refuses one is not documented: any refusal of the request itself may be it. */
const perhapsNoFocusTime: ReadonlySet<string> = new Set(['request-refused', 'permission-missing']);

/**
 * Keeps time free: as focus time on the primary calendar, or as a busy event without guests where the account has no
 * focus time; that one declines nothing by itself.
 */
export async function holdTime(mailbox: GoogleMailbox, hold: NewHold): Promise<Outcome<CreatedHold>> {
  const event = {
    id: idFromKey('hold', mailbox.address, hold.key),
    summary: hold.title,
    ...slotTimes(hold.slot),
    transparency: 'opaque',
    extendedProperties: { private: { [gateKeyProperty]: hold.key, [gateKindProperty]: 'hold' } },
  };
  const focusTime = {
    eventType: 'focusTime',
    focusTimeProperties: { autoDeclineMode: declineModes[hold.autoDecline], chatStatus: 'doNotDisturb' },
  };
  const focus = await insertEvent(mailbox, { ...event, ...focusTime }, hold.key);
  if (focus.ok) return createdHold(focus.value);
  if (!perhapsNoFocusTime.has(focus.problem.code)) return focus;
  const busy = await insertEvent(mailbox, event, hold.key);
  return busy.ok ? createdHold(busy.value) : busy;
}

function createdHold(created: InsertedEvent): Outcome<CreatedHold> {
  const as = created.event.eventType === 'focusTime' ? 'focus-time' : 'busy';
  return { ok: true, value: { ...createdEntry(created), as } };
}

/** Removes a hold, told to nobody. What is not a hold of the gate's own is refused, and one that became a meeting. */
export async function releaseHold(mailbox: GoogleMailbox, id: string): Promise<Outcome<null>> {
  const got = await getEvent(mailbox, id);
  if (!got.ok) return got;
  if (got.value === null || got.value.status === 'cancelled') return { ok: true, value: null };
  if (got.value.extendedProperties?.private?.[gateKindProperty] !== 'hold')
    return refusal('request-refused', 'not a hold');
  if (got.value.attendees.some(({ self, resource }) => !self && !resource))
    return refusal('request-refused', 'has guests');
  const removed = await mailbox.request(anything, true, (options) =>
    mailbox.calendar.events.delete({ calendarId: primary, eventId: id, sendUpdates: 'none' }, options),
  );
  return removed.ok || removed.problem.code === 'not-found' ? { ok: true, value: null } : removed;
}
