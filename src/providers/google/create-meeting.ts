import type { CreatedEntry, NewMeeting } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { GoogleMailbox } from './client.ts';
import { idFromKey } from './gate-key.ts';
import { type InsertedEvent, insertEvent, slotTimes } from './insert-event.ts';
import { gateKeyProperty, gateKindProperty } from './schema.ts';

/** Creates a meeting and invites its attendees, once for each key. */
export async function createMeeting(
  mailbox: GoogleMailbox,
  meeting: NewMeeting,
): Promise<Outcome<CreatedEntry>> {
  const created = await insertEvent(
    mailbox,
    {
      id: idFromKey('meeting', mailbox.address, meeting.key),
      summary: meeting.summary,
      description: asDescription(meeting.description),
      ...slotTimes(meeting.slot),
      ...weekly(meeting.weeks),
      attendees: meeting.attendees.map(({ email, optional }) => ({ email, optional })),
      extendedProperties: { private: { [gateKeyProperty]: meeting.key, [gateKindProperty]: 'meeting' } },
    },
    meeting.key,
  );
  return created.ok ? { ok: true, value: createdEntry(created.value) } : created;
}

export function createdEntry({ event, existed }: InsertedEvent): CreatedEntry {
  return { id: event.id, uid: event.iCalUID ?? event.id, version: event.etag ?? '', existed };
}

/** The weekday is that of the start on the clock of its zone (RFC 5545 section 3.3.10). */
function weekly(weeks = 1): { readonly recurrence?: string[] } {
  return weeks > 1 ? { recurrence: [`RRULE:FREQ=WEEKLY;COUNT=${weeks}`] } : {};
}

/** Google shows markup in a description, and keeps line breaks beside it. */
function asDescription(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
