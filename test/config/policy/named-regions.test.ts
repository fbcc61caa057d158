import { describe, expect, it } from '@jest/globals';
import { namedRegions } from '../../../src/config/policy/named-regions.ts';
import { documentOf } from './policy-text.ts';

describe('namedRegions', () => {
  it('finds every place that names one, in the order of the levels', () => {
    const stay = '{from: 2026-09-07, to: 2026-09-11, timeZone: Europe/Warsaw';
    const document = documentOf(`organization: {publicHolidays: {region: FR}}
teams: {A: {publicHolidays: {region: DE-BE}}, B: {publicHolidays: {extra: [2026-12-24]}}}
people:
  a@x.y: {publicHolidays: {region: FR}, travel: [${stay}}]}
  b@x.y: {travel: [${stay.replaceAll('2026', '2027')}}, ${stay}, region: PL}]}`);
    expect(namedRegions(document)).toEqual([
      { region: 'FR', key: 'organization.publicHolidays.region' },
      { region: 'DE-BE', key: 'teams.A.publicHolidays.region' },
      { region: 'FR', key: 'people.a@x.y.publicHolidays.region' },
      { region: 'PL', key: 'people.b@x.y.travel[1].region' },
    ]);
  });

  it('finds none in a policy that states nothing', () => {
    expect(namedRegions({})).toEqual([]);
  });
});
