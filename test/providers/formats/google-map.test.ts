import { describe, expect, it } from '@jest/globals';
import { meetingsOf, problemsOf, readItems, readOne, startsOf } from '../files/read-text.ts';

const base = {
  kind: 'calendar#event',
  id: 'g1',
  iCalUID: 'g1@google.com',
  status: 'confirmed',
  start: { dateTime: '2026-10-19T09:00:00+02:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-10-19T10:00:00+02:00', timeZone: 'Europe/Berlin' },
};
const read = (fields: object) => readOne(JSON.stringify({ ...base, ...fields }));

describe('a Google event', () => {
  it('becomes a meeting', async () => {
    const meeting = await read({
      created: '2026-10-01T08:00:00.000Z',
      summary: 'Plan',
      description: 'One<br>two <b>three</b> &amp; <a href="https://example.org">four</a>',
      location: 'Room 1',
      organizer: { email: 'Ann@example.org', displayName: 'Ann' },
      attendees: [
        { email: 'ann@example.org', organizer: true, responseStatus: 'accepted' },
        { email: 'me@example.org', self: true, responseStatus: 'tentative', optional: true },
        { email: 'room@resource.calendar.google.com', resource: true, responseStatus: 'accepted' },
        { email: 'new@example.org', responseStatus: 'perhaps' },
      ],
      attendeesOmitted: true,
      hangoutLink: 'https://meet.google.com/old',
      conferenceData: {
        entryPoints: [
          { entryPointType: 'phone', uri: 'tel:1' },
          { entryPointType: 'video', uri: 'https://zoom.us/j/1' },
        ],
      },
      attachments: [{ fileUrl: 'https://example.org/a' }],
    });
    expect(meeting).toMatchObject({
      id: 'g1',
      uid: 'g1@google.com',
      summary: 'Plan',
      description: 'One\ntwo three & four',
      location: 'Room 1',
      start: { kind: 'instant', ms: Date.parse('2026-10-19T07:00Z'), zone: 'Europe/Berlin' },
      end: { kind: 'instant', ms: Date.parse('2026-10-19T08:00Z'), zone: 'Europe/Berlin' },
      organizer: { email: 'ann@example.org', name: 'Ann', self: false },
      attendeesOmitted: true,
      conferenceUrl: 'https://zoom.us/j/1',
      hasAttachments: true,
      createdMs: Date.parse('2026-10-01T08:00Z'),
      busy: true,
      entryType: 'default',
    });
    expect(meeting.attendees.map(({ kind, role, answer, self }) => [kind, role, answer, self])).toEqual([
      ['individual', 'chair', 'accepted', false],
      ['individual', 'optional', 'tentative', true],
      ['resource', 'required', 'accepted', false],
      ['individual', 'required', 'unknown', false],
    ]);
  });

  it.each([
    [{ eventType: 'focusTime' }, { entryType: 'focus-time' }],
    [{ eventType: 'outOfOffice' }, { entryType: 'out-of-office' }],
    [{ eventType: 'workingLocation' }, { entryType: 'working-location' }],
    [{ eventType: 'birthday' }, { entryType: 'birthday' }],
    [{ eventType: 'somethingNew' }, { entryType: 'other' }],
    [{ transparency: 'transparent' }, { busy: false }],
    [{ status: 'tentative' }, { status: 'tentative' }],
    [{ hangoutLink: 'https://meet.google.com/x' }, { conferenceUrl: 'https://meet.google.com/x' }],
    [{ organizer: { self: true } }, { organizer: { email: null, name: null, self: true } }],
    [{ description: 'a < b\nand c' }, { description: 'a < b\nand c' }],
    [
      { summary: 5, attendees: 'nobody' },
      { summary: null, attendees: [] },
    ],
  ])('%j', async (fields, expected) => {
    expect(await read(fields)).toMatchObject(expected);
  });

  it.each(['private', 'confidential'])('keeps no text where its visibility is %s', async (visibility) => {
    const meeting = await read({ visibility, summary: 'secret', description: 'secret', location: 'secret' });
    expect(meeting.isPrivate).toBe(true);
    expect(JSON.stringify(meeting)).not.toContain('secret');
  });

  it('loses only the attendee that is broken', async () => {
    const meeting = await read({
      attendees: [{ email: 'a@example.org' }, 'broken', null, { email: 'b@example.org', displayName: 7 }],
    });
    expect(meeting.attendees.map((attendee) => attendee.email)).toEqual(['a@example.org', 'b@example.org']);
  });

  it('does not count what its owner declined', async () => {
    const meeting = await read({
      attendees: [{ email: 'me@example.org', self: true, responseStatus: 'declined' }],
    });
    expect(meeting.occurrences.map((occurrence) => occurrence.counts)).toEqual([false]);
  });

  it('strips keys that begin with x_ and survives those of prototypes', async () => {
    const text = `{"x_label":"meet","__proto__":{"summary":"from the prototype"},"constructor":1,${JSON.stringify(
      {
        ...base,
        x_summary: 'note',
        organizer: { email: 'ann@example.org', x_secret: 1 },
      },
    ).slice(1)}`;
    const meeting = await readOne(text);
    expect(meeting).toMatchObject({ summary: null, organizer: { email: 'ann@example.org' } });
    expect(JSON.stringify(meeting)).not.toMatch(/x_|label|prototype/);
  });
});

describe('times of Google events', () => {
  it('reads days, instants with and without offset, and the zone of the list', async () => {
    const [day, local, listed] = meetingsOf(
      await readItems(
        JSON.stringify({
          kind: 'calendar#events',
          timeZone: 'Asia/Tokyo',
          items: [
            { ...base, start: { date: '2026-10-19' }, end: { date: '2026-10-21' } },
            { ...base, start: { dateTime: '2026-10-19T09:00:00', timeZone: 'America/New_York' } },
            { ...base, start: { dateTime: '2026-10-19T09:00:00' } },
          ],
        }),
      ),
    );
    expect([day?.start, day?.end]).toEqual([
      { kind: 'date', date: '2026-10-19' },
      { kind: 'date', date: '2026-10-21' },
    ]);
    expect(local?.start).toEqual({
      kind: 'instant',
      ms: Date.parse('2026-10-19T13:00Z'),
      zone: 'America/New_York',
    });
    expect(listed?.start).toEqual({
      kind: 'instant',
      ms: Date.parse('2026-10-19T00:00Z'),
      zone: 'Asia/Tokyo',
    });
    expect(listed?.calendarZone).toBe('Asia/Tokyo');
  });

  it('keeps the second of two equal times on the wall, because the offset tells', async () => {
    const meeting = await read({
      start: { dateTime: '2026-11-01T01:30:00-08:00', timeZone: 'America/Los_Angeles' },
      end: null,
    });
    expect(startsOf(meeting)).toEqual(['2026-11-01T09:30Z']);
  });

  it('never guesses a time without offset and zone', async () => {
    const items = await readItems(
      JSON.stringify({ ...base, start: { dateTime: '2026-10-19T09:00:00' }, end: null }),
    );
    expect(meetingsOf(items)[0]?.start.kind).toBe('unknown');
    expect(problemsOf(items, 'note')).toEqual(['test:1: time zone "" is not known']);
  });

  it('reads a cancelled stub and an event without dates', async () => {
    const stub = await readOne(
      '{"kind":"calendar#event","id":"s","status":"cancelled","recurringEventId":"r","originalStartTime":{"dateTime":"2026-10-19T09:00:00Z"}}',
    );
    expect(stub).toMatchObject({ id: 's', uid: 'r', status: 'cancelled', start: { kind: 'unknown' } });
    expect(stub.occurrences).toMatchObject([
      { counts: false, originalStart: { kind: 'instant', ms: Date.parse('2026-10-19T09:00Z') } },
    ]);
    expect((await read({ start: undefined, end: undefined })).start).toEqual({ kind: 'unknown', text: '' });
  });

  it('expands its recurrence on the clock of its zone', async () => {
    const recurrence = [
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'EXDATE;TZID=Europe/Berlin:20261026T090000',
      'RDATE:20261105T100000Z',
    ];
    const meeting = await read({ recurrence });
    expect(startsOf(meeting)).toEqual(['2026-10-19T07:00Z', '2026-11-02T08:00Z', '2026-11-05T10:00Z']);
    expect(meeting.recurrence).toEqual({ frequency: 'weekly', interval: 1, timesPerUnit: 1 });
  });

  it('keeps an instance of a series a meeting of its own, with its original start', async () => {
    const meeting = await read({
      recurringEventId: 'r',
      originalStartTime: { dateTime: '2026-10-18T09:00:00+02:00' },
    });
    expect(meeting.occurrences).toMatchObject([
      {
        start: { ms: Date.parse('2026-10-19T07:00Z') },
        originalStart: { ms: Date.parse('2026-10-18T07:00Z') },
      },
    ]);
  });

  it('does not give an occurrence twice where its changed instance stands in the same list', async () => {
    const series = { ...base, id: 'r', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] };
    const moved = {
      ...base,
      id: 'r_1',
      recurringEventId: 'r',
      originalStartTime: { dateTime: '2026-10-26T09:00:00+01:00' },
    };
    const meetings = meetingsOf(await readItems(JSON.stringify([series, moved])));
    expect(meetings.map(startsOf)).toEqual([
      ['2026-10-19T07:00Z', '2026-11-02T08:00Z'],
      ['2026-10-19T07:00Z'],
    ]);
  });

  it('says which recurrence line or rule is broken', async () => {
    const items = await readItems(JSON.stringify({ ...base, recurrence: ['RRULE:FREQ=NEVER', 'nonsense'] }));
    expect(meetingsOf(items).map(startsOf)).toEqual([['2026-10-19T07:00Z']]);
    expect(problemsOf(items, 'note')).toEqual([
      'test:1: recurrence line "nonsense" cannot be read',
      'test:1: recurrence rule "FREQ=NEVER" is not valid',
    ]);
  });
});

it('reads an event type called like a property of every object as another kind', async () => {
  expect((await read({ eventType: 'constructor' })).entryType).toBe('other');
});
