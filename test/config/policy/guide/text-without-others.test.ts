import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { textWithoutOthers } from '../../../../src/config/policy/guide/text-without-others.ts';
import { parsePolicy } from '../../../../src/config/policy/parse-policy.ts';

const ann = 'ann@acme.example';
const ben = 'ben@acme.example';

describe('a policy without other people', () => {
  it('keeps organization and teams with their comments, and oneself', () => {
    const text = `# Acme
organization: # everybody
  noMeetingDays: [wednesday]
# Ben is on leave until May
people:
  # burnt out
  Ben@acme.example:
    pause: true
  ${ann}: { takesOffHours: false } # Ann has small children
# Ben again
`;
    expect(textWithoutOthers(text, ann)).toBe(`# Acme
organization: # everybody
  noMeetingDays: [wednesday]
people:
  ${ann}:
    takesOffHours: false
`);
  });

  it('holds nothing of people who are written before other keys', () => {
    const text = `# All of Acme
"people":
  ${ben}: { pause: true } # ill
# end of Ben
teams:   { Core: {} } # odd spaces
...
`;
    expect(textWithoutOthers(text, ann)).toBe('teams:   { Core: {} } # odd spaces\n...\n');
  });

  it('stays as it was written where it speaks of nobody', () => {
    const text = 'teams:   {Core: {}} # odd spaces\n';
    expect(textWithoutOthers(text, ann)).toBe(text);
  });

  it('is nothing where there was nothing else', () => {
    expect(textWithoutOthers(`{ people: { ${ben}: {} } }`, ann)).toBe('{}\n');
    expect(textWithoutOthers(`people:\n  ${ben}: {}\n`, ann)).toBe('');
    expect(textWithoutOthers('', ann)).toBe('');
  });

  it('is the same policy but for the others, however it was written', () => {
    const person = fc.record({ takesOffHours: fc.boolean(), pause: fc.boolean() }, { requiredKeys: [] });
    const policy = fc.record(
      {
        organization: fc.constant({ noMeetingDays: ['friday'] }),
        people: fc.dictionary(fc.constantFrom(ann, ben, 'Ann@acme.example', 'zoe@acme.example'), person),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(policy, fc.constantFrom(stringify, JSON.stringify), (document, write) => {
        const text = write(document);
        const before = parsePolicy(text, 'before');
        fc.pre(before.ok);
        const after = parsePolicy(textWithoutOthers(text, ann), 'after');
        if (!before.ok || !after.ok) throw new Error('the shortened text is no policy');
        const own = before.document.people?.[ann];
        expect(after.document.people).toEqual(own && { [ann]: own });
        expect(after.document.organization).toEqual(before.document.organization);
      }),
    );
  });
});
