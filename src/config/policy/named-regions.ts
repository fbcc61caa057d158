import { keyText } from './policy-problem.ts';
import type { PolicyDocument } from './policy-schema.ts';

/** A region of public holidays, with the place where a policy names it. */
export interface NamedRegion {
  /** ISO 3166 code, for example `FR` or `US-NY`. */
  readonly region: string;
  /** `people.ann@acme.example.publicHolidays.region`. */
  readonly key: string;
}

/** Every place of a policy that names a region: the three levels, and the stays of people, in this order. */
export function namedRegions({ organization, teams, people }: PolicyDocument): readonly NamedRegion[] {
  const named = (region: string | undefined, path: readonly PropertyKey[]): readonly NamedRegion[] =>
    region === undefined ? [] : [{ region, key: keyText(path) }];
  return [
    ...named(organization?.publicHolidays?.region, ['organization', 'publicHolidays', 'region']),
    ...Object.entries(teams ?? {}).flatMap(([name, team]) =>
      named(team.publicHolidays?.region, ['teams', name, 'publicHolidays', 'region']),
    ),
    ...Object.entries(people ?? {}).flatMap(([email, person]) => [
      ...named(person.publicHolidays?.region, ['people', email, 'publicHolidays', 'region']),
      ...(person.travel ?? []).flatMap((stay, index) =>
        named(stay.region, ['people', email, 'travel', index, 'region']),
      ),
    ]),
  ];
}
