import { describe, expect, it } from '@jest/globals';
import { calendar, event, jsonLines, run } from './memory-deps.ts';

interface Share {
  readonly name: string;
  readonly attends: string;
  readonly burden: number;
}
interface Answer {
  readonly slots: { start: string; availability: string; people: Share[] }[];
  readonly refusals: unknown[];
  readonly considered: number;
}

const range = ['--from', '2026-11-25T14:00Z', '--to', '2026-11-25T16:00Z'];
const two = ['fairness', '--people', 'Ann=Europe/Paris,Ben=America/New_York', ...range, '--json'];
const busyAt = (from: string, to: string, more: Record<string, string> = {}) =>
  event(`${from}-${to}`, { DTSTART: `20261125T${from}00Z`, DTEND: `20261125T${to}00Z`, ...more });

async function answerTo(argv: readonly string[], files: Record<string, string> = {}) {
  const { status, stdout, stderr } = await run(argv, { files });
  return { status, stderr, answer: jsonLines(stdout)[0] as unknown as Answer };
}

describe('--busy', () => {
  const both = ['--busy', 'Ann=ann.ics', '--busy', 'Ben=ben.ics'];

  it('makes slots free, and leaves out those that somebody has no time for', async () => {
    const files = {
      'ann.ics': calendar(busyAt('1400', '1500')),
      'ben.ics': calendar(busyAt('1545', '1615')),
    };
    const { status, answer } = await answerTo([...two, ...both], files);
    expect(status).toBe(0);
    expect(answer.slots.map(({ start, availability }) => [start.slice(11, 16), availability])).toEqual([
      ['15:00', 'free'],
      ['15:15', 'free'],
    ]);
    expect(answer.refusals).toEqual([
      { name: 'Ann', because: 'busy', slots: 4 },
      { name: 'Ben', because: 'busy', slots: 1 },
    ]);
  });

  it('keeps a buffer before and after', async () => {
    const files = { 'ann.ics': calendar(busyAt('1400', '1500')), 'ben.ics': calendar() };
    const { answer } = await answerTo([...two, ...both, '--buffer', '10m'], files);
    expect(answer.slots.map(({ start, availability }) => [start.slice(11, 16), availability])).toEqual([
      ['15:15', 'free'],
      ['15:30', 'free'],
    ]);
  });

  it.each([
    ['free', { TRANSP: 'TRANSPARENT' }],
    ['cancelled', { STATUS: 'CANCELLED' }],
  ])('counts no entry that is %s', async (_, more) => {
    const files = { 'ann.ics': calendar(busyAt('1400', '1600', more)) };
    const { answer } = await answerTo([...two, '--busy', 'Ann=ann.ics'], files);
    expect(answer.slots).toHaveLength(7);
    expect(answer.slots[0]).toMatchObject({ availability: 'unknown' });
    expect(answer.slots[0]?.people.map(({ attends }) => attends)).toEqual(['yes', 'unknown']);
  });

  it('counts no entry that the person declined, by their address', async () => {
    const declined = { 'ATTENDEE;PARTSTAT=DECLINED': 'mailto:ann@acme.example' };
    const files = { 'ann.ics': calendar(busyAt('1400', '1600', declined)) };
    const asked = (name: string) =>
      answerTo(
        ['fairness', '--people', `${name}=Europe/Paris`, ...range, '--json', '--busy', `${name}=ann.ics`],
        files,
      );
    expect((await asked('Ann@acme.example')).answer.slots).toHaveLength(7);
    expect((await asked('Ann')).answer.slots).toHaveLength(0);
  });

  it('reads all-day and floating entries on the person’s own clock', async () => {
    const files = {
      'ann.ics': calendar(
        event('f', { DTSTART: '20261125T150000', DTEND: '20261125T160000' }).replace(/ATTENDEE.*\r\n/g, ''),
      ),
      'ben.ics': calendar(
        event('d', {})
          .replace('DTSTART:', 'DTSTART;VALUE=DATE:')
          .replace('DTEND:', 'DTEND;VALUE=DATE:')
          .replace(/20261006T08\d+Z/, '20261126')
          .replace(/20261006T08\d+Z/, '20261127'),
      ),
    };
    const late = ['--from', '2026-11-25T14:00Z', '--to', '2026-11-26T06:00Z', '--limit', '500', '--json'];
    const { answer } = await answerTo(
      ['fairness', '--people', 'Ann=Europe/Paris,Ben=America/New_York', ...late, ...both],
      files,
    );
    const starts = answer.slots.map(({ start }) => start).sort();
    // Paris 15:00 to 16:00 is 14:00Z to 15:00Z; the 26th begins in New York at 05:00Z.
    expect([starts[0], starts.at(-1)]).toEqual(['2026-11-25T15:00:00Z', '2026-11-26T04:30:00Z']);
  });

  it('calls nobody free whose calendar could not be read', async () => {
    const { status, stderr, answer } = await answerTo([...two, '--busy', 'Ann=none.ics']);
    expect(status).toBe(2);
    expect(stderr).toContain('refused: none.ics: there is no such file');
    expect(answer.slots).toHaveLength(7);
    expect(answer.slots[0]?.people[0]).toMatchObject({ name: 'Ann', attends: 'unknown' });
  });
});

describe('who is needed', () => {
  const busyBen = { 'ben.ics': calendar(busyAt('1400', '1600')) };

  it('holds a slot that only an optional person has no time for', async () => {
    const needed = await answerTo([...two, '--busy', 'Ben=ben.ics'], busyBen);
    expect(needed.answer.slots).toEqual([]);
    const optional = await answerTo([...two, '--busy', 'Ben=ben.ics', '--optional', 'Ben'], busyBen);
    expect(optional.answer.slots).toHaveLength(7);
    expect(optional.answer.slots[0]?.people[1]).toMatchObject({ name: 'Ben', attends: 'no' });
  });

  it('asks for a quorum', async () => {
    const { answer } = await answerTo(
      [...two, '--busy', 'Ben=ben.ics', '--optional', 'Ben', '--quorum', '2'],
      busyBen,
    );
    expect(answer.slots).toEqual([]);
    expect(answer.refusals).toEqual([{ name: null, because: 'quorum', slots: 7 }]);
  });

  it('never plans off-hours for who takes none', async () => {
    const early = ['--from', '2026-11-25T13:00Z', '--to', '2026-11-25T15:00Z', '--json'];
    const people = ['fairness', '--people', 'Ann=Europe/Paris,Ben=America/New_York', ...early];
    const { answer } = await answerTo([...people, '--no-off-hours', 'Ben']);
    expect(answer.slots.map(({ start }) => start.slice(11, 16))).toEqual(['14:00', '14:15', '14:30']);
    expect(answer.refusals).toEqual([{ name: 'Ben', because: 'opted-out', slots: 4 }]);
  });
});

describe('--policy', () => {
  const policy = [
    'organization:',
    '  timeZone: Europe/Paris',
    'people:',
    '  ann@acme.example: { workingHours: [{ days: [wednesday], hours: 06:00-10:00 }] }',
    '  ben@acme.example: { timeZone: Asia/Kolkata }',
    '',
  ].join('\n');
  const asked = (people: string) =>
    answerTo(['fairness', '--people', people, '--policy', 'p.yaml', ...range, '--json'], {
      'p.yaml': policy,
    });

  it('gives zone and working hours to people named by address', async () => {
    const { status, answer } = await asked('Ann@acme.example,ben@acme.example=UTC,Chi=Europe/Paris');
    expect(status).toBe(0);
    // 14:00Z is 15:00 in Paris: five hours after Ann's day, in that of Chi, whom the policy does not know.
    expect(answer.slots[0]?.people).toMatchObject([
      { name: 'Ann@acme.example', zone: 'Europe/Paris', burden: 60 },
      { name: 'ben@acme.example', zone: 'UTC', burden: 0 },
      { name: 'Chi', zone: 'Europe/Paris', burden: 0 },
    ]);
  });

  it('does not place who is no address', async () => {
    const { status, stderr } = await asked('ann');
    expect(status).toBe(2);
    expect(stderr).toContain('"ann": no time zone is stated');
  });

  it('refuses a policy that cannot be used', async () => {
    const { status, stderr, answer } = await answerTo([...two, '--policy', 'p.yaml'], {
      'p.yaml': 'organisation: {}',
    });
    expect({ status, answer }).toEqual({ status: 2, answer: undefined });
    expect(stderr).toContain('refused: p.yaml');
  });
});
