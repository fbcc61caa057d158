import { describe, expect, it } from '@jest/globals';
import { joinPolicy } from '../../../src/config/policy/join-levels.ts';
import { documentOf } from './policy-text.ts';

/** What is said of a person's settings that lose against the organization's. */
function said(organization: string, person: string): readonly string[] {
  const document = documentOf(`organization: {${organization}}\npeople: {a@x.y: {${person}}}`);
  return joinPolicy(document, { email: 'a@x.y' }).ignored.map(
    ({ key, because }) => `${key}: ${because.split(':')[0]}`,
  );
}

describe('what is said of ignored settings', () => {
  it.each([
    ['limits: {people: 8}', 'limits: {people: none}', 'limits.people: no limit was asked for, and 8 holds'],
    ['answerConfidence: 0.9', 'answerConfidence: 0.5', 'answerConfidence: 0.5 was asked for, and 0.9 holds'],
    [
      'responseWindows: {rfc: 5 working days}',
      'responseWindows: {rfc: 24h}',
      'responseWindows.rfc: 24 hours was asked for, and 5 working days holds',
    ],
    [
      'noMeetingDays: [monday]',
      'noMeetingDays: [{day: monday, allow: [social]}]',
      'noMeetingDays: Monday except for social was asked for, and Monday holds',
    ],
    ['noMeetingDays: [monday]', 'noMeetingDays: []', 'noMeetingDays: an empty list takes nothing away'],
    [
      'enforcement: {default: warn}',
      'exempt: {people: [b@x.y]}',
      'exempt.people: b@x.y was asked for, and nothing holds',
    ],
  ])('%s against %s', (organization, person, sentence) => {
    expect(said(organization, person)).toEqual([sentence]);
  });

  it('says nothing where all that was asked for holds', () => {
    expect(
      said('limits: {people: 8}, noMeetingDays: [monday]', 'limits: {people: 3}, noMeetingDays: [friday]'),
    ).toEqual([]);
  });
});
