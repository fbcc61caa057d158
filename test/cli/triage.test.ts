import { describe, expect, it } from '@jest/globals';
import { calendar, event, jsonLines, run } from './memory-deps.ts';

const wednesdaysFree = 'organization:\n  timeZone: Europe/Paris\n  noMeetingDays: [wednesday]\n';

describe('triage --json', () => {
  it('prints every field of every line, unknown as null', async () => {
    const { status, stdout, stderr } = await run(['triage', '--json', 'a.ics'], {
      files: { 'a.ics': calendar(event('one', { SUMMARY: '' })) },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [line] = jsonLines(stdout);
    const signal = { value: expect.any(String), confidence: expect.any(Number), evidence: expect.any(Array) };
    expect(line).toEqual({
      id: 'one',
      uid: 'one',
      summary: null,
      verdict: expect.any(String),
      act: expect.any(String),
      need: expect.stringMatching(/^(?:live|async|unclear)$/),
      format: null,
      template: null,
      confidence: expect.any(Number),
      time: { ok: null, protections: [] },
      signals: { urgency: signal, complexity: signal, relationship: signal, purpose: signal },
      reasons: expect.any(Array),
      changes: expect.any(Array),
    });
    expect(Object.keys(line ?? {})).toHaveLength(13);
  });

  it('keeps the order of files and of events in them', async () => {
    const files = {
      'a.ics': calendar(event('a1'), event('a2')),
      'b.jsonl':
        '{"kind":"calendar#event","id":"b1","summary":"x","start":{"dateTime":"2026-10-05T10:00:00Z"}}\n',
    };
    const { stdout } = await run(['triage', '--json', 'b.jsonl', 'a.ics', '-'], {
      files,
      stdin: calendar(event('c1')),
    });
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(['b1', 'a1', 'a2', 'c1']);
  });

  it('applies the policy in the reader’s zone', async () => {
    const files = {
      'policy.yaml': wednesdaysFree,
      // 22:30 UTC on Tuesday is Wednesday in Paris.
      'a.ics': calendar(event('w', { DTSTART: '20261006T223000Z', DTEND: '20261006T230000Z' })),
    };
    const { stdout } = await run(
      ['triage', '--json', '--policy', 'policy.yaml', '--me', 'SAM@acme.example', 'a.ics'],
      { files },
    );
    expect(jsonLines(stdout)[0]).toMatchObject({
      verdict: 'decline',
      time: {
        ok: false,
        protections: ['no-meeting-day', 'outside-working-hours'].map((rule) => ({
          rule,
          person: 'sam@acme.example',
          local: 'Wed 2026-10-07 00:30',
        })),
      },
    });
    const elsewhere = await run(
      ['triage', '--json', '--policy', 'policy.yaml', '--zone', 'America/New_York', 'a.ics'],
      { files },
    );
    expect(jsonLines(elsewhere.stdout)[0]).toMatchObject({
      time: { protections: [{ rule: 'outside-working-hours' }] },
    });
  });

  it('judges a series from when it was written, and from --now where that is given', async () => {
    const weekly = event('s', {
      RRULE: 'FREQ=WEEKLY;COUNT=60',
      DTSTART: '20250101T100000Z',
      DTEND: '20250101T103000Z',
      DTSTAMP: '20241215T100000Z',
    });
    const files = { 'a.ics': calendar(weekly) };
    const first = async (extra: readonly string[]) => {
      const { stdout } = await run(['triage', '--json', '--zone', 'Asia/Tokyo', ...extra, 'a.ics'], {
        files,
      });
      const time = jsonLines(stdout)[0]?.time as { protections: { local: string }[] };
      return time.protections[0]?.local;
    };
    expect(await first([])).toBe('Wed 2025-01-01 19:00');
    expect(await first(['--now', '2025-06-02T00:00:00Z'])).toBe('Wed 2025-06-04 19:00');
  });

  it('says in which zone it read a --now without an offset', async () => {
    const files = { 'a.ics': calendar(event('a')) };
    const { status, stderr } = await run(
      ['triage', '--json', '--now', '2026-10-01T09:00', '--zone', 'Asia/Tokyo', 'a.ics'],
      { files },
    );
    expect(status).toBe(0);
    expect(stderr).toContain('names no offset and is read in Asia/Tokyo');
  });

  it('stands on the side that --as names', async () => {
    const files = {
      'policy.yaml': wednesdaysFree,
      'a.ics': calendar(
        event('w', { DTSTART: '20261007T080000Z', DTEND: '20261007T083000Z', SUMMARY: 'Sync' }),
      ),
    };
    const verdict = async (role: string) =>
      jsonLines(
        (await run(['triage', '--json', '--policy', 'policy.yaml', '--as', role, 'a.ics'], { files })).stdout,
      )[0]?.verdict;
    expect(await verdict('invitee')).toBe('decline');
    expect(await verdict('organizer')).toBe('move');
  });
});

describe('triage of what cannot be read', () => {
  const good = calendar(event('good'));

  it('refuses a part and answers the rest', async () => {
    const files = {
      'a.ics': calendar('BEGIN:VEVENT\r\nUID:bad\r\nSUMMARY:no start\r\nEND:VEVENT', event('good')),
    };
    const { status, stdout, stderr } = await run(['triage', '--json', 'a.ics'], { files });
    expect(status).toBe(2);
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(['good']);
    expect(stderr).toMatch(/^refused: a\.ics:3: event has no DTSTART/);
  });

  it.each([
    ['nothing.ics', 'there is no such file'],
    ['src', 'it is a folder'],
  ])('refuses %s and reads the other files', async (name, what) => {
    const { status, stdout, stderr } = await run(['triage', '--json', name, 'good.ics'], {
      files: { 'good.ics': good },
    });
    expect(status).toBe(2);
    expect(stderr).toContain(`refused: ${name}: ${what}; `);
    expect(jsonLines(stdout)).toHaveLength(1);
  });

  it('reads standard input once', async () => {
    const { status, stdout, stderr } = await run(['triage', '--json', '-', '-'], { stdin: good });
    expect(status).toBe(2);
    expect(jsonLines(stdout)).toHaveLength(1);
    expect(stderr).toContain('standard input can be read only once');
  });

  it.each([
    [['--zone', 'Paris'], /--zone: "Paris" is not a time zone; give an IANA name/],
    [['--now', 'soon'], /--now: "soon" is not a moment; give an ISO 8601 time/],
    [['--me', 'sam'], /--me: "sam" is not an e-mail address/],
    [['--as', 'boss'], /Allowed choices are invitee, organizer/],
    [['--policy', 'none.yaml'], /none\.yaml: there is no such file/],
    [['--polciy', 'x'], /unknown option '--polciy'/],
  ])('refuses %j and names what is allowed', async (option, message) => {
    const { status, stdout, stderr } = await run(['triage', ...option, 'a.ics'], {
      files: { 'a.ics': good },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('tells all wrong options at once, and every problem of a policy with its line', async () => {
    const files = { 'a.ics': good, 'p.yaml': 'organization:\n  limits: { people: lots }\n  nonsense: 1\n' };
    const { status, stderr } = await run(
      ['triage', '--zone', 'X', '--me', 'y', '--policy', 'p.yaml', 'a.ics'],
      { files },
    );
    expect(status).toBe(2);
    const places = stderr
      .trim()
      .split('\n')
      .map((line) => line.split(': ')[1]);
    expect(places).toEqual(['--me', '--zone', 'p.yaml:2:13', 'p.yaml:3:3']);
  });

  it('says that a calendar is empty, and exits 0', async () => {
    const { status, stdout, stderr } = await run(['triage', '--json', 'a.ics'], {
      files: { 'a.ics': calendar() },
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('a.ics: the calendar holds no events');
  });

  it('tells a fault of ours in one line, with the stack only on demand', async () => {
    const broken = { 'a.ics': good };
    const fault = Object.defineProperty({ ...broken }, 'b.ics', {
      get: () => {
        throw new Error('disk on fire');
      },
    });
    const { status, stderr } = await run(['triage', 'b.ics'], { files: fault });
    expect(status).toBe(1);
    expect(stderr).toContain('error: "disk on fire"');
    expect(stderr).not.toContain(' at ');
    expect((await run(['--debug', 'triage', 'b.ics'], { files: fault })).stderr).toMatch(/\n\s+at /);
  });
});
