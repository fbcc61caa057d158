import type { SandboxPerson } from '../accounts/person.ts';
import type { EventCopy, EventFields, Guest } from '../calendar/event-copy.ts';

/** From here on answers stay in the guest's own copy (google.md 5.6). */
export const mostAnsweredGuests = 200;

interface GuestView {
  readonly owner: SandboxPerson;
  readonly copy: EventCopy;
  readonly fields: EventFields;
  /** `maxAttendees`: with more guests only the own entry is given. */
  readonly maxAttendees: number | null;
}

/** Whether an entry is the calendar's owner, by address or alias. */
export function isOwner(owner: SandboxPerson, address: string): boolean {
  return address === owner.address || owner.aliases.includes(address);
}

/** `attendees` and `attendeesOmitted` of a copy, as its owner may see them. */
export function writeAttendees({ owner, copy, fields, maxAttendees }: GuestView) {
  const isMine = (guest: Guest) => isOwner(owner, guest.address);
  const hidden = fields.guestListHidden && copy.organizer !== owner.address;
  const tooMany = maxAttendees !== null && fields.guests.length > maxAttendees;
  const shown = fields.guests.filter(
    (guest) => isMine(guest) || !(tooMany || (hidden && guest.address !== copy.organizer)),
  );
  if (fields.guests.length === 0) return {};
  return {
    attendees: shown.map((guest) => writeGuest(guest, copy.organizer, isMine(guest))),
    ...((tooMany || hidden) && { attendeesOmitted: true }),
  };
}

function writeGuest(guest: Guest, organizer: string, self: boolean) {
  return {
    email: guest.address,
    ...(guest.name !== null && { displayName: guest.name }),
    ...(guest.address === organizer && { organizer: true }),
    ...(self && { self: true }),
    ...(guest.resource && { resource: true }),
    ...(guest.optional && { optional: true }),
    responseStatus: guest.answer,
    ...(guest.comment !== null && { comment: guest.comment }),
  };
}
