import { describeSettings } from './describe-settings.ts';
import type { IgnoredSetting } from './ignored-settings.ts';
import { joinPerson, joinTeam } from './join-settings.ts';
import { entitledTeam, levelsOf, personLevelName, teamsOf } from './levels.ts';
import { loadDefaultPolicy } from './load-default.ts';
import { withoutControls } from './policy-problem.ts';
import type { OrganizationLevel, PolicyDocument, Settings, StatedStay } from './policy-schema.ts';
import { listText } from './setting-text.ts';
import { enforcementOf } from './stricter.ts';
import { whereaboutsOf } from './zones.ts';

/**
 * A policy in plain English, one sentence each: the organization with the defaults, then each team, then each person
 * with what they state, and for every level what was ignored and why. The same policy gives the same sentences.
 */
export function explainPolicy(document: PolicyDocument): readonly string[] {
  return explainLevels(document).flatMap(({ sentences }) => sentences);
}

/** Sentences of one level: of the organization, of a team, or of a person. */
export interface ExplainedLevel {
  readonly kind: 'organization' | 'team' | 'person';
  /** Name of the team, address of the person; null for the organization. */
  readonly name: string | null;
  readonly sentences: readonly string[];
}

/** Like `explainPolicy`, level by level. */
export function explainLevels(document: PolicyDocument): readonly ExplainedLevel[] {
  const defaults = loadDefaultPolicy().organization ?? {};
  const organization = {
    ...document.organization,
    emergencies: document.organization?.emergencies ?? defaults.emergencies,
  };
  return [
    { kind: 'organization', name: null, sentences: explainOrganization(organization, defaults) },
    ...Object.keys(document.teams ?? {}).map((name) => ({
      kind: 'team' as const,
      name,
      sentences: explainTeam(document, organization, name, defaults),
    })),
    ...Object.keys(document.people ?? {}).map((name) => ({
      kind: 'person' as const,
      name,
      sentences: explainPerson(document, organization, name, defaults),
    })),
  ];
}

function explainOrganization(
  organization: OrganizationLevel,
  defaults: OrganizationLevel,
): readonly string[] {
  const settings: Settings = {
    ...defaults,
    ...organization,
    limits: { ...defaults.limits, ...organization.limits },
    responseWindows: { ...defaults.responseWindows, ...organization.responseWindows },
    enforcement: effectiveEnforcement(organization, defaults),
  };
  const { domains, pilot, mayEnforce } = organization;
  const rate = organization.hourlyRate ?? defaults.hourlyRate;
  return [
    ...describeSettings(settings, {
      ...{ who: 'everyone', replaceableFor: 'everyone' },
      enforcementFor: enforcementIn(settings, defaults),
    }),
    ...(domains?.length
      ? [`People from ${listText(domains)} are colleagues; everyone else is external.`]
      : []),
    ...(rate ? [`An hour of one person is counted as ${rate.amount} ${rate.currency}.`] : []),
    ...allowance('Teams', 'the organization', organization.allow?.teams),
    ...allowance('People', 'the organization', organization.allow?.people),
    ...entitlement('teams', mayEnforce?.teams),
    ...entitlement('people', mayEnforce?.people),
    ...(pilot?.group
      ? [`The gate acts only for the pilot group: ${listText(pilot.group)}; everyone else is only observed.`]
      : []),
    ...(pilot?.startDate ? [`Before ${pilot.startDate} the gate only observes.`] : []),
  ];
}

function explainTeam(
  document: PolicyDocument,
  organization: OrganizationLevel,
  name: string,
  defaults: Settings,
): readonly string[] {
  const team = document.teams?.[name] ?? {};
  const who = `the team ${withoutControls(name)}`;
  const { members = [], leads = [] } = team;
  const { level, ignored } = entitledTeam(organization, { name, level: team });
  const joined = joinTeam(organization, { name, level });
  return [
    members.length > 0 ? `In ${who} are ${listText(members)}.` : `Nobody is in ${who}.`,
    ...(leads.length > 0 ? [`Led by ${listText(leads)}.`] : []),
    ...describeSettings(statedOnly(level, { ...joined.settings, ...zoneOf(team) }), {
      ...{ who, replaceableFor: `everyone in ${who}` },
      enforcementFor: enforcementIn(joined.settings, defaults),
    }),
    ...allowance('Members', who, team.allow?.people),
    ...[...ignored, ...joined.ignored].map(ignoredText),
  ];
}

function explainPerson(
  document: PolicyDocument,
  organization: OrganizationLevel,
  email: string,
  defaults: Settings,
): readonly string[] {
  const person = document.people?.[email] ?? {};
  const who = withoutControls(email);
  const { levels, ignored } = levelsOf(document, email);
  const joined = joinPerson(organization, levels.teams, levels.person, personLevelName(email));
  const several = teamsOf(document, email).map(({ name }) => name);
  const audience = { who, replaceableFor: null, enforcementFor: enforcementIn(joined.settings, defaults) };
  return [
    ...(several.length > 1 ? [`For ${who} the stricter of the teams ${listText(several)} holds.`] : []),
    ...describeSettings(statedOnly(levels.person, { ...joined.settings, ...zoneOf(person) }), audience),
    ...(person.travel ?? []).map((stay) => stayText(who, stay)),
    ...(person.takesOffHours === false ? [`Off-hours are never planned for ${who}.`] : []),
    ...pauseText(who, person.pause),
    // A person's own sentences: what teams may not enforce is said with the team.
    ...[
      ...ignored.filter(({ level }) => level === personLevelName(email)),
      ...whereaboutsOf(document, email).ignored,
      ...joined.ignored,
    ].map(ignoredText),
  ];
}

function zoneOf({ timeZone }: Settings): Settings {
  return timeZone === undefined ? {} : { timeZone };
}

/** The joined values of the settings that a level states itself; the others are said with the level that states them. */
function statedOnly(level: Settings, joined: Settings): Settings {
  return Object.fromEntries(Object.entries(joined).filter(([key]) => Object.hasOwn(level, key)));
}

function effectiveEnforcement(organization: Settings, defaults: Settings): Settings['enforcement'] {
  const own = organization.enforcement;
  return own?.default ? own : { ...defaults.enforcement, ...own };
}

function enforcementIn(settings: Settings, defaults: Settings) {
  return (rule: string) =>
    enforcementOf(settings.enforcement ?? {}, rule) ??
    enforcementOf(defaults.enforcement ?? {}, rule) ??
    'observe';
}

function allowance(below: string, above: string, keys: readonly string[] | undefined): readonly string[] {
  return keys?.length ? [`${below} may protect less than ${above} in: ${listText(keys)}.`] : [];
}

function entitlement(whom: string, who: 'all' | 'none' | readonly string[] | undefined): readonly string[] {
  if (who === undefined || who === 'all') return [];
  const named =
    who === 'none' || who.length === 0
      ? `No ${whom} may set`
      : `Of the ${whom} only ${listText(who)} may set`;
  return [`${named} enforce; a level that may not gets grace.`];
}

function pauseText(who: string, pause: boolean | string | undefined): readonly string[] {
  if (!pause) return [];
  return [
    `The gate is paused for ${who}${pause === true ? '' : ` until ${pause}, that day included`}: it only observes.`,
  ];
}

function stayText(who: string, { from, to, timeZone, region }: StatedStay): string {
  const holidays =
    region === undefined ? 'no public holidays are known there' : `public holidays are those of ${region}`;
  return `From ${from} to ${to} the clock of ${who} is that of ${timeZone}; ${holidays}.`;
}

function ignoredText({ level, key, because }: IgnoredSetting): string {
  return `Ignored: ${key} of ${withoutControls(level)}; ${because}.`;
}
