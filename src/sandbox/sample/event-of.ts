import { createHash } from 'node:crypto';
import { blankFields, blankOwn, newGuest } from '../calendar/blank-event.ts';
import type { NewEvent } from '../calendar/calendar-engine.ts';
import type { EventFields, Guest, OwnFields } from '../calendar/event-copy.ts';
import { personNamed, type SampleName } from './people.ts';
import type { Placed } from './place.ts';
import type { SampleMeeting } from './sample-meeting.ts';
import { bodyFor } from './wording.ts';

/** The event of a meeting at a time, as its organizer would create it. */
export function eventOf(meeting: SampleMeeting, placed: Placed): NewEvent {
  const organizer = personNamed(meeting.organizer);
  const optional = meeting.optional ?? [];
  const rooms = meeting.guests.map(personNamed).filter(({ kind }) => kind === 'room');
  const fields: EventFields = {
    ...emptyFields,
    ...placed,
    summary: meeting.title,
    body: bodyFor(organizer, meeting.body),
    location: rooms.map(({ name }) => name).join(', '),
    guests: [
      ...meeting.guests.map((name) => guestOf(name, false)),
      ...optional.map((name) => guestOf(name, true)),
    ],
    conferenceUrl: conferenceUrl(organizer.provider, `${meeting.organizer} ${meeting.title}`),
  };
  return newEvent(organizer.address, fields, busy);
}

/** An entry of one person's own calendar, with nobody else in it. */
export function ownEntry(
  owner: SampleName,
  entry: Placed & Pick<EventFields, 'summary'> & Partial<EventFields>,
  own: Partial<OwnFields>,
): NewEvent {
  return newEvent(personNamed(owner).address, { ...emptyFields, ...entry }, { ...busy, ...own });
}

const emptyFields = { ...blankFields, body: { kind: 'text', content: '' } } as const;
const busy: OwnFields = { ...blankOwn, reminderMinutes: 10 };

function newEvent(organizer: string, fields: EventFields, own: OwnFields): NewEvent {
  return { organizer, fields, own, providerId: null, uid: null, transactionId: null, notify: false };
}

function guestOf(name: SampleName, optional: boolean): Guest {
  const { address, name: shown, kind } = personNamed(name);
  return { ...newGuest(address, shown), optional, resource: kind === 'room' };
}

/** In the form of the vendors' own links, so that readers of locations and bodies meet what they will meet. */
function conferenceUrl(provider: 'google' | 'microsoft' | 'outside', about: string): string {
  const hex = createHash('sha256').update(about).digest('hex');
  if (provider === 'google') {
    const letters = Array.from(
      hex.slice(0, 10),
      (digit) => 'abcdefghijkmnopq'[Number.parseInt(digit, 16)],
    ).join('');
    return `https://meet.google.com/${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
  }
  if (provider === 'microsoft')
    return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${hex.slice(0, 32)}%40thread.v2/0`;
  return `https://meet.example/${hex.slice(0, 12)}`;
}
