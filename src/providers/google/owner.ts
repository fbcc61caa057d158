import type { CalendarEntry, OwnerRole } from '../../app/ports/calendar.ts';
import type { Answer } from '../../core/meeting/meeting.ts';
import { plainAddress } from '../formats/attendees.ts';
import { readGoogleAnswer } from '../formats/google-map.ts';
import type { EventAttendee, EventResource } from './schema.ts';

/**
 * The owner's own entry of the guest list: the one that Google marks, else one with an address of theirs.
 * Null for whoever was invited through a group, and for an organizer who is no guest.
 */
export function ownAttendee(event: EventResource, ownAddresses: ReadonlySet<string>): EventAttendee | null {
  return (
    event.attendees.find(({ self }) => self) ??
    event.attendees.find(({ email }) => ownAddresses.has(plainAddress(email) ?? '')) ??
    null
  );
}

/**
 * Whether changes of this copy are changes of the meeting. What another account of the owner called is a guest's copy
 * here: its time would change in this calendar alone, and its removal would be a no.
 */
export function isOrganizersCopy({ organizer }: EventResource): boolean {
  return organizer?.self === true;
}

export function isOrganizer({ organizer }: EventResource, ownAddresses: ReadonlySet<string>): boolean {
  return organizer?.self === true || ownAddresses.has(plainAddress(organizer?.email) ?? '');
}

/** Who the owner is in an event, and what they answered. */
export function readOwner(event: EventResource, ownAddresses: ReadonlySet<string>): CalendarEntry['owner'] {
  const own = ownAttendee(event, ownAddresses);
  const role = roleOf(event, own, ownAddresses);
  const unstated: Answer = role === 'unlisted' ? 'unknown' : 'accepted';
  return {
    role,
    answer: own ? readGoogleAnswer(own.responseStatus) : unstated,
    comment: own?.comment || null,
  };
}

function roleOf(
  event: EventResource,
  own: EventAttendee | null,
  ownAddresses: ReadonlySet<string>,
): OwnerRole {
  const others = event.attendees.some((attendee) => attendee !== own && !attendee.resource);
  if (isOrganizer(event, ownAddresses)) return others || event.attendeesOmitted ? 'organizer' : 'alone';
  if (own) return 'attendee';
  // An entry without any people was put there by its owner, or by an import that names no organizer.
  return others || event.attendeesOmitted || event.organizer?.email ? 'unlisted' : 'alone';
}

/** Google's word; answers that it does not have count as open. */
export function responseStatus(answer: Answer): 'accepted' | 'tentative' | 'declined' | 'needsAction' {
  return answer === 'accepted' || answer === 'tentative' || answer === 'declined' ? answer : 'needsAction';
}
