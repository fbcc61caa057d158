import { type IgnoredSetting, ignoredParts } from './ignored-settings.ts';
import { withoutControls } from './policy-problem.ts';
import {
  type BindingKey,
  bindingKeys,
  type OrganizationLevel,
  type PersonLevel,
  type Setting,
  type Settings,
  type TeamLevel,
} from './policy-schema.ts';
import { stricter } from './stricter.ts';

/** A team with the name it has in the policy. */
export interface NamedTeam {
  readonly name: string;
  readonly level: TeamLevel;
}

/** `teams.Platform`, as messages and `IgnoredSetting.level` name the level of a team. */
export function teamLevelName(name: string): string {
  return `teams.${withoutControls(name)}`;
}

/** Settings after a join, and what was asked for but does not hold. */
export interface JoinedSettings {
  readonly settings: Settings;
  readonly ignored: readonly IgnoredSetting[];
}

/** Settings that protect time: where a level states one, an exemption from below would weaken it. */
const protecting = [
  'workingHours',
  'noMeetingDays',
  'focus',
  'publicHolidays',
  'enforcement',
  'budget',
] as const;

/** The organization's settings as they hold for one team. */
export function joinTeam(organization: OrganizationLevel, team: NamedTeam): JoinedSettings {
  return joinBelow(teamLevelName(team.name), organization, team.level, (key) =>
    organization.allow?.teams?.includes(key) ? undefined : binding(key, organization, organization),
  );
}

/**
 * The settings of one person: the strictest of their teams' (the organization's, where they have none), then their own.
 *
 * A level binds with what it stated itself. It may let go of that (`allow`), and a team may pass on what the
 * organization let it decide. Zone and working hours are always the person's own.
 */
export function joinPerson(
  organization: OrganizationLevel,
  teams: readonly NamedTeam[],
  person: PersonLevel,
  level: string,
): JoinedSettings {
  const joinedTeams = teams.map((team) => ({
    team: team.level,
    settings: joinTeam(organization, team).settings,
  }));
  const inherited = strictestOf(joinedTeams.map(({ settings }) => settings)) ?? organization;
  return joinBelow(level, inherited, person, (key) => {
    if (key === 'workingHours') return undefined;
    const freed = organization.allow?.people?.includes(key) ?? false;
    const fromOrganization = binding(key, organization, organization);
    if (joinedTeams.length === 0) return freed ? undefined : fromOrganization;
    const bounds = joinedTeams.map(({ team, settings }) => {
      const teamFrees = team.allow?.people?.includes(key) ?? false;
      const fromTeam = teamFrees ? undefined : binding(key, team, settings);
      const passedOn = freed || (teamFrees && (organization.allow?.teams?.includes(key) ?? false));
      return fromTeam ?? (passedOn ? undefined : fromOrganization);
    });
    return strictest(key, bounds);
  });
}

/** The part of `value` with which a level holds those below it; undefined where it stated nothing on the matter. */
function binding<Key extends BindingKey>(
  key: Key,
  stated: Settings,
  value: Settings,
): Setting<Key> | undefined {
  if (key !== 'exempt') return stated[key] === undefined ? undefined : settingOf(key, value);
  if (stated.exempt === undefined && protecting.every((other) => stated[other] === undefined))
    return undefined;
  const complete: Settings = { exempt: { people: [], domains: [], categories: [], ...value.exempt } };
  return settingOf(key, complete);
}

function settingOf<Key extends BindingKey>(key: Key, settings: Settings): Setting<Key> | undefined {
  return settings[key] ?? undefined;
}

/** Settings of several levels of the same rank, each at its strictest; null for none. */
function strictestOf(levels: readonly Settings[]): Settings | null {
  if (levels.length === 0) return null;
  const joined: Settings = {};
  // By `binding`, so that a team that protects and exempts nobody is not weakened by what another team exempts.
  for (const key of bindingKeys)
    put(
      joined,
      key,
      strictest(
        key,
        levels.map((level) => binding(key, level, level)),
      ),
    );
  return joined;
}

function strictest<Key extends BindingKey>(
  key: Key,
  values: readonly (Setting<Key> | undefined)[],
): Setting<Key> | undefined {
  return values.reduce(
    (a, b) => (a === undefined || b === undefined ? (a ?? b) : stricter(key, a, b)),
    undefined,
  );
}

function joinBelow(
  level: string,
  inherited: Settings,
  stated: Settings,
  boundOf: <Key extends BindingKey>(key: Key) => Setting<Key> | undefined,
): JoinedSettings {
  const settings: Settings = {};
  const ignored: IgnoredSetting[] = [];
  const join = <Key extends BindingKey>(key: Key): void => {
    const above = settingOf(key, inherited);
    const own = settingOf(key, stated);
    const bound = own === undefined ? undefined : boundOf(key);
    const wanted = own === undefined ? above : overlay(above, own);
    const result = bound === undefined || wanted === undefined ? wanted : stricter(key, bound, wanted);
    put(settings, key, result);
    if (own !== undefined && result !== undefined) ignored.push(...ignoredParts(level, key, own, result));
  };
  for (const key of bindingKeys) join(key);
  return { settings, ignored };
}

/** A group of keys is stated key by key; lists and single values are stated whole. */
function overlay<Value>(inherited: Value | undefined, own: Value): Value {
  const isGroup = typeof own === 'object' && !Array.isArray(own);
  return isGroup && inherited !== undefined ? { ...inherited, ...own } : own;
}

function put<Key extends BindingKey>(settings: Settings, key: Key, value: Setting<Key> | undefined): void {
  if (value !== undefined) settings[key] = value;
}
