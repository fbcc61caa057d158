import { describe, expect, it } from '@jest/globals';
import { createPeople } from '../../../src/sandbox/accounts/people.ts';
import { somebody } from '../somebody.ts';

const ada = somebody('ada@acme.example', { aliases: ['a.byron@acme.example'], userId: '1010' });
const ben = somebody('ben@acme.example');
const group = (address: string, ...members: readonly string[]) =>
  somebody(address, { kind: 'group', members });

describe('people', () => {
  const people = createPeople([ada, ben]);

  it.each(['ada@acme.example', 'ADA@Acme.Example', 'A.Byron@acme.example', '1010'])(
    'are found as %s',
    (name) => {
      expect(people.find(name)).toBe(ada);
    },
  );

  it('are not found by a name of nobody', () => {
    expect(people.find('__proto__')).toBeNull();
    expect(people.find('eve@acme.example')).toBeNull();
  });

  it('do not share names', () => {
    const double = somebody('double@acme.example', { aliases: ['ADA@acme.example'] });
    expect(() => createPeople([ada, double])).toThrow(
      'ADA@acme.example is ada@acme.example and double@acme.example',
    );
  });
});

describe('members of a group', () => {
  const people = createPeople([
    ada,
    ben,
    group('dev@acme.example', 'ada@acme.example', 'guest@else.example'),
    group('all@acme.example', 'DEV@acme.example', 'a.byron@acme.example', 'ben@acme.example'),
    group('left@acme.example', 'right@acme.example', 'ada@acme.example'),
    group('right@acme.example', 'left@acme.example', 'ben@acme.example'),
  ]);

  it('are those of the groups in it too, each once, by their own address', () => {
    expect([...people.membersOf('all@acme.example')].sort()).toEqual([
      'ada@acme.example',
      'ben@acme.example',
      'guest@else.example',
    ]);
  });

  it('are found where two groups contain each other', () => {
    expect([...people.membersOf('Left@acme.example')].sort()).toEqual([
      'ada@acme.example',
      'ben@acme.example',
    ]);
  });

  it('are none for a person and for nobody', () => {
    expect(people.membersOf('ada@acme.example')).toEqual([]);
    expect(people.membersOf('a.byron@acme.example')).toEqual([]);
    expect(people.membersOf('eve@acme.example')).toEqual([]);
  });
});
