import type { Enforcement } from '../../core/meeting/policy.ts';
import type { IgnoredSetting } from './ignored-settings.ts';
import { type NamedTeam, teamLevelName } from './join-settings.ts';
import { withoutControls } from './policy-problem.ts';
import type { OrganizationLevel, PersonLevel, PolicyDocument, Settings, TeamLevel } from './policy-schema.ts';

/** The levels of a policy that concern one person. */
export interface Levels {
  readonly organization: OrganizationLevel;
  readonly teams: readonly NamedTeam[];
  readonly person: PersonLevel;
}

/** `people.ann@acme.example`, as messages and `IgnoredSetting.level` name the level of a person. */
export function personLevelName(email: string | null): string {
  return email === null ? 'people' : `people.${withoutControls(email)}`;
}

/** What a level states, `enforce` replaced where it may not set it, which `ignored` tells. */
export interface Entitled<Level> {
  readonly level: Level;
  readonly ignored: readonly IgnoredSetting[];
}

/** A team with what `mayEnforce` leaves of it: where it may not set `enforce` that is `grace`, and its holds decline nothing. */
export function entitledTeam(
  organization: OrganizationLevel,
  { name, level }: NamedTeam,
): Entitled<TeamLevel> {
  return entitled(level, teamLevelName(name), includes(organization.mayEnforce?.teams, name));
}

/**
 * Finds the levels of a person, each as far as `mayEnforce` lets it; a null address is somebody without a team or
 * settings of their own.
 *
 * @param email lower case
 */
export function levelsOf(
  document: PolicyDocument,
  email: string | null,
): { readonly levels: Levels; readonly ignored: readonly IgnoredSetting[] } {
  const organization = document.organization ?? {};
  const people = document.people ?? {};
  const teams = teamsOf(document, email).map((team) => ({
    name: team.name,
    ...entitledTeam(organization, team),
  }));
  const own = (email !== null && Object.hasOwn(people, email) && people[email]) || {};
  const person = entitled(
    own,
    personLevelName(email),
    includes(organization.mayEnforce?.people, email ?? ''),
  );
  return {
    levels: { organization, teams, person: person.level },
    ignored: [...teams.flatMap(({ ignored }) => ignored), ...person.ignored],
  };
}

/** The teams that list a person, in the order of the file. */
export function teamsOf(document: PolicyDocument, email: string | null): readonly NamedTeam[] {
  if (email === null) return [];
  return Object.entries(document.teams ?? {})
    .filter(([, team]) => team.members?.includes(email))
    .map(([name, level]) => ({ name, level }));
}

/** Where nobody is named everybody may: protecting one's own time more is always allowed. */
function includes(who: 'all' | 'none' | readonly string[] | undefined, name: string): boolean {
  if (who === undefined || who === 'all') return true;
  return who !== 'none' && who.includes(name);
}

function entitled<Level extends Settings>(level: Level, name: string, mayEnforce: boolean): Entitled<Level> {
  if (mayEnforce) return { level, ignored: [] };
  const enforcement = Object.entries(level.enforcement ?? {});
  const autoDecline = level.holds?.autoDecline ?? 'none';
  const ignored = (key: string, asked: string, instead: string): IgnoredSetting => ({
    level: name,
    key,
    because: `${asked} was asked for, and ${instead} holds, because mayEnforce does not name this level`,
  });
  return {
    level: {
      ...level,
      ...(level.enforcement && {
        enforcement: Object.fromEntries(enforcement.map(([rule, how]) => [rule, softened(how)])),
      }),
      // The calendar's own declining is declining at once, so it takes the same right.
      ...(autoDecline !== 'none' && { holds: { ...level.holds, autoDecline: 'none' } }),
    },
    ignored: [
      ...enforcement
        .filter(([, how]) => how === 'enforce')
        .map(([rule]) => ignored(`enforcement.${rule}`, 'enforce', 'grace')),
      ...(autoDecline === 'none' ? [] : [ignored('holds.autoDecline', autoDecline, 'none')]),
    ],
  };
}

function softened(how: Enforcement | undefined): Enforcement | undefined {
  return how === 'enforce' ? 'grace' : how;
}
