import type { CalendarEntry, OwnerRole } from '../../app/ports/calendar.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import { graphAnswers } from '../formats/graph-answers.ts';
import { graphMeeting } from '../formats/graph-map.ts';
import { gateKeyProperty, type OutlookEvent } from './schema.ts';

/**
 * An event of Graph as an entry of the owner's mailbox.
 *
 * - Graph does not say which attendee the owner is: any of their addresses counts.
 * - An invitation through a group names the group only: the owner is `unlisted`, also where a colleague forwarded it.
 * - `isOrganizer` is true too where a delegate called the meeting in the owner's name.
 * - A meeting that the owner called from another of their accounts is theirs too, so it is not answered; moving and
 *   cancelling it is refused here (`not-organizer`) and works in the mailbox that called it.
 * - Rooms are attendees of kind `resource` and take no part: a booking of a room alone is `alone`.
 * - Shared calendars of other people are not read: only the primary calendar of the mailbox.
 * - Graph does not give the words of the owner's own answer.
 *
 * @param window in which occurrences of a rule are expanded
 */
export function eventEntry(
  event: OutlookEvent,
  ownAddresses: ReadonlySet<string>,
  window: Window,
): CalendarEntry {
  const meeting = withOwner(event, ownAddresses, window);
  return {
    meeting,
    version: event['@odata.etag'] ?? '',
    owner: { role: roleOf(event, meeting), answer: answerOf(event), comment: null },
    answerRequested: event.responseRequested,
    proposalAllowed: event.allowNewTimeProposals,
    exceptions: [],
    gateKey: gateKeyOf(event),
  };
}

function withOwner(event: OutlookEvent, ownAddresses: ReadonlySet<string>, window: Window): Meeting {
  const isOwn = (email: string | null): boolean => email !== null && ownAddresses.has(email);
  const meeting = onlyMeeting(event, window);
  const { organizer } = meeting;
  return {
    ...meeting,
    organizer: organizer && { ...organizer, self: organizer.self || isOwn(organizer.email) },
    attendees: meeting.attendees.map((attendee) => ({
      ...attendee,
      self: attendee.self || isOwn(attendee.email),
    })),
    attendeesOmitted: event.hideAttendees && !event.isOrganizer,
  };
}

/** The event alone, as the reader of Graph files understands it. */
export function onlyMeeting(event: OutlookEvent, window: Window): Meeting {
  const items = graphMeeting(event, 'calendar', { name: 'calendar', window });
  for (const item of items) if (item.kind === 'meeting') return item.meeting;
  throw new Error('the reader of Graph events gave no meeting');
}

function roleOf(event: OutlookEvent, { organizer, attendees }: Meeting): OwnerRole {
  if (event.isOrganizer || organizer === null || organizer.self) {
    const others = attendees.some(({ self, kind }) => !self && kind !== 'resource');
    return others ? 'organizer' : 'alone';
  }
  return attendees.some(({ self }) => self) ? 'attendee' : 'unlisted';
}

/**
 * The owner's own answer. The guest list of an attendee's copy often says `none`, so it is not asked. Where Graph does
 * not tell it, it is unknown: it may be one that the owner gave.
 */
export function answerOf(event: OutlookEvent): CalendarEntry['owner']['answer'] {
  if (event.isOrganizer) return 'accepted';
  return graphAnswers.get(event.responseStatus?.response ?? '') ?? 'unknown';
}

/** The key that the gate gave what it created; null for everything else, and where it was not asked for. */
export function gateKeyOf(event: OutlookEvent): string | null {
  const found = event.singleValueExtendedProperties.find(
    ({ id }) => id.toLowerCase() === gateKeyProperty.toLowerCase(),
  );
  return found?.value ?? null;
}
