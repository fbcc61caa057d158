import { describe, expect, it } from '@jest/globals';
import { explainPolicy } from '../../../src/config/policy/explain-policy.ts';
import { joinPolicy } from '../../../src/config/policy/join-levels.ts';
import { documentOf } from './policy-text.ts';

const ann = 'ann@acme.example';
const joined = (text: string) => joinPolicy(documentOf(text), { email: ann, today: '2026-11-23' });
const goalIn = (text: string) => joined(text).policy.focus.weeklyGoal;

describe('a weekly goal of focus time', () => {
  it('is absent where nobody states one, and complete where somebody does', () => {
    expect(goalIn('')).toBeUndefined();
    expect(goalIn(`people: { ${ann}: { focus: { weeklyGoal: { hours: 7.5 } } } }`)).toEqual({
      ...{ hours: 7.5, firmness: 'soft', leastMinutes: 90 },
    });
  });

  it('takes from each level what protects more', () => {
    const text = `
organization: { focus: { weeklyGoal: { hours: 8, firmness: hard } } }
teams: { Core: { members: [${ann}], focus: { weeklyGoal: { hours: 4, leastMinutes: 120 } } } }
people: { ${ann}: { focus: { weeklyGoal: { hours: 10, firmness: soft } } } }`;
    expect(goalIn(text)).toEqual({ hours: 10, firmness: 'hard', leastMinutes: 120 });
    expect(joined(text).ignored).toEqual([
      {
        level: `people.${ann}`,
        key: 'focus.weeklyGoal.firmness',
        because:
          'soft was asked for, and hard holds: a lower level may protect more, not less, unless the one above allows it',
      },
    ]);
  });

  it('may be lowered where the level above lets go of it', () => {
    const text = `
organization: { focus: { weeklyGoal: { hours: 8 } }, allow: { people: [focus] } }
people: { ${ann}: { focus: { weeklyGoal: { hours: 2 } } } }`;
    expect(goalIn(text)?.hours).toBe(2);
    expect(joined(text).ignored).toEqual([]);
  });

  it('books nothing for whom the gate only observes', () => {
    const goal = 'focus: { weeklyGoal: { hours: 8 } }';
    expect(goalIn(`organization: { ${goal}, pilot: { startDate: 2026-11-24 } }`)).toBeUndefined();
    expect(goalIn(`organization: { ${goal}, pilot: { startDate: 2026-11-23 } }`)?.hours).toBe(8);
  });

  it.each([
    ['soft', 'they give way to meetings'],
    ['hard', 'the owner of the mailbox gets a mail with a better way, and nothing is answered'],
  ])('is said in a sentence: %s', (firmness, means) => {
    const text = `organization: { focus: { weeklyGoal: { hours: 8, firmness: ${firmness} } } }`;
    expect(explainPolicy(documentOf(text))).toContain(
      `8 hours of focus time a week are booked for everyone in free working hours; ${means}.`,
    );
  });
});
