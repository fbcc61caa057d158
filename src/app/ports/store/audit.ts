/** One act of a person with power over others, or over their own cases. Only added to. */
export interface AuditEntry {
  readonly atMs: number;
  /** Address of who acted, `operator` for a command on the machine itself, or `link` for whoever had a link. */
  readonly actor: string;
  /** What was done, for example `case.undone`, `policy.changed`, `brake.stopped`, `person.erased`. */
  readonly action: string;
  /** Whom or what it was about: an address, or an id. */
  readonly subject: string | null;
  /** Further facts without text of an invite. */
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** An entry in its chain; see `app/audit/chain.ts`. */
export interface AuditRow extends Pick<AuditEntry, 'atMs' | 'action'> {
  readonly seq: number;
  readonly digest: string;
  readonly chain: string;
  /** Null where it named a person who was erased. */
  readonly content: (Pick<AuditEntry, 'actor' | 'subject' | 'data'> & { readonly salt: string }) | null;
  /** What such an entry still says; the digest can no longer be worked out from it. Null where `content` is not. */
  readonly left: LeftContent | null;
}

/** An entry without a person who was erased. */
export interface LeftContent {
  /** Null where they acted. */
  readonly actor: string | null;
  readonly subject: string | null;
  readonly data: AuditEntry['data'];
}

/** The newest entry: whoever keeps it elsewhere can tell whether entries were removed from the end. */
export interface AuditHead {
  readonly seq: number;
  readonly chain: string;
}

export interface AuditPageQuery {
  /** Entries older than this one; null from the newest. */
  readonly before: number | null;
  readonly most: number;
  readonly action: string | null;
  /** Lower-case address of who acted, or of whom it was about. */
  readonly person: string | null;
}

export interface AuditLog {
  /**
   * Adds an entry to the chain. It is written when the work of the transaction is done, right before the commit, so that
   * it may be called anywhere and nobody waits for the head of the chain longer than that takes.
   */
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  page(query: AuditPageQuery): Promise<readonly AuditRow[]>;
  /** The actions that there are, in alphabetical order. */
  actions(): Promise<readonly string[]>;
  /** In the order of the chain, after this entry. */
  after(seq: number, most: number): Promise<readonly AuditRow[]>;
  /** Null where nothing was ever entered. */
  head(): Promise<AuditHead | null>;
  /** The head, if it was not told to anybody since then; it counts as told now. */
  headToTell(sinceMs: number, nowMs: number): Promise<AuditHead | null>;
  /** Leaves of entries what is given here, which can only be less than what they said; their digests stay. */
  forget(entries: readonly (LeftContent & Pick<AuditRow, 'seq'>)[]): Promise<void>;
}
