import type { WallTime } from './wall-time.ts';

/** How hard a rule acts: record only; prompt and offer; tentative until a deadline; decline at once with the offer. */
export type Enforcement = 'observe' | 'warn' | 'grace' | 'enforce';

/** Protections of time, one file each in `core/time`. */
export const protectionRules = [
  'no-meeting-day',
  'focus-block',
  'outside-working-hours',
  'unfair-burden',
  'public-holiday',
] as const;
export type ProtectionRule = (typeof protectionRules)[number];

/** Written emergencies that the gate knows how to recognize; a policy lists those that count. */
export const emergencyKinds = [
  'production-down',
  'security-breach',
  'legal-deadline',
  'client-emergency',
] as const;
export type EmergencyKind = (typeof emergencyKinds)[number];

/** A stretch of the working week, in the person's own zone. `end` is exclusive and after `start`. */
export interface WeeklyWindow {
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly start: WallTime;
  readonly end: WallTime;
}

/** A weekday that a team keeps free of meetings. */
export interface NoMeetingDay {
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  /** Dates (`YYYY-MM-DD`) on which the day does not hold, for example a company event. */
  readonly exceptDates: readonly string[];
  /** Purposes that may be met for on that day, for example `incident`, `interview`. */
  readonly allowPurposes: readonly string[];
}

/** Who and what no protection of time holds against. Compared without regard to case. */
interface Exemptions {
  /** Organizers by address. */
  readonly people: readonly string[];
  /** Domains of organizers or attendees. */
  readonly domains: readonly string[];
  /** Categories (Outlook categories, iCalendar CATEGORIES) of the meeting. */
  readonly categories: readonly string[];
}

/**
 * What a hold in the calendar declines by itself, from soft to hard (the calendar's own declining knows no exceptions and
 * carries no offer): nothing; invitations that come after it; those that stand already as well.
 */
export const autoDeclines = ['none', 'new-conflicts', 'all-conflicts'] as const;
export type AutoDecline = (typeof autoDeclines)[number];

/** How a weekly goal is defended: a soft one gives way to meetings, a hard one is a focus block like any other. */
export const goalFirmness = ['soft', 'hard'] as const;

/** Focus time that the gate books by itself in free working hours. */
export interface WeeklyGoal {
  /** Hours a week, from Monday on; the hours of no-meeting days and focus blocks count towards it. */
  readonly hours: number;
  readonly firmness: (typeof goalFirmness)[number];
  /** Nothing shorter is booked. */
  readonly leastMinutes: number;
}

/** A stay away from home, as the person stated it. Stays of one policy share no date. */
export interface Travel {
  /** First date of the stay (`YYYY-MM-DD`), on the clock there. */
  readonly fromDate: string;
  /** Last date, included, on the clock there. */
  readonly toDate: string;
  /** Known IANA zone of the place. */
  readonly zone: string;
}

/** How long the reader has to answer an asynchronous offer, in whole working days or hours of the clock. */
export type ResponseWindow = { readonly hours: number } | { readonly workingDays: number };

/** Above these the gate proposes a change (fewer people, shorter, agenda first); null is no limit. */
export interface Limits {
  readonly people: number | null;
  readonly minutes: number | null;
  /** Minutes from which an agenda is expected. */
  readonly agendaFromMinutes: number | null;
}

/** A team's meeting budget. Slots outside of which nothing is booked; hours of meetings a day and a week. */
interface MeetingBudget {
  readonly slots: readonly WeeklyWindow[];
  readonly hoursPerDay: number | null;
  readonly hoursPerWeek: number | null;
}

/**
 * The policy as it holds for one person, the three levels already joined.
 * Produced by `config/policy`; the core only reads it.
 */
export interface Policy {
  /** IANA zone of the person's home; null where nobody stated one. Where they are at an instant is `zoneAt`. */
  readonly zone: string | null;
  readonly travel: readonly Travel[];
  /** Lower-case domains of the own organization. */
  readonly ownDomains: readonly string[];
  /** Zones of colleagues by lower-case address. */
  readonly zones: Readonly<Record<string, string>>;
  readonly workingHours: readonly WeeklyWindow[];
  readonly noMeetingDays: readonly NoMeetingDay[];
  readonly focus: {
    /** The calendar's own focus events and marked categories count as focus blocks. */
    readonly calendarEvents: boolean;
    readonly categories: readonly string[];
    readonly blocks: readonly WeeklyWindow[];
    /** Absent where no level states one. */
    readonly weeklyGoal?: WeeklyGoal;
  };
  /** Whether no-meeting days and focus blocks stand in the calendar itself, so that they hold while the gate is away. */
  readonly holds: { readonly inCalendar: boolean; readonly autoDecline: AutoDecline };
  /** Dates (`YYYY-MM-DD`) of the place where the person is on that date: during a stay those there, not those of home. */
  readonly publicHolidays: readonly string[];
  /** The written emergencies that count; empty where the policy lists none. */
  readonly emergencies: readonly EmergencyKind[];
  /** Further emergencies by definition: a name and the phrases that make one, compared without regard to case. */
  readonly customEmergencies: readonly { readonly name: string; readonly phrases: readonly string[] }[];
  readonly exempt: Exemptions;
  /** Enforcement by rule name (a need rule or a protection); `default` for the others. */
  readonly enforcement: Readonly<Record<string, Enforcement>> & { readonly default: Enforcement };
  /** Rules for which somebody wrote `enforce` by name, not only by `default` or in the policy that ships. */
  readonly enforcedByName?: readonly string[];
  /**
   * Below this probability that the need is right nothing is declined because of its wording; the rule only prompts.
   * Blocked time still declines, and then offers other times instead of a format that nobody is sure of.
   */
  readonly answerConfidence: number;
  readonly responseWindows: Readonly<Record<ResponseWindowName, ResponseWindow>>;
  readonly limits: Limits;
  readonly budget: MeetingBudget;
  /** Money per person-hour, for the cost in the report. */
  readonly hourlyRate: { readonly amount: number; readonly currency: string };
  /** False where the person opted out of off-hours: none are ever planned for them, and nobody asks why. */
  readonly takesOffHours: boolean;
  /** True while the person has paused the gate: everything is observed, nothing is done. */
  readonly paused: boolean;
}

export const responseWindowNames = [
  'question',
  'review',
  'rfc',
  'decision',
  'status',
  'video',
  'handover',
] as const;
export type ResponseWindowName = (typeof responseWindowNames)[number];
