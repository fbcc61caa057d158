import type { Enforcement, Policy, ResponseWindow, ResponseWindowName } from '../../core/meeting/policy.ts';
import { responseWindowNames } from '../../core/meeting/policy.ts';
import { datesOff, type HolidayLookup } from './dates-off.ts';
import type { IgnoredSetting } from './ignored-settings.ts';
import { joinPerson } from './join-settings.ts';
import { type Levels, levelsOf, personLevelName } from './levels.ts';
import { loadDefaultPolicy } from './load-default.ts';
import type { PolicyDocument, Settings } from './policy-schema.ts';
import { ruleNames } from './rule-names.ts';
import { enforcementOf, namedFor } from './stricter.ts';
import { completeGoal } from './weekly-goal.ts';
import { whereaboutsOf, zonesOfPeople } from './zones.ts';

const noHolds: Policy['holds'] = { inCalendar: false, autoDecline: 'none' };

/** For whom, and when, a policy is asked. */
export interface PolicyQuestion {
  /** Any case; null for somebody whom the policy does not name. */
  readonly email: string | null;
  /** `YYYY-MM-DD` where the person is; without it a pilot has not begun and a dated pause still runs. */
  readonly today?: string;
  /** Public holidays by region code; none are known without it. `namedRegions` tells which regions are asked for. */
  readonly holidays?: HolidayLookup;
}

/** The policy of one person, and what their levels asked for but did not get. */
export interface JoinedPolicy {
  readonly policy: Policy;
  readonly ignored: readonly IgnoredSetting[];
}

/** The policy as it holds for one person. What no level states comes from the default policy, which binds nobody. */
export function policyFor(document: PolicyDocument, question: PolicyQuestion): Policy {
  return joinPolicy(document, question).policy;
}

/** Like `policyFor`, and tells what was ignored. */
export function joinPolicy(document: PolicyDocument, question: PolicyQuestion): JoinedPolicy {
  const email = question.email?.toLowerCase() ?? null;
  const { levels, ignored } = levelsOf(document, email);
  const defaults = loadDefaultPolicy().organization ?? {};
  // The four known emergencies stand until the organization itself says otherwise: a team adds to them.
  const organization = {
    ...levels.organization,
    emergencies: levels.organization.emergencies ?? defaults.emergencies,
  };
  const joined = joinPerson(organization, levels.teams, levels.person, personLevelName(email));
  const whereabouts = whereaboutsOf(document, email);
  const settings = joined.settings;
  const observedOnly = !inPilot(levels, email, question.today);
  const travel = levels.person.travel ?? [];
  const policy: Policy = {
    zone: whereabouts.timeZone,
    travel: travel.map(({ from, to, timeZone }) => ({ fromDate: from, toDate: to, zone: timeZone })),
    ownDomains: levels.organization.domains ?? [],
    zones: zonesOfPeople(document),
    workingHours: settings.workingHours ?? defaults.workingHours ?? [],
    noMeetingDays: settings.noMeetingDays ?? defaults.noMeetingDays ?? [],
    focus: focusOf(settings, defaults, observedOnly),
    holds: { ...noHolds, ...(observedOnly ? {} : stated(settings.holds)) },
    publicHolidays: datesOff(settings.publicHolidays ?? {}, whereabouts.region, travel, question.holidays),
    emergencies: (settings.emergencies ?? []).filter((emergency) => typeof emergency === 'string'),
    customEmergencies: (settings.emergencies ?? []).filter((emergency) => typeof emergency !== 'string'),
    exempt: { people: [], domains: [], categories: [], ...stated(settings.exempt) },
    enforcement: enforcementFor(settings, defaults, observedOnly),
    enforcedByName: document === loadDefaultPolicy() ? [] : enforcedByName(settings),
    answerConfidence: settings.answerConfidence ?? defaults.answerConfidence ?? 1,
    responseWindows: windowsOf(settings, defaults),
    limits: {
      people: null,
      minutes: null,
      agendaFromMinutes: null,
      ...stated(defaults.limits),
      ...stated(settings.limits),
    },
    budget: { slots: [], hoursPerDay: null, hoursPerWeek: null, ...stated(settings.budget) },
    hourlyRate: levels.organization.hourlyRate ?? defaults.hourlyRate ?? { amount: 0, currency: 'USD' },
    takesOffHours: levels.person.takesOffHours ?? true,
    paused: isPaused(levels.person.pause, question.today),
  };
  return { policy, ignored: [...ignored, ...whereabouts.ignored, ...joined.ignored] };
}

/** The parts of a group that are stated: an undefined part must not hide a default in a spread. */
function stated<Group extends object>(
  group: Group | undefined,
): { [Key in keyof Group]: Exclude<Group[Key], undefined> } {
  const entries = Object.entries(group ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Group]: Exclude<Group[Key], undefined> };
}

function focusOf(settings: Settings, defaults: Settings, observedOnly: boolean): Policy['focus'] {
  const { weeklyGoal, ...focus } = { ...stated(defaults.focus), ...stated(settings.focus) };
  return {
    ...{ calendarEvents: true, categories: [], blocks: [] },
    ...focus,
    // Whom the gate only observes finds no entries in their calendar.
    ...(weeklyGoal && !observedOnly && { weeklyGoal: completeGoal(weeklyGoal) }),
  };
}

function enforcementFor(
  settings: Settings,
  defaults: Settings,
  observedOnly: boolean,
): Policy['enforcement'] {
  const own = settings.enforcement ?? {};
  const fallback = defaults.enforcement ?? {};
  const levelOf = (rule: string): Enforcement =>
    observedOnly ? 'observe' : (enforcementOf(own, rule) ?? enforcementOf(fallback, rule) ?? 'observe');
  const byRule = ruleNames.map((rule) => [rule, levelOf(rule)] as const);
  return { ...Object.fromEntries(byRule), default: levelOf('default') };
}

function enforcedByName({ enforcement = {} }: Settings): string[] {
  return ruleNames.filter((rule) => namedFor(enforcement, rule) === 'enforce');
}

function windowsOf(settings: Settings, defaults: Settings): Record<ResponseWindowName, ResponseWindow> {
  const windowOf = (name: ResponseWindowName): ResponseWindow =>
    settings.responseWindows?.[name] ?? defaults.responseWindows?.[name] ?? { hours: 24 };
  const pairs = responseWindowNames.map((name) => [name, windowOf(name)] as const);
  return Object.fromEntries(pairs) as Record<ResponseWindowName, ResponseWindow>;
}

function inPilot({ organization, teams }: Levels, email: string | null, today: string | undefined): boolean {
  const { group, startDate } = organization.pilot ?? {};
  if (startDate !== undefined && (today === undefined || today < startDate)) return false;
  if (group === undefined) return true;
  return group.some((name) => name.toLowerCase() === email || teams.some((team) => team.name === name));
}

function isPaused(pause: boolean | string | undefined, today: string | undefined): boolean {
  if (typeof pause !== 'string') return pause ?? false;
  return today === undefined || today <= pause;
}
