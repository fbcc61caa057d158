import { describe, expect, it } from '@jest/globals';
import { type SeriesOptions, seriesByFairness } from '../../src/app/fairness-series.ts';
import type { ReadItem } from '../../src/core/meeting/reading.ts';
import { calendar, event } from '../cli/memory-deps.ts';
import { personIn } from '../core/fairness/samples.ts';
import { readItems } from '../providers/files/read-text.ts';

const at = Date.parse;
const ann = personIn('Europe/Paris', { name: 'Ann' });
const ben = personIn('America/New_York', { name: 'Ben' });

/** A weekly hour in Paris from 7 September 2026 on; at 12:00 it is 06:00 in New York, an hour asleep. */
function weekly(uid: string, hour = 12, more: Record<string, string> = {}): string {
  const lines = {
    SUMMARY: uid,
    'DTSTART;TZID=Europe/Paris': `20260907T${hour}0000`,
    'DTEND;TZID=Europe/Paris': `20260907T${hour + 1}0000`,
    RRULE: 'FREQ=WEEKLY;COUNT=30',
    ...more,
  };
  return event(uid, lines).replace(/^DT(?:START|END):.*\r\n/gm, '');
}

const options: SeriesOptions = {
  people: [ann, ben],
  fromMs: at('2026-11-21T00:00Z'),
  toMs: at('2027-02-01T00:00Z'),
  uid: null,
  blockLength: null,
  ledger: null,
  rotations: 'all',
};

function itemsOf(...components: readonly string[]): Promise<ReadItem[]> {
  const window = { fromMs: at('2025-11-01T00:00Z'), toMs: options.toMs };
  return readItems(calendar(...components), { window });
}

async function judge(components: readonly string[], changes: Partial<SeriesOptions> = {}) {
  return seriesByFairness(await itemsOf(...components), { ...options, ...changes });
}

describe('seriesByFairness', () => {
  it('judges the occurrences of the range, the most unfair series first', async () => {
    const { series, notes } = await judge([weekly('easy', 15), weekly('hard'), weekly('near', 14)]);
    expect(notes).toEqual([]);
    // 14:00 in Paris is 08:00 in New York: near work; ten Mondays from 23 November to 25 January.
    expect(
      series.map(({ uid, occurrences, people }) => [uid, occurrences.length, people[1]?.burden]),
    ).toEqual([
      ['hard', 10, 3600],
      ['near', 10, 600],
      ['easy', 10, 0],
    ]);
    expect(series[0]).toMatchObject({ summary: 'hard', zone: 'Europe/Paris', clockShifts: [] });
  });

  it('takes the range as from its start until before its end', async () => {
    const range = { fromMs: at('2026-11-23T11:00Z'), toMs: at('2026-11-30T11:00Z') };
    const dates = async (changes: Partial<SeriesOptions>) =>
      (await judge([weekly('a')], { ...range, ...changes })).series[0]?.occurrences.map(({ date }) => date);
    expect(await dates({})).toEqual(['2026-11-23']);
    expect(await dates({ fromMs: range.fromMs + 1, toMs: range.toMs + 1 })).toEqual(['2026-11-30']);
  });

  it('compares all who carry: kept, and rotated', async () => {
    const [series] = (await judge([weekly('hard')], { ledger: new Map() })).series;
    expect(series?.kept).toEqual({ gini: 1, jain: 0.5 });
    expect(series?.rotated).toEqual({ gini: 0, jain: 1 });
    expect(series?.people).toEqual([
      { name: 'Ann', carried: 0, burden: 0, kept: 0, rotated: 0 },
      { name: 'Ben', carried: 0, burden: 3600, kept: 3600, rotated: 0 },
    ]);
  });

  it('leaves people in unknown zones unknown, and says so', async () => {
    const people = [ben, personIn(null, { name: 'Una' })];
    const [series] = (await judge([weekly('hard')], { people })).series;
    expect(series?.people[1]).toEqual({ name: 'Una', carried: 0, burden: null, kept: null, rotated: null });
    expect(series?.warnings.map(({ rule }) => rule)).toContain('unknown-zone');
  });
});

describe('what people carried before', () => {
  it('is the past of the file itself, halved every twelve weeks, and told with its month', async () => {
    const [series] = (await judge([weekly('hard')])).series;
    // Eleven Mondays from 7 September to 16 November, 360 each but in the week of 26 October: 07:00 in New York.
    const past = Array.from({ length: 11 }, (_, index) => {
      const startMs = at('2026-09-07T10:00Z') + index * 7 * 86_400_000 + (index >= 7 ? 3_600_000 : 0);
      const days = (options.fromMs - startMs) / 86_400_000;
      return (index === 7 ? 60 : 360) * 0.5 ** (days / 84);
    });
    const carried = Math.round(past.reduce((sum, each) => sum + each, 0));
    expect(series?.people[1]).toMatchObject({ carried, burden: 3600, kept: carried + 3600 });
    expect(series?.warnings[0]?.because).toBe(
      "06:00 for Ben in New York, who carried 100 % of this series' off-hours since September (Mon 2026-11-23, in the hours of sleep).",
    );
  });

  it('is what the ledger says instead, also nothing', async () => {
    const carriedBy = async (ledger: ReadonlyMap<string, number>) =>
      (await judge([weekly('hard')], { ledger })).series[0]?.people.map(({ carried }) => carried);
    expect(await carriedBy(new Map([['Ann', 77]]))).toEqual([77, 0]);
    expect(await carriedBy(new Map())).toEqual([0, 0]);
  });

  it('is of this series alone, with the year where that is another', async () => {
    const later = { fromMs: at('2027-01-02T00:00Z') };
    const { series } = await judge([weekly('hard'), weekly('easy', 15)], later);
    expect(series[1]?.people.map(({ carried }) => carried)).toEqual([0, 0]);
    expect(series[0]?.warnings[0]?.because).toContain('since September 2026 (');
  });
});

describe('what is not judged', () => {
  it.each([
    ['all-day', { 'DTSTART;VALUE=DATE': '20261123', 'DTEND;VALUE=DATE': '20261124' }],
    ['floating', { DTSTART: '20261123T120000', DTEND: '20261123T130000' }],
    ['cancelled', { DTSTART: '20261123T120000Z', DTEND: '20261123T130000Z', STATUS: 'CANCELLED' }],
  ])('is said of an %s series', async (_, lines) => {
    const ics = event('odd', { SUMMARY: 'Odd', RRULE: 'FREQ=WEEKLY;COUNT=5', ...lines })
      .split('\r\n')
      .filter((line) => 'DTSTART' in lines || !/^DT(?:START|END):/.test(line));
    const { series, notes } = await judge([weekly('hard'), ics.join('\r\n')]);
    expect(series.map(({ uid }) => uid)).toEqual(['hard']);
    expect(notes).toMatchObject([{ place: 'Odd' }]);
  });

  it('is said of a series that lies elsewhere', async () => {
    const { series, notes } = await judge([weekly('old', 12, { RRULE: 'FREQ=WEEKLY;COUNT=3' })]);
    expect(series).toEqual([]);
    expect(notes).toMatchObject([{ place: 'old', what: 'no occurrence lies in the range' }]);
  });

  it('is a single meeting, unless it is asked for', async () => {
    const single = event('one', { DTSTART: '20261123T110000Z', DTEND: '20261123T120000Z' });
    expect(await judge([single])).toEqual({ series: [], notes: [] });
    const { series } = await judge([single, weekly('hard')], { uid: 'one' });
    expect(series).toMatchObject([{ uid: 'one', occurrences: [{ date: '2026-11-23' }] }]);
  });

  it('is a UID that nobody knows', async () => {
    const { series, notes } = await judge([weekly('hard')], { uid: '__proto__' });
    expect(series).toEqual([]);
    expect(notes).toEqual([]);
  });
});
