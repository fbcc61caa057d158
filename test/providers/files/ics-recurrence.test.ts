import { describe, expect, it } from '@jest/globals';
import { calendar, meetingsOf, oneEvent, problemsOf, readItems, readOne, startsOf } from './read-text.ts';

const berlin = 'DTSTART;TZID=Europe/Berlin:20261005T090000';
const mondays = ['UID:1', 'SUMMARY:Series', berlin, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4'];
const all = ['2026-10-05T07:00Z', '2026-10-12T07:00Z', '2026-10-19T07:00Z', '2026-10-26T08:00Z'];
const without = (...gone: string[]) => all.filter((start) => !gone.includes(start));

describe('RRULE', () => {
  const starts = async (...lines: string[]) => startsOf(await readOne(oneEvent(...lines)));

  it('counts DTSTART even where the rule does not give it', async () => {
    expect(await starts('DTSTART:20261006T090000Z', 'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2')).toEqual([
      ...['2026-10-06T09:00Z', '2026-10-12T09:00Z', '2026-10-19T09:00Z'],
    ]);
  });

  it('includes an UNTIL in UTC by the clock of the series', async () => {
    expect(await starts(berlin, 'RRULE:FREQ=WEEKLY;UNTIL=20261026T080000Z')).toEqual(all);
    expect(await starts(berlin, 'RRULE:FREQ=WEEKLY;UNTIL=20261026T075959Z')).toEqual(all.slice(0, 3));
  });

  it('takes a day as UNTIL to its end', async () => {
    expect(await starts(berlin, 'RRULE:FREQ=WEEKLY;UNTIL=20261026')).toEqual(all);
    expect(await starts('DTSTART;VALUE=DATE:20261005', 'RRULE:FREQ=WEEKLY;UNTIL=20261012')).toEqual([
      '2026-10-05',
      '2026-10-12',
    ]);
    expect(
      await starts('DTSTART;VALUE=DATE:20261005', 'RRULE:FREQ=WEEKLY;UNTIL=20261012T235959Z'),
    ).toHaveLength(2);
  });

  it('reads lower case, spaces and a semicolon too many', async () => {
    expect(await starts(berlin, 'RRULE:freq=weekly; count=4;')).toEqual(all);
  });

  it('keeps the interval of a rule that began long ago', async () => {
    expect(
      (await starts('DTSTART:19970106T090000Z', 'RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=MO')).slice(0, 2),
    ).toEqual([...['2026-10-19T09:00Z', '2026-11-09T09:00Z']]);
    expect((await starts('DTSTART:19000101T090000Z', 'RRULE:FREQ=DAILY;COUNT=46300')).at(-1)).toBe(
      '2026-10-06T09:00Z',
    );
    expect((await starts('DTSTART:20200101T003000Z', 'RRULE:FREQ=HOURLY;INTERVAL=25'))[0]).toBe(
      '2026-10-01T15:30Z',
    );
  });

  it('gives only what begins in the half-open window', async () => {
    const text = oneEvent('DTSTART:20261001T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY');
    const window = { fromMs: Date.parse('2026-10-02T00:00Z'), toMs: Date.parse('2026-10-02T03:00Z') };
    expect(startsOf(await readOne(text, { window }))).toEqual([
      '2026-10-02T00:00Z',
      '2026-10-02T01:00Z',
      '2026-10-02T02:00Z',
    ]);
  });

  it('carries a single meeting outside the window, but not a series', async () => {
    expect(await starts('DTSTART:20200101T090000Z')).toEqual(['2020-01-01T09:00Z']);
    expect(await starts('DTSTART:20200101T090000Z', 'RRULE:FREQ=DAILY;COUNT=2')).toEqual([]);
  });

  it.each([
    'FREQ=SOMETIMES',
    'COUNT=3',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;UNTIL=never',
    'FREQ=DAILY;BYHOUR=99',
    'FREQ=DAILY;BYDAY',
    '',
  ])('lets the event stand without the invalid rule "%s"', async (rule) => {
    const items = await readItems(oneEvent(berlin, `RRULE:${rule}`));
    expect(meetingsOf(items).map(startsOf)).toEqual([all.slice(0, 1)]);
    expect(problemsOf(items, 'note')).toEqual([
      `test:3: recurrence rule ${JSON.stringify(rule)} is not valid`,
    ]);
  });

  it.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', { frequency: 'weekly', interval: 2, timesPerUnit: 2 }],
    ['FREQ=MONTHLY;BYDAY=MO,WE', { frequency: 'monthly', interval: 1, timesPerUnit: 1 }],
    ['FREQ=DAILY;UNTIL=20261010T000000Z', { frequency: 'daily', interval: 1, timesPerUnit: 1 }],
  ])('summarizes %s', async (rule, recurrence) => {
    expect((await readOne(oneEvent(berlin, `RRULE:${rule}`))).recurrence).toEqual(recurrence);
  });
});

describe('rules that ical.js misreads', () => {
  const year = { fromMs: Date.parse('2027-01-01T00:00Z'), toMs: Date.parse('2028-01-01T00:00Z') };
  it.each([
    ['20240229T100000Z', 'FREQ=YEARLY', []],
    ['20200101T100000Z', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', []],
    ['20151231T100000Z', 'FREQ=YEARLY;BYMONTH=6', []],
    ['20200106T100000Z', 'FREQ=YEARLY;BYDAY=20MO', ['2027-05-17T10:00Z']],
    ['20200106T100000Z', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', ['2027-05-17T10:00Z']],
    ['20200106T100000Z', 'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR', ['2027-01-01T10:00Z', '2027-12-31T10:00Z']],
    ['20200215T100000Z', 'FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,4', ['2027-04-15T10:00Z']],
  ])('%s %s', async (start, rule, expected) => {
    expect(startsOf(await readOne(oneEvent(`DTSTART:${start}`, `RRULE:${rule}`), { window: year }))).toEqual(
      expected,
    );
  });
});

describe('bounds of an expansion', () => {
  it.each([
    ['20261001T000000Z', 'FREQ=SECONDLY', 5000],
    ['00010101T000000Z', 'FREQ=SECONDLY', 5000],
    ['19700101T000000Z', 'FREQ=MINUTELY;COUNT=99999999', 5000],
    ['19000101T000000Z', 'FREQ=DAILY;BYDAY=MO,TU;COUNT=1000000', 0],
    ['20260101T000000Z', 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30', 0],
  ])('%s %s is cut and says so', async (start, rule, count) => {
    const items = await readItems(oneEvent(`DTSTART:${start}`, `RRULE:${rule}`));
    const [meeting] = meetingsOf(items);
    expect([meeting?.occurrences.length, meeting?.occurrencesTruncated]).toEqual([count, true]);
    expect(problemsOf(items, 'note')).toEqual([
      'test:3: recurrence was cut: more occurrences or steps than the limit',
    ]);
  });

  it.each([
    ['00010101T000000Z', 'FREQ=YEARLY;BYMONTH=10;UNTIL=99991231T000000Z', 1],
    ['19000101T000000Z', 'FREQ=DAILY;COUNT=1000000', 61],
    ['20200101T000000Z', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 0],
    ['20200101T000000Z', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', 0],
    ['20200106T000000Z', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300', 0],
    ['20200101T000000Z', 'FREQ=WEEKLY;INTERVAL=999999999999', 0],
    ['20200101T000000Z', 'FREQ=SECONDLY;INTERVAL=999999999999999999999999', 0],
  ])('%s %s is whole', async (start, rule, count) => {
    const meeting = await readOne(oneEvent(`DTSTART:${start}`, `RRULE:${rule}`));
    expect([meeting.occurrences.length, meeting.occurrencesTruncated]).toEqual([count, false]);
  });

  it('obeys a lower bound, from the beginning of the window on', async () => {
    const text = oneEvent('DTSTART:20200101T000000Z', 'RRULE:FREQ=HOURLY');
    const meeting = await readOne(text, { maxOccurrences: 3 });
    expect(startsOf(meeting)).toEqual(['2026-10-01T00:00Z', '2026-10-01T01:00Z', '2026-10-01T02:00Z']);
    expect(meeting.occurrencesTruncated).toBe(true);
  });
});

describe('EXDATE, RDATE and EXRULE', () => {
  const starts = async (...lines: string[]) => startsOf(await readOne(calendar([], [...mondays, ...lines])));

  it.each([
    ['in the zone of the series', 'EXDATE;TZID=Europe/Berlin:20261012T090000'],
    ['in another zone', 'EXDATE;TZID=America/New_York:20261012T030000'],
    ['in UTC', 'EXDATE:20261012T070000Z'],
    ['without a zone', 'EXDATE:20261012T090000'],
    ['as a day', 'EXDATE;VALUE=DATE:20261012'],
  ])('excludes a date written %s', async (_, line) => {
    expect(await starts(line)).toEqual(without('2026-10-12T07:00Z'));
  });

  it('excludes several dates and ignores one that is no occurrence', async () => {
    const line = 'EXDATE;TZID=Europe/Berlin:20261012T090000,20261019T090000,20261020T090000';
    expect(await starts(line)).toEqual(without('2026-10-12T07:00Z', '2026-10-19T07:00Z'));
  });

  it('excludes days of an all-day series written as times', async () => {
    const lines = ['DTSTART;VALUE=DATE:20261005', 'RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE:20261012T000000Z'];
    expect(startsOf(await readOne(oneEvent(...lines)))).toEqual(['2026-10-05']);
  });

  it('excludes by a rule', async () => {
    expect(await starts('EXRULE:FREQ=WEEKLY;INTERVAL=2')).toEqual(
      without('2026-10-05T07:00Z', '2026-10-19T07:00Z'),
    );
  });

  it('adds dates once, in order, with the length of a PERIOD', async () => {
    const lines = [
      'RDATE:20261012T070000Z,20261006T100000Z',
      'RDATE;VALUE=PERIOD:20261007T100000Z/PT3H,20261008T100000Z/20261008T120000Z',
    ];
    const meeting = await readOne(calendar([], [...mondays, ...lines]));
    expect(startsOf(meeting)).toEqual(
      [...all, '2026-10-06T10:00Z', '2026-10-07T10:00Z', '2026-10-08T10:00Z'].sort(),
    );
    const hours = meeting.occurrences.map(({ start, end }) =>
      start.kind === 'instant' && end.kind === 'instant' ? (end.ms - start.ms) / 3_600_000 : 0,
    );
    expect(hours).toEqual([1, 1, 3, 2, 1, 1, 1]);
  });

  it('calls a series of RDATE alone irregular', async () => {
    const meeting = await readOne(oneEvent('DTSTART:20261005T090000Z', 'RDATE:20261017T090000Z'));
    expect(meeting.recurrence).toEqual({ frequency: 'irregular', interval: 1, timesPerUnit: 1 });
    expect(startsOf(meeting)).toEqual(['2026-10-05T09:00Z', '2026-10-17T09:00Z']);
  });
});

describe('RECURRENCE-ID', () => {
  const moved = [
    ...['UID:1', 'SUMMARY:Moved', 'RECURRENCE-ID;TZID=Europe/Berlin:20261012T090000'],
    ...['DTSTART;TZID=Europe/Berlin:20261013T150000', 'DURATION:PT2H'],
  ];
  const movedStarts = ['2026-10-05T07:00Z', '2026-10-13T13:00Z', '2026-10-19T07:00Z', '2026-10-26T08:00Z'];

  it.each([
    ['after', [mondays, moved]],
    ['before', [moved, mondays]],
  ])('moves and retitles one occurrence from %s its master', async (_, events) => {
    const meeting = await readOne(calendar([], ...events));
    expect(startsOf(meeting)).toEqual(movedStarts);
    expect(meeting.summary).toBe('Series');
    expect(meeting.occurrences[1]).toEqual({
      start: { kind: 'instant', ms: Date.parse('2026-10-13T13:00Z'), zone: 'Europe/Berlin' },
      end: { kind: 'instant', ms: Date.parse('2026-10-13T15:00Z'), zone: 'Europe/Berlin' },
      originalStart: { kind: 'instant', ms: Date.parse('2026-10-12T07:00Z'), zone: 'Europe/Berlin' },
      counts: true,
      summary: 'Moved',
    });
  });

  it('finds the occurrence by its instant, its clock or its day', async () => {
    for (const id of [
      'RECURRENCE-ID:20261012T070000Z',
      'RECURRENCE-ID:20261012T090000',
      'RECURRENCE-ID;VALUE=DATE:20261012',
    ]) {
      expect(startsOf(await readOne(calendar([], mondays, moved.toSpliced(2, 1, id))))).toEqual(movedStarts);
    }
  });

  it('does not count what an override cancels or frees', async () => {
    for (const line of ['STATUS:CANCELLED', 'TRANSP:TRANSPARENT']) {
      const meeting = await readOne(calendar([], mondays, [...moved, line]));
      expect(meeting.occurrences.map((occurrence) => occurrence.counts)).toEqual([true, false, true, true]);
      expect(meeting.status).toBe('confirmed');
    }
  });

  it('takes the highest SEQUENCE of two versions', async () => {
    const newer = [...moved.toSpliced(3, 1, 'DTSTART;TZID=Europe/Berlin:20261014T150000'), 'SEQUENCE:2'];
    const starts = startsOf(await readOne(calendar([], mondays, newer, [...moved, 'SEQUENCE:1'])));
    expect(starts[1]).toBe('2026-10-14T13:00Z');
  });

  it('brings an occurrence into the window, and out of it', async () => {
    const window = { fromMs: Date.parse('2026-10-13T00:00Z'), toMs: Date.parse('2026-10-14T00:00Z') };
    expect(startsOf(await readOne(calendar([], mondays, moved), { window }))).toEqual(['2026-10-13T13:00Z']);
    const before = { fromMs: Date.parse('2026-10-12T00:00Z'), toMs: Date.parse('2026-10-13T00:00Z') };
    expect(startsOf(await readOne(calendar([], mondays, moved), { window: before }))).toEqual([]);
  });

  it('reads single dates of a series without its master as one meeting, inside the window or not', async () => {
    const other = ['UID:1', 'RECURRENCE-ID:20300107T080000Z', 'DTSTART:20300107T090000Z'];
    const one = await readOne(calendar([], other));
    expect([startsOf(one), one.recurrence]).toEqual([['2030-01-07T09:00Z'], null]);
    const both = await readOne(calendar([], moved, other));
    expect([startsOf(both), both.recurrence?.frequency]).toEqual([
      ['2026-10-13T13:00Z', '2030-01-07T09:00Z'],
      'irregular',
    ]);
  });

  it('moves this and all later occurrences with RANGE=THISANDFUTURE', async () => {
    const ranged = [
      ...['UID:1', 'SUMMARY:Later', 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261019T090000'],
      ...['DTSTART;TZID=Europe/Berlin:20261020T100000', 'DURATION:PT30M'],
    ];
    const meeting = await readOne(calendar([], mondays, ranged, moved));
    // 27 October is after the end of daylight saving: 10:00 on the wall stays 10:00.
    expect(startsOf(meeting)).toEqual([
      '2026-10-05T07:00Z',
      '2026-10-13T13:00Z',
      '2026-10-20T08:00Z',
      '2026-10-27T09:00Z',
    ]);
    expect(meeting.occurrences.map((occurrence) => occurrence.summary)).toEqual([
      null,
      'Moved',
      'Later',
      'Later',
    ]);
    const last = meeting.occurrences.at(-1);
    expect(last?.end).toMatchObject({ ms: Date.parse('2026-10-27T09:30Z') });
    expect(last?.originalStart).toMatchObject({ ms: Date.parse('2026-10-26T08:00Z') });
  });
});

describe('single dates without their master', () => {
  const date = (day: string, ...lines: string[]) => [
    ...['UID:1', `RECURRENCE-ID:${day}T080000Z`, `DTSTART:${day}T080000Z`, 'DURATION:PT1H'],
    ...lines,
  ];

  it.each(['STATUS:CANCELLED', 'TRANSP:TRANSPARENT'])('%s of the first holds for it alone', async (line) => {
    const meeting = await readOne(calendar([], date('20261005', line), date('20261012')));
    expect([meeting.status, meeting.busy]).toEqual(['confirmed', true]);
    expect(meeting.occurrences.map(({ counts }) => counts)).toEqual([false, true]);
  });

  it('says who declined one date of a series', async () => {
    const declined = 'ATTENDEE;PARTSTAT=DECLINED:mailto:Ann@example.org';
    const override = ['UID:1', 'RECURRENCE-ID:20261012T070000Z', 'DTSTART:20261012T070000Z', declined];
    const meeting = await readOne(calendar([], mondays, override));
    expect(meeting.occurrences.map(({ declinedBy }) => declinedBy)).toEqual([
      ...[undefined, ['ann@example.org'], undefined, undefined],
    ]);
  });
});
