import { describe, expect, it } from '@jest/globals';
import { invite, read } from './samples.ts';

type Changes = Parameters<typeof invite>[0];

const feedback: Changes = {
  title: 'Your performance review',
  people: 2,
  description:
    'I have some difficult feedback on your performance and want you to hear it from me in person.',
};
const firstDay: Changes = {
  title: 'Welcome Ada!',
  description:
    'Ada starts with us on Monday. Onboarding on her first day: introductions to the new team and a tour.',
};
const report: Changes = { title: 'Kiln numbers', description: 'The numbers of the kiln are in the table.' };
const routine: Changes = { ...report, title: 'Weekly kiln numbers' };

const relationshipOf = (changes: Changes, context = {}) =>
  read(invite(changes), {}, context).signals.relationship;

describe('where several relationships hold', () => {
  it.each<[string, Changes, object, string]>([
    ['sensitive comes before external', { ...feedback, outside: 'customer' }, {}, 'sensitive'],
    ['external before new', { ...firstDay, outside: 'partner' }, {}, 'external'],
    ['new before established', firstDay, { earlierMeetings: 7 }, 'new'],
    ['history before words', routine, { earlierMeetings: 0 }, 'new'],
  ])('%s', (_, changes, context, expected) => {
    expect(relationshipOf(changes, context).value).toBe(expected);
  });
});

describe('a relationship', () => {
  it('is external by the address of an outsider, which is quoted', () => {
    const { value, evidence } = relationshipOf({ ...report, outside: 'vendor' });
    expect(value).toBe('external');
    expect(evidence).toEqual([{ field: 'attendees', text: expect.stringMatching(/@elsewhere\.example$/) }]);
  });

  it.each([
    [0, 'new'],
    [1, 'established'],
  ])('with %d earlier meetings is %s, with the number as evidence', (earlierMeetings, expected) => {
    expect(relationshipOf(report, { earlierMeetings })).toMatchObject({
      value: expected,
      evidence: [{ field: 'history', text: `${earlierMeetings}` }],
    });
  });

  it('is established without history only by words of the invite', () => {
    expect(relationshipOf(routine)).toMatchObject({ value: 'established', evidence: [{ field: 'summary' }] });
    expect(relationshipOf(report)).toEqual({ value: 'unknown', confidence: 0, evidence: [] });
  });
});
