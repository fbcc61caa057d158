/** One company, or one person alone. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  /** YAML as it was written; null is the default policy. */
  readonly policyText: string | null;
  /** SHA-256 of the policy file that was taken last; null where none was. The text may have been changed since. */
  readonly policyFileDigest: string | null;
  /** Counts the changes of the policy. */
  readonly policyVersion: number;
  /** Since when nothing is answered; null where the brake is off. */
  readonly answersStoppedMs: number | null;
  /** Days that a new mailbox is only observed. */
  readonly observeDays: number;
  /** Answers beyond so many times the forecast (and beyond `fallbackLeast` a day) make a rule fall back to `warn`. */
  readonly fallbackFactor: number;
  readonly fallbackLeast: number;
}

export interface Organizations {
  read(): Promise<Organization>;
  /** The same, locked until the transaction ends: of two who change the policy at once the second sees the first's. */
  lock(): Promise<Organization>;
  change(
    change: Partial<
      Pick<
        Organization,
        | 'policyText'
        | 'policyFileDigest'
        | 'answersStoppedMs'
        | 'observeDays'
        | 'fallbackFactor'
        | 'fallbackLeast'
      >
    >,
  ): Promise<void>;
}

/** A rule that answers no more until somebody lifts this: it only prompts. */
export interface Fallback {
  readonly rule: string;
  readonly sinceMs: number;
  /** Answers of this rule in the day before, and what the forecast had said. */
  readonly answered: number;
  readonly forecast: number;
  readonly liftedMs: number | null;
}

export interface Fallbacks {
  /** Those that hold. */
  open(): Promise<readonly Fallback[]>;
  /** @returns false where it holds already */
  add(fallback: Omit<Fallback, 'liftedMs'>): Promise<boolean>;
  lift(rule: string, nowMs: number): Promise<boolean>;
}
