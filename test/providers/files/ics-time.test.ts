import { describe, expect, it } from '@jest/globals';
import { calendar, meetingsOf, oneEvent, problemsOf, readItems, readOne, startsOf } from './read-text.ts';

const at = (iso: string) => Date.parse(iso);

describe('daylight saving in .ics files', () => {
  it.each([
    // Holes move forward by their length, overlaps take the first instant (RFC 5545 section 3.3.5).
    ['America/New_York', '20260308T023000', '2026-03-08T07:30Z'],
    ['America/New_York', '20261101T013000', '2026-11-01T05:30Z'],
    ['America/New_York', '20261101T023000', '2026-11-01T07:30Z'],
    ['Europe/Berlin', '20260329T023000', '2026-03-29T01:30Z'],
    ['Europe/Berlin', '20261025T023000', '2026-10-25T00:30Z'],
    ['Australia/Lord_Howe', '20261004T021500', '2026-10-03T15:45Z'],
    ['Australia/Lord_Howe', '20260405T014500', '2026-04-04T14:45Z'],
    // Brazil had daylight saving until 2019: clocks went forward at midnight.
    ['America/Sao_Paulo', '20181104T003000', '2018-11-04T03:30Z'],
    ['America/Sao_Paulo', '20181103T120000', '2018-11-03T15:00Z'],
    ['America/Sao_Paulo', '20261103T120000', '2026-11-03T15:00Z'],
  ])('%s %s is %s', async (zone, local, instant) => {
    const meeting = await readOne(oneEvent(`DTSTART;TZID=${zone}:${local}`));
    expect(startsOf(meeting)).toEqual([instant]);
    expect(meeting.start).toEqual({ kind: 'instant', ms: at(instant), zone });
  });

  it('keeps a weekly meeting at its time on the wall', async () => {
    const meeting = await readOne(
      oneEvent('DTSTART;TZID=Europe/Berlin:20261019T090000', 'RRULE:FREQ=WEEKLY;COUNT=3'),
    );
    expect(startsOf(meeting)).toEqual(['2026-10-19T07:00Z', '2026-10-26T08:00Z', '2026-11-02T08:00Z']);
  });
});

describe('zone names of .ics files', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['"Europe/Berlin"', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
    ['/mozilla.org/20050126_1/Europe/Berlin', 'Europe/Berlin'],
    ['/softwarestudio.org/Tzfile/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', 'Europe/Amsterdam'],
    ['"(UTC-08:00) Pacific Time (US & Canada)"', 'America/Los_Angeles'],
    ['UTC', 'UTC'],
  ])('%s is %s', async (tzid, zone) => {
    const meeting = await readOne(oneEvent(`DTSTART;TZID=${tzid}:20261012T090000`));
    expect(meeting.start).toMatchObject({ kind: 'instant', zone });
  });

  it('takes a plain offset as a constant one', async () => {
    const meeting = await readOne(oneEvent('DTSTART;TZID="UTC+05:30":20261012T090000'));
    expect(meeting.start).toEqual({ kind: 'instant', ms: at('2026-10-12T03:30Z'), zone: null });
  });

  it.each(['Nowhere/Middle', 'Eastern', '"(GMT-03:00)"', '"(UTC+01:00) Atlantis"', 'constructor'])(
    '%s is never guessed',
    async (tzid) => {
      const items = await readItems(oneEvent(`DTSTART;TZID=${tzid}:20261012T090000`));
      const name = tzid.replaceAll('"', '');
      expect(meetingsOf(items)[0]?.start).toEqual({ kind: 'unknown', text: `2026-10-12T09:00:00 ${name}` });
      expect(problemsOf(items, 'note')).toEqual([`test:3: time zone "${name}" is not known`]);
    },
  );

  const oddRules = (tzid: string) => [
    ...['BEGIN:VTIMEZONE', `TZID:${tzid}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
    ...['TZOFFSETFROM:+0330', 'TZOFFSETTO:+0330', 'END:STANDARD', 'END:VTIMEZONE'],
  ];

  it('uses the rules of the file for a name that no database knows, wherever the VTIMEZONE stands', async () => {
    const event = ['UID:1', 'DTSTART;TZID=Office:20261012T090000'];
    const before = calendar(oddRules('Office'), event);
    const after = before.replace(
      /(BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n)([\s\S]*)END:VCALENDAR/,
      '$2$1END:VCALENDAR',
    );
    expect(after).not.toBe(before);
    for (const text of [before, after]) {
      expect((await readOne(text)).start).toEqual({
        kind: 'instant',
        ms: at('2026-10-12T05:30Z'),
        zone: null,
      });
    }
  });

  it('follows the daylight saving of such rules', async () => {
    const rules = [
      ...[
        'BEGIN:VTIMEZONE',
        'TZID:Plant',
        'BEGIN:DAYLIGHT',
        'DTSTART:20000326T020000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
      ],
      ...[
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
        'END:DAYLIGHT',
        'BEGIN:STANDARD',
        'DTSTART:20001029T030000',
      ],
      ...[
        'TZOFFSETFROM:+0200',
        'TZOFFSETTO:+0100',
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
        'END:STANDARD',
        'END:VTIMEZONE',
      ],
    ];
    const text = calendar(rules, [
      'UID:1',
      'DTSTART;TZID=Plant:20261019T090000',
      'RRULE:FREQ=WEEKLY;COUNT=2',
    ]);
    expect(startsOf(await readOne(text))).toEqual(['2026-10-19T07:00Z', '2026-10-26T08:00Z']);
  });

  it('prefers the database to the VTIMEZONE of a known name', async () => {
    const text = calendar(oddRules('Europe/Berlin'), ['UID:1', 'DTSTART;TZID=Europe/Berlin:20261012T090000']);
    expect(startsOf(await readOne(text))).toEqual(['2026-10-12T07:00Z']);
  });

  it('does not follow a VTIMEZONE that changes every second', async () => {
    const bait = oddRules('Bait').toSpliced(6, 0, 'RRULE:FREQ=SECONDLY');
    const meeting = await readOne(calendar(bait, ['UID:1', 'DTSTART;TZID=Bait:20261012T090000']));
    expect(meeting.start.kind).toBe('unknown');
  });

  it('reads zones per calendar of a file', async () => {
    const one = calendar(oddRules('Office'), ['UID:1', 'DTSTART;TZID=Office:20261012T090000']);
    const other = calendar([], ['UID:2', 'DTSTART;TZID=Office:20261012T090000']);
    const [first, second] = meetingsOf(await readItems(one + other));
    expect([first?.start.kind, second?.start.kind]).toEqual(['instant', 'unknown']);
  });
});

describe('days, floating times and lengths', () => {
  const endOf = async (...lines: string[]) => {
    const items = await readItems(oneEvent(...lines));
    return { end: meetingsOf(items)[0]?.end, notes: problemsOf(items, 'note') };
  };
  const utc = (iso: string) => ({ kind: 'instant', ms: at(iso), zone: 'UTC' });

  it('keeps a day a day, one long without an end', async () => {
    const meeting = await readOne(oneEvent('DTSTART;VALUE=DATE:20261012'));
    expect(meeting.start).toEqual({ kind: 'date', date: '2026-10-12' });
    expect(meeting.end).toEqual({ kind: 'date', date: '2026-10-13' });
  });

  it('keeps a floating time floating and names the zone of the calendar beside it', async () => {
    const meeting = await readOne(
      calendar(['X-WR-TIMEZONE:Asia/Tokyo'], ['UID:1', 'DTSTART:20261012T090000', 'DURATION:PT1H']),
    );
    expect(meeting.start).toEqual({ kind: 'floating', local: '2026-10-12T09:00:00' });
    expect(meeting.end).toEqual({ kind: 'floating', local: '2026-10-12T10:00:00' });
    expect(meeting.calendarZone).toBe('Asia/Tokyo');
  });

  it('takes DTEND in another zone', async () => {
    const { end } = await endOf('DTSTART:20261012T090000Z', 'DTEND;TZID=Europe/Berlin:20261012T120000');
    expect(end).toEqual(utc('2026-10-12T10:00Z'));
  });

  it('adds days of a DURATION to the clock and hours to the instant', async () => {
    const start = 'DTSTART;TZID=Europe/Berlin:20261024T120000';
    expect((await endOf(start, 'DURATION:P1D')).end).toMatchObject({ ms: at('2026-10-25T11:00Z') });
    expect((await endOf(start, 'DURATION:PT24H')).end).toMatchObject({ ms: at('2026-10-25T10:00Z') });
  });

  it('has no length without an end, and none with an absurd one, but says so', async () => {
    const start = 'DTSTART:20261012T090000Z';
    expect(await endOf(start)).toEqual({ end: utc('2026-10-12T09:00Z'), notes: [] });
    for (const line of [
      'DTEND:20261012T080000Z',
      'DTEND:99991012T080000Z',
      'DURATION:-PT1H',
      'DURATION:P999999999999D',
      'DURATION:PT',
    ]) {
      const { end, notes } = await endOf(start, line);
      expect(end).toEqual(utc('2026-10-12T09:00Z'));
      expect(notes).toHaveLength(1);
    }
  });
});
