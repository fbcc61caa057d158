import { describe, expect, it } from '@jest/globals';
import { joinPolicy, policyFor } from '../../../src/config/policy/join-levels.ts';
import { loadDefaultPolicy } from '../../../src/config/policy/load-default.ts';
import { documentOf } from './policy-text.ts';

const ann = { email: 'ann@acme.example' };
const members = 'members: [ann@acme.example]';
const time = (hour: number, minute = 0) => ({ hour, minute });

describe('the default policy', () => {
  const policy = policyFor(loadDefaultPolicy(), { email: null });

  it('is what its text says', () => {
    expect(policy).toEqual({
      zone: null,
      travel: [],
      ownDomains: [],
      zones: {},
      workingHours: [{ weekdays: [1, 2, 3, 4, 5], start: time(9), end: time(17) }],
      noMeetingDays: [],
      focus: { calendarEvents: true, categories: [], blocks: [] },
      holds: { inCalendar: false, autoDecline: 'none' },
      publicHolidays: [],
      emergencies: ['production-down', 'security-breach', 'legal-deadline', 'client-emergency'],
      customEmergencies: [],
      exempt: { people: [], domains: [], categories: [] },
      enforcement: {
        default: 'warn',
        'no-meeting-day': 'enforce',
        'focus-block': 'warn',
        'outside-working-hours': 'warn',
        'unfair-burden': 'warn',
        'public-holiday': 'warn',
        'go-async': 'warn',
        consumable: 'warn',
        'several-zones': 'warn',
        'must-be-documented': 'warn',
        'interrupts-deep-work': 'warn',
        'written-question': 'warn',
      },
      enforcedByName: [],
      answerConfidence: 0.9,
      responseWindows: {
        question: { hours: 24 },
        review: { hours: 48 },
        decision: { hours: 48 },
        rfc: { workingDays: 5 },
        status: { workingDays: 1 },
        video: { hours: 48 },
        handover: { workingDays: 1 },
      },
      limits: { people: 8, minutes: 60, agendaFromMinutes: 30 },
      budget: { slots: [], hoursPerDay: null, hoursPerWeek: null },
      hourlyRate: { amount: 75, currency: 'USD' },
      takesOffHours: true,
      paused: false,
    });
  });

  it('is also the policy of an empty file', () => {
    expect(policyFor({}, ann)).toEqual(policy);
  });

  it('binds nobody: a person may state less', () => {
    const document = documentOf(
      'people: {ann@acme.example: {enforcement: {default: observe}, limits: {people: none}, exempt: {people: [b@x.y]}}}',
    );
    const { policy: own, ignored } = joinPolicy(document, ann);
    expect(new Set(Object.values(own.enforcement))).toEqual(new Set(['observe']));
    expect(own.limits).toEqual({ people: null, minutes: 60, agendaFromMinutes: 30 });
    expect(own.exempt.people).toEqual(['b@x.y']);
    expect(ignored).toEqual([]);
  });
});

describe('precedence between an organization and a person', () => {
  // What the organization states, what the person asks for, what holds, and which of the person's keys is ignored.
  const cases: readonly (readonly [string, string, object, readonly string[]])[] = [
    [
      'noMeetingDays: [wednesday]',
      'noMeetingDays: [friday]',
      { noMeetingDays: [{ weekday: 3 }, { weekday: 5 }] },
      [],
    ],
    [
      'noMeetingDays: [wednesday]',
      'noMeetingDays: []',
      { noMeetingDays: [{ weekday: 3 }] },
      ['noMeetingDays'],
    ],
    [
      'noMeetingDays: [{day: wednesday, allow: [incident]}]',
      'noMeetingDays: [{day: wednesday, allow: [incident, social]}]',
      { noMeetingDays: [{ weekday: 3, allowPurposes: ['incident'] }] },
      ['noMeetingDays'],
    ],
    [
      'noMeetingDays: [{day: wednesday, except: [2026-12-16]}]',
      'noMeetingDays: [wednesday]',
      { noMeetingDays: [{ weekday: 3, exceptDates: [] }] },
      [],
    ],
    [
      'focus: {calendarEvents: true, categories: [Deep]}',
      'focus: {calendarEvents: false, categories: [Maker]}',
      { focus: { calendarEvents: true, categories: ['Deep', 'Maker'] } },
      ['focus.calendarEvents'],
    ],
    [
      'enforcement: {default: grace}',
      'enforcement: {focus-block: warn, no-meeting-day: enforce}',
      { enforcement: { default: 'grace', 'focus-block': 'grace', 'no-meeting-day': 'enforce' } },
      ['enforcement.focus-block'],
    ],
    [
      'enforcement: {go-async: grace}',
      'enforcement: {consumable: warn, several-zones: enforce}',
      { enforcement: { consumable: 'grace', 'several-zones': 'enforce', 'written-question': 'grace' } },
      ['enforcement.consumable'],
    ],
    [
      'enforcement: {focus-block: observe}',
      'enforcement: {default: enforce}',
      { enforcement: { 'focus-block': 'observe', 'public-holiday': 'enforce' } },
      [],
    ],
    [
      'limits: {people: 8, minutes: 60}',
      'limits: {people: 12, minutes: 30}',
      { limits: { people: 8, minutes: 30 } },
      ['limits.people'],
    ],
    ['limits: {people: 8}', 'limits: {people: none}', { limits: { people: 8 } }, ['limits.people']],
    ['limits: {people: none}', 'limits: {people: 5}', { limits: { people: 5 } }, []],
    [
      'budget: {hoursPerDay: 3}',
      'budget: {hoursPerDay: 4, hoursPerWeek: 12}',
      { budget: { hoursPerDay: 3, hoursPerWeek: 12 } },
      ['budget.hoursPerDay'],
    ],
    [
      'budget: {slots: [{days: [monday, tuesday], hours: 13:00-17:00}]}',
      'budget: {slots: [{days: [monday], hours: 12:00-15:00}]}',
      { budget: { slots: [{ weekdays: [1], start: time(13), end: time(15) }] } },
      ['budget.slots'],
    ],
    [
      'budget: {slots: [{days: [monday], hours: 13:00-17:00}]}',
      'budget: {slots: [{days: [friday], hours: 13:00-17:00}]}',
      { budget: { slots: [{ weekdays: [1] }] } },
      ['budget.slots'],
    ],
    [
      'responseWindows: {question: 24h, rfc: 5 working days}',
      'responseWindows: {question: 1 working day, rfc: 48h}',
      { responseWindows: { question: { workingDays: 1 }, rfc: { workingDays: 5 } } },
      ['responseWindows.rfc'],
    ],
    ['answerConfidence: 0.9', 'answerConfidence: 0.6', { answerConfidence: 0.9 }, ['answerConfidence']],
    ['answerConfidence: 0.9', 'answerConfidence: 0.95', { answerConfidence: 0.95 }, []],
    [
      'exempt: {people: [ceo@x.y, cfo@x.y]}',
      'exempt: {people: [ceo@x.y, pal@x.y]}',
      { exempt: { people: ['ceo@x.y'] } },
      ['exempt.people'],
    ],
    [
      'noMeetingDays: [friday]',
      'exempt: {domains: [pal.example]}',
      { exempt: { domains: [] } },
      ['exempt.domains'],
    ],
    [
      'hourlyRate: {amount: 1, currency: EUR}',
      'exempt: {domains: [pal.example]}',
      { exempt: { domains: ['pal.example'] }, hourlyRate: { amount: 1, currency: 'EUR' } },
      [],
    ],
    [
      'emergencies: [production-down]',
      'emergencies: [{name: recall, phrases: [product recall]}]',
      {
        emergencies: ['production-down'],
        customEmergencies: [{ name: 'recall', phrases: ['product recall'] }],
      },
      [],
    ],
    [
      'timeZone: Europe/Paris',
      'timeZone: Asia/Tokyo',
      { zone: 'Asia/Tokyo', zones: { 'ann@acme.example': 'Asia/Tokyo' } },
      [],
    ],
    [
      'workingHours: [{days: [monday], hours: 09:00-17:00}]',
      'workingHours: [{days: [sunday], hours: 07:00-23:00}]',
      { workingHours: [{ weekdays: [7], start: time(7), end: time(23) }] },
      [],
    ],
  ];

  it.each(cases)('%s, then %s', (organization, person, expected, ignoredKeys) => {
    const document = documentOf(`organization: {${organization}}\npeople: {ann@acme.example: {${person}}}`);
    const { policy, ignored } = joinPolicy(document, { email: 'Ann@Acme.example' });
    expect(policy).toMatchObject(expected);
    expect(ignored.map(({ key }) => key)).toEqual(ignoredKeys);
    for (const { level } of ignored) expect(level).toBe('people.ann@acme.example');
  });

  it('adds to the known emergencies where the organization lists none, and keeps an empty list empty', () => {
    const person = 'people: {ann@acme.example: {emergencies: [{name: recall, phrases: [recall]}]}}';
    expect(policyFor(documentOf(person), ann).emergencies).toHaveLength(4);
    expect(policyFor(documentOf(`organization: {emergencies: []}\n${person}`), ann).emergencies).toEqual([]);
  });
});

describe('what is handed down', () => {
  const limitsOf = (text: string) => policyFor(documentOf(text), ann).limits.people;

  it('lets a person decide what the organization allows', () => {
    const allowed = 'organization: {limits: {people: 8, minutes: 45}, allow: {people: [limits]}}';
    const document = documentOf(`${allowed}\npeople: {ann@acme.example: {limits: {people: 12}}}`);
    expect(joinPolicy(document, ann)).toMatchObject({
      policy: { limits: { people: 12, minutes: 45 } },
      ignored: [],
    });
  });

  it('does not let a person undo what only the team stated, where only the organization allows it', () => {
    expect(
      limitsOf(`organization: {allow: {people: [limits]}}
teams: {A: {${members}, limits: {people: 6}}}
people: {ann@acme.example: {limits: {people: 12}}}`),
    ).toBe(6);
  });

  it('lets a team free its members of its own words but not of those of the organization', () => {
    expect(
      limitsOf(`organization: {limits: {people: 10}}
teams: {A: {${members}, limits: {people: 6}, allow: {people: [limits]}}}
people: {ann@acme.example: {limits: {people: 12}}}`),
    ).toBe(10);
  });

  it('lets a team pass on what the organization let it decide', () => {
    expect(
      limitsOf(`organization: {limits: {people: 10}, allow: {teams: [limits]}}
teams: {A: {${members}, allow: {people: [limits]}}}
people: {ann@acme.example: {limits: {people: 12}}}`),
    ).toBe(12);
  });
});

describe('somebody in two teams', () => {
  const teams = (first: string, second: string, rest = '') =>
    documentOf(`teams:\n  A: {${members}, ${first}}\n  B: {${members}, ${second}}\n${rest}`);

  it('gets the stricter of both', () => {
    const document = teams(
      'noMeetingDays: [monday], enforcement: {default: enforce}, limits: {people: 5}',
      'noMeetingDays: [friday], enforcement: {focus-block: warn}, limits: {people: 9, minutes: 25}',
    );
    expect(policyFor(document, ann)).toMatchObject({
      noMeetingDays: [{ weekday: 1 }, { weekday: 5 }],
      enforcement: { 'focus-block': 'enforce', default: 'enforce' },
      limits: { people: 5, minutes: 25 },
    });
  });

  it('has no limit where one team says so and the other says nothing', () => {
    for (const document of [
      teams('limits: {minutes: none}', 'limits: {}'),
      teams('limits: {}', 'limits: {minutes: none}'),
    ]) {
      expect(policyFor(document, ann).limits.minutes).toBeNull();
    }
  });

  it('is not exempted by one team from what the other protects', () => {
    const document = teams('noMeetingDays: [monday]', 'exempt: {people: [pal@x.y]}');
    expect(policyFor(document, ann).exempt.people).toEqual([]);
  });

  it('is nowhere where the teams contradict one another, until they say so themselves', () => {
    const other = 'timeZone: Asia/Tokyo, publicHolidays: {region: JP}';
    const here = 'timeZone: Europe/Paris, publicHolidays: {region: FR}';
    const joined = joinPolicy(teams(here, other), ann);
    expect(joined.policy).toMatchObject({ zone: null, zones: {} });
    expect(joined.ignored.map(({ key }) => key)).toEqual(['timeZone', 'publicHolidays.region']);
    const own = teams(here, other, 'people: {ann@acme.example: {timeZone: America/New_York}}');
    expect(policyFor(own, ann).zone).toBe('America/New_York');
  });
});

describe('public holidays', () => {
  const holidays = (region: string) => (region === 'FR' ? ['2026-07-14', '2026-05-01'] : ['2026-11-03']);

  it('are those of the region without the ones that are worked, and with those added', () => {
    const document = documentOf(
      'organization: {publicHolidays: {region: FR, except: [2026-05-01], extra: [2026-12-24]}}',
    );
    expect(policyFor(document, { email: null, holidays }).publicHolidays).toEqual([
      '2026-07-14',
      '2026-12-24',
    ]);
  });

  it('are those of the person’s own region, and cannot be worked against the organization', () => {
    const document = documentOf(`organization: {publicHolidays: {extra: [2026-12-24]}}
people: {ann@acme.example: {publicHolidays: {region: JP, except: [2026-11-03, 2026-12-24]}}}`);
    const { policy, ignored } = joinPolicy(document, { ...ann, holidays });
    expect(policy.publicHolidays).toEqual(['2026-11-03', '2026-12-24']);
    expect(ignored.map(({ key }) => key)).toEqual(['publicHolidays.except', 'publicHolidays.except']);
  });
});

describe('what only a person states', () => {
  const stay = '{from: 2026-09-07, to: 2026-09-11, timeZone: Europe/Warsaw, region: PL}';

  it('is where they travel, and that they take no off-hours', () => {
    const document = documentOf(
      `people: {ann@acme.example: {timeZone: Asia/Tokyo, takesOffHours: false, travel: [${stay}]}}`,
    );
    expect(policyFor(document, ann)).toMatchObject({
      zone: 'Asia/Tokyo',
      takesOffHours: false,
      travel: [{ fromDate: '2026-09-07', toDate: '2026-09-11', zone: 'Europe/Warsaw' }],
    });
    expect(policyFor(document, { email: 'ben@acme.example' })).toMatchObject({
      takesOffHours: true,
      travel: [],
    });
  });

  it.each(['organization: {travel: []}', 'teams: {A: {takesOffHours: false}}'])(
    'is refused in %s',
    (text) => {
      expect(() => documentOf(text)).toThrow('is not a key here');
    },
  );
});

describe('who acts, and when', () => {
  const hardest = (text: string, today?: string, email: string | null = 'ann@acme.example') =>
    policyFor(documentOf(text), today === undefined ? { email } : { email, today }).enforcement[
      'no-meeting-day'
    ];

  it('gives grace where a level may not set enforce, and says so', () => {
    const text = `organization: {mayEnforce: {people: none, teams: [B]}, enforcement: {default: warn}}
teams: {A: {${members}, enforcement: {no-meeting-day: enforce}}, B: {}}`;
    const { policy, ignored } = joinPolicy(documentOf(text), ann);
    expect(policy.enforcement['no-meeting-day']).toBe('grace');
    expect(ignored).toMatchObject([{ level: 'teams.A', key: 'enforcement.no-meeting-day' }]);
    expect(hardest(text.replace('[B]', '[A, B]'))).toBe('enforce');
  });

  it('only observes people outside the pilot group', () => {
    const text = `organization: {pilot: {group: [A, Ben@x.y]}}\nteams: {A: {${members}}}`;
    expect(hardest(text)).toBe('enforce');
    expect(hardest(text, undefined, 'ben@x.y')).toBe('enforce');
    expect(hardest(text, undefined, 'cleo@x.y')).toBe('observe');
    expect(hardest(text, undefined, null)).toBe('observe');
  });

  it('only observes before the start date, and where today is not known', () => {
    const text = 'organization: {pilot: {startDate: 2027-01-11}}';
    expect(hardest(text, '2027-01-10')).toBe('observe');
    expect(hardest(text, '2027-01-11')).toBe('enforce');
    expect(hardest(text)).toBe('observe');
  });

  it.each([
    ['true', '2026-12-25', true],
    ['false', '2026-12-25', false],
    ['2026-12-24', '2026-12-24', true],
    ['2026-12-24', '2026-12-25', false],
  ])('with pause %s on %s is paused: %s', (pause, today, paused) => {
    expect(
      policyFor(documentOf(`people: {ann@acme.example: {pause: ${pause}}}`), { ...ann, today }).paused,
    ).toBe(paused);
  });

  it('stays paused where today is not known', () => {
    expect(policyFor(documentOf('people: {ann@acme.example: {pause: 2026-12-24}}'), ann).paused).toBe(true);
  });
});
