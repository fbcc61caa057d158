import type { IgnoredSetting } from './ignored-settings.ts';
import type { NamedTeam } from './join-settings.ts';
import { withoutControls } from './policy-problem.ts';
import type { Settings } from './policy-schema.ts';
import {
  enforcementLevels,
  type OrganizationLevel,
  type PersonLevel,
  type PolicyDocument,
} from './policy-schema.ts';

/** The levels of a policy that concern one person. */
export interface Levels {
  readonly organization: OrganizationLevel;
  readonly teams: readonly NamedTeam[];
  readonly person: PersonLevel;
}

/** `people.ann@acme.example`, as messages and `IgnoredSetting.level` name the level of a person. */
export function personLevelName(email: string | null): string {
  return email === null ? 'people' : `people.${email}`;
}

/**
 * Finds the levels of a person; a null address is somebody without a team or settings of their own.
 * `enforce` of a level that may not set it is `grace` here, which `ignored` tells.
 *
 * @param email lower case
 */
export function levelsOf(
  document: PolicyDocument,
  email: string | null,
): { readonly levels: Levels; readonly ignored: readonly IgnoredSetting[] } {
  const organization = document.organization ?? {};
  const people = document.people ?? {};
  const ignored: IgnoredSetting[] = [];
  const entitled = <Level extends Settings>(level: Level, name: string, mayEnforce: boolean): Level =>
    mayEnforce ? level : withoutEnforce(level, name, ignored);
  const teams = teamsOf(document, email).map(({ name, level }) => ({
    name,
    level: entitled(level, `teams.${withoutControls(name)}`, includes(organization.mayEnforce?.teams, name)),
  }));
  const own = email !== null && Object.hasOwn(people, email) ? people[email] : undefined;
  const person = entitled(
    own ?? {},
    personLevelName(email),
    includes(organization.mayEnforce?.people, email ?? ''),
  );
  return { levels: { organization, teams, person }, ignored };
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

function withoutEnforce<Level extends Settings>(
  level: Level,
  name: string,
  ignored: IgnoredSetting[],
): Level {
  if (!level.enforcement) return level;
  const strongest = enforcementLevels[2];
  const capped = Object.entries(level.enforcement).map(([rule, stated]) => {
    if (stated !== 'enforce') return [rule, stated] as const;
    const because = `enforce was asked for, and ${strongest} holds, because mayEnforce does not name this level`;
    ignored.push({ level: name, key: `enforcement.${rule}`, because });
    return [rule, strongest] as const;
  });
  return { ...level, enforcement: Object.fromEntries(capped) };
}
