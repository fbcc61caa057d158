import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import type { ChangedPolicy, PersonSettings } from '../../../../src/app/ports/policy-desk.ts';
import { createPolicyDesk } from '../../../../src/config/policy/edit/create-policy-desk.ts';
import { parsePolicy } from '../../../../src/config/policy/parse-policy.ts';

const desk = createPolicyDesk();
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const rules = ['default', 'no-meeting-day', 'focus-block', 'outside-working-hours'];
const addresses = ['ann@acme.example', 'ben@acme.example', "o'neil+x@acme.example", '*star@acme.example'];

const someDays = fc
  .subarray([...days], { minLength: 1 })
  .map((chosen) => days.filter((day) => chosen.includes(day)));
const someHours = fc.record({
  days: someDays,
  hours: fc.constantFrom('09:00-12:00', '00:00-24:00', '22:30-24:00'),
});
const freeDays = fc.uniqueArray(
  fc.record({
    day: fc.constantFrom(...days),
    allow: fc.subarray(['incident', 'interview']),
    except: fc.subarray(['2026-12-16', '2027-01-06']),
  }),
  { maxLength: 4, selector: ({ day }) => day },
);
const enforcement = fc
  .uniqueArray(fc.constantFrom(...rules), { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      fc.constant(names),
      fc.array(fc.constantFrom('observe', 'warn', 'grace', 'enforce'), {
        minLength: names.length,
        maxLength: names.length,
      }),
    ),
  )
  .map(([names, hows]) => Object.fromEntries(names.map((name, index) => [name, hows[index] ?? 'warn'])));
const words = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((text) => text.trim() === text && text !== '');

const settings: fc.Arbitrary<Partial<PersonSettings>> = fc.record(
  {
    timeZone: fc.constantFrom('Europe/Paris', 'Asia/Singapore'),
    workingHours: fc.array(someHours, { minLength: 1, maxLength: 3 }),
    noMeetingDays: freeDays,
    focusCalendarEvents: fc.boolean(),
    focusCategories: fc.array(words, { maxLength: 3 }),
    focusBlocks: fc.array(someHours, { maxLength: 3 }),
    weeklyGoal: fc.record({
      hours: fc.integer({ min: 1, max: 40 }),
      firmness: fc.constantFrom('soft' as const, 'hard' as const),
      leastMinutes: fc.integer({ min: 30, max: 240 }),
    }),
    holdsInCalendar: fc.boolean(),
    budgetHoursPerDay: fc.integer({ min: 1, max: 24 }),
    budgetHoursPerWeek: fc.integer({ min: 1, max: 168 }),
    takesOffHours: fc.boolean(),
    pause: fc.oneof(fc.boolean(), fc.constant('2026-12-24')),
    enforcement,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<PersonSettings>>;

/** A policy of some people in one of several layouts, with a comment before every line in one of them. */
const policies = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...addresses), { maxLength: 2 }),
    fc.array(settings, { minLength: 2, maxLength: 2 }),
  )
  .chain(([names, stated]) => {
    const text = names.reduce(
      (before, name, index) => textOf(desk.changePerson(before, name, stated[index] ?? {})),
      'organization:\n  limits: {people: 8}\nteams:\n  Core: {members: [ann@acme.example]}\n',
    );
    const value: unknown = parse(text, { schema: 'core' });
    return fc.constantFrom(
      text,
      text.replace(/^( *)(?=[^\s#])/gm, '$1# about this\n$1'),
      stringify(value, { collectionStyle: 'flow' }),
      stringify(value, { indent: 4, flowCollectionPadding: false }),
      JSON.stringify(value),
      '',
      '# nothing yet\n',
    );
  });

const cases = fc.tuple(policies, fc.constantFrom(...addresses), settings);

function textOf(changed: ChangedPolicy): string {
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  return changed.text;
}

function meaningOf(text: string) {
  const parsed = parsePolicy(text, 'policy');
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems)}\n${text}`);
  return parsed.document;
}

/** Everything but one person. */
function othersIn(text: string, address: string) {
  const { people = {}, ...rest } = meaningOf(text);
  const others = Object.entries(people).filter(([name]) => name !== address);
  return { ...rest, people: Object.fromEntries(others) };
}

const commentsOf = (text: string) => text.split('\n').filter((line) => line.trim().startsWith('#')).length;

describe('a change of any policy', () => {
  it('is what is read afterwards, and nothing else is', () => {
    fc.assert(
      fc.property(cases, ([text, address, change]) => {
        const before = desk.person(text, address);
        const after = textOf(desk.changePerson(text, address, change));
        expect(desk.person(after, address)).toEqual({ ...before, ...change });
        expect(othersIn(after, address)).toEqual(othersIn(text, address));
      }),
      { numRuns: 30 },
    );
  });

  it('is undone by its opposite, and stays JSON where it was', () => {
    fc.assert(
      fc.property(cases, ([text, address, change]) => {
        const before = desk.person(text, address);
        const after = textOf(desk.changePerson(text, address, change));
        const keys = Object.keys(change) as (keyof PersonSettings)[];
        const opposite = Object.fromEntries(keys.map((key) => [key, before[key]]));
        const again = textOf(desk.changePerson(after, address, opposite));
        expect(desk.person(again, address)).toEqual(before);
        expect(othersIn(again, address)).toEqual(othersIn(text, address));
        if (text.startsWith('{"')) expect(() => JSON.parse(after)).not.toThrow();
      }),
      { numRuns: 15 },
    );
  });

  it('keeps all comments that are not about what it removes', () => {
    fc.assert(
      fc.property(cases, ([text, address, change]) => {
        const added = Object.fromEntries(
          Object.entries(change).filter(([key]) => {
            const now = desk.person(text, address)[key as keyof PersonSettings];
            return now === null;
          }),
        );
        const after = textOf(desk.changePerson(text, address, added));
        expect(commentsOf(after)).toBe(commentsOf(text));
      }),
      { numRuns: 15 },
    );
  });

  it('forgets a person everywhere and nobody else', () => {
    fc.assert(
      fc.property(policies, fc.constantFrom(...addresses), (text, address) => {
        const after = textOf(desk.forgetPerson(text, address.toUpperCase()));
        expect(after.toLowerCase()).not.toContain(address);
        const { teams: _before, ...before } = othersIn(text, address);
        const { teams: _after, ...rest } = othersIn(after, address);
        expect(rest).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});
