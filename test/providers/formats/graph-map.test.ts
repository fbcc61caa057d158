import { describe, expect, it } from '@jest/globals';
import { meetingsOf, problemsOf, readItems, readOne, startsOf } from '../files/read-text.ts';

const base = {
  id: 'm1',
  iCalUId: 'uid-m1',
  subject: 'Plan',
  start: { dateTime: '2026-10-19T09:00:00.0000000', timeZone: 'W. Europe Standard Time' },
  end: { dateTime: '2026-10-19T10:00:00.0000000', timeZone: 'W. Europe Standard Time' },
};
const read = (fields: object) => readOne(JSON.stringify({ ...base, ...fields }));

describe('a Graph event', () => {
  it.each(['private', 'confidential', 'Private', 'topSecret'])(
    'that is %s keeps its text',
    async (sensitivity) => {
      const meeting = await read({
        sensitivity,
        bodyPreview: 'Plan',
        location: { displayName: 'Plan' },
        categories: ['Plan'],
      });
      expect(meeting.isPrivate).toBe(true);
      expect(JSON.stringify(meeting)).not.toContain('Plan');
    },
  );

  it.each(['normal', 'personal', null, undefined])('that is %s says what it is', async (sensitivity) => {
    expect(await read({ sensitivity })).toMatchObject({ isPrivate: false, summary: 'Plan' });
  });

  it('becomes a meeting', async () => {
    const meeting = await read({
      createdDateTime: '2026-10-01T08:00:00.1234567Z',
      body: {
        contentType: 'html',
        content: '<html><body><p>One</p><ul><li>two</li><li>three</li></ul></body></html>',
      },
      bodyPreview: 'preview',
      location: { displayName: 'Room 1' },
      categories: ['Red category'],
      organizer: { emailAddress: { name: 'Ann', address: 'Ann@example.org' } },
      attendees: [
        {
          type: 'required',
          status: { response: 'organizer' },
          emailAddress: { name: 'Ann', address: 'ann@example.org' },
        },
        {
          type: 'optional',
          status: { response: 'tentativelyAccepted' },
          emailAddress: { address: 'ben@example.org' },
        },
        {
          type: 'resource',
          status: { response: 'none' },
          emailAddress: { name: 'Room 1', address: 'room@example.org' },
        },
      ],
      onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/1' },
      hasAttachments: true,
    });
    expect(meeting).toMatchObject({
      id: 'm1',
      uid: 'uid-m1',
      summary: 'Plan',
      description: 'One\n- two\n- three',
      location: 'Room 1',
      categories: ['Red category'],
      start: { kind: 'instant', ms: Date.parse('2026-10-19T07:00Z'), zone: 'Europe/Berlin' },
      end: { kind: 'instant', ms: Date.parse('2026-10-19T08:00Z'), zone: 'Europe/Berlin' },
      organizer: { email: 'ann@example.org', name: 'Ann', self: false },
      conferenceUrl: 'https://teams.microsoft.com/l/1',
      hasAttachments: true,
      createdMs: Date.parse('2026-10-01T08:00Z'),
      status: 'confirmed',
      busy: true,
    });
    expect(meeting.attendees.map(({ kind, role, answer, self }) => [kind, role, answer, self])).toEqual([
      ['individual', 'chair', 'accepted', false],
      ['individual', 'optional', 'tentative', false],
      ['resource', 'required', 'needs-action', false],
    ]);
  });

  it.each([
    [{ showAs: 'free' }, { busy: false }],
    [{ showAs: 'oof' }, { entryType: 'out-of-office' }],
    [{ showAs: 'workingElsewhere' }, { entryType: 'working-location' }],
    [{ showAs: 'tentative' }, { status: 'confirmed', busy: true }],
    [{ isCancelled: true }, { status: 'cancelled', occurrences: [{ counts: false }] }],
    [{ '@removed': { reason: 'deleted' } }, { status: 'cancelled' }],
    [{ responseStatus: { response: 'declined' } }, { status: 'confirmed', occurrences: [{ counts: false }] }],
    [{ body: { contentType: 'text', content: 'a < b & <c>' } }, { description: 'a < b & <c>' }],
    [{ bodyPreview: 'preview' }, { description: 'preview' }],
    [
      { isAllDay: true, end: { dateTime: '2026-10-20T00:00:00.0000000', timeZone: 'UTC' } },
      { start: { kind: 'date', date: '2026-10-19' }, end: { kind: 'date', date: '2026-10-20' } },
    ],
  ])('%j', async (fields, expected) => {
    expect(await read(fields)).toMatchObject(expected);
  });

  it('marks its owner only as the organizer', async () => {
    const people = {
      organizer: { emailAddress: { address: 'ann@example.org' } },
      attendees: [
        { emailAddress: { address: 'ann@example.org' } },
        { emailAddress: { address: 'ben@example.org' } },
      ],
    };
    const own = await read({ ...people, isOrganizer: true });
    expect([own.organizer?.self, ...own.attendees.map((attendee) => attendee.self)]).toEqual([
      true,
      true,
      false,
    ]);
    const invited = await read({ ...people, isOrganizer: false });
    expect([invited.organizer?.self, ...invited.attendees.map((attendee) => attendee.self)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it.each(['private', 'confidential'])('keeps no text where its sensitivity is %s', async (sensitivity) => {
    const secret = {
      subject: 'secret',
      bodyPreview: 'secret',
      location: { displayName: 'secret' },
      categories: ['secret'],
    };
    const meeting = await read({ sensitivity, ...secret, body: { contentType: 'text', content: 'secret' } });
    expect(meeting.isPrivate).toBe(true);
    expect(JSON.stringify(meeting)).not.toContain('secret');
  });
});

describe('times of Graph events', () => {
  it('reads UTC with the zone in which the event was made', async () => {
    const start = { dateTime: '2026-10-19T13:00:00.0000000', timeZone: 'UTC' };
    const meeting = await read({ start, end: start, originalStartTimeZone: 'Eastern Standard Time' });
    expect(meeting.start).toEqual({
      kind: 'instant',
      ms: Date.parse('2026-10-19T13:00Z'),
      zone: 'America/New_York',
    });
  });

  it('never guesses a zone', async () => {
    const items = await readItems(
      JSON.stringify({
        ...base,
        start: { dateTime: '2026-10-19T09:00:00.0000000', timeZone: 'Customized Time Zone' },
      }),
    );
    expect(meetingsOf(items)[0]?.start).toEqual({
      kind: 'unknown',
      text: '2026-10-19T09:00:00 Customized Time Zone',
    });
    expect(problemsOf(items, 'note')).toEqual(['test:1: time zone "Customized Time Zone" is not known']);
  });

  it('keeps the original start of an exception', async () => {
    const meeting = await read({ type: 'exception', originalStart: '2026-10-18T07:00:00Z' });
    expect(meeting.occurrences).toMatchObject([
      { originalStart: { kind: 'instant', ms: Date.parse('2026-10-18T07:00Z') } },
    ]);
  });

  const noEnd = { type: 'noEnd', startDate: '2026-10-19', recurrenceTimeZone: 'W. Europe Standard Time' };
  const days = (meeting: Parameters<typeof startsOf>[0]) =>
    startsOf(meeting).map((start) => start.slice(5, 10));
  it.each([
    [{ type: 'daily', interval: 20 }, noEnd, ['10-19', '11-08', '11-28']],
    [
      { type: 'weekly', interval: 2, daysOfWeek: ['monday', 'friday'], firstDayOfWeek: 'monday' },
      noEnd,
      ['10-19', '10-23', '11-02', '11-06', '11-16', '11-20', '11-30'],
    ],
    [{ type: 'absoluteMonthly', interval: 1, dayOfMonth: 19 }, noEnd, ['10-19', '11-19']],
    [
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['monday'], index: 'third' },
      noEnd,
      ['10-19', '11-16'],
    ],
    [
      {
        type: 'relativeMonthly',
        interval: 1,
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        index: 'last',
      },
      noEnd,
      ['10-19', '10-30', '11-30'],
    ],
    [{ type: 'absoluteYearly', interval: 1, month: 10, dayOfMonth: 19 }, noEnd, ['10-19']],
    [
      { type: 'relativeYearly', interval: 1, month: 11, daysOfWeek: ['sunday'], index: 'first' },
      noEnd,
      ['10-19', '11-01'],
    ],
    [
      { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
      { ...noEnd, type: 'numbered', numberOfOccurrences: 2 },
      ['10-19', '10-26'],
    ],
    [
      { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
      { ...noEnd, type: 'endDate', endDate: '2026-11-02' },
      ['10-19', '10-26', '11-02'],
    ],
  ])('expands %j until %j', async (pattern, range, expected) => {
    expect(days(await read({ type: 'seriesMaster', recurrence: { pattern, range } }))).toEqual(expected);
  });

  it('repeats on the clock of the series, though the times are in UTC', async () => {
    const start = { dateTime: '2026-10-19T07:00:00.0000000', timeZone: 'UTC' };
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
      range: { ...noEnd, type: 'numbered', numberOfOccurrences: 2 },
    };
    expect(startsOf(await read({ start, end: start, recurrence }))).toEqual([
      '2026-10-19T07:00Z',
      '2026-10-26T08:00Z',
    ]);
  });

  it('notes a pattern of an unknown type', async () => {
    const items = await readItems(
      JSON.stringify({ ...base, recurrence: { pattern: { type: 'lunar' }, range: noEnd } }),
    );
    expect(meetingsOf(items).map(startsOf)).toEqual([['2026-10-19T07:00Z']]);
    expect(problemsOf(items, 'note')).toEqual(['test:1: recurrence pattern is of an unknown type']);
  });
});

describe('what the owner of a Graph calendar says', () => {
  const response = (value: string) => read({ responseStatus: { response: value } });

  it.each([
    ['declined', 'declined'],
    ['tentativelyAccepted', 'tentative'],
    ['notResponded', 'needs-action'],
  ])('%s is the own answer %s', async (value, answer) => {
    expect((await response(value)).ownAnswer).toBe(answer);
  });

  it.each(['none', 'organizer'])('%s is no answer', async (value) => {
    expect(await response(value)).not.toHaveProperty('ownAnswer');
  });

  it.each(['oof', 'workingElsewhere'])(
    'a meeting with others shown as %s stays a meeting',
    async (showAs) => {
      const ben = { emailAddress: { address: 'ben@example.org' } };
      expect((await read({ showAs, attendees: [ben] })).entryType).toBe('default');
      expect((await read({ showAs, organizer: ben, isOrganizer: false })).entryType).toBe('default');
      expect((await read({ showAs, organizer: ben, isOrganizer: true })).entryType).not.toBe('default');
    },
  );

  it('a pattern called like a property of every object is of an unknown type', async () => {
    const items = await readItems(
      JSON.stringify({ ...base, recurrence: { pattern: { type: 'constructor' } } }),
    );
    expect(problemsOf(items, 'note')).toEqual(['test:1: recurrence pattern is of an unknown type']);
  });
});
