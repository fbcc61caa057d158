import type { SandboxColleague } from '../../../app/ports/sandbox-desk.ts';
import type { SandboxPerson } from '../../../sandbox/accounts/person.ts';

/** The French office is in a city that no zone is named after. */
const cities: Readonly<Record<string, string>> = { 'Europe/Paris': 'Lyon' };

/** People with a calendar, as pages name them. */
export function colleaguesOf(people: readonly SandboxPerson[]): readonly SandboxColleague[] {
  return people.flatMap(({ address, name, provider, zone, kind }) =>
    kind === 'person' && provider !== 'outside'
      ? [{ address, name, provider, zone, place: cityOf(zone) }]
      : [],
  );
}

function cityOf(zone: string): string {
  return cities[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
