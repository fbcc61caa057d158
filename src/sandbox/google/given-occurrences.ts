import type { SandboxParts } from '../parts.ts';

/** Lists with `singleEvents` give every occurrence, others only the exceptions. */
export type GivenIn = 'instances' | 'exceptions';

/** Stands for the event itself among the occurrences, where it was no series when it was given. */
export const wholeEvent = '';

/**
 * Which occurrences of a copy were given to clients in lists. A sync must tell them when an occurrence is no more,
 * for example after the rule changed, and the copy as it is now does not know of it.
 */
export function givenOccurrences(parts: SandboxParts, key: string, mode: GivenIn): readonly string[] {
  return table(parts).get(`${mode} ${key}`) ?? [];
}

export function rememberGiven(
  parts: SandboxParts,
  key: string,
  mode: GivenIn,
  originalStarts: readonly string[],
): void {
  const known = givenOccurrences(parts, key, mode);
  const all = new Set([...known, ...originalStarts]);
  if (all.size > known.length) table(parts).put(`${mode} ${key}`, [...all]);
}

function table(parts: SandboxParts) {
  return parts.tables.table<readonly string[]>('google-given');
}
