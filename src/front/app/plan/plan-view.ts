import type { Verdict } from '../../../core/gate/verdict.ts';
import type { ProtectionRule } from '../../../core/meeting/policy.ts';
import type { NeedValue, Reason } from '../../../core/need/need.ts';
import type { Draft } from '../../../core/offer/draft.ts';
import type { Evidence } from '../../../core/signals/signal.ts';

/** Structure of `PlanFields`; see there. */
export interface PlanFields {
  readonly title: string;
  readonly purpose: string;
  readonly description: string;
  readonly guests: string;
  readonly date: string;
  readonly start: string;
  readonly minutes: string;
  readonly weeks: string;
  readonly writing: string;
  readonly because: string;
  readonly key: string;
}

/** Structure of `PlanProblem`; see there. */
export interface PlanProblem {
  readonly field: keyof PlanFields;
  readonly code:
    | 'missing'
    | 'too-long'
    | 'not-an-address'
    | 'several-people'
    | 'too-many'
    | 'not-a-date'
    | 'not-a-time'
    | 'not-a-number'
    | 'past'
    | 'too-far'
    | 'unknown';
  readonly detail: string | null;
  readonly addresses?: readonly string[];
  readonly more?: number;
}

/** Structure of `GuestOutlook`; see there. */
export interface GuestOutlook {
  readonly address: string;
  readonly known: 'gate' | 'colleague' | 'outside';
  readonly reply: 'declined' | 'tentative' | 'some' | 'none' | 'unknown';
  readonly protections: readonly ProtectionRule[];
  readonly collided: number;
  readonly judged: number;
  readonly busy: boolean | null;
}

/** Structure of `HourKind`; see there. */
export type HourKind = 'preferred' | 'near' | 'awake' | 'asleep' | 'day-off' | 'unknown';

/** Structure of `PersonHour`; see there. */
export interface PersonHour {
  readonly address: string;
  readonly zone: string | null;
  readonly kind: HourKind;
  readonly burden: number | null;
  readonly carried: number;
}

/** Structure of `PlanWarning`; see there. */
export interface PlanWarning {
  readonly rule: 'asleep' | 'off-hours' | 'day-off' | 'unfair-share' | 'unknown-zone';
  readonly people: readonly string[];
}

/** Structure of `PlanSlot`; see there. */
interface PlanSlot {
  readonly startMs: number;
  readonly endMs: number;
  readonly burdened: readonly { readonly address: string; readonly zone: string }[];
  readonly availability: 'free' | 'unknown';
}

interface SignalView {
  readonly value: string;
  readonly evidence: readonly Evidence[];
}

/** Structure of `JudgedPlan`; see there. */
export interface JudgedPlan {
  readonly plan: {
    readonly startMs: number;
    readonly endMs: number;
    readonly weeks: number;
    readonly clock: 'hole' | 'overlap' | null;
  };
  readonly seen: string;
  readonly judgement: {
    readonly verdict: Verdict;
    readonly need: { readonly need: NeedValue };
    readonly signals: {
      readonly urgency: SignalView;
      readonly complexity: SignalView;
      readonly relationship: SignalView;
      readonly purpose: SignalView;
    };
    readonly reasons: readonly Reason[];
    readonly changes: readonly string[];
  };
  readonly wantsOtherTime: boolean;
  readonly draft: Draft | null;
  readonly guests: readonly GuestOutlook[];
  readonly hours: {
    readonly people: readonly PersonHour[];
    readonly names: ReadonlyMap<string, string>;
    readonly warnings: readonly PlanWarning[];
    readonly slots: readonly PlanSlot[];
    readonly fairer: {
      readonly because: 'taken' | 'carried' | 'spread';
      readonly address: string | null;
    } | null;
  };
}

/** Structure of http's `PlanView`; see there. */
export interface PlanView {
  readonly fields: PlanFields;
  readonly problems: readonly PlanProblem[];
  readonly desk: {
    readonly calendar: 'google' | 'microsoft' | null;
    readonly colleagues: readonly { readonly address: string; readonly zone: string | null }[];
  };
  readonly judged: JudgedPlan | null;
  /** `look-again`, a code of a refusal, or null. */
  readonly halted: string | null;
  readonly written: { readonly url: string; readonly notShared: readonly string[] } | null;
}

/** Structure of `MadePlan`; see there. */
export interface MadePlan {
  readonly title: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly guests: number;
  readonly repeats: boolean;
  readonly caseId: string | null;
}
