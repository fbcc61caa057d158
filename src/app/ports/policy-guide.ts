import type { Enforcement } from '../../core/meeting/policy.ts';

/** One rule at one level of a policy: what the level says of it, and what holds in the end. */
export interface RuleLevel {
  /** Name of the rule; `default` for all that are not named. */
  readonly rule: string;
  /** What the level states by the rule's name; null where it states nothing. */
  readonly stated: Enforcement | null;
  /** What holds where the level states nothing of it. */
  readonly inherited: Enforcement;
  /** Which other statement of this level makes `inherited`; `above` where none does: the level above, or the defaults. */
  readonly inheritedFrom: 'above' | 'default' | 'go-async';
  readonly inForce: Enforcement;
  /** What would hold if the level stated it. */
  readonly choices: readonly Enforcement[];
  /**
   * Why what is stated does not hold: the level above protects more and does not allow less, or `mayEnforce` does not
   * name this level. Null where it holds.
   */
  readonly ignored: 'weaker' | 'may-not-enforce' | null;
}

/** What one level of a policy says, in plain English sentences. */
export interface PolicyChapter {
  readonly kind: 'organization' | 'team' | 'person';
  /** Name of the team, address of the person; null for the organization. */
  readonly name: string | null;
  readonly sentences: readonly string[];
}

/**
 * Explains policies as texts stand in the store; a null text is the default policy. Texts are checked before they are
 * stored: null is given for one that cannot be read, which somebody wrote into the database by other means.
 */
export interface PolicyGuide {
  /** The text without what other people state about themselves: that is between them and whoever administers it. */
  textFor(text: string | null, address: string): string | null;
  /** Sentences by level; for an address without those of other people, for null all of them. */
  chapters(text: string | null, address: string | null): readonly PolicyChapter[] | null;
  organizationRules(text: string | null): readonly RuleLevel[] | null;
  /** Null also for a team that the text does not have. */
  teamRules(text: string | null, name: string): readonly RuleLevel[] | null;
}
