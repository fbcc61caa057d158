import { describe, expect, it } from '@jest/globals';
import { jsonLines, run } from './memory-deps.ts';

const two = ['fairness', '--people', 'Ann=Europe/Paris,Ben=America/New_York'];
const wednesday = ['--from', '2026-11-25T13:00:00Z', '--to', '2026-11-25T15:00:00Z'];

interface Slot {
  readonly start: string;
  readonly end: string;
  readonly worst: number;
  readonly total: number;
  readonly people: readonly { name: string; zone: string | null; local: string; burden: number | null }[];
}

const slotsOf = (stdout: string): Slot[] => (jsonLines(stdout)[0]?.slots ?? []) as Slot[];

describe('fairness --json', () => {
  it('prints one object with the published keys, as counted by hand', async () => {
    // Paris is at UTC+1: 14:00 to 16:00, all of it working hours. New York is at UTC-5 and begins at 14:00Z.
    const { status, stdout, stderr } = await run(
      [...two, ...wednesday, '--limit', '4', '--ledger', 'l.json', '--json'],
      { files: { 'l.json': '{"Ben": 100}' } },
    );
    const ann = {
      name: 'Ann',
      zone: 'Europe/Paris',
      burden: 0,
      carried: 0,
      attends: 'unknown',
      attendance: 'required',
    };
    const ben = {
      name: 'Ben',
      zone: 'America/New_York',
      carried: 100,
      attends: 'unknown',
      attendance: 'required',
    };
    const slot = (start: string, end: string, burden: number, paris: string, newYork: string) => ({
      start: `2026-11-25T${start}:00Z`,
      end: `2026-11-25T${end}:00Z`,
      worst: 100 + burden,
      total: burden,
      availability: 'unknown',
      people: [
        { ...ann, local: `Wed 2026-11-25 ${paris}` },
        { ...ben, burden, local: `Wed 2026-11-25 ${newYork}` },
      ],
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [json, ...others] = jsonLines(stdout);
    expect(others).toEqual([]);
    expect(json).toEqual({
      slots: [
        slot('14:00', '14:30', 0, '15:00', '09:00'),
        slot('14:15', '14:45', 0, '15:15', '09:15'),
        slot('14:30', '15:00', 0, '15:30', '09:30'),
        slot('13:45', '14:15', 15, '14:45', '08:45'),
      ],
      current: null,
      warnings: expect.any(Array),
      considered: 7,
      refusals: [],
    });
  });

  it('answers what the current time costs', async () => {
    const { stdout } = await run([...two, ...wednesday, '--current', '2026-11-25T13:00:00Z', '--json']);
    expect(jsonLines(stdout)[0]?.current).toMatchObject({
      start: '2026-11-25T13:00:00Z',
      end: '2026-11-25T13:30:00Z',
      worst: 30,
      people: [{ burden: 0 }, { burden: 30, local: 'Wed 2026-11-25 08:00' }],
    });
  });

  it('looks two weeks ahead for half an hour, and says so', async () => {
    const { status, stdout, stderr } = await run([...two, '--json']);
    expect(status).toBe(0);
    expect(jsonLines(stdout)[0]?.considered).toBe((14 * 24 * 60 - 30) / 15 + 1);
    expect(stderr).toMatch(/note: --from: it is not given and is now, 2026-11-20T12:00Z/);
    expect(stderr).toMatch(/note: --to: it is not given and is two weeks later, 2026-12-04T12:00Z/);
  });

  it('reads a time without an offset in UTC, and says so', async () => {
    const { stdout, stderr } = await run([
      ...two,
      ...['--from', '2026-11-25T14:00', '--to', '2026-11-25T15:30:00+01:00', '--json'],
    ]);
    expect(slotsOf(stdout).map(({ start }) => start)).toEqual(['2026-11-25T14:00:00Z']);
    expect(stderr).toBe(
      'note: --from: 2026-11-25T14:00 names no offset and is read in UTC; add one, for example +02:00 or Z\n',
    );
  });
});

describe('people of fairness', () => {
  it('takes zones in any case, Windows zones, repeated options and the last = of an entry', async () => {
    const people = [
      '--people',
      ' Ann =europe/paris , B=en=India Standard Time',
      '--people',
      'Chi=asia/KATHMANDU',
    ];
    const { status, stdout } = await run(['fairness', ...people, ...wednesday, '--limit', '1', '--json']);
    expect(status).toBe(0);
    const { start, people: shares } = slotsOf(stdout)[0] as Slot;
    expect(start).toBe('2026-11-25T13:00:00Z');
    expect(shares.map(({ name, local }) => [name, local])).toEqual([
      ['Ann', 'Wed 2026-11-25 14:00'],
      ['B=en', 'Wed 2026-11-25 18:30'],
      ['Chi', 'Wed 2026-11-25 18:45'],
    ]);
    expect(shares[0]?.zone).toBe('Europe/Paris');
  });

  it('refuses an unknown zone with near ones, keeps the person as unknown, and answers the rest', async () => {
    const { status, stdout, stderr } = await run([
      ...['fairness', '--people', 'Ann=Kolkatta,Ben=America/New_York,Chi', ...wednesday, '--json'],
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'refused: --people "Ann": "Kolkatta" is not a time zone; did you mean Asia/Kolkata?',
    );
    expect(stderr).toContain('refused: --people "Chi": no time zone is stated; write NAME=ZONE');
    const first = slotsOf(stdout)[0];
    expect(first).toMatchObject({ start: '2026-11-25T14:00:00Z', worst: 0, total: 0 });
    expect(first?.people[0]).toMatchObject({ name: 'Ann', zone: null, local: null, burden: null });
    expect(first?.people[1]).toMatchObject({ name: 'Ben', burden: 0 });
  });

  it.each([['Ann=Nowhere'], ['Ann=+02:00'], ['Ann=']])(
    'refuses %j alone: nothing is known',
    async (people) => {
      const { status, stdout, stderr } = await run(['fairness', '--people', people, ...wednesday, '--json']);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('no time zone of anybody is known');
    },
  );

  it.each([
    [['--people', 'Ann=UTC,Ann=Europe/Paris'], /"Ann" is named twice/],
    [['--people', '=UTC'], /"=UTC" names nobody/],
    [['--people', ' , '], /--people: it names nobody/],
    [[], /--people: it names nobody/],
    [
      ['--people', 'Ann=UTC', '--optional', 'An'],
      /--optional: "An" is not among the people; did you mean "Ann"\?/,
    ],
    [['--people', 'Ann=UTC', '--no-off-hours', 'Zoe'], /--no-off-hours: "Zoe" is not among the people/],
    [['--people', 'Ann=UTC', '--holidays', 'Ann'], /--holidays: "Ann" has no region/],
    [['--people', 'Ann=UTC', '--busy', 'ann.ics'], /--busy: "ann.ics" does not say whose it is/],
    [['--people', 'Ann=UTC', '--quorum', '2'], /--quorum: "2" is not a whole number from 1 to 1/],
    [['--people', 'Ann=UTC', '--limit', '0'], /--limit: "0" is not a whole number from 1 to 100000/],
    [['--people', 'Ann=UTC', '--block', '1.5'], /--block: "1.5" is not a whole number/],
  ])('refuses %j and answers nothing', async (options, message) => {
    const { status, stdout, stderr } = await run(['fairness', ...options, ...wednesday, '--json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('refuses more than 200 people', async () => {
    const crowd = Array.from({ length: 201 }, (_, index) => `p${index}=UTC`).join();
    const { status, stdout, stderr } = await run(['fairness', '--people', crowd, ...wednesday]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('refused: --people: it names 201 people; name at most 200\n');
  });

  it('tells everything that is wrong at once', async () => {
    const { stderr } = await run([
      'fairness',
      '--duration',
      '0',
      '--to',
      'soon',
      '--current',
      'x',
      '--limit',
      '-1',
    ]);
    for (const option of ['--people', '--duration', '--to', '--current', '--limit'])
      expect(stderr).toContain(`refused: ${option}:`);
  });
});

describe('ranges and durations of fairness', () => {
  it.each([
    [['--from', '2026-11-25T00:00Z', '--to', '2026-11-24T00:00Z'], /the range ends before it begins/],
    [['--from', '2026-01-01T00:00Z', '--to', '2027-02-06T00:00Z'], /the range is longer than 400 days/],
    [['--from', '1969-12-31T00:00Z', '--to', '1970-01-10T00:00Z'], /leaves the years 1970 to 2199/],
    [['--from', 'tomorrow'], /--from: "tomorrow" is not a moment; give an ISO 8601 time/],
    [['--current', '2026-02-30T10:00Z'], /--current: "2026-02-30T10:00Z" is not a moment/],
    [['--duration', '1441'], /--duration: "1441" is not a length from 1 to 1440/],
    [['--duration', '30s'], /--duration/],
    [['--duration', 'PT'], /--duration/],
    [['--buffer', '25h'], /--buffer/],
  ])('refuses %j', async (options, message) => {
    const { status, stdout, stderr } = await run([...two, ...options, '--json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it.each([
    ['30m', 30],
    ['1h', 60],
    ['1h30m', 90],
    ['90', 90],
    ['PT1H30M', 90],
    ['1', 1],
    ['24h', 1440],
  ])('reads %s as %d minutes', async (duration, minutes) => {
    const range = ['--from', '2026-11-25T00:00Z', '--to', '2026-11-26T00:00Z'];
    const { stdout } = await run([...two, ...range, '--duration', duration, '--limit', '1', '--json']);
    const [slot] = slotsOf(stdout);
    expect(Date.parse(slot?.end ?? '') - Date.parse(slot?.start ?? '')).toBe(minutes * 60_000);
  });

  it('finds nothing where the range is shorter than the meeting, and is content', async () => {
    const range = ['--from', '2026-11-25T14:05Z', '--to', '2026-11-25T14:40Z'];
    const json = await run([...two, ...range, '--json']);
    expect(json.status).toBe(0);
    expect(jsonLines(json.stdout)[0]).toMatchObject({ slots: [], considered: 0 });
    expect((await run([...two, ...range])).stdout).toContain('No start lies in this range');
  });
});

describe('the ledger of fairness', () => {
  const withLedger = (text: string) =>
    run([...two, ...wednesday, '--ledger', 'l.json', '--json'], { files: { 'l.json': text } });

  it('moves the burden to who carried less', async () => {
    // Before 14:00Z only Ben pays; after 16:00Z only Ann does.
    const range = ['--from', '2026-11-25T13:00Z', '--to', '2026-11-25T13:30Z'];
    const { stdout } = await run([...two, ...range, '--ledger', 'l.json', '--json'], {
      files: { 'l.json': '{"Ann": 20, "Ben": 5}' },
    });
    expect(slotsOf(stdout)[0]).toMatchObject({ worst: 35, total: 30 });
  });

  it('leaves out names that are not among the people, and notes them', async () => {
    const { status, stdout, stderr } = await withLedger('{"Zoe": 5, "__proto__": 3, "Ann": 7}');
    expect(status).toBe(0);
    expect(stderr).toContain('note: l.json: "Zoe": this name is not among the people');
    expect(stderr).toContain('note: l.json: "__proto__"');
    expect(slotsOf(stdout)[0]?.people[0]).toMatchObject({ carried: 7 });
  });

  it.each([
    ['{"Ann": 1', /l.json: it is not JSON; write \{"NAME"/],
    ['[1]', /l.json: it is not an object/],
    ['null', /l.json: it is not an object/],
    ['{"Ann": -1}', /l.json: "Ann": this is not a whole number/],
    ['{"Ann": 1.5}', /l.json: "Ann"/],
    ['{"Ann": "1"}', /l.json: "Ann"/],
    ['{"Ann": 1e300}', /l.json: "Ann"/],
    ['{"Zoe": null}', /l.json: "Zoe"/],
    [`[${' '.repeat(1_100_000)}]`, /l.json: it is larger than/],
  ])('answers nothing with %.20j', async (text, message) => {
    const { status, stdout, stderr } = await withLedger(text);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('answers nothing where the file is missing', async () => {
    const { status, stdout, stderr } = await run([...two, ...wednesday, '--ledger', 'none.json', '--json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('none.json: there is no such file; check the path, or leave --ledger out');
  });
});

describe('fairness in its two forms', () => {
  it.each([
    [['--uid', 'x'], /note: --uid: it counts only with --series; leave it out/],
    [['--block', '4'], /note: --block: it counts only with --series/],
  ])('notes that %j says nothing about slots', async (options, message) => {
    const { status, stderr } = await run([...two, ...wednesday, ...options, '--json']);
    expect(status).toBe(0);
    expect(stderr).toMatch(message);
  });

  it('explains itself with examples', async () => {
    const { status, stdout } = await run(['fairness', '--help']);
    expect(status).toBe(0);
    for (const part of ['--people <name=zone,...>', '--no-off-hours', '--ledger', '--series', 'Examples:'])
      expect(stdout).toContain(part);
    expect(stdout).not.toContain('default: []');
  });
});
