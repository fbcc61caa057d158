import { z } from 'zod';
import {
  autoDeclines,
  emergencyKinds,
  goalFirmness,
  responseWindowNames,
} from '../../core/meeting/policy.ts';
import { purposes } from '../../core/signals/signal.ts';
import { ruleMeanings, ruleNames } from './rule-names.ts';
import * as value from './value-schemas.ts';

/** From recording only to declining at once; each later one protects more. */
export const enforcementLevels = ['observe', 'warn', 'grace', 'enforce'] as const;

/** Settings that a level may hand down with `allow`. Zone and working hours of a person need no permission. */
export const bindingKeys = [
  'workingHours',
  'noMeetingDays',
  'focus',
  'holds',
  'publicHolidays',
  'emergencies',
  'exempt',
  'enforcement',
  'answerConfidence',
  'responseWindows',
  'limits',
  'budget',
] as const;

const window = z
  .strictObject({
    days: z.array(value.weekday).min(1).describe('Weekdays by English name.'),
    hours: value.hours.describe('From and to on the clock of the person, the end excluded.'),
  })
  .transform(({ days, hours }) => ({ weekdays: days.toSorted((a, b) => a - b), ...hours }));

const noMeetingDay = z
  .union([
    value.weekday,
    z.strictObject({
      day: value.weekday.describe('The weekday that is kept free.'),
      except: z.array(value.date).optional().describe('Dates on which the day does not hold.'),
      allow: z.array(z.enum(purposes)).optional().describe('Purposes that may be met for on that day.'),
    }),
  ])
  .transform((day) =>
    typeof day === 'number'
      ? { weekday: day, exceptDates: [], allowPurposes: [] }
      : { weekday: day.day, exceptDates: day.except ?? [], allowPurposes: day.allow ?? [] },
  );

const customEmergency = z.strictObject({
  name: value.words.describe('What this emergency is called.'),
  phrases: z.array(value.words).min(1).describe('Words in an invite that make it one, in any case.'),
});

const enforcementLevel = z.enum(enforcementLevels);
const ruleShape = Object.fromEntries(
  ruleNames.map((rule) => [rule, enforcementLevel.optional().describe(ruleMeanings[rule])]),
) as Record<(typeof ruleNames)[number], z.ZodOptional<typeof enforcementLevel>>;

const windowShape = Object.fromEntries(
  responseWindowNames.map((name) => [
    name,
    value.responseWindow.optional().describe(`Time to answer: ${name}.`),
  ]),
) as Record<(typeof responseWindowNames)[number], z.ZodOptional<typeof value.responseWindow>>;

const weeklyGoal = z.strictObject({
  hours: z
    .number()
    .positive()
    .max(60)
    .describe('Hours of focus time a week; those of no-meeting days count.'),
  firmness: z
    .enum(goalFirmness)
    .optional()
    .describe('`soft` gives way to meetings and is booked elsewhere; `hard` is defended like a focus block.'),
  leastMinutes: z.number().min(30).max(480).optional().describe('Shorter stretches are not booked.'),
});

const settingsShape = {
  timeZone: value.zone.optional().describe('Where people are; each person may state their own.'),
  workingHours: z.array(window).min(1).optional().describe('When people work; a person states their own.'),
  noMeetingDays: z.array(noMeetingDay).optional().describe('Weekdays kept free of meetings.'),
  focus: z
    .strictObject({
      calendarEvents: z.boolean().optional().describe('Focus events of the calendar itself are protected.'),
      categories: z.array(value.words).optional().describe('Events with such a category are focus blocks.'),
      blocks: z.array(window).optional().describe('Hours of every week that are focus time.'),
      weeklyGoal: weeklyGoal
        .optional()
        .describe('Focus time that the gate books in free working hours, four weeks ahead.'),
    })
    .optional()
    .describe('What counts as focus time.'),
  holds: z
    .strictObject({
      inCalendar: z
        .boolean()
        .optional()
        .describe('No-meeting days and focus blocks stand in the calendar itself, four weeks ahead.'),
      autoDecline: z
        .enum(autoDeclines)
        .optional()
        .describe(
          'What the calendar declines by itself because of a hold: without exceptions, without offer.',
        ),
    })
    .optional()
    .describe('Protected time that holds while the gate is away.'),
  publicHolidays: z
    .strictObject({
      region: value.region.optional().describe('Whose public holidays count; a person states their own.'),
      extra: z.array(value.date).optional().describe('Further days off.'),
      except: z.array(value.date).optional().describe('Public holidays of the region that are worked.'),
    })
    .optional()
    .describe('Days off.'),
  emergencies: z
    .array(z.union([z.enum(emergencyKinds), customEmergency]))
    .optional()
    .describe('What an emergency is, written down beforehand.'),
  exempt: z
    .strictObject({
      people: z.array(value.email).optional().describe('Organizers by address.'),
      domains: z.array(value.domain).optional().describe('Domains of organizers or attendees.'),
      categories: z.array(value.words).optional().describe('Categories of the meeting.'),
    })
    .optional()
    .describe('Who and what no protection of time holds against.'),
  enforcement: z
    .strictObject({
      default: enforcementLevel.optional().describe('How hard every rule acts that is not named.'),
      ...ruleShape,
    })
    .optional()
    .describe(
      'How hard each rule acts: record only, prompt, tentative with a deadline, decline with an offer.',
    ),
  answerConfidence: z
    .number()
    .min(0.5)
    .max(1)
    .optional()
    .describe('Below this certainty that a meeting need not be live nothing is answered by itself.'),
  responseWindows: z
    .strictObject(windowShape)
    .optional()
    .describe('How long people have to answer in writing.'),
  limits: z
    .strictObject({
      people: value.limit(1000).optional().describe('More people than this: propose fewer.'),
      minutes: value.limit(1440).optional().describe('Longer than this: propose shorter.'),
      agendaFromMinutes: value.limit(1440).optional().describe('From this length on an agenda is expected.'),
    })
    .optional()
    .describe('Sizes above which a change is proposed.'),
  budget: z
    .strictObject({
      slots: z.array(window).min(1).optional().describe('Hours of the week in which meetings may be booked.'),
      hoursPerDay: value.limit(24).optional().describe('Hours of meetings a day.'),
      hoursPerWeek: value.limit(168).optional().describe('Hours of meetings a week.'),
    })
    .optional()
    .describe('How much meeting time there is to spend.'),
};

const allowed = z.array(z.enum(bindingKeys)).optional();
const somebody = <Item extends z.ZodType>(item: Item) =>
  z.union([z.literal('all'), z.literal('none'), z.array(item)]).optional();

const organization = z.strictObject({
  ...settingsShape,
  domains: z.array(value.domain).optional().describe('Domains of the own organization; others are external.'),
  hourlyRate: z
    .strictObject({
      amount: z.number().nonnegative().max(100_000).describe('Money per person-hour.'),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .meta({ title: 'a currency code', examples: ['USD'] })
        .describe('ISO 4217 code.'),
    })
    .optional()
    .describe('One rate for everyone, so that no report tells what somebody earns.'),
  allow: z
    .strictObject({
      teams: allowed.describe('Settings in which a team may protect less.'),
      people: allowed.describe('Settings in which a person may protect less.'),
    })
    .optional()
    .describe('Where lower levels may protect less than the organization.'),
  mayEnforce: z
    .strictObject({
      teams: somebody(value.words).describe('Teams that may set `enforce` for their members.'),
      people: somebody(value.email).describe('People who may set `enforce` for themselves.'),
    })
    .optional()
    .describe('Who may set `enforce`; anyone else gets `grace`.'),
  pilot: z
    .strictObject({
      group: z
        .array(value.words)
        .optional()
        .describe('Team names and addresses; everyone else is only observed.'),
      startDate: value.date.optional().describe('Before this day everyone is only observed.'),
    })
    .optional()
    .describe('Where and when the gate begins to act.'),
});

const team = z.strictObject({
  members: z.array(value.email).optional().describe('Addresses of the team.'),
  leads: z
    .array(value.email)
    .optional()
    .describe('Who sees the figures of the team and sets how hard its rules act.'),
  ...settingsShape,
  allow: z
    .strictObject({ people: allowed.describe('Settings in which a member may protect less.') })
    .optional()
    .describe('Where members may protect less than the team.'),
});

const stay = z.strictObject({
  from: value.date.describe('First date of the stay, on the clock there.'),
  to: value.date.describe('Last date, included, on the clock there.'),
  timeZone: value.zone.describe('Where the stay is.'),
  region: value.region.optional().describe('Whose public holidays count there; without it none are known.'),
});

const person = z.strictObject({
  ...settingsShape,
  travel: z.array(stay).optional().describe('Stays away from home; no two share a date.'),
  takesOffHours: z
    .boolean()
    .optional()
    .describe(
      '`false`: no hour outside of working hours is ever planned for this person; no reason is asked for.',
    ),
  pause: z
    .union([z.boolean(), value.date])
    .optional()
    .meta({ examples: [true, '2026-12-24'] })
    .describe('`true`, or the last day of the pause: everything is observed, nothing is done.'),
});

/** A whole policy file. Parsed values are normalized: weekdays are numbers, addresses lower case, `none` is null. */
export const policySchema = z
  .strictObject({
    organization: organization.optional().describe('Holds for everyone.'),
    teams: z.record(value.words, team).optional().describe('Teams by name.'),
    people: z.record(value.email, person).optional().describe('People by address.'),
  })
  .describe(
    'The policy of Meeting Gatekeeper: when meetings may be, and what happens to those that may not.',
  );

export type PolicyDocument = z.output<typeof policySchema>;
export type OrganizationLevel = z.output<typeof organization>;
export type TeamLevel = z.output<typeof team>;
export type PersonLevel = z.output<typeof person>;
/** A stay away from home as the file states it. */
export type StatedStay = z.output<typeof stay>;
export type BindingKey = (typeof bindingKeys)[number];

/** What every level may state. */
export type Settings = Pick<OrganizationLevel, BindingKey | 'timeZone'>;
/** The value of one setting where it is stated. */
export type Setting<Key extends BindingKey> = NonNullable<Settings[Key]>;
