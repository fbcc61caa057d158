import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import { calendar, event, jsonLines, run } from './memory-deps.ts';

const weekly = event('weekly', { RRULE: 'FREQ=WEEKLY;COUNT=10', SUMMARY: 'Platform stand-up' });
const files = { 'a.ics': calendar('X-WR-TIMEZONE:Europe/Paris', weekly), 'b.ics': calendar(event('single')) };
const october = ['audit', '--month', '2026-10', '--me', 'sam@acme.example'];

describe('audit --json', () => {
  it('prints one object with exactly the published keys', async () => {
    const { status, stdout } = await run([...october, '--json', 'a.ics'], { files });
    expect(status).toBe(0);
    const [json, ...others] = jsonLines(stdout);
    expect(others).toEqual([]);
    expect(json).toEqual({
      month: '2026-10',
      zone: 'Europe/Paris',
      occurrences: 4,
      hours: { meeting: 2, after: 0, conflict: 0, focus: expect.any(Number), fragmented: expect.any(Number) },
      cost: 4 * 0.5 * 2 * 75,
      series: [{ uid: 'weekly', summary: 'Platform stand-up', inMonth: 4, hoursPerYear: 5 }],
      verdicts: {
        meet: 0,
        'meet-differently': 0,
        'go-async': 0,
        move: 0,
        decline: 0,
        ask: 0,
        skip: 0,
        ...(json?.verdicts as object),
      },
      notes: [expect.stringContaining('Europe/Paris')],
    });
    expect(Object.values(json?.verdicts as Record<string, number>).reduce((sum, count) => sum + count)).toBe(
      1,
    );
  });

  it('reads all files as one calendar, the same event in two of them once', async () => {
    const { stdout } = await run([...october, '--json', 'a.ics', 'b.ics', 'b.ics'], { files });
    expect(jsonLines(stdout)[0]).toMatchObject({ occurrences: 5, hours: { meeting: 2, conflict: 0.5 } });
  });

  it('takes working hours and rate from the policy', async () => {
    const policy =
      'organization:\n  hourlyRate: { amount: 10, currency: EUR }\n  workingHours: [{ days: [monday], hours: 09:00-17:00 }]\n';
    const { stdout } = await run([...october, '--json', '--policy', 'p.yaml', 'a.ics'], {
      files: { ...files, 'p.yaml': policy },
    });
    // The series is on Tuesdays: outside these working hours, which have four empty Mondays.
    expect(jsonLines(stdout)[0]).toMatchObject({ cost: 40, hours: { after: 2, focus: 32, fragmented: 0 } });
  });

  it('takes the last full month where none is given, and says so', async () => {
    const { stdout } = await run(['audit', '--json', 'a.ics'], { files });
    expect(jsonLines(stdout)[0]).toMatchObject({
      month: '2026-10',
      notes: [expect.stringContaining('last full one'), expect.anything()],
    });
  });

  it.each([
    [['--month', '2026-13'], /--month: "2026-13" is not a month; give YYYY-MM from/],
    [['--month', '2026-1'], /--month/],
    [['--zone', 'Mars/Olympus'], /--zone/],
  ])('refuses %j', async (option, message) => {
    const { status, stdout, stderr } = await run(['audit', ...option, 'a.ics'], { files });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('answers for what can be read, and refuses the rest', async () => {
    const { status, stdout, stderr } = await run([...october, '--json', 'none.ics', 'a.ics'], { files });
    expect(status).toBe(2);
    expect(stderr).toContain('refused: none.ics: there is no such file');
    expect(jsonLines(stdout)[0]).toMatchObject({
      occurrences: 4,
      notes: expect.arrayContaining([expect.stringContaining('Refused')]),
    });
  });

  it('says that a calendar is empty, and exits 0', async () => {
    const { status, stdout, stderr } = await run([...october, '--json', 'e.ics'], {
      files: { 'e.ics': calendar() },
    });
    expect(status).toBe(0);
    expect(jsonLines(stdout)[0]).toMatchObject({ occurrences: 0, zone: 'UTC' });
    expect(stderr).toContain('the calendar holds no events');
  });
});

describe('audit on a terminal', () => {
  it.each([40, 80, 120])(
    'fits %d cells and shows hours, weeks, series, verdicts and notes',
    async (columns) => {
      const hostile = event('h', {
        RRULE: 'FREQ=DAILY;COUNT=20',
        SUMMARY: `設計\u202e${'レビュー'.repeat(90)}\u001b[31m`,
      });
      const { stdout } = await run([...october, 'a.ics', 'h.ics'], {
        files: { ...files, 'h.ics': calendar(hostile) },
        terminal: { columns },
      });
      for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
      for (const part of [
        'October 2026',
        'Hours in meetings by week',
        'Largest series',
        'What the gate would have said',
        'Notes',
      ]) {
        expect(stdout).toContain(part);
      }
    },
  );

  it('draws no charts of an empty month', async () => {
    const { stdout } = await run(['audit', '--month', '2020-01', 'a.ics'], { files });
    expect(stdout).toContain('0 h in 0 meetings');
    expect(stdout).not.toContain('█');
  });
});

describe('audit --html', () => {
  it('writes the page and says where', async () => {
    const { status, stdout, stderr, written } = await run(
      [...october, '--json', '--html', 'out.html', 'a.ics'],
      { files },
    );
    expect(status).toBe(0);
    expect(stderr).toContain('out.html');
    expect(jsonLines(stdout)).toHaveLength(1);
    expect(written['out.html']).toMatch(
      /^<!doctype html>[\s\S]*October 2026: 2 hours in 4 meetings[\s\S]*Platform stand-up/,
    );
  });

  it('refuses a place that cannot be written, and still prints the figures', async () => {
    const writeFile = () =>
      Promise.reject(Object.assign(new Error('x'), { code: 'EACCES', syscall: 'open' }));
    const { status, stdout, stderr } = await run([...october, '--json', '--html', '/out.html', 'a.ics'], {
      files,
      writeFile,
    });
    expect(status).toBe(2);
    expect(stderr).toContain('refused: /out.html: it may not be opened; check its permissions');
    expect(jsonLines(stdout)).toHaveLength(1);
  });
});
