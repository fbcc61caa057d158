import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RuleLevel } from '../../../../src/app/ports/policy-guide.ts';
import { createPolicyGuide } from '../../../../src/config/policy/guide/create-policy-guide.ts';
import { policyFor } from '../../../../src/config/policy/join-levels.ts';
import { parsePolicy } from '../../../../src/config/policy/parse-policy.ts';
import { asyncRuleNames, ruleNames } from '../../../../src/config/policy/rule-names.ts';

const guide = createPolicyGuide();
const levels = ['observe', 'warn', 'grace', 'enforce'] as const;
const member = 'ann@acme.example';

function ruleOf(rules: readonly RuleLevel[] | null, name: string): RuleLevel | undefined {
  return rules?.find(({ rule }) => rule === name);
}

describe('the rules of an organization', () => {
  it('are those that ship where nobody wrote a policy, and none is stated', () => {
    const rules = guide.organizationRules(null);
    expect(rules?.map(({ rule }) => rule)).toEqual(['default', ...ruleNames]);
    expect(rules?.every(({ stated }) => stated === null)).toBe(true);
    expect(ruleOf(rules, 'no-meeting-day')).toMatchObject({ inherited: 'enforce', inForce: 'enforce' });
  });

  it('may be anything', () => {
    const text = 'organization: { enforcement: { no-meeting-day: observe } }';
    expect(ruleOf(guide.organizationRules(text), 'no-meeting-day')).toEqual({
      rule: 'no-meeting-day',
      stated: 'observe',
      inherited: 'enforce',
      inheritedFrom: 'above',
      inForce: 'observe',
      choices: levels,
      ignored: null,
    });
  });
});

describe('where a level comes from that is not stated', () => {
  const sources = (rules: readonly RuleLevel[] | null) =>
    ['default', 'focus-block', 'consumable'].map((name) => {
      const { inherited, inheritedFrom } = ruleOf(rules, name) ?? {};
      return `${inherited} from ${inheritedFrom}`;
    });

  it.each([
    ['{}', ['warn from above', 'warn from above', 'warn from above']],
    ['{ default: grace }', ['warn from above', 'grace from default', 'grace from default']],
    [
      '{ default: grace, go-async: observe }',
      ['warn from above', 'grace from default', 'observe from go-async'],
    ],
  ])('of an organization that states %s', (enforcement, expected) => {
    expect(sources(guide.organizationRules(`organization: { enforcement: ${enforcement} }`))).toEqual(
      expected,
    );
  });

  it('is the level above where that is stricter than what the team says of other rules', () => {
    const text = `organization: { enforcement: { focus-block: grace } }\nteams: { Core: { members: [${member}], enforcement: { default: warn } } }\n`;
    expect(sources(guide.teamRules(text, 'Core'))[1]).toBe('grace from above');
  });
});

describe('the rules of a team', () => {
  const text = (organization: string, team: string) =>
    `organization: ${organization}\nteams: { Core: { members: [${member}], enforcement: ${team} } }\n`;

  it('cannot be weaker than what the organization states, only stricter', () => {
    const rules = guide.teamRules(
      text('{ enforcement: { default: grace } }', '{ focus-block: warn }'),
      'Core',
    );
    expect(ruleOf(rules, 'focus-block')).toMatchObject({
      ...{ stated: 'warn', inherited: 'grace', inForce: 'grace' },
      ...{ choices: ['grace', 'enforce'], ignored: 'weaker' },
    });
  });

  it('may be weaker where the organization allows it', () => {
    const allowed = '{ enforcement: { default: grace }, allow: { teams: [enforcement] } }';
    const rules = guide.teamRules(text(allowed, '{ focus-block: warn }'), 'Core');
    expect(ruleOf(rules, 'focus-block')).toMatchObject({ inForce: 'warn', choices: levels, ignored: null });
  });

  it('may not enforce where mayEnforce names others', () => {
    const limited = '{ mayEnforce: { teams: none } }';
    const rules = guide.teamRules(text(limited, '{ focus-block: enforce }'), 'Core');
    expect(ruleOf(rules, 'focus-block')).toMatchObject({
      ...{ inForce: 'grace', ignored: 'may-not-enforce', choices: ['observe', 'warn', 'grace'] },
    });
  });

  it('follow go-async where they are not named', () => {
    const rules = guide.teamRules(text('{}', '{ go-async: grace }'), 'Core');
    for (const name of asyncRuleNames)
      expect(ruleOf(rules, name)).toMatchObject({ stated: null, inherited: 'grace', inForce: 'grace' });
  });

  it('are not there for a team, or in a text, that is not there', () => {
    expect(guide.teamRules('teams: { Core: {} }', 'constructor')).toBeNull();
    expect(guide.teamRules(null, 'Core')).toBeNull();
    expect(guide.teamRules('teams: [', 'Core')).toBeNull();
  });

  const enforcement = fc.dictionary(fc.constantFrom('default', ...ruleNames), fc.constantFrom(...levels));
  const organization = fc.record(
    {
      enforcement,
      allow: fc.constant({ teams: ['enforcement'] }),
      mayEnforce: fc.constantFrom({ teams: 'none' }, { teams: ['Core'] }),
    },
    { requiredKeys: [] },
  );

  it('hold for a member just as they are shown, and each choice would', () => {
    fc.assert(
      fc.property(organization, enforcement, fc.constantFrom('default', ...ruleNames), (above, own, rule) => {
        const withTeam = (stated: typeof own) =>
          JSON.stringify({
            organization: above,
            teams: { Core: { members: [member], enforcement: stated } },
          });
        const shown = ruleOf(guide.teamRules(withTeam(own), 'Core'), rule);
        expect(shown?.inForce).toBe(inForceFor(withTeam(own), rule));
        const { [rule]: _, ...others } = own;
        expect(shown?.inherited).toBe(inForceFor(withTeam(others), rule));
        for (const how of levels) {
          const holds = inForceFor(withTeam({ ...own, [rule]: how }), rule) === how;
          expect(shown?.choices.includes(how)).toBe(holds);
        }
      }),
      { numRuns: 60 },
    );
  });

  function inForceFor(policy: string, rule: string): string | undefined {
    const parsed = parsePolicy(policy, 'policy.json');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return policyFor(parsed.document, { email: member }).enforcement[rule];
  }
});
