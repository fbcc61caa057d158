import type { CalendarEntry } from '../../app/ports/calendar.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import type { ReadProblem } from '../../core/meeting/reading.ts';
import { googleMeeting } from '../formats/google-map.ts';
import { isOrganizer, ownAttendee, readOwner } from './owner.ts';
import { type EventResource, gateKeyProperty } from './schema.ts';
import { seriesOccurrences } from './series.ts';

/** What an event is read with. */
export interface EntryContext {
  readonly ownAddresses: ReadonlySet<string>;
  /** Zone of the calendar, for times that name none; null where it was not told. */
  readonly calendarZone: string | null;
  readonly window: Window;
}

/** Occurrences of a series come from the calendar itself, so the rule is not expanded here. */
const nothing: Window = { fromMs: 0, toMs: 0 };

/**
 * An event, or a series with its occurrences, as the mailbox shows it.
 *
 * - Invited through a group, where Google lists no entry of the owner: `unlisted`, nothing can be answered.
 * - A second account or an alias of the owner counts as the owner, as organizer and as guest.
 * - Rooms are guests of kind `resource`; a meeting of one person and a room is one person's.
 * - Only the primary calendar is read: what a delegate did in it shows as the owner's own, calendars shared with the
 *   owner are somebody else's mailbox.
 * - An invite to one date of a series comes without the series; it is a meeting of its own.
 * - Guests are known to have answered only up to 200 of them; beyond, Google does not pass answers on.
 *
 * @param instances occurrences of a series, changed and cancelled ones too; null for a single meeting
 */
export function readEntry(
  event: EventResource,
  list: { readonly instances: readonly EventResource[]; readonly truncated: boolean } | null,
  context: EntryContext,
): CalendarEntry | ReadProblem {
  const master = readMeeting(event, context);
  if (isReadProblem(master)) return master;
  const series =
    list &&
    seriesOccurrences(
      { event, meeting: master },
      list.instances.flatMap((instance) => {
        const meeting = readMeeting(instance, context);
        return isReadProblem(meeting) ? [] : { event: instance, meeting };
      }),
      context.ownAddresses,
      context.window,
    );
  return {
    meeting: series
      ? { ...master, occurrences: series.occurrences, occurrencesTruncated: list?.truncated ?? false }
      : master,
    version: event.etag ?? '',
    owner: readOwner(event, context.ownAddresses),
    answerRequested: true,
    proposalAllowed: null,
    exceptions: series?.exceptions ?? [],
    gateKey: event.extendedProperties?.private?.[gateKeyProperty] ?? null,
  };
}

export function isReadProblem(read: object): read is ReadProblem {
  return 'remedy' in read;
}

function readMeeting(event: EventResource, context: EntryContext): Meeting | ReadProblem {
  const { calendarZone, ownAddresses, window } = context;
  const place = `event ${event.id}`;
  const list = { zone: calendarZone, instances: new Map() };
  const options = { name: place, window: event.recurrence.length > 0 ? nothing : window };
  const items = googleMeeting(withOwner(event, ownAddresses), list, place, options);
  for (const item of items) {
    if (item.kind === 'meeting') return item.meeting;
    if (item.kind === 'refused') return item.problem;
  }
  return { place, what: 'holds no meeting', remedy: 'look at it in the calendar' };
}

/** Says who the owner is also where Google knows only another address of theirs. */
function withOwner(event: EventResource, ownAddresses: ReadonlySet<string>): EventResource {
  const own = ownAttendee(event, ownAddresses);
  return {
    ...event,
    organizer: event.organizer && { ...event.organizer, self: isOrganizer(event, ownAddresses) },
    attendees: event.attendees.map((attendee) => (attendee === own ? { ...attendee, self: true } : attendee)),
  };
}
