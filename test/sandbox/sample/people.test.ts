import { describe, expect, it } from '@jest/globals';
import { createPeople } from '../../../src/sandbox/accounts/people.ts';
import { samplePeople } from '../../../src/sandbox/sample/sample-company.ts';

const staff = samplePeople.filter(({ kind, provider }) => kind === 'person' && provider !== 'outside');

describe('the people of the sample company', () => {
  it('work in four offices, half of each on either calendar', () => {
    const count = (zone: string, provider: string) =>
      staff.filter((person) => person.zone === zone && person.provider === provider).length;
    expect(
      ['Europe/Paris', 'Europe/Warsaw', 'Asia/Singapore', 'America/New_York'].map((zone) => [
        count(zone, 'google'),
        count(zone, 'microsoft'),
      ]),
    ).toEqual([
      [3, 3],
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
  });

  it('can all be told apart, in lower case', () => {
    expect(() => createPeople(samplePeople)).not.toThrow();
    for (const { address } of samplePeople) expect(address).toBe(address.toLowerCase());
  });

  it('have user ids in the form of their provider', () => {
    for (const { userId, provider } of samplePeople) {
      const form = provider === 'google' ? /^\d{21}$/ : /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
      expect(userId).toMatch(form);
    }
  });

  it('are all in the group of everybody, through nested groups, each once', () => {
    const everybody = createPeople(samplePeople).membersOf('all@halden.example');
    const oneAccountEach = staff.filter(({ address }) => !address.startsWith('i.belkacem.roe'));
    expect([...everybody].sort()).toEqual(oneAccountEach.map(({ address }) => address).sort());
  });

  it('hold the special cases: two accounts, an alias, a delegate, hidden invitations, no Fridays', () => {
    const { find } = createPeople(samplePeople);
    expect(staff.filter(({ name }) => name === 'Inès Belkacem').map(({ provider }) => provider)).toEqual([
      'google',
      'microsoft',
    ]);
    expect(find('maya@halden.example')?.address).toBe('maya.ellison@halden.example');
    const delegated = staff.filter(({ delegates }) => delegates.length > 0);
    expect(delegated.map(({ delegates }) => delegates.map((name) => find(name)?.name))).toEqual([
      ['Sylvie Aubry'],
    ]);
    expect(staff.filter(({ hidesInvitations }) => hidesInvitations)).toHaveLength(1);
    expect(staff.filter(({ workingHours }) => !workingHours.weekdays.includes(5))).toHaveLength(1);
  });

  it('have two rooms in two offices, and know four people outside', () => {
    const rooms = samplePeople.filter(({ kind }) => kind === 'room');
    expect(rooms.map(({ zone }) => zone)).toEqual([
      'Europe/Paris',
      'Europe/Paris',
      'Asia/Singapore',
      'Asia/Singapore',
    ]);
    expect(samplePeople.filter(({ provider }) => provider === 'outside')).toHaveLength(4);
  });
});
