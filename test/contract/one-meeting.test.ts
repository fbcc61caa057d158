import { afterEach, describe, expect, it } from '@jest/globals';
import type { CalendarEntry } from '../../src/app/ports/calendar.ts';
import type { Meeting } from '../../src/core/meeting/meeting.ts';
import { readItems } from '../providers/files/read-text.ts';
import { issueToken, openWorld, providerFor } from './open-world.ts';
import {
  type ContractWorld,
  copyOf,
  elsewhere,
  entriesOf,
  guest,
  invite,
  owner,
  unwrap,
  window,
} from './world.ts';

let world: ContractWorld | null = null;
afterEach(async () => {
  await world?.sandbox.close();
  world = null;
});

async function open(): Promise<ContractWorld> {
  world = await openWorld('google', {});
  return world;
}

/** The same event as both calendars show it: to Olga on Google, to Eva on Microsoft. */
async function bothEntries(
  world: ContractWorld,
  { uid }: { uid: string },
): Promise<{ google: CalendarEntry; microsoft: CalendarEntry }> {
  const microsoft = await providerFor('microsoft', world.sandbox, {});
  const eva = microsoft.openMailbox({ grant: { kind: 'company' }, address: elsewhere, otherAddresses: [] });
  const find = (entries: readonly CalendarEntry[]): CalendarEntry => {
    const entry = entries.find(({ meeting }) => meeting.uid === uid);
    if (entry === undefined) throw new Error(`nobody has ${uid}`);
    return entry;
  };
  return {
    google: find(entriesOf(unwrap(await world.mailbox.calendar.pullChanges(null, window)))),
    microsoft: find(entriesOf(unwrap(await eva.calendar.pullChanges(null, window)))),
  };
}

/** What a judgement reads of a meeting, without whose copy it is. */
function judged({ id, attendees, ownAnswer, organizer, calendarZone, ...meeting }: Meeting): unknown {
  return {
    ...meeting,
    organizer: organizer && { email: organizer.email },
    attendees: attendees
      // Google lists the organizer only where they are a guest too.
      .filter(({ email }) => email !== organizer?.email)
      .map(({ email, kind, role }) => ({ email, kind, role })),
  };
}

const cases = [
  ['a single meeting', {}],
  ['a private one', { visibility: 'private' }],
  ['a whole day', { start: { kind: 'date', date: '2026-11-26' }, end: { kind: 'date', date: '2026-11-27' } }],
  [
    'a series over a change of the clocks',
    {
      start: { kind: 'instant', ms: Date.parse('2026-10-20T07:00:00Z'), zone: 'Europe/Paris' },
      end: { kind: 'instant', ms: Date.parse('2026-10-20T08:00:00Z'), zone: 'Europe/Paris' },
      recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'],
    },
  ],
] as const;

describe('one meeting', () => {
  it.each(cases)('is the same on both calendars: %s', async (_, change) => {
    const world = await open();
    const event = invite(world, change as Parameters<typeof invite>[1]);
    const { google, microsoft } = await bothEntries(world, event);
    expect(judged(google.meeting)).toEqual(judged(microsoft.meeting));
    expect(google.meeting.uid).toBe(microsoft.meeting.uid);
  });

  it('has one key for the offer on both: UID and original start of the occurrence', async () => {
    const world = await open();
    const event = invite(world, { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=WE'] });
    const { google, microsoft } = await bothEntries(world, event);
    const keys = ({ meeting }: CalendarEntry) =>
      meeting.occurrences.map(({ originalStart }) => [meeting.uid, originalStart]);
    expect(keys(google)).toHaveLength(4);
    expect(keys(google)).toEqual(keys(microsoft));
  });

  it.each(['google', 'microsoft'] as const)(
    'is the same from a file with what %s answers',
    async (vendor) => {
      const world = await open();
      const event = invite(world, { guests: [guest(owner), guest(elsewhere)] });
      const entry = (await bothEntries(world, event))[vendor];
      const address = vendor === 'google' ? owner : elsewhere;
      const resource = await rawResource(world, vendor, address, entry.meeting.id);
      const [read] = await readItems(JSON.stringify(resource), { window });
      expect(read?.kind === 'meeting' && judged(read.meeting)).toEqual(judged(entry.meeting));
    },
  );

  it('is the same from an iCalendar file', async () => {
    const world = await open();
    const event = invite(world);
    const { google } = await bothEntries(world, event);
    const [read] = await readItems(asIcs(copyOf(world, event).uid), { window });
    const { summary, description, location, start, end, busy, status, uid, isPrivate } = google.meeting;
    expect(read?.kind === 'meeting' && read.meeting).toMatchObject({
      ...{ summary, description, location, start, end, busy, status, uid, isPrivate },
      organizer: { email: google.meeting.organizer?.email },
    });
  });
});

async function rawResource(
  { sandbox }: ContractWorld,
  vendor: 'google' | 'microsoft',
  address: string,
  id: string,
): Promise<unknown> {
  const path =
    vendor === 'google'
      ? `${sandbox.google.origin}/calendar/v3/calendars/primary/events/${id}`
      : `${sandbox.microsoft.origin}/v1.0/me/events/${encodeURIComponent(id)}`;
  const headers = {
    authorization: `Bearer ${await issueToken(sandbox, address)}`,
    prefer: 'outlook.timezone="UTC", IdType="ImmutableId"',
  };
  return (await fetch(path, { headers })).json();
}

function asIcs(uid: string): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kiln.example//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261123T080000Z',
    'DTSTART;TZID=Europe/Paris:20261125T140000',
    'DTEND;TZID=Europe/Paris:20261125T150000',
    'SUMMARY:Roadmap review',
    'DESCRIPTION:Agenda:\\n- scope\\n- dates',
    'LOCATION:Lyon',
    'ORGANIZER:mailto:carl@kiln.example',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:olga@kiln.example',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:eva@kiln.example',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
