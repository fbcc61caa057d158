import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ada, at, bo, cy, emptyWorld, newEvent, says, second, weekly } from './world.ts';

const october = { fromMs: Date.parse('2026-10-01T00:00:00Z'), toMs: Date.parse('2026-11-05T00:00:00Z') };
const always = { fromMs: null, toMs: null };
const starts = (list: readonly { originalStart: string }[]) => list.map(({ originalStart }) => originalStart);

describe('occurrences of a series', () => {
  it('keep the wall-clock time over the end of summer time', async () => {
    const { engine } = await emptyWorld();
    const { key } = engine.create(newEvent(ada, [], weekly));
    expect(starts(engine.instances(key, october, 10))).toEqual([
      '20261006T070000Z',
      '20261013T070000Z',
      '20261020T070000Z',
      '20261027T080000Z',
      '20261103T080000Z',
    ]);
  });

  it('of any weekly series are where luxon has them, in every zone', async () => {
    const { engine } = await emptyWorld();
    const zones = ['Europe/Warsaw', 'America/New_York', 'Asia/Singapore', 'Australia/Lord_Howe'];
    const input = {
      zone: fc.constantFrom(...zones),
      hour: fc.integer({ min: 4, max: 23 }),
      day: fc.integer({ min: 0, max: 300 }),
    };
    fc.assert(
      fc.property(fc.record(input), ({ zone, hour, day }) => {
        const first = DateTime.fromObject({ year: 2026, month: 1, day: 1, hour }, { zone }).plus({
          days: day,
        });
        const start = at(first.toISO() ?? '', zone);
        const end = at(first.plus({ minutes: 30 }).toISO() ?? '', zone);
        const made = engine.create(newEvent(ada, [], { start, end, recurrence: ['RRULE:FREQ=WEEKLY'] }));
        const found = engine.instances(made.key, always, 60).map(({ fields }) => fields.start);
        const expected = Array.from({ length: 60 }, (_, week) =>
          at(first.plus({ weeks: week }).toISO() ?? '', zone),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('begin with the first one even where the rule does not give it, and know EXDATE and RDATE', async () => {
    const { engine } = await emptyWorld();
    const recurrence = [
      'RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=4',
      'EXDATE;TZID=Europe/Warsaw:20261009T090000',
      'RDATE;VALUE=DATE-TIME:20261014T070000Z',
    ];
    const { key } = engine.create(newEvent(ada, [], { recurrence }));
    expect(starts(engine.instances(key, always, 10))).toEqual([
      '20261006T070000Z',
      '20261014T070000Z',
      '20261016T070000Z',
      '20261023T070000Z',
    ]);
    expect(engine.instance(key, '20261009T070000Z')).toBeNull();
    expect(engine.instance(key, '__proto__')).toBeNull();
  });

  it('end on the whole day of an UNTIL without a time', async () => {
    const { engine } = await emptyWorld();
    const recurrence = ['RRULE:FREQ=DAILY;UNTIL=20261008'];
    const { key } = engine.create(newEvent(ada, [], { recurrence }));
    expect(engine.instances(key, always, 10)).toHaveLength(3);
  });

  it('of whole days are dates', async () => {
    const { engine } = await emptyWorld();
    const days = {
      start: { kind: 'date', date: '2026-10-24' },
      end: { kind: 'date', date: '2026-10-25' },
      recurrence: ['RRULE:FREQ=DAILY;COUNT=3'],
    } as const;
    const { key } = engine.create(newEvent(ada, [], days));
    expect(engine.instances(key, always, 10).map(({ fields }) => fields.end)).toEqual([
      { kind: 'date', date: '2026-10-25' },
      { kind: 'date', date: '2026-10-26' },
      { kind: 'date', date: '2026-10-27' },
    ]);
    // Sunday 25 October 2026 has 25 hours in Warsaw.
    expect(engine.busy(ada, october)?.map(({ fromMs, toMs }) => (toMs - fromMs) / 3_600_000)).toEqual([
      24, 25, 24,
    ]);
  });

  it('are found in the window where they were moved to, not where they were', async () => {
    const { engine } = await emptyWorld();
    const { key } = engine.create(newEvent(ada, [], weekly));
    const moved = { start: at('2027-03-01T07:00:00Z'), end: at('2027-03-01T08:00:00Z') };
    engine.update({ key, originalStart: second }, moved, true);
    expect(starts(engine.instances(key, october, 10))).not.toContain(second);
    const march = { fromMs: Date.parse('2027-03-01T00:00:00Z'), toMs: Date.parse('2027-03-02T00:00:00Z') };
    expect(starts(engine.instances(key, march, 10))).toEqual([second]);
  });

  it('of an unbounded rule are given up to the limit; sub-daily and broken rules are refused', async () => {
    const { engine } = await emptyWorld();
    const { key } = engine.create(newEvent(ada, [], { recurrence: ['RRULE:FREQ=DAILY'] }));
    expect(engine.instances(key, always, 500)).toHaveLength(500);
    const create = (rule: string) => () => engine.create(newEvent(ada, [], { recurrence: [rule] }));
    expect(create('RRULE:FREQ=SECONDLY')).toThrow(/repeats by days/);
    expect(create('RRULE:FREQ=SOMETIMES')).toThrow(/not a recurrence rule/);
    expect(engine.copies(ada)).toHaveLength(1);
  });
});

describe('busy', () => {
  it('leaves out what is free, declined, cancelled or gone', async () => {
    const { engine, copyOf } = await emptyWorld();
    engine.create({ ...newEvent(ada, []), own: { ...newEvent(ada, []).own, showAs: 'free' } });
    const cancelled = engine.create(newEvent(ada, [bo, cy]));
    engine.remove({ key: cancelled.key, originalStart: null }, true, null);
    const series = engine.create(newEvent(ada, [bo, cy], { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }));
    for (const mailbox of [bo, cy]) {
      engine.answer({ key: copyOf(mailbox, series).key, originalStart: second }, says('declined'));
    }
    const kept = ['20261006T070000Z', '20261020T070000Z'];
    for (const mailbox of [bo, cy]) {
      const found = engine.busy(mailbox, october)?.map(({ instance }) => instance.originalStart);
      expect([mailbox, found]).toEqual([mailbox, kept]);
    }
    expect(engine.busy(ada, october)).toHaveLength(3);
    expect(engine.busy('nobody@team.example', october)).toBeNull();
  });

  it.each([
    ['busy', 1],
    ['free', 0],
  ] as const)('takes unanswered invitations on Google as %s', async (position, count) => {
    const { engine, copyOf } = await emptyWorld({ 'google.unanswered-is-busy': position });
    const made = engine.create(newEvent(ada, [bo, cy]));
    expect(engine.busy(bo, october)).toHaveLength(count);
    expect(engine.busy(cy, october)).toMatchObject([{ as: 'tentative' }]);
    for (const mailbox of [bo, cy]) {
      engine.answer({ key: copyOf(mailbox, made).key, originalStart: null }, says('accepted'));
      expect(engine.busy(mailbox, october)).toMatchObject([{ as: 'busy' }]);
    }
  });
});
