import { describe, expect, it } from '@jest/globals';
import { calendar, meetingsOf, oneEvent, problemsOf, readItems, readOne } from './read-text.ts';

const start = 'DTSTART:20261012T090000Z';

describe('fields of a VEVENT', () => {
  it('reads a full invite', async () => {
    const meeting = await readOne(
      calendar(
        ['METHOD:request', 'X-WR-TIMEZONE:W. Europe Standard Time'],
        [
          ...[
            'UID:full@example.org',
            'DTSTAMP:20260902T000000Z',
            'CREATED:20260901T080000Z',
            start,
            'DURATION:PT45M',
          ],
          ...[
            'SUMMARY:Plan\\, then act',
            'DESCRIPTION:One\\nTwo\\; three',
            'LOCATION:Room 1',
            'CATEGORIES:Team,Red\\, dark',
            'CATEGORIES:More',
          ],
          ...[
            'STATUS:TENTATIVE',
            'ORGANIZER;CN="Ann; Smith";SENT-BY="mailto:clerk@example.org":MAILTO:Ann@Example.org',
          ],
          ...[
            'ATTENDEE;CN=Ben;ROLE=OPT-PARTICIPANT;PARTSTAT=accepted:mailto:ben@example.org',
            'ATTACH:https://example.org/a.pdf',
          ],
          'X-GOOGLE-CONFERENCE:https://meet.google.com/abc',
        ],
      ),
    );
    expect(meeting).toMatchObject({
      id: 'full@example.org',
      uid: 'full@example.org',
      summary: 'Plan, then act',
      description: 'One\nTwo; three',
      location: 'Room 1',
      categories: ['Team', 'Red, dark', 'More'],
      status: 'tentative',
      busy: true,
      entryType: 'default',
      isPrivate: false,
      organizer: { email: 'ann@example.org', name: 'Ann; Smith', self: false },
      attendees: [
        {
          email: 'ben@example.org',
          name: 'Ben',
          kind: 'individual',
          role: 'optional',
          answer: 'accepted',
          self: false,
        },
      ],
      attendeesOmitted: false,
      conferenceUrl: 'https://meet.google.com/abc',
      hasAttachments: true,
      createdMs: Date.parse('2026-09-01T08:00Z'),
      calendarZone: 'Europe/Berlin',
      method: 'REQUEST',
      recurrence: null,
      occurrencesTruncated: false,
    });
  });

  it('says null and defaults for what is missing', async () => {
    const meeting = await readOne(calendar([], ['UID:1', start]));
    expect(meeting).toMatchObject({
      summary: null,
      description: null,
      location: null,
      organizer: null,
      attendees: [],
    });
    expect(meeting).toMatchObject({
      createdMs: null,
      calendarZone: null,
      method: null,
      conferenceUrl: null,
      status: 'confirmed',
    });
  });

  it.each([
    ['TRANSP:TRANSPARENT', { busy: false, entryType: 'default' }],
    ['X-MICROSOFT-CDO-BUSYSTATUS:FREE', { busy: false, entryType: 'default' }],
    ['X-MICROSOFT-CDO-BUSYSTATUS:OOF', { busy: true, entryType: 'out-of-office' }],
    ['STATUS:cancelled', { status: 'cancelled' }],
    ['DTSTAMP:20260903T000000Z', { createdMs: Date.parse('2026-09-03T00:00Z') }],
    ['X-ALT-DESC;FMTTYPE=text/html:<p>One\\, two</p><p>three</p>', { description: 'One, two\nthree' }],
    [
      'CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.example.org/1',
      { conferenceUrl: 'https://video.example.org/1' },
    ],
  ])('%s', async (line, expected) => {
    expect(await readOne(calendar([], ['UID:1', start, line]))).toMatchObject(expected);
  });

  it.each(['PRIVATE', 'confidential'])(
    'strips the text of CLASS:%s, also from changed dates',
    async (value) => {
      const secret = ['SUMMARY:secret', 'DESCRIPTION:secret', 'LOCATION:secret', 'CATEGORIES:secret'];
      const meeting = await readOne(
        calendar(
          [],
          ['UID:1', start, 'RRULE:FREQ=DAILY;COUNT=2', `CLASS:${value}`, ...secret],
          ['UID:1', 'RECURRENCE-ID:20261013T090000Z', 'DTSTART:20261013T100000Z', 'SUMMARY:secret too'],
        ),
      );
      expect(meeting.isPrivate).toBe(true);
      expect(meeting.occurrences).toHaveLength(2);
      expect(JSON.stringify(meeting)).not.toContain('secret');
    },
  );

  it('cancels everything under METHOD:CANCEL and keeps METHOD:REPLY', async () => {
    const cancelled = await readOne(calendar(['METHOD:CANCEL'], ['UID:1', start]));
    expect([cancelled.status, cancelled.occurrences[0]?.counts]).toEqual(['cancelled', false]);
    const reply = await readOne(
      calendar(['METHOD:REPLY'], ['UID:1', start, 'ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.org']),
    );
    expect([reply.method, reply.status, reply.attendees[0]?.answer]).toEqual([
      'REPLY',
      'confirmed',
      'declined',
    ]);
  });
});

describe('attendees', () => {
  const attendees = async (...lines: string[]) => (await readOne(oneEvent(start, ...lines))).attendees;

  it.each([
    ['CUTYPE=ROOM', { kind: 'room' }],
    ['CUTYPE=RESOURCE', { kind: 'resource' }],
    ['CUTYPE=GROUP', { kind: 'group' }],
    ['CUTYPE=X-ROBOT', { kind: 'unknown' }],
    ['ROLE=CHAIR', { role: 'chair' }],
    ['ROLE=NON-PARTICIPANT', { role: 'non-participant' }],
    ['PARTSTAT=Needs-Action', { answer: 'needs-action' }],
    ['PARTSTAT=tentative', { answer: 'tentative' }],
    ['PARTSTAT=DELEGATED', { answer: 'delegated' }],
    ['PARTSTAT=X-MAYBE', { answer: 'unknown' }],
    ['RSVP=TRUE', { kind: 'individual', role: 'required', answer: 'needs-action', name: null }],
    ['CN="Smith: Ann, Dr."', { name: 'Smith: Ann, Dr.' }],
  ])('%s', async (parameter, expected) => {
    expect(await attendees(`ATTENDEE;${parameter}:MailTo:Ann@Example.org`)).toEqual([
      expect.objectContaining({ email: 'ann@example.org', ...expected }),
    ]);
  });

  it('keeps people without an address, and finds one in a parameter', async () => {
    expect(
      await attendees('ATTENDEE;CN=Ann:invalid:nomail', 'ATTENDEE;EMAIL=ben@example.org:urn:uuid:1'),
    ).toMatchObject([
      { email: null, name: 'Ann' },
      { email: 'ben@example.org', name: null },
    ]);
  });

  it('folds entries of one person and keeps the answer', async () => {
    const lines = [
      'ATTENDEE:mailto:ann@example.org',
      'ATTENDEE;CN=Ann;PARTSTAT=DECLINED:MAILTO:ANN@example.org',
      'ATTENDEE:mailto:ben@example.org',
    ];
    expect(await attendees(...lines)).toMatchObject([
      { email: 'ann@example.org', name: 'Ann', answer: 'declined' },
      { email: 'ben@example.org' },
    ]);
  });
});

describe('broken parts of an .ics file', () => {
  const good = ['UID:good', start, 'SUMMARY:Good'];
  const uids = (items: Awaited<ReturnType<typeof readItems>>) =>
    meetingsOf(items).map((meeting) => meeting.uid);

  it('refuses an event without a readable DTSTART and reads the others, in order', async () => {
    const items = await readItems(
      calendar([], ['UID:first', start], ['UID:none'], ['UID:bad', 'DTSTART:20260230T090000Z'], good),
    );
    expect(items.map((item) => item.kind)).toEqual(['meeting', 'refused', 'refused', 'meeting']);
    expect(problemsOf(items, 'refused')).toEqual([
      'test:7: event has no DTSTART that can be read',
      'test:10: event has no DTSTART that can be read',
    ]);
    expect(uids(items)).toEqual(['first', 'good']);
  });

  it('drops only a line that is not valid', async () => {
    const items = await readItems(
      oneEvent(start, 'ATTENDEE;CN="open:mailto:a@example.org', 'SUMMARY;X', 'LOCATION:There'),
    );
    expect(meetingsOf(items)[0]?.location).toBe('There');
    expect(problemsOf(items, 'note')).toEqual([
      'test:7: ATTENDEE line is not valid iCalendar and was left out',
      'test:8: SUMMARY;X'.replace('SUMMARY;X', 'SUMMARY line is not valid iCalendar and was left out'),
    ]);
  });

  it('reads an event that is cut off or nested wrongly, and says so', async () => {
    const whole = calendar([], ['UID:cut', start], good);
    for (const text of [
      whole.replace('END:VEVENT\r\n', ''),
      calendar([], good, ['UID:cut', start]).replace(/END:VEVENT\r\nEND:VCALENDAR\r\n$/, ''),
    ]) {
      const items = await readItems(text);
      expect(uids(items).sort()).toEqual(['cut', 'good']);
      expect(problemsOf(items, 'note')).toEqual([expect.stringContaining('END:VEVENT is missing')]);
    }
  });

  it('ignores alarms, to-dos, journals and free-busy times', async () => {
    const alarm = [
      'BEGIN:VALARM',
      'DESCRIPTION:alarm',
      'ATTENDEE:mailto:alarm@example.org',
      'DURATION:PT5M',
      'END:VALARM',
    ];
    const other = ['VTODO', 'VJOURNAL', 'VFREEBUSY'].flatMap((name) => [
      `BEGIN:${name}`,
      'UID:x',
      start,
      `END:${name}`,
    ]);
    const items = await readItems(calendar(other, [...good, ...alarm]));
    expect(items).toHaveLength(1);
    expect(meetingsOf(items)[0]).toMatchObject({ uid: 'good', description: null, attendees: [] });
  });

  it('names an event without UID by its place', async () => {
    const items = await readItems(calendar([], [start], [start]));
    expect(uids(items)).toEqual(['test:3', 'test:6']);
    expect(problemsOf(items, 'note')).toEqual(['test:3: event has no UID', 'test:6: event has no UID']);
  });

  it('reads a VEVENT without calendar, several calendars, and no END:VCALENDAR', async () => {
    expect(uids(await readItems(`BEGIN:VEVENT\nUID:alone\n${start}\nEND:VEVENT\n`))).toEqual(['alone']);
    const two =
      calendar(['METHOD:REPLY'], ['UID:1', start]).replace(/END:VCALENDAR\r\n/, '') +
      calendar([], ['UID:2', start]);
    expect(meetingsOf(await readItems(two)).map((meeting) => [meeting.uid, meeting.method])).toEqual([
      ['1', 'REPLY'],
      ['2', null],
    ]);
  });

  it('gives nothing for an empty calendar or input, and a message for something else', async () => {
    expect(await readItems(calendar([]))).toEqual([]);
    expect(await readItems('')).toEqual([]);
    expect(await readItems(' \r\n ')).toEqual([]);
    expect(problemsOf(await readItems('<html>Sign in</html>'), 'refused')).toEqual(['test: not a calendar']);
  });
});

describe('lines that are understood only in part', () => {
  it.each([
    ['SUMMARY Daily', 'SUMMARY line is not valid iCalendar and was left out'],
    ['DTEND:2026XX09T0930', 'DTEND holds a date that cannot be read'],
    ['EXDATE:20261013T090000Z,someday', 'EXDATE holds a date that cannot be read'],
    ['ATTENDEE:nobody', 'ATTENDEE has neither an address nor a name'],
  ])('%s is told and the event kept', async (line, what) => {
    const items = await readItems(oneEvent(start, line));
    expect(meetingsOf(items)).toHaveLength(1);
    expect(problemsOf(items, 'note')).toEqual([`test:7: ${what}`]);
  });

  it('of one kind are told twenty times and then counted', async () => {
    const notes = problemsOf(
      await readItems(oneEvent(start, ...Array.from({ length: 23 }, () => 'ATTENDEE nobody'))),
      'note',
    );
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toBe('test: 3 more: ATTENDEE line is not valid iCalendar and was left out');
  });

  it('takes DTSTAMP where CREATED says the year 0', async () => {
    const meeting = await readOne(oneEvent(start, 'CREATED:00001231T000000Z'));
    expect(meeting.createdMs).toBe(Date.parse('2026-09-01T00:00Z'));
  });

  it('takes a meeting with others out of office for a meeting', async () => {
    const oof = 'X-MICROSOFT-CDO-BUSYSTATUS:OOF';
    const meeting = await readOne(oneEvent(start, oof, 'ATTENDEE:mailto:ben@example.org'));
    expect(meeting.entryType).toBe('default');
  });
});
