import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import { calendar, event, run } from './memory-deps.ts';

const escapeCode = '\u001b';
const hostileTitles = {
  'an escape sequence': `Clear ${escapeCode}[2J${escapeCode}]0;owned\u0007 screen`,
  'direction overrides': 'Invoice \u202egnp.exe\u202c for \u2066you\u2069',
  'a megabyte': 'status '.repeat(150_000),
  'one endless word': 'a'.repeat(5000),
  'wide characters': '設計レビュー'.repeat(30),
  emoji: '👩‍👩‍👧‍👦 family day 🎉 '.repeat(12),
  'piled marks': `Z${'\u0301'.repeat(500)} sync`,
} as const;

const cases = Object.entries(hostileTitles).flatMap(([name, title]) =>
  [40, 80, 120, 200].map((columns) => ({ name, title, columns })),
);

describe('the table of verdicts', () => {
  it.each(cases)('keeps its width of $columns cells with $name', async ({ title, columns }) => {
    const files = { 'a.ics': calendar(event('h', { SUMMARY: title, RRULE: 'FREQ=WEEKLY' }), event('b')) };
    const { status, stdout } = await run(['triage', 'a.ics'], { files, terminal: { columns } });
    expect(status).toBe(0);
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(stdout.length).toBeLessThan(4000);
  });

  it('shows verdict, title, time on the reader’s clock, reason and evidence', async () => {
    const standUp = {
      SUMMARY: 'Platform stand-up',
      DESCRIPTION: 'Everyone in turn: what I did yesterday\\, what I do today\\, what blocks me.',
      'ATTENDEE;ROLE=REQ-PARTICIPANT': 'mailto:ben@acme.example',
      'ATTENDEE;CN=Cy': 'mailto:cy@acme.example',
    };
    const files = { 'a.ics': calendar(event('a', standUp)) };
    const { stdout } = await run(['triage', '--zone', 'Europe/Paris', 'a.ics'], {
      files,
      terminal: { columns: 200 },
    });
    const [head = '', row = ''] = stdout.split('\n');
    expect(head.split(/ {2,}/)).toEqual(['verdict', 'meeting', 'when', 'why']);
    expect(row).toContain('Platform stand-up');
    expect(row).toContain('Tue 6 Oct 10:00–10:30');
    expect(stdout).toContain('→ document');
    expect(stdout).toMatch(/“[^”]*(?:stand|yesterday)[^”]*”/);
  });

  it('colours only a terminal that wants it', async () => {
    const files = { 'a.ics': calendar(event('a')) };
    const plain = await run(['triage', 'a.ics'], { files, terminal: { columns: 80 } });
    const coloured = await run(['triage', 'a.ics'], { files, terminal: { columns: 80, colors: true } });
    expect(plain.stdout).not.toContain(escapeCode);
    expect(coloured.stdout).toContain(`${escapeCode}[`);
    expect(
      coloured.stdout.replaceAll(new RegExp(`${escapeCode}\\[\\d+m`, 'g'), '').replace(/ +$/gm, ''),
    ).toBe(plain.stdout);
  });

  it('cuts reasons on a terminal and nowhere else', async () => {
    const tension =
      'We disagree, and the two of us have to talk about how we treat each other before it gets worse';
    const files = {
      'a.ics': calendar(event('a', { SUMMARY: tension.repeat(3).slice(0, 150), DESCRIPTION: tension })),
    };
    const terminal = await run(['triage', 'a.ics'], { files, terminal: { columns: 70 } });
    const piped = await run(['triage', 'a.ics'], { files });
    expect(terminal.stdout).toContain('…');
    expect(piped.stdout).not.toContain('…');
  });

  it('sums up and says what to do next', async () => {
    const files = { 'a.ics': calendar(event('a'), event('b', { STATUS: 'CANCELLED' })) };
    const { stdout } = await run(['triage', 'a.ics'], { files });
    expect(stdout).toContain('2 invites');
    expect(stdout).toContain('1 skip');
    expect(stdout).toContain('--json');
  });

  it('names the colleague whose time it is', async () => {
    const policy =
      'organization:\n  timeZone: Europe/Paris\npeople:\n  sam@acme.example: { timeZone: Asia/Singapore }\n';
    const late = {
      DTSTART: '20261006T140000Z',
      DTEND: '20261006T150000Z',
      SUMMARY: 'Negotiate the contract',
    };
    const files = { 'p.yaml': policy, 'a.ics': calendar(event('a', late)) };
    const { stdout } = await run(
      ['triage', '--policy', 'p.yaml', '--as', 'organizer', '--me', 'kim@acme.example', 'a.ics'],
      { files },
    );
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/For sam@acme\.example, Tue 2026-10-06 22:00/);
  });
});
