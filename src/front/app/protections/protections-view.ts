import type { Enforcement, Policy, ProtectionRule } from '../../../core/meeting/policy.ts';

/** Structure of `PolicyTextProblem`; see there. */
interface ShownProblem {
  readonly place: string | null;
  readonly key: string;
  readonly what: string;
  readonly remedy: string;
}

/** Structure of `SaidBy`; see there. */
export type SaidBy = 'person' | 'policy' | 'calendar' | 'nobody';

/** Structure of `LevelAbove`, as far as it is shown; see there. */
interface ShownLevel {
  readonly team: string | null;
  readonly noMeetingDays: readonly { readonly day: string }[];
  readonly focusCalendarEvents: boolean | null;
}

/** Structure of `ProtectedWeek`; see there. */
export interface ShownWeek {
  readonly monday: string;
  readonly freeDays: number;
  readonly focus: number;
  readonly goal: number;
}

/** Structure of `ProtectionsView`, as far as it is shown; see there. */
export interface ShownView {
  readonly stated: { readonly pause: boolean | string | null };
  readonly above: readonly ShownLevel[];
  readonly enforcementAbove: Readonly<Record<ProtectionRule, Enforcement>>;
  readonly inForce: Pick<
    Policy,
    | 'zone'
    | 'workingHours'
    | 'noMeetingDays'
    | 'focus'
    | 'holds'
    | 'budget'
    | 'enforcement'
    | 'paused'
    | 'takesOffHours'
  >;
  readonly zoneBy: SaidBy;
  readonly hoursBy: SaidBy;
  readonly weeks: readonly ShownWeek[];
  readonly answersStoppedMs: number | null;
  readonly hasCalendar: boolean;
  readonly zones: readonly string[];
}

/** Structure of `TypedHours`; see there. */
export interface TypedHours {
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Structure of `TypedProtections`; see there. */
interface TypedProtections {
  readonly days: readonly string[];
  readonly calendarEvents: boolean;
  readonly categories: string;
  readonly blocks: readonly TypedHours[];
  readonly goalHours: string;
  readonly goalFirmness: string;
  readonly goalLeast: string;
  readonly budgetDay: string;
  readonly budgetWeek: string;
  readonly timeZone: string;
  readonly work: readonly TypedHours[];
  readonly noOffHours: boolean;
  readonly holds: boolean;
  readonly enforcement: Readonly<Record<string, string>>;
}

export type ProblemCode = 'number' | 'hours' | 'zone' | 'categories';

/** Structure of `ShownProtections`; see there. */
export interface ShownProtections {
  readonly view: ShownView;
  readonly typed: TypedProtections;
  readonly problems: Readonly<Partial<Record<keyof TypedProtections, ProblemCode>>>;
  readonly refused: readonly ShownProblem[];
  readonly wrongPause: string | null;
}
