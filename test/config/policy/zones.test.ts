import { describe, expect, it } from '@jest/globals';
import { whereaboutsOf, zonesOfPeople } from '../../../src/config/policy/zones.ts';
import { documentOf } from './policy-text.ts';

const document = documentOf(`
organization: {timeZone: Europe/Paris, publicHolidays: {region: FR}}
teams:
  Tokyo: {members: [aki@x.y, both@x.y, own@x.y], timeZone: Asia/Tokyo, publicHolidays: {region: JP}}
  Warsaw: {members: [ola@x.y, both@x.y], timeZone: Europe/Warsaw}
  Everywhere: {members: [aki@x.y, lea@x.y]}
people:
  own@x.y: {timeZone: America/New_York, publicHolidays: {region: US-NY}}
  lea@x.y: {}
`);

describe('whereaboutsOf', () => {
  it.each([
    ['own@x.y', 'America/New_York', 'US-NY'],
    ['aki@x.y', 'Asia/Tokyo', 'JP'],
    ['ola@x.y', 'Europe/Warsaw', 'FR'],
    ['lea@x.y', 'Europe/Paris', 'FR'],
    ['stranger@x.y', 'Europe/Paris', 'FR'],
    ['both@x.y', null, 'JP'],
    [null, 'Europe/Paris', 'FR'],
  ])('places %s in %s and %s', (email, timeZone, region) => {
    expect(whereaboutsOf(document, email)).toMatchObject({ timeZone, region });
  });

  it('tells which teams contradict one another', () => {
    expect(whereaboutsOf(document, 'both@x.y').ignored).toEqual([
      {
        level: 'people.both@x.y',
        key: 'timeZone',
        because:
          'the teams say Asia/Tokyo and Europe/Warsaw, so it counts as unknown; state it for the person',
      },
    ]);
  });

  it('knows no place by the names of object properties', () => {
    expect(whereaboutsOf({}, 'constructor')).toEqual({ timeZone: null, region: null, ignored: [] });
  });
});

describe('zonesOfPeople', () => {
  it('holds those whom a team or their own word places, and nobody by the organization alone', () => {
    expect(zonesOfPeople(document)).toEqual({
      'aki@x.y': 'Asia/Tokyo',
      'ola@x.y': 'Europe/Warsaw',
      'own@x.y': 'America/New_York',
    });
  });
});
