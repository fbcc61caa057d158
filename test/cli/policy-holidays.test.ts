import { describe, expect, it } from '@jest/globals';
import { holidayDates, holidaysOfPolicy, judgedYears } from '../../src/cli/policy-holidays.ts';
import { documentOf } from '../config/policy/policy-text.ts';
import { calendar, event, jsonLines, run } from './memory-deps.ts';

const me = ['--me', 'sam@acme.example'];
const france = 'organization: {timeZone: Europe/Paris, publicHolidays: {region: FR}}\n';
/** A status meeting at 10:00 in Paris on a Tuesday. */
const on = (date: string) =>
  calendar(event('a', { DTSTART: `${date}T080000Z`, DTEND: `${date}T083000Z`, DTSTAMP: '20260601T080000Z' }));

/** Rules that a meeting collides with by `triage`. */
async function rulesFor(ics: string, policy: string): Promise<{ rules: readonly string[]; stderr: string }> {
  const files = { 'a.ics': ics, 'p.yaml': policy };
  const { stdout, stderr } = await run(['triage', 'a.ics', '--json', '--policy', 'p.yaml', ...me], { files });
  const text = JSON.stringify(jsonLines(stdout)[0]);
  return { rules: [...text.matchAll(/"rule":"([a-z-]+)"/g)].map((match) => match[1] ?? ''), stderr };
}

describe('public holidays of a region that the policy names', () => {
  it('are judged by triage', async () => {
    const { rules, stderr } = await rulesFor(on('20260714'), france);
    expect(rules).toContain('public-holiday');
    expect(stderr).toBe('');
  });

  it.each([
    ['another day', '20260721', france],
    ['a day that is worked', '20260714', france.replace('FR}', 'FR, except: [2026-07-14]}')],
    ['the holiday of another region', '20260714', france.replace('FR', 'DE-BE')],
    [
      'the holiday of home, away from it',
      '20260714',
      `${france}people: {sam@acme.example: {travel: [{from: 2026-07-13, to: 2026-07-15, timeZone: Europe/Berlin, region: DE-BE}]}}`,
    ],
  ])('do not touch %s', async (_, date, policy) => {
    expect((await rulesFor(on(date), policy)).rules).not.toContain('public-holiday');
  });

  it.each([
    ['20260714', { decline: 1 }],
    ['20260721', { decline: 0, ask: 1 }],
  ])('are judged by audit: %s', async (date, verdicts) => {
    const files = { 'a.ics': on(date), 'p.yaml': france };
    const options = ['--month', '2026-07', '--json', '--policy', 'p.yaml'];
    const { stdout } = await run(['audit', 'a.ics', ...options, ...me], { files });
    expect(JSON.parse(stdout)).toMatchObject({ verdicts });
  });

  it('are those of the stay for somebody who travels', async () => {
    const policy =
      'people: {sam@acme.example: {travel: [{from: 2026-08-08, to: 2026-08-12, timeZone: Asia/Singapore, region: SG}]}}';
    expect((await rulesFor(on('20260810'), policy)).rules).toContain('public-holiday');
    expect((await rulesFor(on('20260811'), policy)).rules).not.toContain('public-holiday');
  });

  it('are the next ones in policy check', async () => {
    const { stdout, status } = await run(['policy', 'check', 'p.yaml'], { files: { 'p.yaml': france } });
    expect(status).toBe(0);
    expect(stdout).toContain(
      "The next public holidays of FR are 2026-12-25 (Christmas Day), 2027-01-01 (New Year's Day) and 2027-03-29 (Easter Monday).",
    );
  });
});

describe('a region without data', () => {
  it.each([
    ['FR-IDF', /write FR, or one of its parts with holidays of their own: .*FR-67/],
    ['UK', /write GB$/],
    ['US-ny', /write US-NY$/],
    ['JP-13', /write JP, whose parts/],
    ['XX', /ISO 3166/],
    ['US-XX', /write US, or .*US-NH and others$/],
  ])('is said of %s with what to write, and the rest is judged', async (region, remedy) => {
    const files = { 'p.yaml': france.replace('FR', region) };
    const { status, stdout, stderr } = await run(['policy', 'check', 'p.yaml'], { files });
    expect(status).toBe(0);
    expect(stdout).toContain('p.yaml is valid');
    expect(stdout).not.toContain('next public holidays');
    const place = 'note: p.yaml: organization.publicHolidays.region: no public holidays are known';
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`${place} of "${region}"`)]);
    expect(stderr.trim()).toMatch(remedy);
  });

  it('is said by triage, which judges everything else', async () => {
    const { rules, stderr } = await rulesFor(on('20260714'), france.replace('FR', 'FR-IDF'));
    expect(rules).not.toContain('public-holiday');
    expect(rules.length).toBeGreaterThan(0);
    expect(stderr).toContain('no public holidays are known of "FR-IDF"');
  });
});

describe('the years that are judged', () => {
  const nowMs = Date.parse('2026-11-20T12:00:00Z');

  it('are ten before to five after the moment of judgement', async () => {
    expect(judgedYears(nowMs)).toEqual({ from: 2016, to: 2031 });
    const dates = holidayDates(await holidaysOfPolicy(documentOf(france), 'p.yaml'), nowMs)('FR');
    expect([dates[0], dates.at(-1)]).toEqual(['2016-01-01', '2031-12-25']);
  });

  // The lunar calendars of the data never end for the year 1.
  it('stay in the years that the data is made for', () => {
    expect(judgedYears(Date.parse('0011-01-01T00:00:00Z'))).toEqual({ from: 1900, to: 1900 });
    expect(judgedYears(Date.parse('9998-01-01T00:00:00Z'))).toEqual({ from: 9988, to: 9999 });
  });

  it('need no data for a policy that names no region', async () => {
    const holidays = await holidaysOfPolicy({}, 'p.yaml');
    expect(holidays).toMatchObject({ regions: [], notes: [] });
    expect(holidayDates(holidays, nowMs)('FR')).toEqual([]);
  });
});
