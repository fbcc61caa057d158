import { describe, expect, it } from '@jest/globals';
import type { ChangedPolicy } from '../../../../src/app/ports/policy-desk.ts';
import { createPolicyDesk } from '../../../../src/config/policy/edit/create-policy-desk.ts';

const desk = createPolicyDesk();
const ann = 'ann@acme.example';

function textOf(changed: ChangedPolicy): string {
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  return changed.text;
}

const written = `# Acme's policy, agreed on in May.
organization:
  # Wednesday belongs to work.
  noMeetingDays: [wednesday] # see the minutes
  limits: { people: 8 }
  pilot:
    group: [Platform, Ann@Acme.example]

teams:
  Platform:
    members: ["ann@acme.example", ben@acme.example]
    leads: [ann@acme.example]
    enforcement:
      # Makers asked for it.
      focus-block: grace

people:
  # Moved to Singapore.
  Ann@Acme.example:
    timeZone: Asia/Singapore # since March
    # Her own mornings.
    focus:
      blocks:
        - days: [monday, tuesday]
          hours: 09:00-12:00
  ben@acme.example: { timeZone: Europe/Warsaw }
# The end.
`;

describe('what a person states', () => {
  it('is read in the words of the policy, whatever the case of the address', () => {
    expect(desk.person(written, 'ANN@acme.example')).toEqual({
      timeZone: 'Asia/Singapore',
      workingHours: null,
      noMeetingDays: null,
      focusCalendarEvents: null,
      focusCategories: null,
      focusBlocks: [{ days: ['monday', 'tuesday'], hours: '09:00-12:00' }],
      weeklyGoal: null,
      holdsInCalendar: null,
      budgetHoursPerDay: null,
      budgetHoursPerWeek: null,
      takesOffHours: null,
      pause: null,
      enforcement: null,
    });
  });

  it('is changed line by line, and all other lines stay as they are', () => {
    const text = textOf(
      desk.changePerson(written, ann, {
        pause: '2026-12-24',
        timeZone: 'Europe/Paris',
        noMeetingDays: [
          { day: 'friday', allow: [], except: [] },
          { day: 'monday', allow: ['incident'], except: ['2026-12-21'] },
        ],
      }),
    );
    expect(text).toBe(
      written.replace('timeZone: Asia/Singapore', 'timeZone: Europe/Paris').replace(
        '          hours: 09:00-12:00\n',
        `          hours: 09:00-12:00
    noMeetingDays:
      - friday
      - day: monday
        allow: [incident]
        except: [2026-12-21]
    pause: 2026-12-24
`,
      ),
    );
  });

  it('goes with its group once nothing is left in it', () => {
    const text = textOf(desk.changePerson(written, ann, { focusBlocks: null, timeZone: null }));
    expect(text).not.toContain('Ann@Acme.example:');
    expect(text).toContain('  ben@acme.example: { timeZone: Europe/Warsaw }\n# The end.\n');
  });

  it('that changes nothing leaves the very text', () => {
    const odd = 'people:   {ann@acme.example:   {timeZone: "Asia/Singapore",}}';
    expect(textOf(desk.changePerson(odd, ann, { timeZone: 'Asia/Singapore', pause: null }))).toBe(odd);
  });

  it('begins a policy where nobody wrote one, without binding anybody by its defaults', () => {
    const text = textOf(desk.changePerson(null, ann, { takesOffHours: false }));
    expect(text).toBe(
      '# What this policy does not state comes from the default policy.\npeople:\n  ann@acme.example:\n    takesOffHours: false\n',
    );
    expect(textOf(desk.changePerson(text, ann, { takesOffHours: null }))).toBe(
      '# What this policy does not state comes from the default policy.\n',
    );
  });

  it('stays JSON in a policy that is JSON', () => {
    const json = '{"organization":{"limits":{"people":8}},"people":{}}';
    const text = textOf(desk.changePerson(json, ann, { pause: true }));
    expect(JSON.parse(text)).toEqual({
      organization: { limits: { people: 8 } },
      people: { [ann]: { pause: true } },
    });
  });
});

describe('a change that is not possible', () => {
  it('says where, what and what to do', () => {
    expect(desk.changePerson(written, ann, { timeZone: 'Europe/Pariss' })).toEqual({
      ok: false,
      problems: [
        {
          place: '20:5',
          key: 'people.Ann@Acme.example.timeZone',
          what: '"Europe/Pariss" is not allowed here',
          remedy: 'Write the IANA name of a time zone, for example `Europe/Paris` or `Asia/Singapore`.',
        },
      ],
    });
  });

  it('says what is wrong with a text that was broken before', () => {
    const changed = desk.changePerson('people: [', ann, { pause: true });
    expect(changed).toMatchObject({
      ok: false,
      problems: [{ place: '1:1', key: 'people' }, { place: '1:10' }],
    });
  });

  it('names the teams where one does not exist', () => {
    expect(desk.changeTeam(written, 'Platfrom', { enforcement: {} })).toEqual({
      ok: false,
      problems: [
        {
          place: null,
          key: 'teams.Platfrom',
          what: '"Platfrom" is not a team of this policy',
          remedy: 'Teams of this policy: "Platform".',
        },
      ],
    });
  });
});

describe('teams and organization', () => {
  it('are read as written', () => {
    expect(desk.teams(written)).toEqual([
      {
        name: 'Platform',
        members: [ann, 'ben@acme.example'],
        leads: [ann],
        enforcement: { 'focus-block': 'grace' },
      },
    ]);
    expect(desk.organization(written)).toEqual({
      enforcement: {},
      pilot: { group: ['Platform', 'Ann@Acme.example'], startDate: null },
    });
  });

  it('state nothing of teams where nobody wrote a policy, and of everybody what holds by default', () => {
    expect(desk.teams(null)).toEqual([]);
    expect(desk.organization(null)).toMatchObject({
      enforcement: { 'no-meeting-day': 'enforce' },
      pilot: null,
    });
  });

  it('take over the enforcement of a team as a whole', () => {
    const enforcement = { 'focus-block': 'grace', 'no-meeting-day': 'enforce' } as const;
    const text = textOf(desk.changeTeam(written, 'Platform', { enforcement }));
    expect(text).toBe(
      written.replace('focus-block: grace\n', 'focus-block: grace\n      no-meeting-day: enforce\n'),
    );
    expect(desk.teams(textOf(desk.changeTeam(text, 'Platform', { enforcement: {} })))[0]).toMatchObject({
      enforcement: {},
    });
  });

  it('begin for everybody on a day where the group is empty', () => {
    const text = textOf(desk.changeOrganization(written, { pilot: { group: [], startDate: '2027-01-11' } }));
    expect(text).toContain('  pilot:\n    startDate: 2027-01-11\n');
    expect(desk.organization(text).pilot).toEqual({ group: [], startDate: '2027-01-11' });
  });

  it('tell a pilot of nobody from one of everybody', () => {
    const nobody = 'organization:\n  pilot: { group: [] }\n';
    expect(desk.organization(nobody).pilot).toEqual({ group: [], startDate: null, nobody: true });
    expect(textOf(desk.changeOrganization(nobody, { pilot: null }))).not.toContain('pilot');
  });
});

describe('a person who is forgotten', () => {
  const everywhere = `organization:
  exempt: { people: [ann@acme.example, boss@acme.example] }
  mayEnforce: { people: [ANN@acme.example] }
  pilot: { group: [ann@acme.example] }
teams:
  Platform:
    # ann@acme.example and Ben founded it.
    members: [ann@acme.example, joann@acme.example]
    leads: [Ann@acme.example]
    exempt: { people: [ann@acme.example] }
people:
  ann@acme.example: { pause: true }
  joann@acme.example:
    timeZone: Europe/Paris # like ann@acme.example.
    exempt: { people: [ann@acme.example] }
`;

  it('is nowhere in the text, and others with a longer address stay', () => {
    const text = textOf(desk.forgetPerson(everywhere, 'Ann@Acme.example'));
    expect(text.toLowerCase()).not.toMatch(/(?<!jo)ann@acme/);
    expect(desk.teams(text)).toMatchObject([{ members: ['joann@acme.example'], leads: [] }]);
    expect(desk.person(text, 'joann@acme.example').timeZone).toBe('Europe/Paris');
  });

  it('leaves lists that are empty as empty lists: none would mean everybody', () => {
    const text = textOf(desk.forgetPerson(everywhere, ann));
    expect(desk.organization(text).pilot).toEqual({ group: [], startDate: null, nobody: true });
    expect(text).toContain('mayEnforce: {people: []}');
  });
});
