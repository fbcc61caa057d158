import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePolicy } from '../../../src/config/policy/parse-policy.ts';
import type { PolicyProblem } from '../../../src/config/policy/policy-problem.ts';

function problemsOf(text: string): readonly PolicyProblem[] {
  const parsed = parsePolicy(text, 'p.yaml');
  return parsed.ok ? [] : parsed.problems;
}

const organization = (line: string) => `organization:\n  ${line}\n`;

describe('parsePolicy on a correct policy', () => {
  it('normalizes weekdays, hours, purposes, windows, limits and addresses', () => {
    const parsed = parsePolicy(
      [
        'organization:',
        '  workingHours: [{days: [friday, monday], hours: 09:00-24:00}]',
        '  noMeetingDays: [wednesday, {day: friday, allow: [incident], except: [2026-12-25]}]',
        '  responseWindows: {question: 4h, rfc: 1 working day}',
        '  limits: {people: none, minutes: 45}',
        'people:',
        '  ANN@Acme.example: {pause: 2026-12-24}',
      ].join('\n'),
      'p.yaml',
    );
    expect(parsed).toEqual({
      ok: true,
      notes: [],
      document: {
        organization: {
          workingHours: [{ weekdays: [1, 5], start: { hour: 9, minute: 0 }, end: { hour: 24, minute: 0 } }],
          noMeetingDays: [
            { weekday: 3, exceptDates: [], allowPurposes: [] },
            { weekday: 5, exceptDates: ['2026-12-25'], allowPurposes: ['incident'] },
          ],
          responseWindows: { question: { hours: 4 }, rfc: { workingDays: 1 } },
          limits: { people: null, minutes: 45 },
        },
        people: { 'ann@acme.example': { pause: '2026-12-24' } },
      },
    });
  });

  it('reads JSON', () => {
    const parsed = parsePolicy('{"organization": {"budget": {"hoursPerDay": 3}}}', 'p.json');
    expect(parsed).toMatchObject({ ok: true, document: { organization: { budget: { hoursPerDay: 3 } } } });
  });

  it('takes an empty file as a policy that states nothing, and says so', () => {
    const parsed = parsePolicy('# nothing yet\n', 'p.yaml');
    expect(parsed).toMatchObject({ ok: true, document: {}, notes: [{ place: 'p.yaml:1:1' }] });
  });

  it('takes a key without a value as not written, and says where', () => {
    const parsed = parsePolicy('organization:\n  limits:\nteams:\n', 'p.yaml');
    expect(parsed).toMatchObject({
      ok: true,
      document: { organization: {} },
      notes: [
        { place: 'p.yaml:2:3', key: 'organization.limits' },
        { place: 'p.yaml:3:1', key: 'teams' },
      ],
    });
  });
});

describe('parsePolicy on mistakes', () => {
  const cases: readonly (readonly [
    what: string,
    text: string,
    place: string,
    key: string,
    remedy: RegExp,
  ])[] = [
    ['an unknown level', 'organisation: {}', '1:1', 'organisation', /`organization`.*teams, people/],
    [
      'an unknown key',
      organization('timezone: UTC'),
      '2:3',
      'organization.timezone',
      /`timeZone`.*workingHours/,
    ],
    [
      'a key of another level',
      organization('pause: true'),
      '2:3',
      'organization.pause',
      /Allowed here: .*domains/,
    ],
    [
      'an unknown zone',
      organization('timeZone: Mars/Base'),
      '2:3',
      'organization.timeZone',
      /IANA name.*Europe\/Paris/,
    ],
    [
      'a mistyped weekday',
      organization('noMeetingDays: [wensday]'),
      '2:19',
      'organization.noMeetingDays[0]',
      /`wednesday`.*monday, tuesday/,
    ],
    [
      'a missing weekday',
      organization('noMeetingDays: [{allow: [incident]}]'),
      '2:19',
      'organization.noMeetingDays[0].day',
      /one of monday/,
    ],
    [
      'an unknown key in a choice',
      organization('noMeetingDays: [{day: monday, alow: []}]'),
      '2:33',
      'organization.noMeetingDays[0].alow',
      /`allow`/,
    ],
    [
      'a weekday twice',
      organization('noMeetingDays: [monday, {day: monday}]'),
      '2:27',
      'organization.noMeetingDays[1]',
      /Join the two/,
    ],
    [
      'an unknown purpose',
      organization('noMeetingDays: [{day: monday, allow: [retro]}]'),
      '2:41',
      'organization.noMeetingDays[0].allow[0]',
      /one of status, broadcast/,
    ],
    [
      'hours that end before they begin',
      organization('workingHours: [{days: [monday], hours: 22:00-06:00}]'),
      '2:35',
      'organization.workingHours[0].hours',
      /end after the start/,
    ],
    [
      'hours of no clock',
      organization('workingHours: [{days: [monday], hours: 9-17}]'),
      '2:35',
      'organization.workingHours[0].hours',
      /`09:00-17:00`/,
    ],
    ['no working hours', organization('workingHours: []'), '2:3', 'organization.workingHours', /not empty/],
    [
      'a date that does not exist',
      organization('publicHolidays: {extra: [2026-02-30]}'),
      '2:28',
      'organization.publicHolidays.extra[0]',
      /a date that exists/,
    ],
    [
      'a region in small letters',
      organization('publicHolidays: {region: fr}'),
      '2:20',
      'organization.publicHolidays.region',
      /`FR`/,
    ],
    [
      'an unknown enforcement',
      organization('enforcement: {focus-block: enforced}'),
      '2:17',
      'organization.enforcement.focus-block',
      /`enforce`.*observe, warn, grace, enforce/,
    ],
    [
      'an unknown rule',
      organization('enforcement: {focusblock: warn}'),
      '2:17',
      'organization.enforcement.focusblock',
      /`focus-block`/,
    ],
    [
      'a window in plain days',
      organization('responseWindows: {rfc: 5 days}'),
      '2:21',
      'organization.responseWindows.rfc',
      /`24h` or `5 working days`/,
    ],
    [
      'a number in words',
      organization('limits: {people: eight}'),
      '2:12',
      'organization.limits.people',
      /a number above 0 to 1000, or `none`/,
    ],
    [
      'a certainty above one',
      organization('answerConfidence: 90'),
      '2:3',
      'organization.answerConfidence',
      /a number from 0.5 to 1/,
    ],
    [
      'a mistyped emergency',
      organization('emergencies: [production-dwn]'),
      '2:17',
      'organization.emergencies[0]',
      /`production-down`/,
    ],
    [
      'an emergency without phrases',
      organization('emergencies: [{name: recall, phrases: []}]'),
      '2:32',
      'organization.emergencies[0].phrases',
      /not empty/,
    ],
    [
      'a setting that cannot be handed down',
      organization('allow: {people: [pause]}'),
      '2:20',
      'organization.allow.people[0]',
      /one of workingHours/,
    ],
    [
      'a team that does not exist in mayEnforce',
      `${organization('mayEnforce: {teams: [Platfrom]}')}teams: {Platform: {}}`,
      '2:24',
      'organization.mayEnforce.teams[0]',
      /Write "Platform"/,
    ],
    [
      'a team that does not exist in the pilot',
      organization('pilot: {group: [Core]}'),
      '2:19',
      'organization.pilot.group[0]',
      /no teams/,
    ],
    ['a person who is no address', 'people: {ann: {}}', '1:10', 'people.ann', /an address/],
    ['a person twice in other capitals', 'people:\n  a@x.y: {}\n  A@x.y: {}', '3:3', 'people.A@x.y', /Join/],
    ['a repeated key', 'teams: {}\nteams: {}', '2:1', 'teams', /one of the two/],
    ['a tab', 'organization:\n\tpilot: {}', '2:1', '', /spaces/],
    ['two documents', 'teams: {}\n---\npeople: {}', '2:1', '', /---/],
    ['an anchor', 'teams: &all {}', '1:13', 'teams', /Write the value out/],
    ['an alias', 'teams: *all', '1:8', 'teams', /Write the value out/],
    ['a list as a key', '? [a, b]\n: 1', '1:3', '', /key: value/],
    [
      'a prototype as a key',
      'people: {__proto__: {pause: true}}',
      '1:10',
      'people.__proto__',
      /another name/,
    ],
    ['a word instead of a policy', 'hello', '1:1', '', /organization, teams, people/],
    ['a list instead of a policy', '- a', '1:1', '', /organization, teams, people/],
  ];

  it.each(cases)('tells of %s', (_what, text, place, key, remedy) => {
    const problems = problemsOf(text);
    const found = problems.find((problem) => problem.key === key && problem.place === `p.yaml:${place}`);
    expect({ found, problems }).toMatchObject({ found: { remedy: expect.stringMatching(remedy) } });
  });

  it('tells of all mistakes at once, by line', () => {
    const text =
      'organization:\n  timezone: UTC\n  limits: {people: lots}\nteams: {A: {memebers: []}}\nwhat: 1\n';
    const keys = problemsOf(text).map(({ line, key }) => [line, key]);
    expect(keys).toEqual([
      [2, 'organization.timezone'],
      [3, 'organization.limits.people'],
      [4, 'teams.A.memebers'],
      [5, 'what'],
    ]);
  });

  it('suggests nothing for a key that resembles none', () => {
    expect(problemsOf('xyzzy: 1')[0]?.remedy).toBe('Allowed here: organization, teams, people.');
  });

  it('shows hostile keys, values and file names without control characters', () => {
    const parsed = parsePolicy('"\\e[31mred\\u202e": 1\nteams: "\\e[0m"', 'p\u001b[2J.yaml');
    const text = parsed.ok ? '' : JSON.stringify(parsed.problems);
    expect(text).toContain('red');
    expect(text).not.toMatch(/\\u001b|\u202e|\\u202e/i);
  });
});

describe('parsePolicy on rubbish', () => {
  it('never throws on arbitrary text', () => {
    const yamlLike = fc.string({
      unit: fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '-',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '?',
        ',',
        '#',
        '\t',
        '<<',
        'organization',
        'people',
        '__proto__',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(yamlLike, fc.string()), (text) => {
        expect(typeof parsePolicy(text, 'p.yaml').ok).toBe('boolean');
      }),
      { numRuns: 300, seed: 20261121 },
    );
  });

  it('never throws on arbitrary JSON values at the places of a policy', () => {
    const place = fc.constantFrom(
      'timeZone',
      'workingHours',
      'noMeetingDays',
      'focus',
      'emergencies',
      'limits',
      'budget',
      'allow',
    );
    fc.assert(
      fc.property(place, fc.jsonValue(), (key, value) => {
        expect(typeof parsePolicy(JSON.stringify({ organization: { [key]: value } }), 'p.json').ok).toBe(
          'boolean',
        );
      }),
      { numRuns: 200, seed: 20261121 },
    );
  });

  it('leaves the prototype of objects alone', () => {
    parsePolicy('{"__proto__": {"polluted": 1}, "teams": {"__proto__": {"polluted": 1}}}', 'p.json');
    parsePolicy('{"people": {"a@x.y": {"constructor": {"prototype": {"polluted": 1}}}}}', 'p.json');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('refuses a megabyte at once', () => {
    const parsed = parsePolicy('a: 1\n'.repeat(210_000), 'p.yaml');
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ what: expect.stringContaining('1050000 characters') }],
    });
  });

  it.each([
    ['nested lists', '['.repeat(20_000)],
    ['nested groups', '{a: '.repeat(5_000)],
    ['unknown keys', Array.from({ length: 5_000 }, (_, index) => `key${index}: 1`).join('\n')],
    ['list items of a wrong kind', `teams: {A: {members: [${'x,'.repeat(120_000)}]}}`],
    [
      'an alias bomb',
      `a: &a [${'x,'.repeat(9)}]\n${['b', 'c', 'd'].map((name) => `${name}: &${name} [*a,*a,*a]`).join('\n')}`,
    ],
  ])('refuses %s with at most 500 messages', (_what, text) => {
    const parsed = parsePolicy(text, 'p.yaml');
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? 0 : parsed.problems.length).toBeLessThanOrEqual(500);
  });
});
