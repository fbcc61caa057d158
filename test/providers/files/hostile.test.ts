import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCalendar } from '../../../src/providers/files/read-calendar.ts';
import { htmlToPlainText } from '../../../src/providers/formats/html-text.ts';
import { calendar, meetingsOf, oneEvent, problemsOf, readItems, readOne } from './read-text.ts';

const start = 'DTSTART:20261012T090000Z';
const megabyte = 2 ** 20;

describe('text that is meant to hurt', () => {
  it.each([
    ['SUMMARY', 'SUMMARY:', 'a'],
    ['quotes in parameters', 'ATTENDEE', ';a="b"'],
    ['open parameters', 'ATTENDEE', ';a=b'],
    ['colons', 'ORGANIZER;CN=', ':'],
    ['escapes', 'DESCRIPTION:', '\\n\\,'],
    ['categories', 'CATEGORIES:', 'a,'],
    ['dates to leave out', 'EXDATE:', '20261012T090000Z,'],
    ['a rule', 'RRULE:FREQ=DAILY;BYDAY=', 'MO,'],
    ['spaces', 'UID: ', ' '],
  ])('a megabyte of %s is read, and what follows too', async (_, head, unit) => {
    const line = head + unit.repeat(megabyte / unit.length);
    const items = await readItems(calendar([], ['UID:1', start, line], ['UID:2', start]));
    expect(meetingsOf(items).map((meeting) => meeting.uid)).toContain('2');
  });

  it('cuts a title of a megabyte and keeps the meeting', async () => {
    expect((await readOne(oneEvent(start, `SUMMARY:${'x'.repeat(megabyte)}`))).summary).toHaveLength(200_000);
  });

  it('leaves out a line over the bound, and refuses an event over the bound', async () => {
    const huge = await readItems(
      calendar([], ['UID:1', start, `ATTACH:${'x'.repeat(3 * megabyte)}`, 'LOCATION:There']),
    );
    expect(meetingsOf(huge)[0]).toMatchObject({ location: 'There', hasAttachments: false });
    const many = Array.from({ length: 20 }, () => `X-NOTE:${'x'.repeat(megabyte)}`);
    const items = await readItems(calendar([], ['UID:1', start, ...many], ['UID:2', start]));
    expect(problemsOf(items, 'refused')).toEqual(['test:3: event is larger than 16 MB']);
    expect(meetingsOf(items).map((meeting) => meeting.uid)).toEqual(['2']);
  });

  it('folds 50,000 versions and overrides of one UID', async () => {
    const master = ['UID:1', start, 'RRULE:FREQ=MINUTELY'];
    const changes = Array.from({ length: 50_000 }, (_, index) => {
      const id = new Date(Date.parse('2026-10-12T09:00Z') + index * 60_000)
        .toISOString()
        .replace(/[-:]|\.000/g, '');
      return ['UID:1', `RECURRENCE-ID;RANGE=THISANDFUTURE:${id}`, `DTSTART:${id}`];
    });
    const meeting = await readOne(calendar([], master, ...changes));
    expect([meeting.occurrences.length, meeting.occurrencesTruncated]).toEqual([5000, true]);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'a property, parameter or value type called %s is harmless',
    async (name) => {
      const lines = [
        `${name}:x`,
        `ATTENDEE;${name}=x;CN=Ann:mailto:ann@example.org`,
        `LOCATION;VALUE=${name}:There`,
      ];
      const meeting = await readOne(calendar([], [`UID:${name}`, start, ...lines]));
      expect(meeting).toMatchObject({ uid: name, location: 'There', attendees: [{ name: 'Ann' }] });
      expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    },
  );

  it.each([
    ['deep nesting', '<div>'],
    ['closed nesting', '<b><i></b>'],
    ['open tags', '<a '],
    ['lists', '<ul><li>'],
    ['tables', '<table><tr><td>'],
    ['entities', '&amp'],
    ['comments', '<!--'],
    ['quotes', '<a href="'],
    ['breaks', '<br>'],
  ])('a megabyte of HTML with %s is read', async (_, unit) => {
    const html = unit.repeat(megabyte / unit.length);
    expect(htmlToPlainText(`${html} `).length).toBeLessThanOrEqual(html.length);
    expect(htmlToPlainText(`first ${html}`)).toContain('first');
  });
});

describe('any input', () => {
  it('of bytes never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', '{', '[', 'BEGIN:VEVENT\n'),
        async (bytes, head) => {
          await readItems([head, bytes]);
        },
      ),
      { numRuns: 300 },
    );
  });

  const words = [
    ...[
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VALARM',
      'BEGIN:VTIMEZONE',
      'END:VTIMEZONE',
      'TZID:X',
    ],
    ...[
      'UID:1',
      'UID:2',
      start,
      'DTSTART;TZID=X:20261012T090000',
      'DTSTART;VALUE=DATE:20261012',
      'DTEND:20261012T100000Z',
      'DURATION:P1W',
    ],
    ...[
      'RRULE:FREQ=DAILY;COUNT=3',
      'RRULE:FREQ=YEARLY;BYDAY=-53MO',
      'RRULE:FREQ=MONTHLY;BYDAY=6MO',
      'RDATE;VALUE=PERIOD:20261012T090000Z/P1D',
    ],
    ...[
      'EXDATE;VALUE=DATE:20261013',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20261013T090000Z',
      'RECURRENCE-ID;VALUE=DATE:20261013',
      'SEQUENCE:x',
    ],
    ...[
      'EXRULE:FREQ=WEEKLY',
      'ATTENDEE:x',
      'ORGANIZER:',
      'CLASS:PRIVATE',
      'TZOFFSETTO:+9999',
      'BEGIN:STANDARD',
      'END:STANDARD',
      ' fold',
      '',
    ],
  ];

  it('of calendar lines in any order, with any character changed, never throws', async () => {
    const mutation = fc.record({ at: fc.nat(2000), by: fc.string({ maxLength: 3 }), gone: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...words), { maxLength: 30 }),
        fc.array(mutation, { maxLength: 5 }),
        async (lines, mutations) => {
          let text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', start, ...lines].join('\r\n');
          for (const { at, by, gone } of mutations) {
            const place = at % text.length;
            text = text.slice(0, place) + by + text.slice(place + gone);
          }
          for (const item of await readItems(text)) {
            if (item.kind === 'meeting') expect(Array.isArray(item.meeting.occurrences)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of JSON never throws', async () => {
    const event = fc.dictionary(
      fc.constantFrom(
        'id',
        'summary',
        'subject',
        'start',
        'end',
        'attendees',
        'recurrence',
        'items',
        'value',
        'kind',
        '__proto__',
        'body',
      ),
      fc.oneof(
        fc.jsonValue(),
        fc.constant({ dateTime: '2026-10-12T09:00:00', timeZone: 'UTC' }),
        fc.constant(['RRULE:FREQ=DAILY']),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(event, fc.array(event), fc.jsonValue()), async (value) => {
        await readItems(JSON.stringify(value));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a calendar that is larger than any calendar', () => {
  const refusal = {
    place: 'test',
    what: 'the calendar is larger than 128 MB',
    remedy: 'export it year by year, or one calendar at a time',
  };

  it('is refused before it is read, where its size is known', async () => {
    let taken = 0;
    async function* chunks() {
      taken += 1;
      yield oneEvent(start);
      taken += 1;
      yield oneEvent(start);
    }
    const options = { name: 'test', window: { fromMs: 0, toMs: 1 }, sizeBytes: 200 * megabyte };
    const items = await Array.fromAsync(readCalendar(chunks(), options));
    expect(items).toEqual([{ kind: 'refused', problem: refusal }]);
    expect(taken).toBe(1);
  });

  it('is read up to the limit where it comes as a stream, and says so', async () => {
    const filler = Buffer.alloc(megabyte, `X-FILLER:${'a'.repeat(53)}\r\n`);
    async function* chunks() {
      yield calendar([], ['UID:1', start]).replace('END:VCALENDAR', '');
      for (let count = 0; count < 130; count++) yield filler;
      yield calendar([], ['UID:2', start]);
    }
    const options = { name: 'test', window: { fromMs: 0, toMs: 1 } };
    const items = await Array.fromAsync(readCalendar(chunks(), options));
    expect(meetingsOf(items).map(({ uid }) => uid)).toEqual(['1']);
    expect(problemsOf(items, 'refused')).toEqual([`test: ${refusal.what}`]);
  });
});
