import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { policyFor } from '../../../src/config/policy/join-levels.ts';
import { parsePolicy } from '../../../src/config/policy/parse-policy.ts';
import { enforcementLevels } from '../../../src/config/policy/policy-schema.ts';
import {
  autoDeclines,
  type Policy,
  type ResponseWindow,
  type WeeklyWindow,
} from '../../../src/core/meeting/policy.ts';

const optional = { requiredKeys: [] };
const level = fc.constantFrom(...enforcementLevels);
const limit = fc.constantFrom(2, 5, 9, 'none');
const dates = fc.subarray(['2026-12-24', '2026-12-25', '2026-12-31']);
const windows = fc.array(
  fc.record({
    days: fc.subarray(['monday', 'tuesday', 'friday'], { minLength: 1 }),
    hours: fc.constantFrom('08:00-12:00', '09:00-17:00', '13:00-24:00'),
  }),
  { minLength: 1, maxLength: 2 },
);
const day = fc.record({
  day: fc.constantFrom('monday', 'wednesday'),
  except: dates,
  allow: fc.subarray(['incident', 'interview', 'social']),
});
const settings = fc.record(
  {
    noMeetingDays: fc.uniqueArray(day, { maxLength: 2, selector: (entry) => entry.day }),
    focus: fc.record(
      { calendarEvents: fc.boolean(), categories: fc.subarray(['Deep', 'Maker']), blocks: windows },
      optional,
    ),
    holds: fc.record({ inCalendar: fc.boolean(), autoDecline: fc.constantFrom(...autoDeclines) }, optional),
    publicHolidays: fc.record({ extra: dates, except: dates }, optional),
    emergencies: fc.subarray(['production-down', 'security-breach']),
    exempt: fc.record(
      { people: fc.subarray(['a@x.y', 'b@x.y']), domains: fc.subarray(['x.y', 'z.y']) },
      optional,
    ),
    enforcement: fc.record(
      { default: level, 'focus-block': level, 'go-async': level, consumable: level },
      optional,
    ),
    answerConfidence: fc.constantFrom(0.5, 0.8, 1),
    responseWindows: fc.record({ question: fc.constantFrom('4h', '24h', '1 working day', '48h') }, optional),
    limits: fc.record({ people: limit, minutes: limit }, optional),
    budget: fc.record({ slots: windows, hoursPerDay: limit }, optional),
    workingHours: windows,
  },
  optional,
);

const email = 'ann@x.y';
const holidays = () => ['2026-12-25'];

function join(organization: object, teams: object, people: object): Policy {
  const text = JSON.stringify({
    organization: { publicHolidays: { region: 'FR' }, ...organization },
    teams,
    people,
  });
  const parsed = parsePolicy(text, 'p.json');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return policyFor(parsed.document, { email, holidays });
}

/** Every quarter hour of the week that lies in the windows, as `weekday-minute`. */
function quarters(list: readonly WeeklyWindow[]): Set<string> {
  const minutes = Array.from({ length: 96 }, (_, index) => index * 15);
  return new Set(
    list.flatMap(({ weekdays, start, end }) =>
      weekdays.flatMap((weekday) =>
        minutes
          .filter((minute) => minute >= start.hour * 60 + start.minute && minute < end.hour * 60 + end.minute)
          .map((minute) => `${weekday}-${minute}`),
      ),
    ),
  );
}

const holds = (outer: Iterable<unknown>, inner: Iterable<unknown>) => {
  const all = new Set(outer);
  return [...inner].every((item) => all.has(item));
};
const number = (value: number | null) => value ?? Number.POSITIVE_INFINITY;
const hoursOf = (window: ResponseWindow) => ('hours' in window ? window.hours : window.workingDays * 24 + 1);

/** What `below` protects less than `above`, both as they hold for one person; written apart from the code under test. */
function weakened(above: Policy, below: Policy, stated: object): readonly string[] {
  const has = (key: string) => Object.hasOwn(stated, key);
  const rules = Object.keys(above.enforcement);
  const rank = (policy: Policy, rule: string) =>
    enforcementLevels.indexOf(policy.enforcement[rule] ?? 'observe');
  const statedRules = Object.keys(Object(Reflect.get(stated, 'enforcement')));
  const slots = [quarters(above.budget.slots), quarters(below.budget.slots)] as const;
  const checks: Readonly<Record<string, boolean>> = {
    noMeetingDays: above.noMeetingDays.every((kept) =>
      below.noMeetingDays.some(
        (other) =>
          other.weekday === kept.weekday &&
          holds(kept.exceptDates, other.exceptDates) &&
          holds(kept.allowPurposes, other.allowPurposes),
      ),
    ),
    calendarEvents:
      !has('focus') ||
      !above.focus.calendarEvents ||
      below.focus.calendarEvents ||
      !('calendarEvents' in Object(Reflect.get(stated, 'focus'))),
    categories: holds(below.focus.categories, above.focus.categories),
    blocks: holds(quarters(below.focus.blocks), quarters(above.focus.blocks)),
    inCalendar: !has('holds') || !above.holds.inCalendar || below.holds.inCalendar,
    autoDecline:
      !has('holds') ||
      autoDeclines.indexOf(below.holds.autoDecline) >= autoDeclines.indexOf(above.holds.autoDecline),
    publicHolidays: !has('publicHolidays') || holds(below.publicHolidays, above.publicHolidays),
    emergencies: holds(below.emergencies, above.emergencies),
    exempt:
      !has('enforcement') ||
      (holds(above.exempt.people, below.exempt.people) && holds(above.exempt.domains, below.exempt.domains)),
    enforcement: rules.every(
      (rule) =>
        !(statedRules.includes(rule) || statedRules.includes('default')) ||
        rank(below, rule) >= rank(above, rule),
    ),
    answerConfidence: !has('answerConfidence') || below.answerConfidence >= above.answerConfidence,
    responseWindows:
      !('question' in Object(Reflect.get(stated, 'responseWindows'))) ||
      hoursOf(below.responseWindows.question) >= hoursOf(above.responseWindows.question),
    people:
      !('people' in Object(Reflect.get(stated, 'limits'))) ||
      number(below.limits.people) <= number(above.limits.people),
    hoursPerDay: number(below.budget.hoursPerDay) <= number(above.budget.hoursPerDay),
    slots: slots[0].size === 0 || (slots[1].size > 0 && holds(slots[0], slots[1])),
  };
  return Object.keys(checks).filter((check) => !checks[check]);
}

describe('joining levels', () => {
  it('never protects less than the organization', () => {
    fc.assert(
      fc.property(settings, settings, settings, settings, (organization, teamA, teamB, person) => {
        const above = join(organization, {}, {});
        const teams = { A: { members: [email], ...teamA }, B: { members: [email], ...teamB } };
        const below = join(organization, teams, { [email]: person });
        expect(weakened(above, below, organization)).toEqual([]);
      }),
      { numRuns: 200, seed: 20261121 },
    );
  });

  it('never protects less than a team of the person', () => {
    fc.assert(
      fc.property(settings, settings, settings, (organization, team, person) => {
        const teams = { A: { members: [email], ...team } };
        expect(
          weakened(join(organization, teams, {}), join(organization, teams, { [email]: person }), team),
        ).toEqual([]);
      }),
      { numRuns: 200, seed: 20261121 },
    );
  });

  it('gives a team hours within those of the organization, unless they share none', () => {
    fc.assert(
      fc.property(windows, windows, (organization, team) => {
        const above = quarters(join({ workingHours: organization }, {}, {}).workingHours);
        const teams = { A: { members: [email], workingHours: team } };
        expect(holds(above, quarters(join({ workingHours: organization }, teams, {}).workingHours))).toBe(
          true,
        );
      }),
      { numRuns: 200, seed: 20261121 },
    );
  });

  it('lets a person have what they ask for where the organization allows it', () => {
    fc.assert(
      fc.property(limit, limit, level, level, (limitAbove, limitBelow, above, below) => {
        const allow = { people: ['limits', 'enforcement'] };
        const organization = { limits: { people: limitAbove }, enforcement: { default: above }, allow };
        const person = { limits: { people: limitBelow }, enforcement: { default: below } };
        const policy = join(organization, {}, { [email]: person });
        expect(policy.limits.people).toBe(limitBelow === 'none' ? null : limitBelow);
        expect(policy.enforcement.default).toBe(below);
      }),
      { seed: 20261121 },
    );
  });

  it('does not depend on the order of the teams', () => {
    fc.assert(
      fc.property(settings, settings, (first, second) => {
        // Where two lists of hours share none, the first stands: these are left out.
        const { workingHours: _a, budget: _b, ...one } = first;
        const { workingHours: _c, budget: _d, ...other } = second;
        const a = { members: [email], ...one };
        const b = { members: [email], ...other };
        const sorted = (policy: Policy) => JSON.parse(JSON.stringify(policy, sortLists));
        expect(sorted(join({}, { A: a, B: b }, {}))).toEqual(sorted(join({}, { B: b, A: a }, {})));
      }),
      { numRuns: 200, seed: 20261121 },
    );
  });
});

function sortLists(_key: string, value: unknown): unknown {
  return Array.isArray(value)
    ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    : value;
}
