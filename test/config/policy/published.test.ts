import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { policyJsonSchema, schemaAt } from '../../../src/config/policy/json-schema.ts';
import { policyKeyTable } from '../../../src/config/policy/key-table.ts';
import { defaultPolicyText } from '../../../src/config/policy/load-default.ts';
import { parsePolicy } from '../../../src/config/policy/parse-policy.ts';
import { asyncRuleNames } from '../../../src/config/policy/rule-names.ts';
import { needRuleNames } from '../../../src/core/need/rule-names.ts';

const schema = policyJsonSchema();
const schemaFile = 'docs/policy.schema.json';
const page = 'docs/policy.md';

// Both are written anew by: UPDATE_DOCS=1 npm test -- test/config/policy/published
beforeAll(() => {
  if (!process.env.UPDATE_DOCS) return;
  writeFileSync(schemaFile, `${JSON.stringify(schema, null, 2)}\n`);
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, `${text.slice(0, text.indexOf('| key | levels |'))}${policyKeyTable()}\n`);
});

/** Every key of the schema as its last word, for example `hoursPerWeek`. */
function keysOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'properties' in node ? Object.keys(Object(node.properties)) : [];
  return [...own, ...Object.values(node).flatMap(keysOf)];
}

describe('what is published about the policy', () => {
  it('has a current JSON Schema in docs', () => {
    expect(JSON.parse(readFileSync(schemaFile, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('has a current table of keys in docs', () => {
    expect(readFileSync(page, 'utf8')).toContain(`\n${policyKeyTable()}\n`);
  });

  it('describes every key', () => {
    for (const row of policyKeyTable().split('\n').slice(2)) expect(row).not.toMatch(/\|\s*\|$/);
  });

  it('shows every key in the default policy, as a value or as an example', () => {
    const text = defaultPolicyText();
    const absent = [...new Set(keysOf(schema))].filter(
      (key) => !new RegExp(`(^|[\\s#-])${key}:`, 'm').test(text),
    );
    expect(absent).toEqual([]);
  });

  it('has examples in the default policy that are correct once they are switched on', () => {
    const examples = defaultPolicyText().replace(/^( *)# (?=( *)(- )?[\w@.-]+:( |$))/gm, '$1');
    const parsed = parsePolicy(examples, 'default.yaml');
    expect(parsed).toMatchObject({
      ok: true,
      document: {
        organization: {
          timeZone: 'Europe/Paris',
          budget: { hoursPerWeek: 15 },
          pilot: { startDate: '2027-01-11' },
        },
        teams: { Platform: { allow: { people: ['focus'] } } },
        people: { 'ann@acme.example': { pause: '2026-12-24' } },
      },
    });
  });

  it('has examples in the page that are correct', () => {
    const blocks = [...readFileSync(page, 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(
      (match) => match[1] ?? '',
    );
    expect(blocks.length).toBeGreaterThan(0);
    const verdicts = blocks.map((text) => parsePolicy(`${text}\n`, 'example'));
    // The page's second example names the team of the first.
    const problems = verdicts.flatMap((parsed) => (parsed.ok ? [] : parsed.problems));
    expect(problems.filter(({ what }) => !what.includes('not a team'))).toEqual([]);
  });

  it('names only rules of the core under go-async', () => {
    expect(needRuleNames).toEqual(expect.arrayContaining([...asyncRuleNames]));
  });
});

describe('schemaAt', () => {
  it('finds a place through records, lists and choices', () => {
    expect(schemaAt(schema, ['teams', 'A', 'noMeetingDays', 0, 'day'])).toMatchObject({ type: 'string' });
  });

  it.each([[['nothing']], [['organization', '__proto__']], [['teams', 0]]])('finds nothing at %j', (path) => {
    expect(schemaAt(schema, path)).toBeUndefined();
  });
});
