import type { Enforcement } from '../../../core/meeting/policy.ts';
import type { Texts } from '../texts.ts';
import { german } from './protections-texts-de.ts';
import { english } from './protections-texts-en.ts';
import type { ProblemCode, SaidBy } from './protections-view.ts';

/** The words of the page, topic by topic. */
export interface ProtectionsTexts {
  readonly title: string;
  readonly lead: string;
  readonly noCalendar: string;
  readonly save: string;
  readonly afterwards: string;
  readonly refused: string;
  readonly problems: Readonly<Record<ProblemCode, string>>;
  readonly said: Readonly<Record<string, string>>;
  readonly pause: {
    readonly title: string;
    readonly running: string;
    readonly runningUntil: (day: string) => string;
    readonly means: string;
    readonly end: string;
    readonly none: string;
    /** Where all answers of the organization are stopped. */
    readonly noneStopped: string;
    readonly stopped: (since: string) => string;
    readonly start: string;
    readonly until: string;
    readonly startUntil: string;
    readonly wrongDate: string;
  };
  /** What becomes of a meeting in protected time: where, and by how firmly its rule acts. */
  readonly firmly: {
    readonly day: string;
    readonly focus: string;
    readonly levels: Readonly<Record<Enforcement, string>>;
  };
  readonly days: {
    readonly title: string;
    readonly hint: string;
    /** The level that set a day which cannot be taken away here. */
    readonly fromOrganization: string;
    readonly fromTeam: (team: string) => string;
  };
  readonly focus: {
    readonly title: string;
    readonly hint: string;
    readonly calendarEvents: string;
    readonly calendarEventsFixed: string;
    readonly categories: string;
    readonly categoriesHint: string;
    readonly blocks: string;
    readonly blocksHint: string;
  };
  readonly rows: {
    readonly row: (number: number) => string;
    readonly from: string;
    readonly to: string;
    readonly add: string;
    readonly removeHint: string;
  };
  readonly goal: {
    readonly title: string;
    readonly hint: string;
    readonly hours: string;
    readonly least: string;
    readonly firmness: string;
    readonly soft: string;
    readonly hard: string;
  };
  readonly budget: {
    readonly title: string;
    readonly hint: string;
    readonly day: string;
    readonly week: string;
  };
  readonly hours: {
    readonly title: string;
    readonly zone: string;
    readonly zoneNow: Readonly<Record<SaidBy, (zone: string) => string>>;
    readonly work: string;
    readonly workNow: Readonly<Record<SaidBy, (hours: string) => string>>;
    readonly offHours: string;
    readonly offHoursHint: string;
    readonly holds: string;
    readonly holdsHint: string;
  };
  readonly strict: {
    readonly title: string;
    readonly hint: string;
    readonly asIs: (level: string) => string;
  };
  readonly inForce: {
    readonly title: string;
    readonly hint: string;
    readonly paused: string;
    readonly zone: string;
    readonly unknown: string;
    readonly work: string;
    readonly days: string;
    readonly noDays: string;
    readonly focus: string;
    readonly noFocus: string;
    readonly calendarEvents: string;
    readonly category: (name: string) => string;
    readonly goal: string;
    readonly noGoal: string;
    readonly goalText: (hours: string, isHard: boolean, minutes: string) => string;
    readonly budget: string;
    readonly noBudget: string;
    readonly budgetDay: (hours: string) => string;
    readonly budgetWeek: (hours: string) => string;
    readonly offHours: string;
    readonly takesThem: string;
    readonly takesNone: string;
    readonly rules: string;
  };
  readonly weeks: {
    readonly title: string;
    readonly caption: string;
    readonly week: string;
    readonly freeDays: string;
    readonly focus: string;
    readonly goal: string;
    readonly sum: string;
    readonly hours: (hours: string) => string;
    readonly unknown: string;
  };
}

export const protectionsTexts: Texts<ProtectionsTexts> = { en: english, de: german };
