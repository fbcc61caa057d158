/** Something about a policy file, for the person who writes it: where, what, and what to write instead. */
export interface PolicyProblem {
  /** File, line and column, for example `policy.yaml:12:5`. */
  readonly place: string;
  /** 1 for the first line; where the place is the whole file also 1. */
  readonly line: number;
  /** 1 for the first column. */
  readonly column: number;
  /** Path of the key, for example `organization.limits.people`; empty for the whole file. */
  readonly key: string;
  readonly what: string;
  readonly remedy: string;
}

/** A problem whose place is still a path of keys and list positions. */
export interface Finding {
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly remedy: string;
}

const longestShown = 60;

/** A value or key as a message may show it: one line, no control characters, at most 60 characters. */
export function shown(value: unknown): string {
  // Cut first: a hostile value may be a megabyte.
  if (typeof value !== 'string') return briefly(value);
  const text = withoutControls(value.slice(0, longestShown));
  return `"${text}${value.length > longestShown ? '…' : ''}"`;
}

function briefly(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  return String(value);
}

/**
 * Text without control, bidirectional and other invisible format characters (Unicode categories Cc, Cf, Zl, Zp),
 * so that a name in a policy cannot rewrite the line of a terminal that shows it.
 */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** `organization.noMeetingDays[0].day` from a path. */
export function keyText(path: readonly PropertyKey[]): string {
  return path
    .map((step) =>
      typeof step === 'number' ? `[${step}]` : `.${withoutControls(String(step)).slice(0, longestShown)}`,
    )
    .join('')
    .replace(/^\./, '');
}
