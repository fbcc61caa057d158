import { describe, expect, it } from '@jest/globals';
import { skipReason } from '../../../src/core/gate/skip.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { allDay } from '../time/samples.ts';
import { attendee, invite, me } from './invites.ts';

const named = { namesAttendees: true };
const room = attendee('room@acme.example', { kind: 'room' });

describe('what is no meeting', () => {
  it.each<[string, Partial<Meeting>, string | null]>([
    ['an invite', {}, null],
    ['cancelled', { status: 'cancelled' }, 'cancelled'],
    ['an answer to an invite', { method: 'REPLY' }, 'reply'],
    ['focus time', { entryType: 'focus-time' }, 'own-entry'],
    ['an absence', { entryType: 'out-of-office' }, 'own-entry'],
    [
      'already declined',
      { attendees: [attendee(me, { answer: 'declined' }), attendee('kim@acme.example')] },
      'declined',
    ],
    [
      'declined by somebody else',
      { attendees: [attendee(me), attendee('kim@acme.example', { answer: 'declined' })] },
      null,
    ],
    ['free time', { busy: false }, 'free'],
    ['an all-day marker', { start: allDay('2026-11-25', '2026-11-26').start }, 'all-day'],
    ['an own hold', { organizer: null, attendees: [] }, 'own-hold'],
    [
      'an own hold in a room',
      { organizer: { email: me, name: null, self: true }, attendees: [attendee(me), room] },
      'own-hold',
    ],
    ['hidden attendees', { organizer: null, attendees: [], attendeesOmitted: true }, null],
  ])('%s', (_, changes, rule) => {
    expect(skipReason(invite(changes), me, named)?.rule ?? null).toBe(rule);
  });

  it('an event with nobody else is one in a file that names attendees nowhere', () => {
    expect(skipReason(invite({ organizer: null, attendees: [] }), me, { namesAttendees: false })).toBeNull();
  });
});
