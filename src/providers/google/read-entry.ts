import type { CalendarEntry } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import type { GoogleMailbox } from './client.ts';
import { isReadProblem, readEntry } from './entry.ts';
import { getEvent, listInstances } from './event-requests.ts';
import { refusal } from './problems.ts';
import type { EventResource } from './schema.ts';

/** The entry as it is now; null where it is gone or cancelled. The id of an occurrence gives its series. */
export async function readEntryNow(
  mailbox: GoogleMailbox,
  id: string,
  window: Window,
): Promise<Outcome<CalendarEntry | null>> {
  const event = await wholeEvent(mailbox, id);
  if (!event.ok) return event;
  if (event.value === null || event.value.status === 'cancelled') return { ok: true, value: null };
  const calendarZone = await mailbox.calendarZone();
  const context = { ownAddresses: mailbox.ownAddresses, calendarZone, window };
  const repeats = event.value.recurrence.length > 0;
  const list = repeats ? await listInstances(mailbox, event.value.id, window) : null;
  if (list && !list.ok) return list.problem.code === 'not-found' ? { ok: true, value: null } : list;
  const entry = readEntry(event.value, list?.value ?? null, context);
  return isReadProblem(entry) ? refusal('unreadable-answer', 'no event') : { ok: true, value: entry };
}

async function wholeEvent(mailbox: GoogleMailbox, id: string): Promise<Outcome<EventResource | null>> {
  const event = await getEvent(mailbox, id);
  if (!event.ok || event.value === null || event.value.recurringEventId === null) return event;
  const series = await getEvent(mailbox, event.value.recurringEventId);
  // An invite to one date of a series comes without the series.
  return series.ok && series.value === null ? event : series;
}
