import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import type { SeriesJson } from '../../src/app/fairness-json.ts';
import { calendar, event, jsonLines, run } from './memory-deps.ts';

// 12:00 in Paris is 06:00 in New York, but 07:00 in the two weeks between the changes of their clocks.
const weekly = event('weekly', {
  SUMMARY: 'Weekly planning',
  'DTSTART;TZID=Europe/Paris': '20261123T120000',
  'DTEND;TZID=Europe/Paris': '20261123T130000',
  RRULE: 'FREQ=WEEKLY;COUNT=20',
}).replace(/^DT(?:START|END):.*\r\n/gm, '');
// 15:00 in Paris is 09:00 in New York: nobody pays.
const easy = weekly
  .replace('UID:weekly', 'UID:easy')
  .replace('Weekly planning', 'Easy sync')
  .replace('T120000', 'T150000')
  .replace('T130000', 'T160000');
// 10:00 in Paris is 04:00 in New York, or 05:00: asleep both times.
const asleep = weekly
  .replace('UID:weekly', 'UID:asleep')
  .replace('T120000', 'T100000')
  .replace('T130000', 'T110000');
const floating = event('floating', {
  SUMMARY: 'Own lunch',
  DTSTART: '20261123T120000',
  DTEND: '20261123T130000',
  RRULE: 'FREQ=WEEKLY;COUNT=3',
});
const files = {
  'team.ics': calendar(easy, weekly),
  'mixed.ics': calendar(weekly, floating),
  'asleep.ics': calendar(asleep),
};
const range = ['--from', '2026-11-21T00:00Z', '--to', '2027-05-01T00:00Z'];
const asked = (...more: string[]) => [
  ...['fairness', '--people', 'Ann=Europe/Paris,Ben=America/New_York', ...range, ...more],
];
const seriesOf = (stdout: string) => jsonLines(stdout)[0]?.series as SeriesJson[];

describe('fairness --series --json', () => {
  it('judges each week on everyone’s clock, the most unfair series first', async () => {
    const { status, stdout } = await run(asked('--series', 'team.ics', '--json'), { files });
    expect(status).toBe(0);
    const series = seriesOf(stdout);
    expect(series.map(({ uid }) => uid)).toEqual(['weekly', 'easy']);
    expect(series[0]).toMatchObject({ summary: 'Weekly planning', zone: 'Europe/Paris' });
    expect(series[0]?.weeks).toHaveLength(20);
    // 06:00 in New York: an hour asleep at 6 points a minute.
    expect(series[0]?.weeks[0]).toEqual({
      date: '2026-11-23',
      start: '2026-11-23T11:00:00Z',
      end: '2026-11-23T12:00:00Z',
      people: [
        { name: 'Ann', zone: 'Europe/Paris', local: 'Mon 2026-11-23 12:00', burden: 0 },
        { name: 'Ben', zone: 'America/New_York', local: 'Mon 2026-11-23 06:00', burden: 360 },
      ],
    });
    // 18 hours asleep, and two of 07:00 to 08:00 within two hours of work.
    expect(series[0]?.people.map(({ burden }) => burden)).toEqual([0, 18 * 360 + 2 * 60]);
    expect(series[0]?.fairness.kept.gini).toBe(1);
    expect(series[1]?.people.map(({ burden }) => burden)).toEqual([0, 0]);
  });

  it('names the weeks in which clocks move somebody', async () => {
    const { stdout } = await run(asked('--series', 'team.ics', '--uid', 'weekly', '--json'), { files });
    const [series, ...others] = seriesOf(stdout);
    expect(others).toEqual([]);
    // New York changes on 14 March, Paris on 28 March.
    const because =
      'From 2027-03-15 to 2027-03-22 it is 07:00 instead of 06:00 for Ben in New York: easier, 60 point-minutes a time instead of 360.';
    expect(series?.daylightSaving).toEqual([
      {
        ...{ name: 'Ben', from: '2027-03-15', to: '2027-03-22', occurrences: 2 },
        ...{ local: '07:00', usually: '06:00', burden: 60, usualBurden: 360, because },
      },
    ]);
    // What makes an hour easier is no warning.
    expect(series?.warnings.map(({ rule }) => rule)).not.toContain('clock-change');
  });

  it('names no week in which clocks move somebody from sleep to sleep', async () => {
    const { stdout } = await run(asked('--series', 'asleep.ics', '--json'), { files });
    const [series] = seriesOf(stdout);
    const clocks = series?.weeks.map(({ people }) => people[1]?.local?.slice(-5));
    expect(clocks?.filter((clock) => clock === '05:00')).toHaveLength(2);
    expect(new Set(clocks)).toEqual(new Set(['04:00', '05:00']));
    expect(series?.daylightSaving).toEqual([]);
  });

  it('plans a rotation that relieves the worst-off', async () => {
    const { stdout } = await run(asked('--series', 'team.ics', '--uid', 'weekly', '--json'), { files });
    const [series] = seriesOf(stdout);
    const worst = (key: 'kept' | 'rotated') =>
      Math.max(...(series?.people ?? []).map((each) => each[key] ?? 0));
    expect(series?.rotation.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBe(20);
    expect(worst('rotated')).toBeLessThan(worst('kept'));
    expect(series?.rotationProof).toMatchObject({ exact: true, gap: 0, worst: worst('rotated') });
  });

  it('says what it did not judge', async () => {
    const { status, stdout, stderr } = await run(asked('--series', 'mixed.ics', '--json'), { files });
    expect(status).toBe(0);
    expect(seriesOf(stdout).map(({ uid }) => uid)).toEqual(['weekly']);
    expect(jsonLines(stdout)[0]?.notes).toHaveLength(1);
    expect(stderr).toMatch(/^note: .*(?:Own lunch|floating)/m);
  });

  it('refuses a file that is missing, and prints an empty answer', async () => {
    const { status, stdout, stderr } = await run(asked('--series', 'none.ics', '--json'), { files });
    expect(status).toBe(2);
    expect(stderr).toContain('refused: none.ics: there is no such file');
    expect(seriesOf(stdout)).toEqual([]);
  });

  it('notes options that say nothing about a series, and its own default range', async () => {
    const { stderr } = await run(
      [
        ...['fairness', '--people', 'Ann=Europe/Paris', '--series', 'team.ics', '--json'],
        ...['--duration', '1h', '--quorum', '1'],
      ],
      { files },
    );
    expect(stderr).toContain('note: --duration: it does not count with --series');
    expect(stderr).toContain('note: --quorum: it does not count with --series');
    expect(stderr).toContain('twelve months later, 2027-11-20T12:00Z');
  });
});

describe('fairness --series on a terminal', () => {
  it.each([40, 80, 120])('tells the most unfair series at %d cells', async (columns) => {
    const { status, stdout } = await run(asked('--series', 'team.ics'), { files, terminal: { columns } });
    expect(status).toBe(0);
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    const flat = stdout.replace(/\s+/g, ' ');
    for (const part of [
      '2 series, the most unfair first',
      'A usual week',
      'Who carries what',
      'A rotation',
      'Ben 07:00 instead of 06:00',
    ])
      expect(flat).toContain(part);
  });
});
