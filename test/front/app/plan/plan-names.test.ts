import { describe, expect, it } from '@jest/globals';
import { knownName, nameIn } from '../../../../src/front/app/plan/plan-names.ts';

const person = (address: string) =>
  ({ address, zone: 'Europe/Paris', kind: 'preferred', burden: 0, carried: 0 }) as const;
const people = ['ann@a.example', 'ann@b.example', 'mei@a.example', 'ben@a.example', 'me@a.example'].map(
  person,
);
const names = new Map([
  ['ann@a.example', 'Ann Ford'],
  ['ann@b.example', ' ann \u200b ford '],
  ['mei@a.example', 'Mei\u202E\nTan'],
  // Of somebody who is not in the plan.
  ['other@a.example', 'Mei Tan'],
]);
const viewer = { address: 'me@a.example', name: 'Olga Owner', roles: [], ledTeams: [] };

describe('the name of somebody in a plan', () => {
  it.each([
    ['as the planner’s calendar has it, in one clean line', 'mei@a.example', 'Mei Tan'],
    ['null where two people share it', 'ann@a.example', null],
    ['null for the other of them too', 'ann@b.example', null],
    ['null where nobody knows it', 'ben@a.example', null],
    ['of the planner as they signed in', 'me@a.example', 'Olga Owner'],
  ])('is %s', (_, address, name) => {
    expect(knownName({ names, people }, address, { viewer })).toBe(name);
    expect(nameIn({ names, people }, address, { viewer })).toBe(name ?? address);
  });
});
