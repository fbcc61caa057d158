import type { Attendee, Organizer } from '../../core/meeting/meeting.ts';
import { plainAddress, textOrNull } from '../formats/attendees.ts';
import type { IcsProperty } from '../formats/ics-property.ts';

/** An ORGANIZER property in our words. */
export function readOrganizer(property: IcsProperty): Organizer {
  return { email: addressOf(property), name: textOrNull(property.parameters.get('cn')), self: false };
}

const answers: Readonly<Record<string, Attendee['answer']>> = {
  'NEEDS-ACTION': 'needs-action',
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
  DELEGATED: 'delegated',
};
const roles: Readonly<Record<string, Attendee['role']>> = {
  CHAIR: 'chair',
  'OPT-PARTICIPANT': 'optional',
  'NON-PARTICIPANT': 'non-participant',
};
const kinds: Readonly<Record<string, Attendee['kind']>> = {
  INDIVIDUAL: 'individual',
  GROUP: 'group',
  ROOM: 'room',
  RESOURCE: 'resource',
};

/** An ATTENDEE property in our words; parameters that are missing mean what RFC 5545 section 3.2 says. */
export function readAttendee(property: IcsProperty): Attendee {
  const parameter = (name: string, otherwise: string): string =>
    property.parameters.get(name)?.trim().toUpperCase() ?? otherwise;
  return {
    email: addressOf(property),
    name: textOrNull(property.parameters.get('cn')),
    kind: kinds[parameter('cutype', 'INDIVIDUAL')] ?? 'unknown',
    role: roles[parameter('role', 'REQ-PARTICIPANT')] ?? 'required',
    answer: answers[parameter('partstat', 'NEEDS-ACTION')] ?? 'unknown',
    self: false,
  };
}

function addressOf(property: IcsProperty): string | null {
  return plainAddress(property.raw) ?? plainAddress(property.parameters.get('email'));
}
