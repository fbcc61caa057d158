import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import { run } from './memory-deps.ts';

const escapeCode = '\u001b';
const people = ['fairness', '--people', 'Ann=Europe/Paris,Ben=America/New_York,Chi=Asia/Kolkata'];
const range = ['--from', '2026-11-25T00:00:00Z', '--to', '2026-11-26T00:00:00Z'];
const hostileNames = [
  `Eve${escapeCode}[2J${escapeCode}]0;owned\u0007`,
  '\u202egnp.exe\u2066',
  'x'.repeat(10_000),
  '__proto__',
  'constructor',
  '設計'.repeat(60),
  '\u200b',
] as const;

describe('fairness on a terminal', () => {
  it.each([20, 40, 80, 100, 130, 200])('keeps to %d cells whatever people are called', async (columns) => {
    const all = hostileNames.map((name) => `${name}=Asia/Kathmandu`).join(',');
    const { status, stdout, stderr } = await run(['fairness', '--people', all, ...range], {
      terminal: { columns },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(stdout.length).toBeLessThan(25_000);
  });

  it('gives hostile names back in JSON as they were, and shows no control of theirs', async () => {
    const all = hostileNames.map((name) => `${name}=Asia/Kathmandu`).join(',');
    const { stdout } = await run(['fairness', '--people', all, ...range, '--limit', '1', '--json']);
    expect(stdout.trimEnd()).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    const { slots } = JSON.parse(stdout) as { slots: { people: { name: string; burden: number }[] }[] };
    expect(slots[0]?.people.map(({ name }) => name)).toEqual(hostileNames);
    expect(slots[0]?.people.map(({ burden }) => burden)).toEqual(hostileNames.map(() => 0));
  });

  it('shows the day as a band, one cell for half an hour', async () => {
    const { stdout } = await run([...people, ...range, '--limit', '2'], { terminal: { columns: 80 } });
    const lines = stdout.split('\n');
    expect(lines.slice(2, 9)).toEqual([
      '2026-11-25, the day of slot 1',
      'UTC   00  02  04  06  08  10  12  14  16  18  20  22',
      // Paris, UTC+1: asleep to 06:00Z, near to 08:00Z, at work to 16:00Z, near to 18:00Z, awake to 22:00Z.
      `Ann   ${'·'.repeat(12)}▒▒▒▒${'█'.repeat(16)}▒▒▒▒░░░░░░░░····`,
      `Ben   ░░░░░░░░${'·'.repeat(16)}▒▒▒▒${'█'.repeat(16)}▒▒▒▒`,
      // Kolkata, UTC+5:30: at work from 03:30Z to 11:30Z.
      `Chi   ···▒▒▒▒${'█'.repeat(16)}▒▒▒▒░░░░░░░░·············`,
      'best                          1',
      '                              2',
    ]);
    expect(stdout).toContain('█ working hours  ▒ within 2 hours  ░ awake  · asleep  × day off');
  });

  it('shows an hour in a cell where there is little room, by its worst minute', async () => {
    const { stdout } = await run([...people, ...range, '--limit', '1'], { terminal: { columns: 40 } });
    const lines = stdout.split('\n');
    expect(lines).toContain('UTC   00 03 06 09 12 15 18 21');
    // Kolkata begins at 03:30Z, so the hour from 03:00Z is not yet all work; neither is that from 11:00Z.
    expect(lines).toContain(`Chi   ··▒▒${'█'.repeat(7)}▒▒░░░░·······`.replace('··▒▒█', '··▒▒█'));
  });

  it('shows a quarter hour in a cell where there is room', async () => {
    const { stdout } = await run([...people, ...range, '--limit', '1'], { terminal: { columns: 130 } });
    expect(stdout).toContain(`Chi   ${'·'.repeat(6)}${'▒'.repeat(8)}${'█'.repeat(32)}`);
  });

  it('is the same in a pipe and without colours', async () => {
    const plain = await run([...people, ...range], { terminal: { columns: 100 } });
    const coloured = await run([...people, ...range], { terminal: { columns: 100, colors: true } });
    const piped = await run([...people, ...range]);
    expect(plain.stdout).not.toContain(escapeCode);
    expect(piped.stdout).toBe(plain.stdout);
    expect(coloured.stdout).toContain(`${escapeCode}[`);
    expect(coloured.stdout.replaceAll(new RegExp(`${escapeCode}\\[\\d+m`, 'g'), '')).toBe(plain.stdout);
  });

  it('says in words what a time costs whom', async () => {
    const { stdout } = await run([...people, ...range, '--limit', '1', '--ledger', 'l.json'], {
      files: { 'l.json': '{"Ben": 1500}' },
    });
    expect(stdout).toContain('1. Wed 2026-11-25 14:00–14:30 UTC: worst 1,500');
    expect(stdout).toContain('   Ann, Wed 2026-11-25 15:00: fits\n');
    expect(stdout).toContain('   Ben, Wed 2026-11-25 09:00: fits (carries 1,500)\n');
    expect(stdout).toContain('   Chi, Wed 2026-11-25 19:30: late 60\n');
    expect(stdout).toContain('Nobody’s calendar was read');
  });

  it('says which day the marks are of, where slots lie on several', async () => {
    const days = ['--from', '2026-11-25T14:00Z', '--to', '2026-11-27T14:45Z', '--limit', '4'];
    const { stdout } = await run(['fairness', '--people', 'Ann=America/New_York', ...days]);
    expect(stdout).toContain('2026-11-25, the day of slot 1\n');
    const { stdout: more } = await run([
      ...['fairness', '--people', 'Ann=America/New_York,Ben=Europe/Paris,Chi=Asia/Kolkata'],
      ...['--from', '2026-11-25T11:00Z', '--to', '2026-11-26T13:00Z', '--limit', '10'],
    ]);
    expect(more).toMatch(/2026-11-25, the day of slot 1; \d of 10 slots lie on it/);
  });

  it('says what was left out and why, where slots are few', async () => {
    const { stdout } = await run([...people, ...range, '--no-off-hours', 'Ann,Ben,Chi']);
    expect(stdout).toContain('No time is possible for everyone who is needed.');
    expect(stdout).toContain('Left out of 95 possible starts');
    expect(stdout).toMatch(/- \d+ starts: Chi takes no off-hours\./);
  });

  it('counts who fits where people are many', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => `p${index}=Europe/Paris`).join(',');
    const { stdout } = await run(['fairness', '--people', crowd, ...range, '--limit', '1']);
    expect(stdout).toContain('fits 60 others');
    expect(stdout).toContain('and 20 more');
  });

  it('marks unknown zones in the band and explains them', async () => {
    const { status, stdout } = await run(['fairness', '--people', 'Ann=Nowhere,Ben=UTC', ...range]);
    expect(status).toBe(2);
    expect(stdout).toContain(`Ann   ${'?'.repeat(48)}`);
    expect(stdout).toContain('? zone unknown');
    expect(stdout).toContain('Ann: zone unknown');
  });
});
