import type { Enforcement } from '../../../core/meeting/policy.ts';
import type { PolicyProblem } from '../policy/problems.tsx';

/** Structure of `RuleLevel`; see there. */
export interface ShownRule {
  readonly rule: string;
  readonly stated: Enforcement | null;
  readonly inherited: Enforcement;
  readonly inheritedFrom: 'above' | 'default' | 'go-async';
  readonly inForce: Enforcement;
  readonly choices: readonly Enforcement[];
  readonly ignored: 'weaker' | 'may-not-enforce' | null;
}

/** Structure of `TeamMember`; see there. */
export interface ShownMember {
  readonly address: string;
  readonly mailbox:
    | { readonly state: 'missing' }
    | { readonly state: 'connected' }
    | { readonly state: 'observing'; readonly untilMs: number | null }
    | { readonly state: 'leaving' };
  readonly problem: { readonly code: string; readonly sinceMs: number } | null;
}

/** Structure of `ShownFigures`; see there. */
export type GroupFigures =
  | {
      readonly kind: 'shown';
      readonly mailboxes: number;
      readonly declines: number;
      readonly offers: number;
      readonly prompts: number;
    }
  | { readonly kind: 'too-few' | 'too-alike'; readonly mailboxes: number };

/** Structure of `TeamView`; see there. */
export interface ShownTeam {
  readonly name: string;
  readonly leads: readonly string[];
  readonly members: readonly ShownMember[];
  readonly rules: readonly ShownRule[];
  readonly figures: GroupFigures;
}

/** Structure of `OrganizationView`; see there. */
export interface ShownOrganization {
  readonly rules: readonly ShownRule[];
  readonly ruleNames: readonly string[];
  readonly pilot: {
    readonly group: readonly string[];
    readonly startDate: string | null;
    readonly nobody?: boolean;
  } | null;
  readonly pilotWithoutMailbox: readonly string[];
  readonly others: readonly ShownMember[];
  readonly stoppedBy: string | null;
  readonly fallbacks: readonly {
    readonly rule: string;
    readonly sinceMs: number;
    readonly answered: number;
    readonly forecast: number;
  }[];
}

/** Structure of `TeamsView`; see there. */
export interface TeamsPage {
  readonly policyVersion: number;
  readonly isPolicyReadable: boolean;
  readonly answersStoppedMs: number | null;
  readonly teams: readonly ShownTeam[];
  readonly organization: ShownOrganization | null;
}

/** Why a form was not carried out. What was typed stays in the form. */
export type TeamRefusal =
  | {
      readonly form: 'enforcement';
      /** Null: the organization's. */
      readonly team: string | null;
      /** By rule, as it was sent; empty for "as above". */
      readonly typed: Readonly<Record<string, string>>;
      readonly why: 'changed-meanwhile' | 'would-not-hold' | 'refused';
      readonly levels: readonly {
        readonly rule: string;
        readonly wanted: Enforcement;
        readonly holds: Enforcement;
        readonly why: 'weaker' | 'may-not-enforce';
      }[];
      readonly problems: readonly PolicyProblem[];
    }
  | {
      readonly form: 'pilot';
      readonly typed: { readonly who: string; readonly group: string; readonly startDate: string };
      readonly why: 'changed-meanwhile' | 'nobody-named' | 'refused';
      readonly problems: readonly PolicyProblem[];
    }
  | {
      readonly form: 'undo-rule';
      readonly typed: { readonly rule: string; readonly since: string };
      readonly why: 'unknown-rule' | 'unknown-time' | 'future';
    };
