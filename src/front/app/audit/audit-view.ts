/** Structure of `AuditLine`; see there. */
export interface AuditLine {
  readonly seq: number;
  readonly atMs: number;
  readonly action: string;
  /** Null where it named a person who was erased. */
  readonly content: {
    readonly actor: string;
    readonly subject: string | null;
    readonly data: Readonly<Record<string, string | number | boolean | null>>;
  } | null;
  /** What it says without that person; null where `content` is not. */
  readonly left: {
    readonly actor: string | null;
    readonly subject: string | null;
    readonly data: Readonly<Record<string, string | number | boolean | null>>;
  } | null;
}

interface AuditHead {
  readonly seq: number;
  readonly chain: string;
}

/** Structure of `ChainReport`; see there. */
export interface ChainReport {
  readonly checked: number;
  readonly erased: number;
  readonly head: AuditHead | null;
  readonly broken: { readonly seq: number; readonly why: 'missing' | 'changed' } | null;
}

/** Structure of `AuditView`; see there. */
export interface AuditView {
  readonly lines: readonly AuditLine[];
  readonly olderThan: number | null;
  readonly filter: {
    readonly before: number | null;
    readonly action: string | null;
    readonly person: string | null;
  };
  readonly actions: readonly string[];
  readonly head: AuditHead | null;
  readonly chain: ChainReport | null;
}
