import {
  type AutoDecline,
  type Enforcement,
  emergencyKinds,
  protectionRules,
} from '../../core/meeting/policy.ts';
import { withoutControls } from './policy-problem.ts';
import type { Settings } from './policy-schema.ts';
import { asyncRuleNames, asyncUmbrella } from './rule-names.ts';
import { countText, listText, noMeetingDayText, responseWindowText, windowText } from './setting-text.ts';

const happens: Readonly<Record<Enforcement, string>> = {
  observe: 'this is only recorded',
  warn: 'the owner of the mailbox gets a mail with a better way, and nothing is answered',
  grace: 'invites are answered tentatively, and declined with an offer after a deadline',
  enforce: 'invites are declined at once with an offer',
};

/** For whom settings are described, and how hard a rule acts for them. */
export interface Audience {
  /** As a sentence names it: `everyone`, `the team Platform`. */
  readonly who: string;
  /** Of a level whose word others replace: `everyone`, `everyone in the team Platform`; null for one person. */
  readonly replaceableFor: string | null;
  readonly enforcementFor: (rule: string) => Enforcement;
}

type Describe = (settings: Settings, audience: Audience) => readonly string[];

/** One sentence for each thing that `settings` states, in a fixed order. */
export function describeSettings(settings: Settings, audience: Audience): readonly string[] {
  return [
    days,
    focus,
    holds,
    hours,
    holidays,
    emergencies,
    exemptions,
    enforcement,
    windows,
    limits,
    budget,
  ].flatMap((part) => part(settings, audience));
}

const days: Describe = ({ noMeetingDays = [] }, { who, enforcementFor }) =>
  noMeetingDays.map(
    (day) =>
      `${noMeetingDayText({ ...day, allowPurposes: [], exceptDates: [] })} is kept free of meetings for ${who}` +
      `${exceptions(day.allowPurposes, day.exceptDates)}; ${happens[enforcementFor('no-meeting-day')]}.`,
  );

function exceptions(purposes: readonly string[], dates: readonly string[]): string {
  const parts = [
    ...(purposes.length > 0 ? [`for meetings of the kind ${listText(purposes)}`] : []),
    ...(dates.length > 0 ? [`on ${listText(dates)}`] : []),
  ];
  return parts.length > 0 ? `, except ${parts.join(' and ')}` : '';
}

const focus: Describe = ({ focus: stated }, { who, enforcementFor }) => {
  const sources = [
    ...(stated?.calendarEvents ? ['focus events of the calendar'] : []),
    ...(stated?.categories ?? []).map((category) => `events of the category ${withoutControls(category)}`),
    ...(stated?.blocks ?? []).map(windowText),
  ];
  const acts = happens[enforcementFor('focus-block')];
  return [
    ...(sources.length > 0 ? [`Focus time for ${who} is: ${listText(sources)}; ${acts}.`] : []),
    ...weeklyGoalText(stated?.weeklyGoal, who, acts),
  ];
};

function weeklyGoalText(
  goal: NonNullable<Settings['focus']>['weeklyGoal'],
  who: string,
  acts: string,
): readonly string[] {
  if (!goal) return [];
  const booked = `${countText(goal.hours, 'hour')} of focus time a week are booked for ${who} in free working hours`;
  return [`${booked}; ${goal.firmness === 'hard' ? acts : 'they give way to meetings'}.`];
}

const declines: Readonly<Record<AutoDecline, string>> = {
  none: 'declines nothing by itself',
  'new-conflicts':
    'by itself declines invitations that come into them, without exceptions and without an offer',
  'all-conflicts': 'by itself declines what stands or comes in them, without exceptions and without an offer',
};

const holds: Describe = ({ holds: stated }, { who }) => {
  if (stated?.inCalendar === undefined) return [];
  if (!stated.inCalendar) return [`Protected time of ${who} is not written into the calendar.`];
  return [
    `No-meeting days and focus blocks of ${who} stand in the calendar as holds; ` +
      `the calendar ${declines[stated.autoDecline ?? 'none']}.`,
  ];
};

const hours: Describe = ({ timeZone, workingHours }, { who, replaceableFor, enforcementFor }) => [
  ...(timeZone
    ? [`The time zone of ${unlessReplaced(who, replaceableFor, 'no other is')} is ${timeZone}.`]
    : []),
  ...(workingHours
    ? [
        `Working hours of ${unlessReplaced(who, replaceableFor, 'no others are')} are ${listText(workingHours.map(windowText))}; ` +
          `outside of them ${happens[enforcementFor('outside-working-hours')]}.`,
      ]
    : []),
];

/** Zone, hours and region are a person's own: what a level above states holds only for the rest. */
function unlessReplaced(who: string, replaceableFor: string | null, nothingElseIs: string): string {
  return replaceableFor === null ? who : `${replaceableFor} for whom ${nothingElseIs} set`;
}

const holidays: Describe = ({ publicHolidays }, { who, replaceableFor, enforcementFor }) => {
  const { region, extra = [], except = [] } = publicHolidays ?? {};
  const acts = happens[enforcementFor('public-holiday')];
  const there = unlessReplaced(who, replaceableFor, 'no other region is');
  return [
    ...(region ? [`Public holidays of ${region} are days off for ${there}; ${acts}.`] : []),
    ...(extra.length > 0 ? [`Days off for ${who} are also ${listText(extra)}; ${acts}.`] : []),
    ...(except.length > 0 ? [`Public holidays that ${who} works on are ${listText(except)}.`] : []),
  ];
};

const emergencies: Describe = ({ emergencies: stated }, { who }) => {
  if (!stated) return [];
  if (stated.length === 0) return [`Nothing counts as an emergency for ${who}.`];
  const known = emergencyKinds
    .filter((kind) => stated.includes(kind))
    .map((kind) => kind.replaceAll('-', ' '));
  const own = stated.flatMap((item) =>
    typeof item === 'string'
      ? []
      : [`${item.name} (an invite that says ${item.phrases.map(quoted).join(' or ')})`],
  );
  return [`An emergency for ${who} is: ${listText([...known, ...own])}.`];
};

const exemptions: Describe = ({ exempt }, { who }) => {
  const { people = [], domains = [], categories = [] } = exempt ?? {};
  const parts = [
    ...(people.length > 0 ? [`invites from ${listText(people)}`] : []),
    ...(domains.length > 0 ? [`meetings with people from ${listText(domains)}`] : []),
    ...(categories.length > 0 ? [`meetings of the category ${listText(categories)}`] : []),
  ];
  return parts.length > 0 ? [`No protection of time for ${who} holds against ${listText(parts)}.`] : [];
};

const enforcement: Describe = ({ enforcement: stated }, { who, enforcementFor }) => {
  if (!stated) return [];
  const protections = protectionRules
    .filter((rule) => stated[rule] !== undefined)
    .map((rule) => `By the rule ${rule}, for ${who}: ${happens[enforcementFor(rule)]}.`);
  const ownRules = asyncRuleNames
    .filter((rule) => stated[rule] !== undefined)
    .map(
      (rule) =>
        `Where the rule ${rule} says that a meeting need not be live, for ${who}: ${happens[enforcementFor(rule)]}.`,
    );
  const umbrella = stated[asyncUmbrella]
    ? [`Where a meeting need not be live, for ${who}: ${happens[enforcementFor(asyncUmbrella)]}.`]
    : [];
  const others = stated.default
    ? [`By every other rule, for ${who}: ${happens[enforcementFor('default')]}.`]
    : [];
  return [...protections, ...umbrella, ...ownRules, ...others];
};

const windows: Describe = ({ responseWindows, answerConfidence }, { who }) => {
  const times = Object.entries(responseWindows ?? {}).flatMap(([name, window]) =>
    window ? [`${name} ${responseWindowText(window)}`] : [],
  );
  return [
    ...(answerConfidence === undefined
      ? []
      : [
          `Nothing is answered by itself for ${who} below a certainty of ${Math.round(answerConfidence * 1000) / 10} %.`,
        ]),
    ...(times.length > 0 ? [`Time to answer in writing for ${who}: ${listText(times)}.`] : []),
  ];
};

const limits: Describe = ({ limits: stated }, { who }) => {
  const { people, minutes, agendaFromMinutes } = stated ?? {};
  const parts = [
    ...(people ? [`more than ${countText(people, 'person', 'people')}`] : []),
    ...(minutes ? [`longer than ${countText(minutes, 'minute')}`] : []),
    ...(agendaFromMinutes ? [`of ${countText(agendaFromMinutes, 'minute')} or more without an agenda`] : []),
  ];
  return parts.length > 0 ? [`A change is proposed for meetings of ${who}: ${listText(parts)}.`] : [];
};

const budget: Describe = ({ budget: stated }, { who }) => {
  const { slots, hoursPerDay, hoursPerWeek } = stated ?? {};
  const parts = [
    ...(hoursPerDay ? [`${countText(hoursPerDay, 'hour')} a day`] : []),
    ...(hoursPerWeek ? [`${countText(hoursPerWeek, 'hour')} a week`] : []),
  ];
  return [
    ...(slots ? [`Meetings of ${who} are booked only within ${listText(slots.map(windowText))}.`] : []),
    ...(parts.length > 0 ? [`The meeting budget of ${who} is ${listText(parts)}.`] : []),
  ];
};

function quoted(phrase: string): string {
  return `"${withoutControls(phrase)}"`;
}
