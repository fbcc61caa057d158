import type { Enforcement } from '../../core/meeting/policy.ts';

/** What is wrong with a policy text, or with one change of it: where, what, and what to do. */
export interface PolicyTextProblem {
  /** `line:column` in the text; null where the problem has no place. */
  readonly place: string | null;
  readonly key: string;
  readonly what: string;
  readonly remedy: string;
  /** Where pages say it in their own language; `what` and `remedy` are English. */
  readonly code?: 'states-nothing';
}

/** A stretch of the week as policies write it: English weekday names in lower case, and `09:00-17:00`. */
export interface WrittenHours {
  readonly days: readonly string[];
  readonly hours: string;
}

/** A no-meeting day as policies write it; dates are `YYYY-MM-DD`. */
export interface WrittenFreeDay {
  readonly day: string;
  readonly allow: readonly string[];
  readonly except: readonly string[];
}

/** Focus time that the gate books by itself, as policies write it. */
interface WrittenWeeklyGoal {
  /** Hours a week. */
  readonly hours: number;
  /** A soft one gives way to meetings, a hard one is defended like any focus block. */
  readonly firmness: 'soft' | 'hard';
  /** Least length of one block. */
  readonly leastMinutes: number;
}

/** What one person stated about themselves, under `people.ADDRESS`. Null is not stated: the level above holds. */
export interface PersonSettings {
  readonly timeZone: string | null;
  readonly workingHours: readonly WrittenHours[] | null;
  readonly noMeetingDays: readonly WrittenFreeDay[] | null;
  readonly focusCalendarEvents: boolean | null;
  readonly focusCategories: readonly string[] | null;
  readonly focusBlocks: readonly WrittenHours[] | null;
  readonly weeklyGoal?: WrittenWeeklyGoal | null;
  readonly holdsInCalendar: boolean | null;
  readonly budgetHoursPerDay: number | null;
  readonly budgetHoursPerWeek: number | null;
  readonly takesOffHours: boolean | null;
  /** True: paused until it is ended. A date: paused up to and including it. */
  readonly pause: boolean | string | null;
  /** Enforcement of protections that the person made stricter, by rule. */
  readonly enforcement: Readonly<Record<string, Enforcement>> | null;
}

/** What a level above a person states that the person cannot take away. */
export interface LevelAbove {
  /** Name of the team; null for the organization. */
  readonly team: string | null;
  readonly noMeetingDays: readonly WrittenFreeDay[];
  /** Whether focus events of the calendar are protected; null where the level does not say. */
  readonly focusCalendarEvents: boolean | null;
}

/** What a text says of one team. */
export interface TeamSettings {
  readonly name: string;
  /** Lower-case addresses. */
  readonly members: readonly string[];
  readonly leads: readonly string[];
  /** As written at this level; empty where it states none. */
  readonly enforcement: Readonly<Record<string, Enforcement>>;
}

/** What a text says of everybody, as far as pages show it. */
export interface OrganizationSettings {
  readonly enforcement: Readonly<Record<string, Enforcement>>;
  /**
   * Team names and addresses; an empty group is everybody, from the start date (`YYYY-MM-DD`) on, except where `nobody`
   * says that the text lists an empty one. Null: everybody, at once.
   */
  readonly pilot: {
    readonly group: readonly string[];
    readonly startDate: string | null;
    readonly nobody?: boolean;
  } | null;
}

export type ChangedPolicy =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly PolicyTextProblem[] };

/**
 * Reads and edits policies as texts. A null text is the default policy. Every change is checked as a whole before it is
 * given back; comments and order of the text stay.
 */
export interface PolicyDesk {
  /** The text to begin with where nobody wrote one. */
  readonly defaultText: string;
  check(text: string):
    | {
        readonly ok: true;
        readonly notes: readonly PolicyTextProblem[];
        /** It is empty, or holds only comments or sections without content. */
        readonly statesNothing: boolean;
      }
    | { readonly ok: false; readonly problems: readonly PolicyTextProblem[] };
  person(text: string | null, address: string): PersonSettings;
  /** The levels above a person: the organization, then their teams. */
  above(text: string | null, address: string): readonly LevelAbove[];
  teams(text: string | null): readonly TeamSettings[];
  organization(text: string | null): OrganizationSettings;
  /** Keys that are left out stay; null removes one. `enforcement` is given whole: a rule that is not in it is removed. */
  changePerson(text: string | null, address: string, change: Partial<PersonSettings>): ChangedPolicy;
  changeTeam(
    text: string | null,
    name: string,
    change: Partial<Pick<TeamSettings, 'enforcement'>>,
  ): ChangedPolicy;
  changeOrganization(text: string | null, change: Partial<OrganizationSettings>): ChangedPolicy;
  /** The text without anything about this address: its own settings, memberships, pilot, exemptions. */
  forgetPerson(text: string | null, address: string): ChangedPolicy;
}
