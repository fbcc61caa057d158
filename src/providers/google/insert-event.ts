import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { MeetingSlot } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { GoogleMailbox } from './client.ts';
import { getEvent, primary, rfc3339 } from './event-requests.ts';
import { refusal } from './problems.ts';
import { type EventResource, eventResource, gateKeyProperty } from './schema.ts';

/** An event that the gate created now or before. */
export interface InsertedEvent {
  readonly event: EventResource;
  readonly existed: boolean;
}

/**
 * Creates an event under an id of our own. Where the id is taken, by an earlier call or by an attempt whose answer was
 * lost, the event with it is given back; one that was deleted since is `not-found`, because Google never frees an id.
 */
export async function insertEvent(
  mailbox: GoogleMailbox,
  requestBody: calendar_v3.Schema$Event & { readonly id: string },
  key: string,
): Promise<Outcome<InsertedEvent>> {
  const inserted = await mailbox.request(eventResource, true, (options) =>
    mailbox.calendar.events.insert({ calendarId: primary, sendUpdates: 'all', requestBody }, options),
  );
  if (inserted.ok) return { ok: true, value: { event: inserted.value, existed: false } };
  // The other 409, a conflict inside Google, says nothing about the id.
  const { status, code } = inserted.problem;
  if (status !== 409 || code === 'changed-meanwhile') return inserted;
  const earlier = await getEvent(mailbox, requestBody.id);
  if (!earlier.ok) return earlier;
  if (earlier.value === null || earlier.value.status === 'cancelled') return refusal('not-found', 'deleted');
  const ours = earlier.value.extendedProperties?.private?.[gateKeyProperty] === key;
  return ours ? { ok: true, value: { event: earlier.value, existed: true } } : inserted;
}

/** Start and end of a slot as an event has them. */
export function slotTimes({
  startMs,
  endMs,
  zone,
}: MeetingSlot): Pick<calendar_v3.Schema$Event, 'start' | 'end'> {
  return {
    start: { dateTime: rfc3339(startMs), timeZone: zone },
    end: { dateTime: rfc3339(endMs), timeZone: zone },
  };
}
