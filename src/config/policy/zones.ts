import type { IgnoredSetting } from './ignored-settings.ts';
import { teamsOf } from './levels.ts';
import type { PolicyDocument } from './policy-schema.ts';

/** Where a person is, as far as the policy says so. */
export interface Whereabouts {
  /** IANA name; null where nothing is stated, or where teams contradict one another. */
  readonly timeZone: string | null;
  /** Region of public holidays; null likewise. */
  readonly region: string | null;
  readonly ignored: readonly IgnoredSetting[];
}

/**
 * Zone and region of one person: their own word, else their teams' where those agree, else the organization's.
 * Teams that contradict one another leave it open: unknown is never guessed.
 */
export function whereaboutsOf(document: PolicyDocument, email: string | null): Whereabouts {
  const organization = document.organization;
  const person =
    email !== null && Object.hasOwn(document.people ?? {}, email) ? document.people?.[email] : undefined;
  const teams = teamsOf(document, email).map(({ level }) => level);
  const zones = stated(teams.map((team) => team.timeZone));
  const regions = stated(teams.map((team) => team.publicHolidays?.region));
  const ignored = [
    ...(person?.timeZone ? [] : contradiction('timeZone', zones)),
    ...(person?.publicHolidays?.region ? [] : contradiction('publicHolidays.region', regions)),
  ].map((part) => ({ level: `people.${email}`, ...part }));
  const timeZone = person?.timeZone ?? agreed(zones, organization?.timeZone);
  const region = person?.publicHolidays?.region ?? agreed(regions, organization?.publicHolidays?.region);
  return { timeZone, region, ignored };
}

/** Zones by document: they are the same for every person, and a document never changes. */
const zonesByDocument = new WeakMap<PolicyDocument, Readonly<Record<string, string>>>();

/** Zones of everyone whom the policy places by their own word or their team's, by lower-case address. */
export function zonesOfPeople(document: PolicyDocument): Readonly<Record<string, string>> {
  const zones = zonesByDocument.get(document) ?? collectZones(document);
  zonesByDocument.set(document, zones);
  return zones;
}

function collectZones(document: PolicyDocument): Readonly<Record<string, string>> {
  const zones = new Map<string, string | null>();
  for (const team of Object.values(document.teams ?? {})) {
    if (team.timeZone === undefined) continue;
    for (const email of team.members ?? []) {
      const known = zones.get(email);
      zones.set(email, known === undefined || known === team.timeZone ? team.timeZone : null);
    }
  }
  for (const [email, person] of Object.entries(document.people ?? {})) {
    if (person.timeZone !== undefined) zones.set(email, person.timeZone);
  }
  return Object.fromEntries([...zones].flatMap(([email, zone]) => (zone === null ? [] : [[email, zone]])));
}

function stated(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== undefined);
}

function agreed(values: readonly string[], otherwise: string | undefined): string | null {
  return values.length > 1 ? null : (values[0] ?? otherwise ?? null);
}

function contradiction(key: string, values: readonly string[]): readonly { key: string; because: string }[] {
  if (values.length < 2) return [];
  return [
    {
      key,
      because: `the teams say ${values.join(' and ')}, so it counts as unknown; state it for the person`,
    },
  ];
}
