import type { Verdict } from '../../../core/gate/verdict.ts';
import type { ProtectionRule } from '../../../core/meeting/policy.ts';
import type { Texts } from '../texts.ts';
import { planTextsDe } from './plan-texts-de.ts';
import { planTextsEn } from './plan-texts-en.ts';
import type { GuestOutlook, HourKind, PlanFields, PlanProblem } from './plan-view.ts';

/** The words of planning. Functions take what stands inside a sentence; counts are at least 1. */
export interface PlanTexts {
  readonly title: string;
  readonly lead: string;
  readonly fields: Readonly<Record<Exclude<keyof PlanFields, 'key'>, string>>;
  readonly hints: {
    readonly purpose: string;
    readonly description: string;
    readonly guests: string;
    readonly time: (zone: string) => string;
    readonly timeUnknown: string;
    readonly weeks: string;
    readonly because: string;
  };
  readonly colleague: string;
  readonly letGateRead: string;
  readonly welcomeWriting: string;
  readonly judge: string;
  readonly problems: Readonly<Record<Exclude<PlanProblem['code'], 'several-people'>, string>>;
  /** @param count at least 2 */
  readonly severalPeople: (name: string, count: number, addresses: string) => string;
  readonly more: (count: number) => string;
  readonly moreSuch: (count: number) => string;
  readonly sayWhy: string;
  readonly problemsTitle: string;
  readonly panelTitle: string;
  readonly panelEmpty: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly verdictsNext: Readonly<Record<Verdict, string>>;
  readonly why: string;
  readonly whyElse: string;
  readonly readFrom: string;
  readonly changes: string;
  readonly fairerTime: (when: string) => string;
  readonly clocks: Readonly<Record<'hole' | 'overlap', (time: string) => string>>;
  readonly hours: PlanHoursTexts;
  readonly warnings: PlanWarningTexts;
  readonly slots: {
    readonly title: string;
    readonly lead: string;
    readonly none: string;
    readonly fair: string;
    readonly burdens: (clocks: string) => string;
    readonly clockFor: (clock: string, people: string) => string;
    readonly free: string;
    readonly unknown: string;
    readonly fairer: Readonly<Record<'taken' | 'carried' | 'spread', (name: string) => string>>;
  };
  readonly instead: {
    readonly title: Readonly<Record<'document' | 'video' | 'thread', string>>;
    readonly lead: string;
    readonly due: (when: string) => string;
    readonly begins: string;
    readonly write: string;
    readonly save: string;
  };
  readonly create: {
    readonly title: string;
    readonly anyway: string;
    readonly submit: string;
    readonly submitAnyway: string;
    readonly inviting: (count: number, calendar: string) => string;
    readonly noCalendar: string;
  };
  readonly halted: {
    readonly 'look-again': string;
    readonly 'no-mailbox': string;
    readonly deleted: string;
    readonly unavailable: string;
    readonly refused: string;
  };
  readonly written: {
    readonly title: string;
    readonly open: string;
    readonly nothingCreated: string;
    readonly notShared: (count: number) => string;
  };
  readonly made: PlanMadeTexts;
}

export interface PlanHoursTexts {
  readonly title: string;
  readonly caption: string;
  readonly heads: Readonly<Record<'who' | 'clock' | 'hour' | 'reply', string>>;
  readonly you: string;
  readonly kinds: Readonly<Record<HourKind, string>>;
  readonly zoneUnknown: string;
  /** Early and late hours in meetings with the planner, lately. */
  readonly carries: Readonly<Record<'most' | 'some', string>>;
  readonly replies: Readonly<Record<GuestOutlook['reply'], string>>;
  readonly organizes: string;
  readonly outside: string;
  readonly protections: Readonly<Record<ProtectionRule, (day: string) => string>>;
  readonly someDates: (collided: number, judged: number) => string;
  readonly busy: string;
  readonly notBusy: string;
  readonly busyUnknown: string;
}

/** Sentences about the chosen time; `who` is one name or several. */
interface PlanWarningTexts {
  readonly people: (count: number) => string;
  readonly hours: Readonly<
    Record<'asleep' | 'off-hours' | 'day-off', (clock: string, who: string, city: string) => string>
  >;
  readonly carried: (percent: number) => string;
  readonly unfairShare: (who: string, percent: number, people: number) => string;
  readonly zoneUnknown: (who: string) => string;
}

interface PlanMadeTexts {
  readonly title: string;
  readonly titleSoon: string;
  readonly invited: (guests: number) => string;
  readonly repeats: string;
  readonly soon: string;
  readonly openCase: string;
  readonly caseSoon: string;
  readonly another: string;
  readonly said: Readonly<Record<'plan-created' | 'plan-existed', string>>;
}

export const planTexts: Texts<PlanTexts> = { en: planTextsEn, de: planTextsDe };
